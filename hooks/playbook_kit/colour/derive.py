"""From a colour to the nearest that can be read: lightness moves in OKLCH, the hue stays, chroma gives way if it must."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from .oklab import from_oklab, to_oklab
from .srgb import Linear, contrast, from_linear, linear, normal

Towards = Literal["black", "white"]
Needs = Sequence[tuple[str, float]]
"""Grounds `#rrggbb`, each with the contrast that is needed on it."""

STEPS = 1024
"""Into so many steps the way from a colour to black or white is parted."""
CHROMA_STEPS = 64
SLACK = 1e-4
"""How far light may lie outside a screen's range before chroma is taken away: less than a step of eight bits."""


def passes(colour: str, needs: Needs) -> bool:
    """Whether a colour has the contrast that it needs on every ground."""
    return all(contrast(colour, ground) >= least for ground, least in needs)


def readable(start: str, needs: Needs, towards: Towards) -> str:
    """The colour nearest to `start` on the way to black or white that has the contrast it needs; `start` if it has it.

    Raises ValueError if even black or white has too little, which no list of needs of ours may ask for.
    """
    start = normal(start)
    if passes(start, needs):
        return start
    if not passes(_on_the_way(start, towards, STEPS), needs):
        raise ValueError(f"nothing on the way from {start} to {towards} can be read on all of {needs}")
    fails, succeeds = 0, STEPS
    while succeeds - fails > 1:
        middle = (fails + succeeds) // 2
        if passes(_on_the_way(start, towards, middle), needs):
            succeeds = middle
        else:
            fails = middle
    return _on_the_way(start, towards, succeeds)


def nearest(wanted: str, needs: Needs) -> str | None:
    """The colour nearest in lightness to `wanted` that has the contrast it needs, whichever way; None if neither has."""
    lightness = _lab(normal(wanted))[0]
    ways: tuple[Towards, ...] = ("black", "white")
    found = []
    for towards in ways:
        try:
            found.append(readable(wanted, needs, towards))
        except ValueError:
            continue
    return min(found, key=lambda colour: abs(_lab(colour)[0] - lightness), default=None)


@lru_cache(maxsize=8192)
def _lab(colour: str) -> tuple[float, float, float]:
    return to_oklab(linear(colour))


def _on_the_way(start: str, towards: Towards, step: int) -> str:
    """The colour after `step` of STEPS steps of lightness, with as much of its chroma as a screen can show."""
    lightness, a, b = _lab(start)
    goal = 0.0 if towards == "black" else 1.0
    moved = lightness + (goal - lightness) * step / STEPS
    light = from_oklab((moved, a, b))
    if not _shown(light):
        # The greatest part of the chroma that can be shown, in steps: none of it always can.
        kept, lost = 0, CHROMA_STEPS
        while lost - kept > 1:
            middle = (kept + lost) // 2
            if _shown(from_oklab((moved, a * middle / CHROMA_STEPS, b * middle / CHROMA_STEPS))):
                kept = middle
            else:
                lost = middle
        light = from_oklab((moved, a * kept / CHROMA_STEPS, b * kept / CHROMA_STEPS))
    red, green, blue = (min(max(part, 0.0), 1.0) for part in light)
    return from_linear((red, green, blue))


def _shown(light: Linear) -> bool:
    return all(-SLACK <= part <= 1 + SLACK for part in light)
