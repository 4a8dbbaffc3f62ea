"""The brand of papers and cards: that of the theme, so that they never fall behind it, or a council's own."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ...brand import Look
from ...colour.derive import readable
from ...logo import Picture

COLOURS = ("brand", "on-brand", "paper", "ink")
THEME = Path(__file__).resolve().parents[4] / "theme"


@dataclass(frozen=True)
class Brand:
    """The colours of the light scheme by name, and the shapes of the mark, or a council's logo in its place.

    `brand` is the colour of the header; `heading` can be read on white paper. `plate` is what lies behind the logo.
    A council without a logo has no mark at all. `card`, if given, is the picture of every shared link.
    """

    colours: dict[str, str]
    shapes: str
    logo: Picture | None = None
    plate: str = ""
    card: bytes | None = None

    @property
    def heading(self) -> str:
        """A colour for text on white paper."""
        return self.colours.get("heading", self.colours["brand"])

    def mark(self, colour: str) -> dict[str, Any] | None:
        """The mark for the typesetter: the playbook's in one colour, or a council's logo; None if there is none."""
        if self.logo:
            data: Any = self.logo.data.decode() if self.logo.kind == "svg" else list(self.logo.data)
            return {"data": data, "format": self.logo.ending, "plate": self.plate}
        if not self.shapes:
            return None
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{self.shapes.replace("currentColor", colour)}</svg>'
        return {"data": drawing, "format": "svg", "plate": ""}

    @property
    def key(self) -> list[Any]:
        """Everything that files made with this brand depend on."""
        pictures = [sha256(one).hexdigest() for one in (self.logo.data if self.logo else b"", self.card or b"")]
        return [self.colours, self.shapes, self.plate, *pictures]


def read_brand(theme: Path = THEME) -> Brand:
    """Read the first value of each colour in the tokens, and the mark in the header."""
    tokens = (theme / "styles" / "1-tokens.css").read_text(encoding="utf-8")
    header = (theme / "partials" / "header.html").read_text(encoding="utf-8")
    colours = {name: re.search(rf"^\s*--{name}:\s*(#[0-9a-f]{{6}});", tokens, re.M)[1] for name in COLOURS}
    return Brand(colours, re.search(r'<svg class="pb-header__mark"[^>]*>(.*?)</svg>', header, re.S)[1])


def branded(brand: Brand, look: Look) -> Brand:
    """A council's colours and logo in place of the playbook's; the same brand if no council has named itself."""
    if look.council is None:
        return brand
    light = look.palette.light
    colours = brand.colours | {name: light[name] for name in COLOURS}
    white = [("#ffffff", 4.5), (light["paper"], 4.5)]
    colours["heading"] = readable(light["brand"], white, "black")
    plate = "#ffffff" if look.logo_on_white else light["brand"]
    return Brand(colours, "", look.logo, plate if look.logo else "", look.card.data if look.card else None)
