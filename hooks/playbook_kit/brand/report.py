"""A council's colours and every contrast, as text for a terminal."""

from ..colour import Palette

_NAMES = {"sheet": "white paper", "mark": "marked words", "on-brand": "the header's text", "strong": "lines"}


def colour_report(palette: Palette) -> str:
    """What was made of the colours, then the contrast of each pair in both schemes with what it needs."""
    lines = ["Colours                light     dark"]
    for name in ("brand", "on-brand", "link", "accent", "strong", "focus"):
        lines.append(f"  {_name(name):<19}  {palette.light[name]}   {palette.dark[name]}")
    lines += ["", "Contrast                                   light   dark   needed"]
    light = [one for one in palette.measure() if one.scheme == "light"]
    dark = [one for one in palette.measure() if one.scheme == "dark"]
    for one, other in zip(light, dark, strict=True):
        pair = f"{_name(one.colour)} on {_name(one.ground)}"
        lines.append(f"  {pair:<38} {down(one.ratio):>7} {down(other.ratio):>6} {one.least:>8g}")
    return "\n".join(lines)


def down(ratio: float) -> str:
    """A ratio with two figures after the point, never rounded up: 4.497 is not 4.5."""
    return f"{int(ratio * 100 + 1e-9) / 100:.2f}"


def _name(token: str) -> str:
    return _NAMES.get(token, token.replace("-", " "))
