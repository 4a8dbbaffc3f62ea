"""Fixtures of the tests of “Make my case”."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from my_case_help import EMPTY, PAGE, open_case, usable

# Noon on the day of which every paper in these tests is.
NOON = "2026-11-21T12:00:00"


@pytest.fixture
def reader(browser, served: str) -> Iterator[Callable]:
    """Gives the page of a new reader, on the day of the tests, who has nothing open yet; options as in Playwright.

    Whatever the page does wrong, and any request to another host, fails the test.
    """
    visitors, faults = [], []

    def start(**options: object):
        visitor = browser.new_context(base_url=served, accept_downloads=True, timezone_id="UTC", **options)
        visitor.clock.set_fixed_time(NOON)
        visitor.on("request", lambda one: None if one.url.startswith((served, "blob:")) else faults.append(one.url))
        visitor.on("weberror", lambda one: faults.append(str(one.error)))
        visitors.append(visitor)
        return visitor.new_page()

    yield start
    for visitor in visitors:
        visitor.close()
    assert faults == []


@pytest.fixture
def with_case(reader: Callable) -> Callable:
    """Gives the page “Make my case” of a reader whose tab has this case already."""

    def start(case: dict, **options: object):
        page = reader(**options)
        page.goto("/404.html")
        page.evaluate("text => sessionStorage.setItem('playbook-case', JSON.stringify(text))", {**EMPTY, **case})
        open_case(page, PAGE)
        return page

    return start


@pytest.fixture(scope="session")
def ids(site: Path) -> list[str]:
    """The ids of all published arguments."""
    return usable(site)


@pytest.fixture(scope="session")
def ask(browser, served: str) -> Iterator[Callable]:
    """Runs one function of a module of the component in the browser: module, function, arguments."""
    visitor = browser.new_context(base_url=served)
    page = visitor.new_page()
    page.goto("/404.html")

    def run(module: str, function: str, *given: object):
        return page.evaluate(
            "async ([module, name, given]) => (await import(`/components/case/${module}.mjs`))[name](...given)",
            [module, function, list(given)],
        )

    run.evaluate = page.evaluate
    yield run
    visitor.close()
