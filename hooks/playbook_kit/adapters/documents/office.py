"""What Word and OpenDocument files have in common: the type that every office has, and its sizes.

The sizes follow those of the PDF. The type is a little wider, so it is set a little smaller and tighter.
"""

from dataclasses import dataclass

from ...papers.sizes import INDENT, STYLES, Style

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
