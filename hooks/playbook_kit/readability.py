"""How easy each page is to read: Flesch reading ease and words in a sentence, from the words that a reader reads.

Each entry of a list is read as a sentence of its own at least, as readers do. Headings, tables, code, addresses and
citations are left out. Pyphen counts the syllables, as parts between which a word may be divided: with its American
patterns, which go by sound, and an end that may be one letter long. Beside a pronouncing dictionary, pages of this
playbook came out two points lower on average, and between five points lower and two higher.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from .content import Content, Item
from .pages.plain import plain_text
from .read.markdown_text import outline
from .read.sentences import sentences

EASE_NEEDED = 50
"""The least reading ease of a chapter."""

KINDS = ("argument", "case-study", "chapter", "objection", "page", "template")
_WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*")
_PART = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*|\d[\d.,]*")


@dataclass(frozen=True)
class Readability:
    """How easy one page is to read; `ease` is 100 for the easiest prose, and falls below 30 for the hardest."""

    path: str
    kind: str
    words: int
    sentences: int
    syllables: int

    @property
    def words_per_sentence(self) -> float:
        """The words in a sentence, on average."""
        return round(self.words / self.sentences, 1)

    @property
    def ease(self) -> float:
        """Flesch reading ease."""
        return round(206.835 - 1.015 * self.words / self.sentences - 84.6 * self.syllables / self.words, 1)

    @property
    def is_too_hard(self) -> bool:
        """Whether it is a chapter that is harder than chapters may be."""
        return self.kind == "chapter" and self.ease < EASE_NEEDED


def readability(content: Content) -> list[Readability]:
    """Every page that has prose, the hardest first."""
    found = [
        measure(prose(item), item.path, item.kind.name)
        for item in content.items if item.kind.name in KINDS and item.is_whole
    ]  # fmt: skip
    return sorted((one for one in found if one), key=lambda one: (one.ease, one.path))


def prose(item: Item) -> Iterator[str]:
    """Each paragraph and list entry of an item as plain text: its body, or else the fields that hold sentences."""
    texts = [leaf.value for leaf in item.leaves if leaf.is_prose and isinstance(leaf.value, str)]
    for found in (item.outline, *map(outline, texts)):
        yield from (plain_text(block.value) for block in found.blocks if not block.is_cell)


def measure(paragraphs: Iterable[str], path: str, kind: str) -> Readability | None:
    """Count words, sentences and syllables in plain text, or None if there is not a word in it."""
    words, count = [], 0
    for text in paragraphs:
        here = [_WORD.findall(text[start:end]) for start, end in sentences(text)]
        words += [word for sentence in here for word in sentence]
        count += sum(1 for sentence in here if sentence)
    return Readability(path, kind, len(words), count, sum(map(syllables, words))) if words else None


@cache
def syllables(word: str) -> int:
    """The syllables of a word; a number has one, and each part of a word with a hyphen its own."""
    return sum(len(_pyphen().positions(part.lower())) + 1 for part in _PART.findall(word)) or 1


@cache
def _pyphen() -> Any:
    # Only this command needs it, and reading its patterns takes time.
    from pyphen import Pyphen

    return Pyphen(lang="en_US", left=2, right=1)
