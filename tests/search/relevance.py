"""How well a search does on the queries to tune by and on those held back, of which nothing but figures comes out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from draw import read

Ask = Callable[[str], Sequence[str]]
"""Gives the addresses that a query finds, the best first, such as `objections/time-wasting/`."""


@dataclass(frozen=True)
class Score:
    """The share of queries with a right page first and in the first three, the mean reciprocal rank over ten, and of
    the queries for which nothing is right, for how many nothing is shown.
    """

    first: float
    three: float
    reciprocal: float
    silent: str


def halves() -> dict[str, list[dict]]:
    """The queries to tune by, and those held back."""
    return read()


def score(queries: Sequence[dict], ask: Ask) -> Score:
    """The figures of these queries."""
    places, none, silent = [], 0, 0
    for one in queries:
        found = pages(ask(one["query"]))
        if one["accept"]:
            places.append(next((number for number, page in enumerate(found[:10]) if is_right(page, one["accept"])), None))
        else:
            none += 1
            silent += not found
    hits = [place for place in places if place is not None]
    return Score(
        sum(place == 0 for place in hits) / len(places), sum(place < 3 for place in hits) / len(places),
        sum(1 / (place + 1) for place in hits) / len(places), f"{silent} of {none}",
    )  # fmt: skip


def pages(addresses: Sequence[str]) -> list[str]:
    """The addresses without the anchors of sections, each once; a term of the glossary is a page of its own."""
    found = (one if one.startswith("glossary/") else one.partition("#")[0] for one in addresses)
    return list(dict.fromkeys(found))


def is_right(page: str, accepted: Sequence[str]) -> bool:
    """Whether a page is accepted. The glossary as a whole will do for a term: other searches know no terms."""
    return page in accepted or (page == "glossary/" and any(one.startswith("glossary/") for one in accepted))
