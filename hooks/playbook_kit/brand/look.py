"""The look of the site, read once for everything that shows it."""

from dataclasses import dataclass, field
from pathlib import Path

from ..colour import Choices, Palette, make_palette
from ..colour.srgb import contrast, normal
from ..colour.stylesheet import override
from ..logo import Picture, read_picture
from ..models.council import COUNCIL_PATH, Council
from ..problem import Problem
from ..read.files import linked_folder, read_bytes
from .favicon import letter_icon

LOGO_HEIGHT = 40
"""The height in pixels at which the header shows a logo."""
CARD_SIZE = (1200, 630)
BARELY_SEEN = 1.5
"""A drawing all of whose colours have less contrast than this with what lies behind it cannot be made out."""

Where = tuple[str | int, ...]


@dataclass(frozen=True)
class Look:
    """What is shown of a council. `council` is None while none has named itself: then everything is the playbook's own.

    `flaws` gives the problems of the pictures, each with the field that names the file.
    """

    council: Council | None = None
    palette: Palette = field(default_factory=lambda: make_palette(Choices()))
    logo: Picture | None = None
    favicon: Picture | None = None
    card: Picture | None = None
    flaws: tuple[tuple[Where, Problem], ...] = ()

    @property
    def stylesheet(self) -> str:
        """What follows the theme's own colours in the stylesheet."""
        return override(self.palette)

    @property
    def logo_alt(self) -> str:
        """What the logo shows, in words."""
        return self.council.brand.logo.alt if self.council and self.council.brand.logo else ""

    @property
    def logo_on_white(self) -> bool:
        """Whether the logo lies on a white plate instead of on the header's colour."""
        return bool(self.council and self.council.brand.logo and self.council.brand.logo.ground == "white")

    @property
    def logo_size(self) -> tuple[int, int]:
        """The width and height in pixels at which the header shows the logo."""
        return (max(round(LOGO_HEIGHT * self.logo.ratio), 1), LOGO_HEIGHT) if self.logo else (0, 0)

    @property
    def logo_uri(self) -> str:
        """The logo's path in the site."""
        return f"assets/logo.{self.logo.ending}" if self.logo else ""

    @property
    def favicon_uri(self) -> str:
        """The icon's path in the site."""
        return f"assets/favicon.{self.favicon.ending}" if self.favicon else "assets/favicon.svg"

    @property
    def favicon_type(self) -> str:
        """The icon's media type."""
        return f"image/{self.favicon.kind}" if self.favicon and self.favicon.kind != "svg" else "image/svg+xml"

    @property
    def files(self) -> dict[str, bytes]:
        """The files that the site serves besides its pages, by their paths."""
        named = ((self.logo_uri, self.logo), (self.favicon_uri, self.favicon))
        return {uri: picture.data for uri, picture in named if picture}


def read_look(root: Path, council: Council | None) -> Look:
    """Read the colours and pictures that a council names, from below `root`."""
    if council is None:
        return Look()
    brand = council.brand
    palette = make_palette(Choices(**brand.colours.model_dump()))
    flaws: list[tuple[Where, Problem]] = []
    logo = _picture(root, ("brand", "logo", "file"), brand.logo.file, flaws) if brand.logo else None
    favicon = _picture(root, ("brand", "favicon"), brand.favicon, flaws) if brand.favicon else None
    card = _picture(root, ("brand", "card"), brand.card, flaws) if brand.card else None
    if brand.favicon and favicon and (favicon.kind == "jpeg" or not favicon.is_square):
        flaws.append((("brand", "favicon"), Problem(
            brand.favicon, 1, 1, "", "An icon is as wide as it is high, and an SVG or a PNG.",
            "Save it so, or leave “favicon” out: then it is made from your logo or your name.",
        )))  # fmt: skip
    if brand.card and card and (card.kind != "png" or (card.width, card.height) != CARD_SIZE):
        flaws.append((("brand", "card"), Problem(
            brand.card, 1, 1, "", f"The picture of a shared link is a PNG of {CARD_SIZE[0]} by {CARD_SIZE[1]} pixels.",
            "Save it so, or leave “card” out: then one is drawn for each page.",
        )))  # fmt: skip
    if brand.logo and logo:
        flaws += _unseen(logo, brand.logo.file, "#ffffff" if brand.logo.ground == "white" else palette.light["brand"])
    if favicon is None:
        usable = logo and logo.kind != "jpeg" and logo.is_square
        favicon = logo if usable else letter_icon(council.short_name or council.name, palette)
    return Look(council, palette, logo, favicon, card, tuple(flaws))


def _picture(root: Path, where: Where, path: str, flaws: list[tuple[Where, Problem]]) -> Picture | None:
    linked = linked_folder(root, path.rpartition("/")[0])
    data = linked[0] if linked else read_bytes(root, root / path)
    if isinstance(data, Problem):
        flaws.append((where, data))
        return None
    picture, found = read_picture(data)
    flaws += [
        (where, Problem(path, flaw.line, 1, "", flaw.message, flaw.fix, "error" if flaw.stops else "warning"))
        for flaw in found
    ]
    return picture


def _unseen(logo: Picture, path: str, ground: str) -> list[tuple[Where, Problem]]:
    """A warning if a drawing is painted in nothing but colours that cannot be told from what lies behind it."""
    if not logo.paints or any(contrast(paint, ground) >= BARELY_SEEN for paint in map(normal, logo.paints)):
        return []
    other = "header" if ground == "#ffffff" else "white"
    behind = "the white that lies behind it" if ground == "#ffffff" else "the header's colour"
    return [(("brand", "logo"), Problem(
        path, 1, 1, "", f"The logo can hardly be seen: all its colours are close to {behind}.",
        f"Write “ground: {other}” under “logo” in {COUNCIL_PATH}.", "warning",
    ))]  # fmt: skip
