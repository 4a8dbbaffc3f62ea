"""Which colour stands on which: every pair that the theme shows, and how much contrast it needs.

One table, which derivation, refusals, reports, the form on the site and the tests read. A test reads the stylesheets and
fails if they use a pair that is not in it. Names are those of the custom properties in `theme/styles/1-tokens.css`.
"""

from typing import NamedTuple

TEXT = 4.5
"""WCAG 2.2, 1.4.3: text."""
SHAPE = 3.0
"""WCAG 2.2, 1.4.11 and 1.4.3: controls and signs, and large text."""

SURFACES = {
    "light": {"paper": "#fbfaf7", "panel": "#eef1ec", "mark": "#ffe98a", "sheet": "#ffffff"},
    "dark": {"paper": "#141b1b", "panel": "#1e2827", "mark": "#5a4d00", "sheet": "#ffffff"},
}
"""What lies below text, by scheme. The sheet is paper that is shown on the screen, white in both."""
FIXED = {
    "light": {"ink": "#1b2524", "muted": "#4c5a58", "field": "#66736f", "do": "#0a6640", "do-not": "#a8231c"},
    "dark": {"ink": "#e9eeeb", "muted": "#a9b7b3", "field": "#8b9a96", "do": "#7fd3a4", "do-not": "#f19a92"},
}
"""Colours that no council changes: they mean something, or belong to the paper."""
OURS = {
    "light": {
        "brand": "#0e4f4b", "on-brand": "#ffffff", "link": "#0b5f59", "accent": "#a3420e",
        "strong": "#0e4f4b", "focus": "#ffd400", "on-focus": "#1b2524",
        "header-focus": "#ffffff", "header-edge": "#0e4f4b", "sheet-link": "#0b5f59", "sheet-brand": "#0e4f4b",
    },
    "dark": {
        "brand": "#0e4f4b", "on-brand": "#ffffff", "link": "#86d6cb", "accent": "#f2a16f",
        "strong": "#5fa19a", "focus": "#ffd400", "on-focus": "#1b2524",
        "header-focus": "#ffffff", "header-edge": "#0e4f4b", "sheet-link": "#0b5f59", "sheet-brand": "#0e4f4b",
    },
}  # fmt: skip
"""The playbook's own values of what a council may change."""


class Pair(NamedTuple):
    """A colour, the ground that it stands on, and the contrast that it needs there."""

    colour: str
    ground: str
    least: float


def _on(colour: str, grounds: str, least: float) -> list[Pair]:
    return [Pair(colour, ground, least) for ground in grounds.split()]


PAIRS: tuple[Pair, ...] = (
    *_on("ink", "paper panel mark", TEXT),
    *_on("muted", "paper panel", TEXT),
    *_on("link", "paper panel", TEXT),
    *_on("accent", "paper panel", TEXT),
    *_on("do-not", "paper panel", TEXT),
    *_on("paper", "do do-not", TEXT),
    *_on("on-brand", "brand", TEXT),
    *_on("on-focus", "focus", TEXT),
    *_on("sheet-link", "sheet", TEXT),
    *_on("sheet-brand", "sheet", SHAPE),
    *_on("strong", "paper panel", SHAPE),
    *_on("field", "paper panel", SHAPE),
    *_on("do", "paper panel", SHAPE),
    *_on("header-focus", "brand", SHAPE),
)
DECORATION = {"rule", "header-edge"}
"""Lines that say nothing that is not said otherwise: WCAG asks nothing of them."""


def needs(colour: str, scheme: str) -> tuple[tuple[str, float], ...]:
    """The grounds of a scheme that a colour stands on, each with the contrast that it needs there."""
    return tuple(
        (SURFACES[scheme][pair.ground], pair.least)
        for pair in PAIRS if pair.colour == colour and pair.ground in SURFACES[scheme]
    )  # fmt: skip
