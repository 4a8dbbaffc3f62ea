"""ZIP files of the site and of the repository: the same bytes for the same files, wherever and whenever they are made."""

import subprocess
from pathlib import Path

from .documents.archive import pack

OFFLINE_COPY = "playbook-offline.zip"
"""The address of the copy of the site that readers may take with them, from the site's root."""

SITE_FOLDER = "social-media-playbook"
LOCAL = "local"
NOT_SOURCE = {".git", ".venv", ".cache", "__pycache__", ".pytest_cache", ".ruff_cache", "site"}
"""Folders that are made, never written by hand; only asked for where git does not say what belongs to the repository."""


def zip_of(files: dict[str, bytes], folder: str) -> bytes:
    """A ZIP that unpacks to one folder of these files, given by their path, in the order of their paths."""
    return pack({f"{folder}/{path}": files[path] for path in sorted(files)})


def release_zip(files: dict[str, bytes], folder: str = SITE_FOLDER) -> bytes:
    """A release of the playbook for councils that do not use git: all that is given but the council's own folder.

    Unpacked over an older release it replaces what is upstream's and leaves `local/` as it is.
    """
    return zip_of({path: text for path, text in files.items() if path.split("/")[0] != LOCAL}, folder)


def files_below(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def repository_files(root: Path) -> dict[str, bytes]:
    """Every file that belongs to a repository, by its path: what git tracks, or all that is not made."""
    listed = _tracked(root)
    if listed is None:
        found = (path for path in sorted(root.rglob("*")) if path.is_file())
        listed = [path.relative_to(root).as_posix() for path in found]
        listed = [path for path in listed if not NOT_SOURCE & set(path.split("/"))]
    return {path: (root / path).read_bytes() for path in listed if (root / path).is_file()}


def _tracked(root: Path) -> list[str] | None:
    """The paths that git tracks, or None if this is no repository of its own or there is no git."""
    if not (root / ".git").exists():
        return None
    try:
        done = subprocess.run(["git", "-C", root, "ls-files", "-z"], capture_output=True, text=True, encoding="utf-8")
    except OSError:
        return None
    return [path for path in done.stdout.split("\0") if path] if done.returncode == 0 else None
