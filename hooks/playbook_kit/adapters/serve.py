"""Show the site while it is being written: rebuild after each change, and keep the last good site when one fails."""

import datetime
import html
import re
import tempfile
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from ..checked import read_and_check
from ..problem import Problem, errors
from ..report import as_text, one_as_text
from .mkdocs_build import BuildFailed, build_site

POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
WATCHED = ("docs", "playbook", "case_studies", "local", "theme", "mkdocs.yml", "tests/bad_input")


class PortTaken(Exception):
    """The port cannot be listened on; the text says why."""


class Server(LiveReloadServer):
    """MkDocs's own server, which besides shows on every page what is wrong at the moment."""

    panel = b""

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
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        site = Path(folder, "site")
        site.mkdir()
        server = Server(lambda: rebuild(root, site, today, server), host, port, str(site))
        server.error_handler = lambda code: _not_found(site, server)
        for name in WATCHED:
            if (root / name).exists():
                server.watch(str(root / name))
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


def rebuild(root: Path, site: Path, today: datetime.date, server: Server) -> None:
    """Build the site again; on failure print the problems, show them on the last good site and return."""
    checked = read_and_check(root, today, server.url)
    try:
        build_site(root, site, today, checked, server.url)
    except BuildFailed as failed:
        server.panel = problem_panel(errors(checked.problems), str(failed))
        print(as_text(checked.problems), str(failed), sep="\n", flush=True)
        print("Mend these and save: the site comes back by itself. Until then the last good one is shown.", flush=True)
    else:
        server.panel = b""
        print(as_text(checked.problems), flush=True)


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
