"""Files that are dear to make, kept by the hash of all that goes into them.

What lies under a name is believed to be what that name stands for. So the folder is in the virtual environment, among
code that is run anyway, and never where a change from somebody else could bring files along.
"""

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path

from ...parse_cache import own_environment

FOLDER = "made-documents"
VARIABLE = "PLAYBOOK_CACHE"
DIGEST = hashlib.sha256().digest_size
KEPT = 4
"""How many times as many files as one build needs may lie in the folder before the others are removed."""


class Cache:
    """A folder of made files. One that is damaged is as good as missing; a folder that cannot be written is no fault.

    Without a folder nothing is kept.
    """

    def __init__(self, folder: Path | None):
        self.folder = folder
        self.used: set[str] = set()

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, if it is whole."""
        self.used.add(key)
        if self.folder is None:
            return None
        try:
            kept = (self.folder / key).read_bytes()
        except OSError:
            return None
        digest, data = kept[:DIGEST], kept[DIGEST:]
        return data if hashlib.sha256(data).digest() == digest else None

    def put(self, key: str, data: bytes) -> None:
        """Keep something under a key; a reader sees all of it or nothing."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(data).digest() + data)
                os.replace(name, self.folder / key)
            except OSError:
                os.unlink(name)
                raise

    def tidy(self) -> None:
        """Remove what this build did not ask for, once there is much of it."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError):
            kept = list(self.folder.iterdir())
            if len(kept) > KEPT * max(len(self.used), 50):
                for path in kept:
                    if path.name not in self.used:
                        path.unlink(missing_ok=True)


def cache_folder(root: Path) -> Path | None:
    """Where files of the repository at `root` are kept, if anywhere: where the environment says, or in its own one."""
    named, environment = os.environ.get(VARIABLE), own_environment(root)
    return Path(named) if named else environment / FOLDER if environment else None
