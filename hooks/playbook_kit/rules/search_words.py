"""What the search knows about words leads to pages that there are, and says nothing twice."""

from collections.abc import Iterator

from ..addresses import address, item_uri, kind_uri
from ..content import Content, Listing
from ..models import Synonyms
from ..models.kinds import KINDS
from ..problem import Problem, cut, suggest
from ..read.yaml_text import Mark
from .rule import Rule, Settings

MADE = ("case-studies/compare", "do-and-dont", "do-and-dont/by-role", "my-case", "sources", "topics", "whats-new")
"""Pages that stand in no file of their own, and can be found by other words too."""


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Pages and objections that are not there, and words that stand twice in one group."""
    listing = content.synonyms
    if not listing:
        return
    pages = _pages(content)
    for number, one in enumerate(listing.model.found_by):
        if one.page.strip("/") not in pages:
            yield _unknown(listing, ("found_by", number, "page"), one.page, "page", pages)
    objections = content.ids("objection")
    for number, example in enumerate(listing.model.examples):
        if example.finds not in objections:
            yield _unknown(listing, ("examples", number, "finds"), example.finds, "objection", objections)
    for number, group in enumerate(listing.model.same):
        seen: set[str] = set()
        for place, words in enumerate(group.words):
            if words.casefold() in seen:
                mark = _mark(listing, ("same", number, "words", place))
                yield Problem(
                    listing.path, mark.line, mark.column, "words", f"“{cut(words)}” stands twice in this group.", "Take one of them out.",
                )  # fmt: skip
            seen.add(words.casefold())


def _pages(content: Content) -> set[str]:
    """The addresses of all pages made from files, of those that are gone too: an old word may lead to nothing."""
    made = [page for item in content.items if item.kind.name != "tombstone" and (page := item_uri(item))]
    gone = [kind_uri(KINDS[item.model.kind], item.id) for item in content.of("tombstone") if item.model]
    return {address(page).strip("/") for page in [*made, *filter(None, gone)]} | set(MADE)


def _unknown(listing: Listing[Synonyms], where: tuple, value: str, what: str, known: set[str]) -> Problem:
    mark = _mark(listing, where)
    return Problem(
        listing.path, mark.line, mark.column, str(where[-1]), f"There is no {what} “{cut(value)}”.", suggest(value, known, what),
    )  # fmt: skip


def _mark(listing: Listing[Synonyms], where: tuple) -> Mark:
    return listing.document.marks.get(where, Mark(1, 1))


RULE = Rule("search-words", "A word that leads nowhere finds nothing, and nobody notices.", find)
