"""What the tests of the site share: copies of the repository, commands run on them, pages read back."""

import hashlib
import http.server
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
# What a build reads. Everything else in the repository may be missing.
CONTENT = ("docs", "playbook", "case_studies", "theme", "hooks", "mkdocs.yml", "VERSION", "requirements")
# What a build made for another build of the same run is kept here; set by the fixture `shared`.
ENVIRONMENT: dict[str, str] = {}
# Long enough for the slowest machine: a test that waits this long has failed, and no test measures time.
DEADLINE = 120
MOST_SHOWN = 25


def copy_repository(source: Path, target: Path) -> Path:
    """Copy what a build reads to another folder."""
    target.mkdir(parents=True)
    for name in CONTENT:
        if (source / name).is_dir():
            shutil.copytree(source / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source / name, target / name)
    return target


def command(root: Path, *arguments: object, **environment: str) -> dict:
    """What `subprocess` needs to run Python on a copy of the repository, with the copy's own package."""
    settings = {"PYTHONPATH": str(root / "hooks"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    return {
        "args": [sys.executable, *map(str, arguments)], "cwd": root, "encoding": "utf-8",
        "env": {**os.environ, **settings, **ENVIRONMENT, **environment},
    }  # fmt: skip


def run(root: Path, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python with these arguments on a copy of the repository and wait for it."""
    return subprocess.run(**command(root, *arguments, **environment), capture_output=True, timeout=DEADLINE)


def playbook(root: Path, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the `playbook` command of a copy of the repository."""
    return run(root, "-m", "playbook_kit.cli", *arguments, **environment)


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder, with a hash of its bytes, and every empty folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        elif not any(path.iterdir()):
            found[f"{name}/"] = "empty folder"
    return found


def nothing(found: Iterable[object]) -> None:
    """Fail unless nothing was found; what was found is shown line by line."""
    lines = list(map(str, found))
    more = [f"and {len(lines) - MOST_SHOWN} more"] if len(lines) > MOST_SHOWN else []
    assert not lines, "\n".join(["", *lines[:MOST_SHOWN], *more])


def changed(before: dict[str, str], folder: Path) -> list[str]:
    """What differs between an earlier `tree` of a folder and the folder now."""
    now = tree(folder)
    return sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))


def addresses(site: Path) -> list[str]:
    """The address of every page of a built site, from `/` on, without the 404 page."""
    pages = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return sorted("/" if page == "." else f"/{page}/" for page in pages)


def page_path(site: Path, address: str) -> Path:
    """The file of the page at an address."""
    return site / address.strip("/") / "index.html"


def words(key: str) -> str:
    """The interface's words for a dotted key, in English."""
    found = yaml.safe_load((ROOT / "theme/words/en.yml").read_text(encoding="utf-8"))
    for part in key.split("."):
        found = found[part]
    return found


def wait_for(reached: Callable[[], object], what: str) -> object:
    """Ask again and again until the answer is true, and give it; fail, saying what was awaited, at the deadline."""
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end:
        answer = reached()
        if answer:
            return answer
        time.sleep(0.05)
    raise AssertionError(f"waited {DEADLINE} seconds in vain for {what}")


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a built site as a web host does: modules as JavaScript, `404.html` for what is not there."""

    protocol_version = "HTTP/1.1"
    # Without this each answer waits some 40 ms for the reader's acknowledgement.
    disable_nagle_algorithm = True
    extensions_map = {  # noqa: RUF012 (the name and its kind are the standard library's)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript", ".js": "text/javascript", ".json": "application/json", ".css": "text/css",
        ".svg": "image/svg+xml", ".woff2": "font/woff2", ".xml": "application/xml", ".html": "text/html; charset=utf-8",
    }  # fmt: skip

    def end_headers(self) -> None:
        """Add the header by which LinkChecker knows that it need not slow down."""
        self.send_header("LinkChecker", "allowed")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a miss with the site's own page."""
        page = Path(self.directory, "404.html")
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class SiteServer(http.server.ThreadingHTTPServer):
    """Threads that end with the process, and no complaint about a browser that hangs up."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a reader that closes the connection; anything else is a fault of the test."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives the address, without a slash at the end."""
    with SiteServer(("127.0.0.1", 0), partial(SiteHandler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
