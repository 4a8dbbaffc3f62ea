"""What was parsed before, so that only files that have changed are parsed again.

It holds Python objects, and whoever can write those can run code. So it lies in the virtual environment, among code that
is run anyway, and never in a folder that a change from somebody else could bring along. A repository without an
environment of its own is parsed whole each time.
"""

import contextlib
import hashlib
import os
import pickle
import sys
import tempfile
from pathlib import Path
from typing import Any

NAME = "parsed-content.pickle"
_PACKAGE = Path(__file__).resolve().parent
_PARSERS = ("read", "models", "parsed.py", "problem.py", "parse_cache.py")
_DIGEST = hashlib.sha256().digest_size


class ParseCache:
    """What each file was parsed to, by its path, as long as neither its text nor the parser changes.

    A cache that cannot be read is empty, and one that cannot be written is left as it was.
    """

    def __init__(self, file: Path | None):
        self.file = file
        self.known: dict[str, tuple[bytes, Any]] = _read(file) if file else {}
        self.kept: dict[str, tuple[bytes, Any]] = {}
        self.is_changed = False

    def get(self, path: str, text: str) -> Any:
        """What a file was parsed to when it said the same, or None."""
        digest, parsed = self.known.get(path, (b"", None))
        if not digest or digest != _digest(text):
            return None
        self.kept[path] = digest, parsed
        return parsed

    def put(self, path: str, text: str, parsed: Any) -> None:
        """Keep what a file was parsed to."""
        if self.file is None:
            return
        self.kept[path] = _digest(text), parsed
        self.is_changed = True

    def save(self) -> None:
        """Write what this run has met, if it is not what was there; a reader sees all of it or nothing."""
        if self.file is None or not (self.is_changed or len(self.kept) != len(self.known)):
            return
        data = pickle.dumps(self.kept, pickle.HIGHEST_PROTOCOL)
        with contextlib.suppress(OSError):
            handle, name = tempfile.mkstemp(dir=self.file.parent, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_parser() + hashlib.sha256(data).digest() + data)
                os.replace(name, self.file)
            except OSError:
                os.unlink(name)
                raise


def parse_cache(root: Path) -> ParseCache:
    """The cache of the repository at `root`: in its own virtual environment, if that is the one that runs."""
    environment = own_environment(root)
    return ParseCache(environment / NAME if environment else None)


def own_environment(root: Path) -> Path | None:
    """The virtual environment of the repository at `root`, if that is the one that runs."""
    environment = Path(sys.prefix).resolve()
    return environment if sys.prefix != sys.base_prefix and environment.parent == root.resolve() else None


def _read(file: Path) -> dict[str, tuple[bytes, Any]]:
    try:
        kept = file.read_bytes()
    except OSError:
        return {}
    parser, digest, data = kept[:_DIGEST], kept[_DIGEST : 2 * _DIGEST], kept[2 * _DIGEST :]
    if parser != _parser() or digest != hashlib.sha256(data).digest():
        return {}
    return pickle.loads(data)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _parser() -> bytes:
    """A hash of all code of ours that decides what a file is parsed to; the libraries come with the environment."""
    found = hashlib.sha256(sys.version.encode())
    for part in _PARSERS:
        path = _PACKAGE / part
        for file in sorted(path.glob("*.py")) if path.is_dir() else [path]:
            found.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return found.digest()
