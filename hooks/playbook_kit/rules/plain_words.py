"""A word that has a plainer one is pointed out, and never stops a build.

What others said or wrote is not ours to change: quotations, emphasised titles, the titles of sources, the ways in which
people put an objection, and code are passed over. The words stand in playbook/plain-words.yml.
"""

import re
from collections.abc import Iterator
from functools import cache

from ..content import Content, Item, place_in_field
from ..models import PlainWord
from ..problem import Problem
from ..read.markdown_text import CITATION, CODE
from .rule import Rule, Settings

KINDS = ("argument", "case-study", "chapter", "objection", "page", "template")
_SPOKEN = ("heard_as", "they_say", "terms")
_OTHERS = re.compile(
    CODE.pattern + "|" + CITATION.pattern
    + r"|“[^”]{1,400}”|(?<!\w)\"[^\"]{1,400}\"|(?<!\w)‘[^’]{1,400}’(?!\w)"  # quotations
    r"|(?<![*\w])\*(?!\s)[^*]{1,400}(?<!\s)\*(?![*\w])"  # titles
    r"|(?<=\])\([^)]*\)|<[^<>\s]*>|https?://\S+",
    re.M | re.S,
)  # fmt: skip


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Words of the list in what we wrote ourselves."""
    words = content.plain_words.model.words if content.plain_words else []
    titles = _Titles(content)
    for item in content.items:
        if item.kind.name in KINDS:
            # Looking for letters is much quicker than matching, and most files hold none of the words.
            text = " ".join(item.file.text.lower().split())
            nearly = [word for word in words if word.word.removesuffix("e") in text]
            if nearly:
                yield from _in_item(titles, item, nearly)


class _Titles:
    """The titles of sources, which are not ours to change."""

    def __init__(self, content: Content):
        self.titles = [item.model.title for item in content.of("source") if item.model]
        self.known: dict[str, list[str]] = {}

    def with_word(self, word: str) -> list[str]:
        """Those in which a word stands."""
        if word not in self.known:
            self.known[word] = [title for title in self.titles if _pattern(word).search(title)]
        return self.known[word]


def _in_item(titles: _Titles, item: Item, words: list[PlainWord]) -> Iterator[Problem]:
    """The words in an item's body and in its fields, each at its place."""
    if item.kind.has_body:
        for word, match in _in_text(titles, item.body, words):
            before = item.body[: match.start()]
            line, column = item.body_line + before.count("\n"), match.start() - before.rfind("\n")
            yield _problem(item, line, column, "", word, match[0])
    for leaf in item.leaves:
        if not isinstance(leaf.value, str) or leaf.ref or leaf.where[-1] in _SPOKEN or leaf.where[0] in _SPOKEN:
            continue
        if item.kind.name == "objection" and leaf.where == ("title",):
            continue
        for word, match in _in_text(titles, leaf.value, words):
            number = len(re.findall(re.escape(match[0]), leaf.value[: match.start()]))
            line, column = place_in_field(item, leaf.where, match[0], number)
            yield _problem(item, line, column, str(leaf.where[0]), word, match[0])


def _in_text(titles: _Titles, text: str, words: list[PlainWord]) -> Iterator[tuple[PlainWord, re.Match[str]]]:
    """Each word that stands in a text as our own, with its place."""
    found = [(word, match) for word in words for match in _pattern(word.word).finditer(text)]
    if not found:
        return
    others = [(match.start(), match.end()) for match in _OTHERS.finditer(text)]
    terms = {phrase for word, _ in found for phrase in word.fine_in}
    others += [(match.start(), match.end()) for phrase in terms for match in _phrase(phrase).finditer(text)]
    others += [
        (match.start(), match.end())
        for title in {title: None for word, _ in found for title in titles.with_word(word.word)}
        for match in _phrase(title).finditer(text)
    ]  # fmt: skip
    for word, match in found:
        if not any(start <= match.start() < end for start, end in others):
            yield word, match


def _problem(item: Item, line: int, column: int, field: str, word: PlainWord, shown: str) -> Problem:
    return Problem(
        item.path, line, column, field, f"“{' '.join(shown.split())}” has a plainer word.",
        f"Write: {word.write}.", level="warning",
    )  # fmt: skip


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """A phrase as it is; one word with its endings."""
    if " " in word:
        return _phrase(word)
    endings = "es?|ed|ing" if word.endswith("e") else "(?:s|es|ed|ing|ly)?"
    return re.compile(rf"\b{re.escape(word.removesuffix('e'))}(?:{endings})\b", re.I)


@cache
def _phrase(phrase: str) -> re.Pattern[str]:
    """Words one after the other, over the end of a line too."""
    return re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, phrase.split())) + r"(?!\w)", re.I)


RULE = Rule("plain-words", "Everybody understands the plain word, at the first reading and in a hurry.", find)
