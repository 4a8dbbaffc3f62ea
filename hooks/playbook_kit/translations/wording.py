"""The name of the English that a translation was made from: what it says, and what it is built on."""

from typing import Any

from ..content import Item
from ..do_and_dont import DO, DO_NOT
from ..local.merge import Change
from ..local.wording import wording_of
from .said import not_said, only_said

BODY = "text"
"""What the text below the facts is called where wordings are shown."""


def wording(item: Item) -> str:
    """The name of an item's wording: two words, of what it says and of what its parts stand on."""
    shape = [Change("fields", not_said(item.kind.model, item.facts), None), Change("headings", headings(item), None)]
    return f"{wording_of(changes(item))}-{wording_of(shape)}"


def is_same_shape(based_on: str, now: str) -> bool:
    """Whether the parts of a translation can still be put where they belong, though the words have changed."""
    return based_on.partition("-")[2] == now.partition("-")[2]


def changes(item: Item, said: dict[str, Any] | None = None, body: str = "") -> list[Change]:
    """Both wordings of each part: the English, and what a translation says."""
    found = [
        Change(name, value, (said or {}).get(name)) for name, value in only_said(item.kind.model, item.facts).items()
    ]
    return [*found, Change(BODY, item.body, body)] if item.kind.has_body else found


def headings(item: Item) -> list[tuple[int, str]]:
    """The level of each heading in a text, and whether it is one of a list of advice."""
    return (
        [(one.level, one.value if one.value in (DO, DO_NOT) else "") for one in item.outline.headings]
        if item.kind.has_body
        else []
    )
