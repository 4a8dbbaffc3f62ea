"""Headings go down one level at a time, below the one title."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """First-level headings in a body (the title in the front matter is it) and skipped levels."""
    for piece in content.pieces:
        before = 1
        named: set[str] = set()
        for heading in piece.outline.headings:
            if piece.where:
                line, column = piece.place(heading.value, heading.line, 1)
                yield Problem(
                    piece.item.path, line, column, str(piece.where[0]), "There is a heading inside this field.",
                    "Take out the # at the beginning of the line; write plain paragraphs.",
                )  # fmt: skip
                continue
            if not heading.value:
                yield Problem(
                    piece.item.path, heading.line, heading.column, "", "This heading has no words.",
                    "Write them after the #, or take the line out.",
                )  # fmt: skip
            if heading.anchor in named:
                yield Problem(
                    piece.item.path, heading.line, heading.column, "", f"Two headings have the id “{heading.anchor}”.",
                    f"Give one of them another id: {{#{heading.anchor}-2}}, for example.",
                )  # fmt: skip
            named.add(heading.anchor)
            if heading.level == 1:
                yield Problem(
                    piece.item.path, heading.line, heading.column, "",
                    f"“{heading.value}” is a second first-level heading; the title above it is the first.",
                    f"Write “## {heading.value}”.",
                )  # fmt: skip
            elif heading.level > before + 1:
                yield Problem(
                    piece.item.path, heading.line, heading.column, "",
                    f"The heading “{heading.value}” is at level {heading.level}, straight after level {before}.",
                    f"Write “{'#' * (before + 1)} {heading.value}”.",
                )  # fmt: skip
            before = heading.level


RULE = Rule("heading", "People who listen to a page find their way by its headings.", find)
