"""Markdown is shown as it was meant: nothing without an end, nothing taken for code by accident."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem
from ..read.markdown_text import DEEPEST, LONGEST_PARAGRAPH, MOST_BRACKETS, MOST_HEADINGS
from .rule import Rule, Settings

TOO_LONG = (
    f"This paragraph has {{count}} characters; at most {LONGEST_PARAGRAPH:,} are read.",
    "Leave an empty line between paragraphs.",
)
TOO_MANY_BRACKETS = (
    f"This paragraph has {{count}} signs “[”; at most {MOST_BRACKETS} are read.",
    "Leave an empty line between paragraphs, and take out those with which no link and no source begins.",
)


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Code and comments without an end, text indented like code, lists too deep and paragraphs too long."""
    for piece in content.pieces:
        found = piece.outline
        for spots, message, fix in (
            (
                found.indented, "A line that begins with four spaces is shown as code.",
                "Take the spaces away. To go on inside a list, indent by as much as the text above.",
            ),
            (
                found.too_deep, f"Lists or quotations stand inside each other more than {DEEPEST} deep here.",
                "Write them one after the other.",
            ),
            (
                found.half_links, "A link seems to begin here, and what follows “](” is no address.",
                "Write [words](address) without spaces in the address, or put a space between ] and (.",
            ),
            (
                found.too_many, f"This page has more than {MOST_HEADINGS} headings.",
                "Split the text into pages.",
            ),
        ):  # fmt: skip
            for spot in spots:
                line, column = piece.place(spot.value, spot.line, spot.column)
                yield Problem(piece.item.path, line, column, "", message, fix)
        for spot in found.unclosed:
            line, column = piece.place(spot.value, spot.line, spot.column)
            ending = "-->" if spot.value == "<!--" else spot.value
            yield Problem(
                piece.item.path, line, column, "",
                f"What begins here with {spot.value} has no end, so all that follows would belong to it.",
                f"Write {ending} where it ends.",
            )  # fmt: skip
        for spots, (message, fix) in ((found.too_long, TOO_LONG), (found.bracketed, TOO_MANY_BRACKETS)):
            for spot in spots:
                line, column = piece.place("", spot.line, spot.column)
                yield Problem(piece.item.path, line, column, "", message.format(count=spot.value), fix)


RULE = Rule("structure", "What is written must not be shown as something else, or not at all.", find)
