"""A lock file, line by line. What is not of the form that we make is no lock file, whoever sends it."""

import re
from dataclasses import dataclass

FOLDER = "requirements"
FITS: dict[str, tuple[str, ...]] = {"site": (), "links": ("site",), "update": ("site",), "fuzz": ("site",), "test": ()}
"""Every lock file in the order in which they are made, with those whose versions it must share."""
LARGEST = 1_000_000  # bytes; the largest of ours has a tenth of that

_NAME = r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?"
_EXTRAS = r"(?:\[[a-z0-9,._-]+\])?"
_PIN = re.compile(rf"({_NAME}){_EXTRAS}==([0-9][0-9A-Za-z.!+-]*)(?: ; ([A-Za-z0-9_.'<>=!() -]+))? \\")
_HASH = re.compile(r"    --hash=sha256:([0-9a-f]{64})( \\)?")
_NOTE = re.compile(rf"    #(?: via)?(?: +(?:-[cr] [a-z]+\.(?:in|lock)|{_NAME}{_EXTRAS}))?")
_PLACE = re.compile(r"://|^\s*(?:-i\b|-f\b|-e\b|--(?:extra-)?index-url|--find-links|--trusted-host)|@ |\bgit\+")
_MOST_SHOWN, _LONGEST_LINE = 60, 500


class NotALock(Exception):
    """A text is no lock file of ours. The message says where and why."""


@dataclass(frozen=True)
class Pin:
    """A package at one version: for which systems (empty: all), by which SHA-256, and where that is written."""

    name: str
    version: str
    marker: str
    hashes: frozenset[str]
    path: str
    line: int


def read_pins(text: str, path: str) -> list[Pin]:
    """What a lock file pins, in its order. Raises NotALock at the first line that none of ours would have."""
    if not text.endswith("\n") or len(text) > LARGEST:
        raise NotALock(f"{path}:1:1: This is no whole lock file. Make it anew: python3 run.py renew")
    found: list[Pin] = []
    begun: tuple[re.Match[str], int] | None = None
    hashes: list[str] = []
    for number, line in enumerate(text[:-1].split("\n"), 1):
        if len(line) > _LONGEST_LINE:
            raise _refused(line, path, number)
        pin, of_file = _PIN.fullmatch(line), _HASH.fullmatch(line)
        if begun and of_file:
            hashes.append(of_file[1])
            if not of_file[2]:
                found.append(Pin(begun[0][1], begun[0][2], begun[0][3] or "", frozenset(hashes), path, begun[1]))
                begun, hashes = None, []
        elif pin and not begun:
            begun = pin, number
        elif begun or not found or not _NOTE.fullmatch(line):
            raise _refused(line, path, number)
    if begun:
        raise NotALock(f"{path}:{begun[1]}:1: The list of hashes breaks off. Make the file anew: python3 run.py renew")
    return found


def _refused(line: str, path: str, number: int) -> NotALock:
    shown = "".join(letter if " " <= letter <= "~" else "?" for letter in line[:_MOST_SHOWN])
    if _PLACE.search(line):
        return NotALock(
            f"{path}:{number}:1: “{shown}” names a place to install from. Take it out: where packages come from is the "
            "business of whoever installs them."
        )
    return NotALock(
        f"{path}:{number}:1: “{shown}” is no line of a lock file: a package at one version, its SHA-256 hashes, and "
        "what needs it."
    )
