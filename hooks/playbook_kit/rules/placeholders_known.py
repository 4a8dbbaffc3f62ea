"""Placeholders come from a closed list."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem, suggest
from .rule import Rule, Settings

PLACEHOLDERS = {"council.name": "our council", "council.short_name": "the council"}
"""What may be written as {{ name }}, and what stands there until a council sets its own."""


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Placeholders with a name that is not on the list."""
    for piece in content.pieces:
        for spot in piece.outline.placeholders:
            if spot.value not in PLACEHOLDERS:
                line, column = piece.place("{{", spot.line, spot.column)
                yield Problem(
                    piece.item.path, line, column, "", f"“{{{{ {spot.value} }}}}” is not a placeholder.",
                    suggest(spot.value, PLACEHOLDERS, "placeholder"),
                )  # fmt: skip


RULE = Rule("placeholder", "An unknown placeholder would be printed as it is.", find)
