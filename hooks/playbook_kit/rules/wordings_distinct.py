"""A wording leads to one objection."""

from collections.abc import Iterator

from ..content import Content, Item, Leaf
from ..models.base import BLANK
from ..problem import Problem, cut
from .rule import Rule, Settings

SAID = ("“{text}” stands in {path} already.", "Keep it where it fits best, and word the other differently.")
"""What is said of a wording that stands in another place: the message, then what to write."""


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Wordings that stand twice under `heard_as`, in one objection or in two."""
    seen: dict[str, str] = {}
    for item, leaf in _wordings(content):
        if key(leaf.value) in seen:
            mark = item.mark(*leaf.where)
            yield twice(item.path, mark.line, mark.column, leaf.value, seen[key(leaf.value)], "heard_as")
        seen.setdefault(key(leaf.value), item.path)


def key(text: str) -> str:
    """What is alike in two wordings that are one."""
    return " ".join(text.lower().replace("’", "'").strip(" .!?").split())


def places(content: Content) -> dict[str, str]:
    """The file in which each wording stands first, by the key of the wording."""
    return {key(leaf.value): item.path for item, leaf in reversed(list(_wordings(content)))}


def twice(path: str, line: int, column: int, text: str, place: str, field: str) -> Problem:
    """The problem of a wording that stands at `place` already."""
    return Problem(path, line, column, field, SAID[0].format(text=cut(text), path=place), SAID[1])


def _wordings(content: Content) -> Iterator[tuple[Item, Leaf]]:
    for item in content.of("objection"):
        for leaf in item.leaves:
            if leaf.where[0] == "heard_as" and isinstance(leaf.value, str) and leaf.value not in ("", BLANK):
                yield item, leaf


RULE = Rule("wording-twice", "Somebody who types what she heard should find one answer first.", find)
