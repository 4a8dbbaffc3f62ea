"""Show the site while it is being written: rebuild after each change, and keep the last good site when one fails."""

import datetime
import gc
import html
import os
import re
import tempfile
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

from mkdocs.livereload import LiveReloadServer
from watchdog.observers.polling import PollingObserverVFS

from ..checked import read_and_check
from ..problem import Problem, errors
from ..remembered import forget, remember
from ..report import as_text, one_as_text
from .mkdocs_build import BuildFailed, build_site

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
WATCHED = ("docs", "playbook", "case_studies", "local", "theme", "mkdocs.yml", "tests/bad_input")
SECONDS_BETWEEN_LOOKS = 0.5
SECONDS_BEFORE_SWEEPING = 3


class PortTaken(Exception):
    """The port cannot be listened on; the text says why."""


class Server(LiveReloadServer):
    """MkDocs's own server, which besides shows on every page what is wrong at the moment."""

    panel = b""
    sweep: threading.Timer | None = None

    def begin(self) -> None:
        """Look for nothing that could be freed while a site is built, which is a sixth of the time."""
        gc.disable()
        if self.sweep and self.sweep.is_alive():
            self.sweep.cancel()
            gc.collect()

    def rest(self) -> None:
        """Free what the build has left, once whoever saved a file has seen the page."""
        self.sweep = threading.Timer(SECONDS_BEFORE_SWEEPING, gc.collect)
        self.sweep.daemon = True
        self.sweep.start()

    def server_bind(self) -> None:
        """Take the port."""
        try:
            super().server_bind()
        except OSError as error:
            raise PortTaken(error.strerror) from error

    def server_activate(self) -> None:
        """Once the port is ours build, listen, and only then say where: an address that is printed works."""
        self.builder()
        super().server_activate()
        print(f"The playbook is at {self.url} (Ctrl+C stops it)", flush=True)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Put the panel at the top of the page's body, then the script that reloads the page, which is inline."""
        content = POLICY.sub(b"", content, count=1)
        start = content.find(b">", content.find(b"<body")) + 1
        return super()._inject_js_into_html(content[:start] + self.panel + content[start:], epoch)


def serve_site(root: Path, host: str, port: int, today: datetime.date) -> int:
    """Serve until Ctrl+C; 1 if the port is in use."""
    remember()
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        site = Path(folder, "site")
        site.mkdir()
        server = Server(lambda: rebuild(root, site, today, server), host, port, str(site))
        server.error_handler = lambda code: _not_found(site, server)
        # The whole folder is watched, so that a part of it may come later, go and come back: local/ is made while serving.
        # Links between files are not followed, or one that leads to its own folder would be followed for ever.
        server.observer = PollingObserverVFS(os.lstat, only_watched(root), polling_interval=SECONDS_BETWEEN_LOOKS)
        server.watch(str(root))
        try:
            server.serve()
        except PortTaken as taken:
            print(f"Port {port} cannot be used: {taken}. Try another: serve --port {port + 1}")
            return 1
        except KeyboardInterrupt:
            print("\nStopped.")
        finally:
            server.shutdown()
    return 0


def only_watched(root: Path) -> Callable[[str], list[os.DirEntry]]:
    """Lists a folder as `os.scandir` does, but below `root` only what the site is made of."""

    def entries(folder: str) -> list[os.DirEntry]:
        here = Path(os.path.relpath(folder, root)).as_posix()
        with os.scandir(folder) as found:
            if _is_below(here):
                return list(found)
            return [entry for entry in found if _is_watched(entry.name if here == "." else f"{here}/{entry.name}")]

    return entries


def _is_watched(path: str) -> bool:
    """Whether a path belongs to what is watched, or leads to it."""
    return _is_below(path) or any(one.startswith(f"{path}/") for one in WATCHED)


def _is_below(path: str) -> bool:
    """Whether a path belongs to what is watched, and so all that is in it."""
    return any(f"{path}/".startswith(f"{one}/") for one in WATCHED)


def rebuild(root: Path, site: Path, today: datetime.date, server: Server) -> None:
    """Build the site again; on failure print the problems, show them on the last good site and return."""
    problems: list[Problem] = []
    server.begin()
    try:
        checked = read_and_check(root, today, server.url)
        problems = checked.problems
        build_site(root, site, today, checked, server.url)
    except BuildFailed as failed:
        server.panel = problem_panel(errors(problems), str(failed))
        print(as_text(problems), str(failed), sep="\n", flush=True)
        print("Mend these and save: the site comes back by itself. Until then the last good one is shown.", flush=True)
    except Exception:
        # A file that goes while it is read, or a fault of ours: whatever it is, the next save is built again. If it left this
        # function, every later page would wait for ever.
        traceback.print_exc()
        server.panel = problem_panel([], "The program itself failed. What it says is in the terminal. Save again to try again.")
    else:
        server.panel = b""
        forget()
        print(as_text(problems), flush=True)
    finally:
        server.rest()


def problem_panel(problems: list[Problem], message: str = "") -> bytes:
    """The problems as HTML for the top of a page."""
    lines = [one_as_text(problem) for problem in problems] or [message]
    return (
        '<section role="alert" lang="en" class="pb-problems"><h2>This is the last good version. '
        f"Something needs mending</h2><pre>{html.escape(chr(10).join(lines))}</pre></section>"
    ).encode()


def _not_found(site: Path, server: Server) -> bytes | None:
    page = site / "404.html"
    if page.is_file():
        return page.read_bytes()
    return b"<!doctype html><html lang=en><title>Not built yet</title><body>" + server.panel + b"</body></html>"
