"""Placeholders come from a closed list."""

from collections.abc import Iterator

from ..content import Content, Piece, place_in_field
from ..models.council import BLOCKS, placeholders
from ..problem import Problem, cut, suggest
from ..read.markdown_text import PLACEHOLDER, Spot
from .rule import Rule, Settings

PLACEHOLDERS = (*placeholders(), *BLOCKS)
"""What may be written as {{ name }}."""


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Placeholders with a name that is not on the list."""
    for piece in content.pieces:
        for spot in piece.outline.begun:
            if spot.value == "{{":
                yield Problem(
                    piece.item.path, *piece.place(spot.value, spot.line, spot.column), "",
                    "The placeholder that begins here has no end.",
                    f"Write {{{{ {PLACEHOLDERS[0]} }}}}, with two braces on each side.",
                )  # fmt: skip
        for spot in piece.outline.placeholders:
            if spot.value not in PLACEHOLDERS:
                line, column = piece.place("{{", spot.line, spot.column)
                yield Problem(
                    piece.item.path, line, column, "", f"“{{{{ {cut(spot.value)} }}}}” is not a placeholder.",
                    suggest(spot.value, PLACEHOLDERS, "placeholder", most=30),
                )  # fmt: skip
            elif spot.value in BLOCKS and (piece.where or not _stands_alone(piece, spot)):
                line, column = piece.place("{{", spot.line, spot.column)
                yield Problem(
                    piece.item.path, line, column, "", f"“{{{{ {spot.value} }}}}” stands for a whole block.",
                    "Write it on a line of its own in the text of a page, with an empty line before and after it.",
                )  # fmt: skip
    for item in content.items:
        for leaf in item.leaves:
            if leaf.is_markdown or not isinstance(leaf.value, str) or "{{" not in leaf.value:
                continue
            for number, match in enumerate(PLACEHOLDER.finditer(leaf.value)):
                line, column = place_in_field(item, leaf.where, "{{", number)
                yield Problem(
                    item.path, line, column, str(leaf.where[0]),
                    f"“{cut(match[0])}” would be shown as it is in this field.",
                    "Write the words themselves; placeholders work in longer texts.",
                )  # fmt: skip


def _stands_alone(piece: Piece, spot: Spot) -> bool:
    """Whether a placeholder is its whole paragraph."""
    lines = piece.text.split("\n")
    at = spot.line - piece.item.body_line
    beside = [lines[number] for number in (at - 1, at + 1) if 0 <= number < len(lines)]
    return bool(PLACEHOLDER.fullmatch(lines[at].rstrip())) and not any(line.strip() for line in beside)


RULE = Rule("placeholder", "An unknown placeholder would be printed as it is.", find)
