"""Fixtures of the tests of finding: the real site, one of 2,000 arguments, and pages on which no script may fail."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from find_help import Truth
from many_arguments import write_many
from playwright.sync_api import Browser, BrowserContext, Page
from site_help import command, serving

MANY = 2000
LIGHT_BUILD = Path(__file__).parents[1] / "build_without_papers.py"


@pytest.fixture(scope="session")
def home(served: str) -> str:
    """The address of the real site's home page."""
    return f"{served}/"


@pytest.fixture(scope="session")
def truth(repository: Path) -> Truth:
    """What the real site's files say."""
    return Truth(repository)


@pytest.fixture(scope="session")
def many_root(shared: Path, made_once: Callable[[Path, Callable[[Path], None]], Path]) -> Path:
    """A playbook of 2,000 arguments, and its site."""

    def make(folder: Path) -> None:
        # Its empty files must not be kept for the other builds of this run.
        light = command(write_many(folder, MANY), LIGHT_BUILD, PLAYBOOK_CACHE="")
        built = subprocess.run(**light, capture_output=True)
        assert built.returncode == 0, f"{built.stdout}\n{built.stderr}"

    return made_once(shared / "many", make)


@pytest.fixture(scope="session")
def many_home(many_root: Path) -> Iterator[str]:
    """The address of its home page."""
    with serving(many_root / "site") as address:
        yield f"{address}/"


@pytest.fixture(scope="session")
def many_truth(many_root: Path) -> Truth:
    """What its files say."""
    return Truth(many_root)


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes visitors, each with nothing kept from before; a fault in a script or an open dialog fails the test."""
    opened: list[BrowserContext] = []
    faults: list[str] = []

    def make(**options: Any) -> BrowserContext:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.on("weberror", lambda fault: faults.append(str(fault.error)))
        context.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        context.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield make
    for context in opened:
        context.close()
    assert faults == []


@pytest.fixture
def page(contexts: Callable[..., BrowserContext]) -> Page:
    """A page at a desk."""
    return contexts().new_page()


@pytest.fixture
def phone(contexts: Callable[..., BrowserContext]) -> Page:
    """A page 360 px wide."""
    return contexts(viewport={"width": 360, "height": 740}).new_page()
