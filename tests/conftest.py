"""What the tests of the built site stand on: one copy of the repository, one build of it, one server, one browser.

Under xdist each worker has fixtures of its own; the copy and the build are made by the worker that comes first and
used by all. (`xdist_group` would keep them in one worker, but does nothing under pytest 9.2 and xdist 3.8:
https://github.com/pytest-dev/pytest-xdist/issues/1386.)
"""

import json
import shutil
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from install_browser import SYSTEM, advice, find_browser, is_root
from many_arguments import write_many
from site_help import DEADLINE, ENVIRONMENT, ROOT, copy_repository, playbook, run, serving, wait_for

BROWSER_OPTIONS = (
    "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Name a test after the length of its bytes: bytes themselves may hold a clock, and then two workers differ."""
    return f"{argname}-{len(val)}-bytes" if isinstance(val, bytes) else None


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--record FOLDER`: where the long run keeps what it finds; `playbook record-tests` reads it there."""
    parser.addoption("--record", nargs="?", const=str(ROOT / ".cache/tested"), help="keep what the long run finds")


def make_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Have one worker make a folder and the others wait until it is done.

    Making a folder is atomic on every system: whoever makes the claim does the work. If the work fails, it fails for
    all workers, for the same reason.
    """
    claim, done, failed = (folder.with_name(f"{folder.name}.{state}") for state in ("claim", "done", "failed"))
    try:
        claim.mkdir()
    except FileExistsError:
        wait_for(lambda: done.exists() or failed.exists(), f"another worker to make {folder}")
        if failed.exists():
            pytest.fail(f"another worker could not make {folder}:\n{failed.read_text(encoding='utf-8')}")
        return folder
    try:
        make(folder)
    except BaseException:
        part = failed.with_suffix(".part")
        part.write_text(traceback.format_exc(), encoding="utf-8")
        part.rename(failed)
        raise
    done.touch()
    return folder


@pytest.fixture(scope="session")
def record_to(request: pytest.FixtureRequest) -> Path | None:
    """Where this run keeps what it finds, if it was asked to."""
    folder = request.config.getoption("--record")
    return Path(folder) if folder else None


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of this run share, and no other run."""
    own = tmp_path_factory.getbasetemp()
    folder = own if worker_id == "master" else own.parent
    ENVIRONMENT["PLAYBOOK_CACHE"] = str(folder / "cache")
    return folder


@pytest.fixture(scope="session")
def made_once() -> Callable:
    """`make_once`, for fixtures in other files."""
    return make_once


@pytest.fixture(scope="session")
def repository(shared: Path) -> Path:
    """A copy of what a build reads, which no test changes: nothing that happens in the repository meanwhile matters."""
    return make_once(shared / "repository", lambda folder: copy_repository(ROOT, folder))


@pytest.fixture(scope="session")
def site(shared: Path, repository: Path) -> Path:
    """The real site, built once for all tests that only read it."""

    def build(folder: Path) -> None:
        built = playbook(repository, "build", "--site", folder)
        assert built.returncode == 0, f"the site could not be built:\n{built.stdout}\n{built.stderr}"
        (shared / "build.json").write_text(json.dumps([built.stdout, built.stderr]), encoding="utf-8")

    return make_once(shared / "site", build)


@pytest.fixture
def copy(repository: Path, tmp_path: Path) -> Path:
    """A copy of the repository that the test may change."""
    return copy_repository(repository, tmp_path / "copy")


@pytest.fixture(scope="session")
def small_repository(shared: Path) -> Path:
    """A small playbook with all that it takes to build it, which no test changes: what a test says of the program, and
    not of the real content, is said of this one in a fifth of the time.
    """
    return make_once(shared / "small-repository", lambda folder: write_many(folder, 20))


@pytest.fixture
def small_copy(small_repository: Path, tmp_path: Path) -> Path:
    """A copy of the small playbook that the test may change."""
    return Path(shutil.copytree(small_repository, tmp_path / "copy", ignore=shutil.ignore_patterns("__pycache__", "site")))


@pytest.fixture(scope="session")
def staged(shared: Path, repository: Path) -> Path:
    """The real content as `playbook stage` writes it, with the site that plain MkDocs makes of it in `site`."""

    def stage_and_build(folder: Path) -> None:
        done = playbook(repository, "stage", folder)
        assert done.returncode == 0, done.stdout + done.stderr
        # In a folder of its own and without our package on the path.
        mkdocs = ("-m", "mkdocs", "build", "--strict", "-f", folder / "mkdocs.yml", "-d", folder / "site")
        built = run(folder, *mkdocs, PYTHONPATH="")
        assert built.returncode == 0, built.stderr

    return make_once(shared / "staged", stage_and_build)


@pytest.fixture(scope="session")
def remember(shared: Path) -> Callable:
    """Gives what a piece of work finds, as plain data; of all workers, one does it."""

    def found(name: str, work: Callable[[], object]) -> object:
        def write(folder: Path) -> None:
            folder.mkdir()
            (folder / "found.json").write_text(json.dumps(work()), encoding="utf-8")

        return json.loads((make_once(shared / name, write) / "found.json").read_text(encoding="utf-8"))

    return found


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the real site on this machine, without a slash at the end."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """The browser of this machine. If there is none, the test fails: it is never skipped."""
    from playwright.sync_api import sync_playwright

    program = find_browser()
    if program is None:
        pytest.fail(advice(SYSTEM, {}))
    options = [*BROWSER_OPTIONS, *(["--no-sandbox"] if is_root() else [])]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=options)
        yield opened
        opened.close()


@pytest.fixture
def visit(browser, served: str) -> Iterator[Callable]:
    """Gives a new page of a new visitor, at an address of the site; options are those of a Playwright context."""
    visitors = []

    def start(address: str = "/", **options: object):
        visitor = browser.new_context(base_url=served, **options)
        visitor.set_default_timeout(DEADLINE * 1000)
        visitors.append(visitor)
        page = visitor.new_page()
        page.goto(address)
        return page

    yield start
    for visitor in visitors:
        visitor.close()
