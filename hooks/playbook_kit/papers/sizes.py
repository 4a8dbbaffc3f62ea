"""The sizes of a paper in points: the typesetter and the word processors' files take them from here."""

from dataclasses import dataclass

from .face import Weight

PAGE = (595.28, 841.89)
MARGIN = {"top": 30.0, "bottom": 26.0, "side": 40.0}
GUTTER = 22.0
INDENT = {"ask": 11.0, "item": 13.0, "reason": 17.0, "strength": 21.0, "source": 13.0}
SPARE = 4.0
"""What stays free at the foot of the page, whatever is counted."""


@dataclass(frozen=True)
class Style:
    """Size and distance of lines, weight, and the space above, which falls away at the top of a column."""

    size: float
    line: float
    weight: Weight = "regular"
    above: float = 0.0


STYLES = {
    "top": Style(8, 11),
    "title": Style(21, 25, "bold", 12),
    "lead": Style(10, 13, above=2),
    "ask-heading": Style(8.8, 11.6, "bold", 10),
    "ask": Style(10, 13),
    "heading": Style(10, 13, "bold", 9),
    "body": Style(8.8, 11.6, above=2.5),
    "reply": Style(9.2, 11.8, "bold", 7),
    "strength": Style(8, 10.6, above=1.4),
    "reason": Style(8.5, 11, above=2.8),
    "item": Style(8.8, 11.6, above=2.4),
    "sources-heading": Style(7.6, 10, "bold", 12),
    "sources-note": Style(6.8, 10, above=1.2),
    "source": Style(6.8, 8.4, above=1.2),
    "foot": Style(7.6, 10, above=8),
    "note": Style(7.6, 10),
}
TEXT_WIDTH = PAGE[0] - 2 * MARGIN["side"]
COLUMN = (TEXT_WIDTH - GUTTER) / 2
ROOM = PAGE[1] - MARGIN["top"] - MARGIN["bottom"]
