"""Versions such as 1.4.0, and their order."""

import re
from collections.abc import Iterable

from ..settings.version import VERSION_FILE

__all__ = ["VERSION_FILE", "between", "newest", "parts"]

_VERSION = re.compile(r"v?(\d+)\.(\d+)\.(\d+)")


def parts(version: str) -> tuple[int, int, int] | None:
    """The three numbers of a version, with or without a v before them; None if it is no version."""
    match = _VERSION.fullmatch(version.strip())
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def newest(versions: Iterable[str]) -> str | None:
    """The highest of these versions; what is no version is passed over."""
    known = [(found, version) for version in versions if (found := parts(version))]
    return max(known)[1] if known else None


def between(version: str, old: str, new: str) -> bool:
    """Whether a version comes after `old`, up to and with `new`. An `old` that is no version comes before all."""
    here, last = parts(version), parts(new)
    return bool(here and last and (parts(old) or (-1, 0, 0)) < here <= last)
