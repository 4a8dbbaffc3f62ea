"""Every image has words that stand for it."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem, cut
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Images without alternative text."""
    for piece in content.pieces:
        for image in piece.outline.images:
            if not image.alt:
                line, column = piece.place(image.value, image.line, image.column)
                yield Problem(
                    piece.item.path, line, column, "", f"The image {cut(image.value)} has no alternative text.",
                    f"Say in the square brackets what it shows: ![what it shows]({cut(image.value)}).",
                )  # fmt: skip


RULE = Rule("alternative-text", "Somebody who cannot see the image needs the same information.", find)
