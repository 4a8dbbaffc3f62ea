"""The lock files on the disk, and the programs that are beside the Python that runs."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

from ...locks import FITS, FOLDER, LARGEST, NotALock, Pin, read_pins


def lock_path(name: str) -> str:
    """Where a lock file of a name lies."""
    return f"{FOLDER}/{name}.lock"


def read_locks(root: Path) -> dict[str, list[Pin]]:
    """What every lock file below `root` pins, by its name. Raises NotALock, also for one that is not there."""
    return {name: read_pins(read_lock(root / lock_path(name)), lock_path(name)) for name in FITS}


def read_lock(file: Path) -> str:
    """The text of a lock file. Raises NotALock if it cannot be one."""
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
        return data.decode("ascii")
    except (OSError, ValueError) as error:
        raise NotALock(f"{file.name} cannot be read as a lock file: {error}") from error


def write_locks(folder: Path, texts: dict[str, str]) -> None:
    """Write lock files by their names; each is whole at every moment."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        handle, part = tempfile.mkstemp(dir=folder, prefix=".new-")
        with os.fdopen(handle, "w", encoding="ascii", newline="\n") as file:
            file.write(text)
        os.chmod(part, 0o644)
        os.replace(part, folder / f"{name}.lock")


def program(name: str) -> str | None:
    """A program of the environment that runs, or else of the system."""
    beside = shutil.which(name, path=str(Path(sys.executable).parent))
    return beside or shutil.which(name)
