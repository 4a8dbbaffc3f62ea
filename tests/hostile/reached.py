"""Which fields hold a hostile text in a folder: told from the files themselves, not from what was meant to be written."""

from collections import Counter
from pathlib import Path

from every_field import leaves
from everywhere import Written, read

MARKS = ("alert", "&#97;", ".invalid", "__class__", "data:text/css")
"""What tells a hostile text from another: each of the texts has one of these."""
Reached = dict[str, dict[str, int]]


def is_hostile(value: object) -> bool:
    """Whether a value is one of the hostile texts, or made of one."""
    return isinstance(value, str) and any(mark in value for mark in MARKS)


def reached(root: Path, written: dict[str, Written]) -> Reached:
    """How many hostile texts stand in each field and in the text of each kind of file, by the name of its model."""
    found: dict[str, Counter[str]] = {}
    for path, file in written.items():
        facts, body = read(root, path, file)
        seen = found.setdefault(file.model or path.partition(".")[2], Counter())
        seen.update(place for place, value in leaves(facts) if is_hostile(value))
        seen.update(["text"] if is_hostile(body) else [])
    return {name: dict(seen) for name, seen in found.items()}
