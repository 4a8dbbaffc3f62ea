"""What differs between the lock files as they are and others."""

from collections.abc import Iterable
from dataclasses import dataclass

from .pins import FITS, Pin


@dataclass(frozen=True)
class Change:
    """A package whose versions or files are others; `locks` names the lock files, `old` is empty for a new package.

    Where the versions are the same, the files of that version are others.
    """

    name: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    locks: tuple[str, ...]


def compare(old: dict[str, list[Pin]], new: dict[str, list[Pin]]) -> list[Change]:
    """Every change between lock files by their names, each said once, in the order of packages."""
    found: dict[tuple[str, tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for lock in (name for name in FITS if name in new):
        before, after = _by_name(old.get(lock, [])), _by_name(new[lock])
        for name in before.keys() | after.keys():
            was, now = before.get(name, []), after.get(name, [])
            if {(one.version, one.marker, one.hashes) for one in was} != {
                (one.version, one.marker, one.hashes) for one in now
            }:
                found.setdefault((name, _versions(was), _versions(now)), []).append(lock)
    return [Change(*key, tuple(locks)) for key, locks in sorted(found.items())]


def _by_name(pins: Iterable[Pin]) -> dict[str, list[Pin]]:
    found: dict[str, list[Pin]] = {}
    for pin in pins:
        found.setdefault(pin.name, []).append(pin)
    return found


def _versions(pins: Iterable[Pin]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(pin.version for pin in pins))
