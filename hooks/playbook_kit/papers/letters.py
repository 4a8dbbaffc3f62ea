"""Letters that the type of the papers does not have: reported, and replaced on paper, never printed as nothing."""

from collections.abc import Iterator

from ..content import Content, Item, Leaf, place_in_field
from ..problem import Problem
from .text import UNKNOWN, unknown_letters

PRINTED = {
    "argument": ("one_liner", "concession", "comebacks", "evidence"),
    "objection": ("title", "true_in_it", "short_answer", "controls", "unknown"),
    "source": ("title", "author", "publisher", "published"),
}  # fmt: skip
"""The fields that papers print, by kind."""


def letters_to_replace(content: Content) -> list[Problem]:
    """A warning for each letter in a printed field that the type does not have."""
    return list(_find(content))


def _find(content: Content) -> Iterator[Problem]:
    for kind, fields in PRINTED.items():
        for item in content.of(kind):
            for leaf in item.leaves:
                if leaf.where[0] in fields and isinstance(leaf.value, str) and not leaf.value.isascii():
                    yield from (_problem(item, leaf, letter) for letter in unknown_letters(leaf.value))


def _problem(item: Item, leaf: Leaf, letter: str) -> Problem:
    line, column = place_in_field(item, leaf.where, letter)
    return Problem(
        item.path, line, column, str(leaf.where[0]),
        f"The briefs’ type has no “{letter}”: they print “{UNKNOWN}” there.",
        "Say it in Latin letters, if it matters.", "warning", "letter",
    )  # fmt: skip
