"""Cards as PNG pictures of 1200 by 630, from the same typesetter and type as the papers."""

import dataclasses

from ...pages.cards import Card
from ...papers.face import FAMILY
from ...papers.lines import breakable
from .brand import Brand
from .typst import HERE, typeset

CARD = HERE / "card.typ"


def draw_card(card: Card, brand: Brand) -> bytes:
    """A card as a picture; one pixel is a point of the template. A council may have given one picture for all."""
    if brand.card:
        return brand.card
    words = {key: breakable(value) for key, value in dataclasses.asdict(card).items() if key != "uri"}
    colour = brand.colours["on-brand"] if card.look == "said" else brand.heading
    colours = {**brand.colours, "heading": brand.heading}
    data = {"card": words, "colours": colours, "mark": brand.mark(colour), "family": FAMILY}
    return typeset(CARD, data, format="png", ppi=72)
