"""What the picture says that stands for a page where it is shared: an argument's one-liner, or the page's title."""

from dataclasses import dataclass, replace
from typing import Literal

from ..papers.text import clean
from ..settings import Site
from ..words import Words
from .page import Page

FOLDER = "assets/cards"


@dataclass(frozen=True)
class Card:
    """A picture: its path in the site, whether it shows what is `said` or a `title`, and every word on it."""

    uri: str
    look: Literal["said", "title"]
    kicker: str
    text: str
    site: str

    @property
    def alt(self) -> str:
        """The words on it, in their order."""
        return " · ".join(part for part in (self.kicker, self.text, self.site) if part)


def add_cards(
    pages: list[Page], words: Words, site: Site, first: tuple[Words, Site] | None = None, base: str = ""
) -> tuple[list[Page], list[Card]]:
    """The pages, each with its card's whole address and alternative text among its facts; and the cards to make.

    A page whose words are not in the language of its edition, whose addresses begin with `base`, shares the card of the
    first language, whose words and site are `first`. A part of another page shares that page's.
    """
    whole = [_whole(page, base) for page in pages]
    shared = [bool(page.language) and page.language != page.edition for page in pages]
    cards = [
        make_card(replace(page, uri=page.uri.removeprefix(base)), *(first or (words, site))) if is_shared
        else make_card(page, words, site)
        for page, is_shared in zip(whole, shared, strict=True)
    ]  # fmt: skip
    facts = [{"card": {"address": site.whole(card.uri), "alt": card.alt}} for card in cards]
    return [replace(page, facts={**page.facts, **fact}) for page, fact in zip(pages, facts, strict=True)], [
        card for page, card, is_shared in zip(pages, cards, shared, strict=True) if not is_shared and "up" not in page.facts
    ]  # fmt: skip


def _whole(page: Page, base: str) -> Page:
    """The page that this one is a part of, as far as its card shows it, or the page itself."""
    if "up" not in page.facts:
        return page
    uri, title = page.facts["up"]
    return replace(page, uri=base + uri, title=title)


def make_card(page: Page, words: Words, site: Site) -> Card:
    """The card of a page."""
    uri = f"{FOLDER}/{page.uri.removesuffix('.md')}.png"
    kicker, name = clean(words(f"kind.{page.kind}")), clean(site.name)
    if page.kind == "argument":
        model = page.facts["model"]
        return Card(
            uri, "said", f"{kicker} · {clean(words(f'strength.{model.strength}'))}", clean(model.one_liner), name
        )
    return Card(uri, "title", kicker, clean(page.lead if page.kind == "home" else page.title), name)
