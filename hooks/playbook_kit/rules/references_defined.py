"""Reference links and footnotes point to something in the text."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem, cut
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Reference links and footnotes without a definition, and footnotes that nothing refers to."""
    for piece in content.pieces:
        for spot in piece.outline.undefined:
            line, column = piece.place(f"[{spot.value}]", spot.line, spot.column)
            if spot.value.startswith("^"):
                message = f"The footnote [{cut(spot.value)}] has no text."
                fix = f"Add a line “[{cut(spot.value)}]: …”, or cite a source: [@source-id]."
            else:
                message = f"The link refers to [{cut(spot.value)}], which is not defined."
                fix = f"Add a line “[{cut(spot.value)}]: address”, or write [words](address)."
            yield Problem(piece.item.path, line, column, "", message, fix)
        for spot in piece.outline.unused_notes:
            line, column = piece.place(f"[^{spot.value}]", spot.line, spot.column)
            yield Problem(
                piece.item.path, line, column, "", f"Nothing in the text refers to the footnote [^{cut(spot.value)}].",
                f"Write [^{cut(spot.value)}] in the text where the footnote belongs, or take the footnote out.",
            )  # fmt: skip


RULE = Rule("reference", "An undefined one is printed with its brackets.", find)
