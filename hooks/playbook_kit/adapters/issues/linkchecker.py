"""Run LinkChecker over the built site, served on this machine alone, and give its report as CSV."""

import functools
import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NotChecked(Exception):
    """LinkChecker is not there, or stopped half-way."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *said: object) -> None:
        """Say nothing: the report is LinkChecker's."""


def check_links(site: Path, seconds: int = 3000) -> tuple[str, str]:
    """What LinkChecker says of every link of the site in a folder, external ones too, and the address it saw the site at.

    Raises NotChecked if it is not installed or could not finish in `seconds`.
    """
    with _served(site) as address:
        command = [
            sys.executable, "-m", "linkcheck", "--check-extern", "--no-status", "--no-warnings", "--timeout", "30",
            # Every page leads to the forms with words of its own filled in: the links there are read once.
            "--no-follow-url", r"/contribute/[a-z-]+/\?", "--output", "csv", address,
        ]  # fmt: skip
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=seconds)
        except (subprocess.TimeoutExpired, OSError) as error:
            raise NotChecked(f"LinkChecker did not finish: {error}") from error
    if done.returncode not in (0, 1) or "urlname;" not in done.stdout:
        raise NotChecked(f"LinkChecker stopped with {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout, address


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
