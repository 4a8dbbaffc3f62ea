"""The files of a ZIP that a stranger may have made: all of them, as data, or a sentence on why none of them is read.

Everything is refused that could leave the folder, mean another file on another system, or grow beyond bounds, and it is
refused by what the ZIP says of itself before a single byte is unpacked. What it says too little of, it cannot unpack:
Python stops at the size that an entry names.
"""

import io
import re
import stat
import zipfile
from dataclasses import dataclass

_ENTRY = b"PK\x01\x02"
_PART = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")
_LONGEST_PATH, _MOST_FOLDERS = 200, 10
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1


class Refused(ValueError):
    """Nothing of it is used. The message says why."""


@dataclass(frozen=True)
class Limits:
    """How much of it is read at most: bytes of the ZIP, its files, bytes of one file and of all."""

    zipped: int
    files: int
    one: int
    all: int


def read_zip(data: bytes, limits: Limits) -> dict[str, bytes]:
    """Every file by its path. Raises Refused."""
    if len(data) > limits.zipped:
        raise Refused(f"it has more than {limits.zipped:,} bytes")
    # Each entry has this mark, and so do those of a ZIP inside. Counted first, because Python reads all entries at once.
    if data.count(_ENTRY) > 2 * limits.files:
        raise Refused(f"it has more than {limits.files:,} files")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not _is_folder(entry)]
            _check(entries, limits)
            return {entry.filename: _read(archive, entry) for entry in entries}
    except Refused:
        raise
    except (zipfile.BadZipFile, OSError, RuntimeError, EOFError, ValueError, OverflowError) as error:
        raise Refused(f"it cannot be read as a ZIP ({type(error).__name__})") from error


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry only names a folder; its name is held to the same rules."""
    if not entry.filename.endswith("/"):
        return False
    _check_name(entry.orig_filename.removesuffix("/"))
    if entry.file_size:
        raise Refused("a folder in it has content")
    return True


def _check(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(entries) > limits.files:
        raise Refused(f"it has more than {limits.files:,} files")
    for entry in entries:
        _check_name(entry.orig_filename)
        kind = stat.S_IFMT(entry.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise Refused("something in it is a link, or no file at all")
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _READABLE:
            raise Refused("something in it is packed in a way that is not read here")
        if entry.file_size > limits.one:
            raise Refused(f"a file in it has more than {limits.one:,} bytes")
    if sum(entry.file_size for entry in entries) > limits.all:
        raise Refused(f"its files have more than {limits.all:,} bytes together")
    _check_distinct([entry.filename for entry in entries])


def _check_name(name: str) -> None:
    parts = name.split("/")
    if len(name) > _LONGEST_PATH or len(parts) > _MOST_FOLDERS or not all(_PART.fullmatch(part) for part in parts):
        raise Refused("a name in it is none that the site would give")


def _check_distinct(names: list[str]) -> None:
    """No two names that are one on a system that takes no notice of capitals, and none that is a file and a folder."""
    known = {name.lower() for name in names}
    above = {name.lower()[: match.start()] for name in names for match in re.finditer("/", name)}
    if len(known) < len(names) or known & above:
        raise Refused("two names in it are one")


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        found = file.read(entry.file_size + 1)
    if len(found) != entry.file_size:
        raise Refused("a file in it is not as large as it says")
    return found
