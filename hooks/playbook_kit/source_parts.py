"""How the list of sources is cut into pages: by publisher, at points of the alphabet that never move."""

import posixpath
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from .models import Source

LIST = "sources.md"
"""The page of the whole list, or of its parts."""
MOST = 40
"""The sources of one page: about 9 KB of compressed HTML, so that the page weighs less than 10."""
_ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz"
_LAST = len(_ALPHABET) - 1


@dataclass(frozen=True)
class Part:
    """A page of the list: the letters at which it begins, its path in the docs tree and its sources in order."""

    start: str
    uri: str
    ids: tuple[str, ...]


def parts_of(sources: Mapping[str, Source]) -> list[Part]:
    """The pages of a list of sources, in order of publisher, title and id; one page, the list's own, while it fits.

    A page that grows too long is cut in the middle of its letters, never of its sources, so a new source moves no other
    but those of its own page. The first half keeps the address: no address ever goes.
    """
    keyed = sorted((_key(one, source), source) for source, one in sources.items())
    if len(keyed) <= MOST:
        return [Part("", LIST, tuple(source for _, source in keyed))]
    return _cut(keyed, "", 0, _LAST, _ALPHABET[0])


def _cut(keyed: list[tuple[str, str]], before: str, low: int, high: int, start: str) -> list[Part]:
    """The pages of those sources whose keys begin with `before` and go on with a letter from `low` to `high`."""
    shared = posixpath.commonprefix([keyed[0][0], keyed[-1][0]])
    if len(keyed) <= MOST or keyed[0][0] == keyed[-1][0]:
        return [Part(start, f"sources/{start}.md", tuple(source for _, source in keyed))]
    if len(shared) > len(before):
        return _cut(keyed, shared, 0, _LAST, start)
    middle = (low + high) // 2
    lower = [one for one in keyed if _letter(one[0], len(before)) <= middle]
    upper = keyed[len(lower) :]
    if not lower:
        return _cut(upper, before, middle + 1, high, start)
    if not upper:
        return _cut(lower, before, low, middle, start)
    return [
        *_cut(lower, before, low, middle, start),
        *_cut(upper, before, middle + 1, high, before + _ALPHABET[middle + 1]),
    ]


def _key(source: Source, item_id: str) -> str:
    return "0".join(_letters(text) for text in (source.publisher, source.title, item_id))


def _letters(text: str) -> str:
    """The letters and figures of a text as they are sorted: without accents, capitals and a first “the”."""
    plain = unicodedata.normalize("NFKD", text).lower().removeprefix("the ")
    return "".join(sign for sign in plain if sign in _ALPHABET)


def _letter(key: str, place: int) -> int:
    return _ALPHABET.index(key[place]) if place < len(key) else 0
