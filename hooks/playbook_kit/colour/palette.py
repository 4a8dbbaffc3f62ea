"""All colours of a site, from the few that a council gives."""

from collections.abc import Iterator
from dataclasses import dataclass

from .derive import Towards, nearest, passes, readable
from .pairs import FIXED, OURS, PAIRS, SURFACES, needs
from .srgb import black_or_white, contrast, normal

SCHEMES = ("light", "dark")
FAINT = 1.3
"""Below this contrast with the paper a header would seem to be missing, so it is given an edge."""
INK = FIXED["light"]["ink"]
COMFORT = {"light": 1.0, "dark": 1.45}
"""How much more contrast than is needed a derived text colour is given: light text on dark paper glares, so what has to
be made lighter anyway is made light enough to be read at length."""


@dataclass(frozen=True)
class Choices:
    """What a council gives, each `#rgb` or `#rrggbb`, or None for what is to be derived."""

    brand: str | None = None
    link: str | None = None
    link_dark: str | None = None
    accent: str | None = None
    accent_dark: str | None = None
    focus: str | None = None

    def given(self, token: str, scheme: str) -> str | None:
        """The colour given for a token in a scheme."""
        colour = getattr(self, token if scheme == "light" else f"{token}_dark")
        return normal(colour) if colour else None


@dataclass(frozen=True)
class Fault:
    """A colour that was given and cannot be read: its field, what it stands on, and the nearest that can be read."""

    field: str
    colour: str
    ground: str
    ratio: float
    least: float
    instead: str


@dataclass(frozen=True)
class Measured:
    """The contrast of one pair in one scheme."""

    scheme: str
    colour: str
    ground: str
    hexes: tuple[str, str]
    ratio: float
    least: float


@dataclass(frozen=True)
class Palette:
    """The colours of both schemes by the names of their custom properties, and what was wrong with those given."""

    light: dict[str, str]
    dark: dict[str, str]
    faults: tuple[Fault, ...] = ()

    def of(self, scheme: str) -> dict[str, str]:
        """The colours of a scheme, surfaces included."""
        return self.light if scheme == "light" else self.dark

    def measure(self) -> Iterator[Measured]:
        """The contrast of every pair in both schemes."""
        for scheme in SCHEMES:
            colours = self.of(scheme)
            for pair in PAIRS:
                hexes = colours[pair.colour], colours[pair.ground]
                yield Measured(scheme, pair.colour, pair.ground, hexes, contrast(*hexes), pair.least)

    def changed(self, scheme: str) -> dict[str, str]:
        """Only what differs from the playbook's own colours: for the dark scheme, from those of both schemes."""
        ours, light = OURS[scheme], self.light
        return {
            name: colour for name, colour in self.of(scheme).items()
            if name in ours and (colour != ours.get(name) or (scheme == "dark" and light[name] != OURS["light"].get(name)))
        }  # fmt: skip


def make_palette(choices: Choices) -> Palette:
    """Derive every colour from those given; a colour that is given and cannot be read is a fault, and is left as it is."""
    return Palette(_scheme(choices, "light"), _scheme(choices, "dark"), tuple(_faults(choices)))


def _scheme(choices: Choices, scheme: str) -> dict[str, str]:
    colours = {**SURFACES[scheme], **FIXED[scheme], **OURS[scheme]}
    for token in ("link", "accent"):
        colours[token] = _text(choices, token, scheme) or colours[token]
    colours["sheet-link"] = _text(choices, "link", "light") or colours["sheet-link"]
    if choices.brand:
        colours |= _of_brand(normal(choices.brand), scheme)
    if choices.focus:
        colours["focus"] = normal(choices.focus)
        colours["on-focus"] = INK if contrast(INK, colours["focus"]) >= 4.5 else black_or_white(colours["focus"])
    return colours


def _of_brand(brand: str, scheme: str) -> dict[str, str]:
    """What follows from the brand's colour itself, which stays as it is in the header."""
    on_brand = black_or_white(brand)
    paper = SURFACES[scheme]["paper"]
    return {
        "brand": brand, "on-brand": on_brand, "header-focus": on_brand,
        "header-edge": brand if contrast(brand, paper) >= FAINT else FIXED[scheme]["field"],
        "strong": readable(brand, needs("strong", scheme), _towards(scheme)),
        "sheet-brand": readable(brand, needs("sheet-brand", scheme), "black"),
    }  # fmt: skip


def _text(choices: Choices, token: str, scheme: str) -> str | None:
    """The colour of links or accents: the one given, or one made from what is given for the other scheme or as brand."""
    given = choices.given(token, scheme)
    if given:
        return given
    start = choices.given(token, "light" if scheme == "dark" else "dark") or choices.brand
    if not start or passes(normal(start), needs(token, scheme)):
        return normal(start) if start else None
    wanted = tuple((ground, least * COMFORT[scheme]) for ground, least in needs(token, scheme))
    return readable(start, wanted, _towards(scheme))


def _towards(scheme: str) -> Towards:
    return "black" if scheme == "light" else "white"


def _faults(choices: Choices) -> Iterator[Fault]:
    for token in ("link", "accent"):
        for scheme in SCHEMES:
            given, wanted = choices.given(token, scheme), needs(token, scheme)
            if not given or passes(given, wanted):
                continue
            ground, least = min(wanted, key=lambda need: contrast(given, need[0]) / need[1])
            name = next(name for name, colour in SURFACES[scheme].items() if colour == ground)
            yield Fault(
                token if scheme == "light" else f"{token}_dark", given, name,
                contrast(given, ground), least, nearest(given, wanted) or black_or_white(ground),
            )  # fmt: skip
