"""A server that packs what it sends, as web hosts do."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from typing import ClassVar

from site_help import SiteHandler, SiteServer

PACKED = (".html", ".js", ".mjs", ".css", ".json", ".svg", ".xml")


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class PackingHandler(SiteHandler):
    """Sends text with gzip, and notes what it sends."""

    sent: ClassVar[list[tuple[str, int]]] = []
    """The path and the bytes of each answer. Workers ask too, of whom a page's own record says nothing."""

    def do_GET(self) -> None:  # noqa: N802 (the standard library's name)
        """Answer with a packed file, or as the parent does."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in PACKED or not path.is_file():
            self.sent.append((self.path, path.stat().st_size if path.is_file() else 0))
            return super().do_GET()
        body = _packed(path)
        self.sent.append((self.path, len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving_packed(site: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; gives the address, without a slash at the end."""
    _packed.cache_clear()
    with SiteServer(("127.0.0.1", 0), partial(PackingHandler, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
