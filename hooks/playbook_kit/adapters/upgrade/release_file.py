"""A release as a ZIP: fetched, held against its SHA-256, and unpacked without trusting a name in it."""

import io
import shutil
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

from ...release.manifest import MANIFEST, Manifest, from_bytes, is_safe, sha256
from .errors import NotUpgraded

LARGEST = 200_000_000  # bytes, packed and unpacked; a release has some five million
_SCHEMES = ("https://", "http://127.0.0.1:", "http://localhost:", "file://")
_TIMEOUT = 60  # seconds without an answer


def fetch(place: str) -> bytes:
    """The bytes at a web address, or of a file. Raises NotUpgraded."""
    try:
        if "://" not in place:
            return Path(place).read_bytes()
        if not place.startswith(_SCHEMES):
            raise NotUpgraded(f"{place} is not fetched over an encrypted connection. Write an address that begins with https://.")
        with urllib.request.urlopen(place, timeout=_TIMEOUT) as answer:
            data = answer.read(LARGEST + 1)
    except (OSError, urllib.error.URLError) as error:
        raise NotUpgraded(f"{place} could not be fetched: {error}.") from error
    if len(data) > LARGEST:
        raise NotUpgraded(f"{place} is larger than any release. Nothing was taken.")
    return data


def expect_sha256(data: bytes, wanted: str, place: str) -> None:
    """Raise NotUpgraded unless the bytes have this SHA-256."""
    if sha256(data) != wanted.strip().lower():
        raise NotUpgraded(
            f"{place} is not the file that was named: its SHA-256 is {sha256(data)}, and {wanted} was expected. Nothing was taken."
        )


def read_release(data: bytes) -> tuple[Manifest, dict[str, bytes]]:
    """A release's list of files and the files themselves, each held against the list. Raises NotUpgraded."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > LARGEST:
                raise NotUpgraded("The ZIP unpacks to more than any release holds. Nothing was taken.")
            files = {entry.filename.partition("/")[2]: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, OSError, RuntimeError) as error:
        raise NotUpgraded(f"This is no ZIP that can be read: {error}.") from error
    manifest = from_bytes(files.pop(MANIFEST, b""))
    if manifest is None:
        raise NotUpgraded(f"This ZIP holds no list of its files ({MANIFEST}), so it is no release of the playbook.")
    wrong = sorted(path for path in files if not is_safe(path) or manifest.files.get(path) != sha256(files[path]))
    wrong += sorted(set(manifest.files) - set(files))
    if wrong:
        raise NotUpgraded(f"These files of the ZIP are not what its list says: {', '.join(wrong[:10])}. Nothing was taken.")
    return manifest, files


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write files below a folder, by their path."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    if (folder / "run.py").exists():
        (folder / "run.py").chmod(0o755)


def copy_local(source: Path, target: Path) -> None:
    """Copy the council's own folder from one tree to another, if there is one. Links in it are copied as links."""
    if (source / "local").is_dir():
        shutil.copytree(source / "local", target / "local", symlinks=True, dirs_exist_ok=True)
