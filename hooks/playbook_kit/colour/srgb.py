"""Colours as screens show them: eight bits each of red, green and blue, written as `#rrggbb`.

Linear light follows IEC 61966-2-1 (sRGB); luminance and contrast follow WCAG 2.2,
https://www.w3.org/TR/WCAG22/#dfn-relative-luminance and https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
The form on the site does the same in `theme/components/brand/colour.mjs`.
"""

from functools import lru_cache

Linear = tuple[float, float, float]
"""Red, green and blue as amounts of light, from 0 to 1."""

BLACK, WHITE = "#000000", "#ffffff"


def _light(channel: int) -> float:
    part = channel / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


_LIGHT = tuple(_light(channel) for channel in range(256))


def normal(colour: str) -> str:
    """A colour of three or six hexadecimal digits as six small ones: `#ABC` → `#aabbcc`."""
    digits = colour[1:].lower()
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)


def linear(colour: str) -> Linear:
    """The light of a colour `#rrggbb`."""
    return _LIGHT[int(colour[1:3], 16)], _LIGHT[int(colour[3:5], 16)], _LIGHT[int(colour[5:7], 16)]


def from_linear(light: Linear) -> str:
    """The colour `#rrggbb` nearest to this light, each part of which must lie between 0 and 1."""
    return "#" + "".join(f"{_channel(part):02x}" for part in light)


def _channel(light: float) -> int:
    part = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return min(max(int(part * 255 + 0.5), 0), 255)


@lru_cache(maxsize=8192)
def luminance(colour: str) -> float:
    """How light a colour `#rrggbb` looks, from 0 (black) to 1 (white)."""
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `#rrggbb`, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def black_or_white(ground: str) -> str:
    """Whichever of the two stands out more on a ground. It always reaches 4.5 to 1: the test tries every ground of three
    digits, and √21 = 4.58 is the least that the better of the two can have on any ground at all."""
    return WHITE if contrast(WHITE, ground) >= contrast(BLACK, ground) else BLACK
