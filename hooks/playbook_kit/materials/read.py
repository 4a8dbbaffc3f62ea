"""The parts, from the list of what is served and from the lock file of what builds."""

import hashlib
import re
from pathlib import Path
from typing import Any

from ..problem import Problem
from ..read.files import read_text
from ..read.yaml_text import parse_yaml
from .part import Part

THEME = "theme"
SERVED = f"{THEME}/third-party.yml"
LOCK = "requirements/site.lock"
LICENCES = "requirements/licences.yml"
_PINNED = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[a-z,]+\])?==([^\s;\\]+)((?:[^\n]*\\\n)*[^\n]*)", re.M)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def read_parts(root: Path) -> list[Part]:
    """All parts below `root`, those that readers are sent first; a list that is not there adds none."""
    return [*_served(root), *_building(root)]


def _served(root: Path) -> list[Part]:
    return [
        Part(
            str(one["name"]), str(one["version"]), str(one["licence"]), str(one["package"]), True, str(one["purpose"]),
            tuple(_hashes(root / THEME, [str(pattern) for pattern in one["files"]])),
        )
        for one in _values(root, SERVED) or []
    ]  # fmt: skip


def _hashes(folder: Path, patterns: list[str]) -> list[tuple[str, str]]:
    found = sorted(path for pattern in patterns for path in folder.glob(pattern))
    return [(path.relative_to(folder).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in found]


def _building(root: Path) -> list[Part]:
    lock = read_text(root, root / LOCK)
    if isinstance(lock, Problem):
        return []
    licences = _values(root, LICENCES) or {}
    return [
        Part(
            name, version, str(licences.get(name, "")), f"pkg:pypi/{name}@{version}", False,
            hashes=tuple(("", one) for one in _HASH.findall(rest)),
        )
        for name, version, rest in _PINNED.findall(lock.text)
    ]  # fmt: skip


def _values(root: Path, path: str) -> Any:
    file = read_text(root, root / path)
    return None if isinstance(file, Problem) else parse_yaml(file.text, path).value
