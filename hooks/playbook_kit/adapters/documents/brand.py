"""The brand, read from the theme, so that papers and cards never fall behind it: colours and mark."""

import re
from dataclasses import dataclass
from pathlib import Path

COLOURS = ("brand", "on-brand", "paper", "ink")
THEME = Path(__file__).resolve().parents[4] / "theme"


@dataclass(frozen=True)
class Brand:
    """The colours of the light scheme by name, and the shapes of the mark."""

    colours: dict[str, str]
    shapes: str

    def mark(self, colour: str) -> str:
        """The mark as a picture of its own in one colour."""
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{self.shapes.replace("currentColor", colour)}</svg>'


def read_brand(theme: Path = THEME) -> Brand:
    """Read the first value of each colour in the tokens, and the mark in the header."""
    tokens = (theme / "styles" / "1-tokens.css").read_text(encoding="utf-8")
    header = (theme / "partials" / "header.html").read_text(encoding="utf-8")
    colours = {name: re.search(rf"^\s*--{name}:\s*(#[0-9a-f]{{6}});", tokens, re.M)[1] for name in COLOURS}
    return Brand(colours, re.search(r'<svg class="pb-header__mark"[^>]*>(.*?)</svg>', header, re.S)[1])
