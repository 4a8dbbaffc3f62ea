"""The changelog by version."""

import re

from .version import between

_HEADING = re.compile(r"^## \[?v?(?P<version>\d+\.\d+\.\d+)\]?.*$", re.M)
FOR_COUNCILS = "For councils"


def entries(text: str) -> list[tuple[str, str]]:
    """Each version of a changelog with what is said of it, in the order of the file."""
    found = list(_HEADING.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [(match["version"], text[match.end() : end].strip()) for match, end in zip(found, ends, strict=False)]


def for_councils(body: str) -> str:
    """The part of an entry that is written for councils, or nothing."""
    match = re.search(rf"^### {FOR_COUNCILS}\s*\n(.*?)(?=^### |\Z)", body, re.M | re.S)
    return match[1].strip() if match else ""


def told(text: str, old: str, new: str) -> list[tuple[str, str]]:
    """What councils are told of the versions after `old`, up to `new`, the newest first as in the file."""
    chosen = [(version, for_councils(body) or body) for version, body in entries(text) if between(version, old, new)]
    return [(version, body) for version, body in chosen if body]
