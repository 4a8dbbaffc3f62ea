"""What Word and OpenDocument files have in common: the type that every office has, and the looks of its paragraphs.

The sizes of a paper follow those of its PDF. The type is a little wider, so it is set a little smaller and tighter.
"""

from dataclasses import dataclass

from ...papers.sizes import INDENT, MARGIN, PAGE, STYLES, Style

FONT = "Arial"
SMALLER = 0.94
INK = "000000"
MUTED = "333333"


@dataclass(frozen=True)
class Look:
    """How a paragraph looks: sizes in points, and whether it stays with the next one."""

    size: float
    line: float
    above: float
    bold: bool = False
    muted: bool = False
    branded: bool = False
    keep: bool = False
    indent: float = 0.0
    outline: int = 0


def _look(style: Style, **more) -> Look:
    def near(points: float) -> float:
        return round(points * SMALLER * 2) / 2

    return Look(
        near(style.size),
        round(style.line * SMALLER, 1),
        round(style.above * SMALLER, 1),
        style.weight == "bold",
        **more,
    )


LOOKS = {
    "top": _look(STYLES["top"], branded=True),
    "title": _look(STYLES["title"], keep=True, outline=1),
    "lead": _look(STYLES["lead"], muted=True),
    "ask-heading": _look(STYLES["ask-heading"], branded=True, keep=True, indent=INDENT["ask"], outline=2),
    "ask": _look(STYLES["ask"], indent=INDENT["ask"]),
    "heading": _look(STYLES["heading"], branded=True, keep=True, outline=2),
    "body": _look(STYLES["body"]),
    "reply": _look(STYLES["reply"], keep=True, outline=3),
    "strength": _look(STYLES["strength"], keep=True),
    "reason": _look(STYLES["reason"], indent=INDENT["reason"]),
    "item": _look(STYLES["item"], indent=INDENT["item"]),
    "sources-heading": _look(STYLES["sources-heading"], keep=True, outline=2),
    "sources-note": _look(STYLES["sources-note"], keep=True),
    "source": _look(STYLES["source"], indent=INDENT["source"]),
    "foot": _look(STYLES["foot"]),
    "note": _look(STYLES["note"], muted=True),
}


@dataclass(frozen=True)
class Form:
    """A kind of document: its paragraphs by name, and its margins in points."""

    looks: dict[str, Look]
    margin: dict[str, float]

    @property
    def width(self) -> float:
        """How wide its text is, in points."""
        return PAGE[0] - 2 * self.margin["side"]


PAPER = Form(LOOKS, MARGIN)
"""One side of A4, as full as can be read."""

HANDOUT = Form(
    {
        "top": Look(9, 12, 0, branded=True),
        "title": Look(22, 27, 14, bold=True, keep=True, outline=1),
        "lead": Look(12, 16, 4, muted=True),
        "heading": Look(14, 18, 18, bold=True, branded=True, keep=True, outline=2),
        "reply": Look(11.5, 15, 11, bold=True, keep=True, outline=3),
        "body": Look(11, 15, 5),
        "item": Look(11, 15, 3.5, indent=18),
        "reason": Look(11, 15, 3.5, indent=18),
        "source": Look(11, 15, 3.5, indent=18),
        "cell": Look(10, 13, 1.5),
        "aside": Look(9.5, 13, 4, muted=True, indent=12),
        "foot": Look(9, 12, 20, muted=True),
        "note": Look(9, 12, 2, muted=True),
    },
    {"top": 57.0, "bottom": 57.0, "side": 62.0},
)
"""A document to work on, as an office writes one. Its `aside` is a note to whoever adapts it."""
