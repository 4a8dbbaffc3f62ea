"""The list of a release's files with their SHA-256: by it an upgrade knows what it may replace and what was edited."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

MANIFEST = "release.json"
LOCAL = "local"


@dataclass(frozen=True)
class Manifest:
    """A release: its version, and the SHA-256 of each of its files by path."""

    version: str
    files: Mapping[str, str]


def sha256(data: bytes) -> str:
    """A file's SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def make_manifest(files: Mapping[str, bytes], version: str) -> Manifest:
    """The list of these files; the council's own folder and the list itself are no part of a release."""
    kept = {path: data for path, data in files.items() if path != MANIFEST and path.split("/")[0] != LOCAL}
    return Manifest(version, {path: sha256(kept[path]) for path in sorted(kept)})


def to_bytes(manifest: Manifest) -> bytes:
    """The list as it is written, the same bytes for the same release."""
    return (json.dumps({"version": manifest.version, "files": dict(manifest.files)}, indent=1) + "\n").encode()


def from_bytes(data: bytes) -> Manifest | None:
    """Read a list; None if it is not one, or names a path outside the release."""
    try:
        found = json.loads(data)
        files, version = dict(found["files"]), str(found["version"])
    except (ValueError, KeyError, TypeError):
        return None
    fine = all(isinstance(path, str) and isinstance(value, str) and is_safe(path) for path, value in files.items())
    return Manifest(version, files) if fine else None


def is_safe(path: str) -> bool:
    """Whether a path stays inside the folder that it is unpacked in, and out of the council's own and git's."""
    parts = path.split("/")
    return bool(path) and "\\" not in path and ":" not in path and not {"", ".", ".."} & set(parts) and parts[0] not in (LOCAL, ".git")


def edited(manifest: Manifest, now: Mapping[str, str]) -> list[str]:
    """The release's files that are not what they were, those that are missing included; `now` gives SHA-256 by path."""
    return sorted(path for path, value in manifest.files.items() if now.get(path) != value)
