"""A council's picture as bytes that may be served: SVG, PNG or JPEG."""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["svg", "png", "jpeg"]
LARGEST = 500_000  # bytes
WIDEST = 12.0
"""How many times as wide as high, or as high as wide, a picture may be."""
SIGNATURES: dict[Kind, bytes] = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}
ENDINGS: dict[Kind, str] = {"svg": "svg", "png": "png", "jpeg": "jpg"}


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a picture, and what to do. With `stops` it is not shown. `line` counts from 1."""

    message: str
    fix: str
    stops: bool = True
    line: int = 1


@dataclass(frozen=True)
class Picture:
    """A picture that may be served: its kind, its bytes, its size in its own units, the colours of a drawing."""

    kind: Kind
    data: bytes
    width: float
    height: float
    paints: frozenset[str] = field(default=frozenset())

    @property
    def ratio(self) -> float:
        """How many times as wide as high."""
        return self.width / self.height

    @property
    def is_square(self) -> bool:
        """Whether it is about as wide as high, so that it can be an icon."""
        return 0.8 <= self.ratio <= 1.25

    @property
    def ending(self) -> str:
        """The ending of its file's name."""
        return ENDINGS[self.kind]


def read_picture(data: bytes) -> tuple[Picture | None, list[Flaw]]:
    """What may be served of a picture's bytes, and what is wrong with them; what it is shows in its first bytes."""
    from .raster import read_jpeg, read_png
    from .svg import read_svg

    if len(data) > LARGEST:
        return None, [Flaw(f"The picture is {len(data):,} bytes; at most {LARGEST:,} are served to every reader.",
                           "Save it smaller: a logo in the header is 40 pixels high.")]  # fmt: skip
    if data.startswith(SIGNATURES["png"]):
        picture, flaws = read_png(data)
    elif data.startswith(SIGNATURES["jpeg"]):
        picture, flaws = read_jpeg(data)
    elif b"<" in data[:400] and b"\0" not in data:
        picture, flaws = read_svg(data)
    else:
        return None, [Flaw("This is neither an SVG nor a PNG nor a JPEG picture.", "Save it as one of these, and try again.")]
    if picture and not 1 / WIDEST <= picture.ratio <= WIDEST:
        flaws.append(Flaw(
            f"The picture is {picture.width:g} by {picture.height:g}, which is too long and thin to be shown.",
            f"Its longer side may be {WIDEST:g} times the shorter one; cut it to what is drawn.",
        ))  # fmt: skip
    return (None if any(flaw.stops for flaw in flaws) else picture), flaws
