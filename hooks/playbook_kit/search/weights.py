"""How much each word says about each section: BM25 over several fields."""

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..remembered import remembered
from .concepts import Concepts
from .record import Record, Section
from .stems import stem_of, tokenise

SECTIONS = 64
"""How many sections of a record are told apart; the last holds what is left."""
MOST = 200
"""For how many sections a word is kept: those that it says most about. So no word makes a query dear."""
STEPS = 63
"""Impacts are whole numbers up to this."""
SATURATION = 1.2


@dataclass(frozen=True)
class _Field:
    weight: float
    by_length: float


TITLE, ALSO, LEAD = _Field(4.2, 0.4), _Field(3.4, 0.5), _Field(1.4, 0.4)
HEADING, TEXT, SAID = _Field(1.8, 0.4), _Field(1.0, 0.6), _Field(2.2, 0.5)


@dataclass
class Counted:
    """What is counted of all records: for each section its fields, and how often each word stands anywhere."""

    sections: list[tuple[int, list[tuple[_Field, Counter[str]]]]] = field(default_factory=list)
    words: Counter[str] = field(default_factory=Counter)


def count(records: Sequence[Record], language: str, concepts: Concepts, ignored: frozenset[str]) -> Counted:
    """Count the words of all records, each text once; groups of words count as words."""
    counted = Counted()

    def words(text: str) -> Counter[str]:
        found, stems = _words_of(text, language)
        counted.words.update(found)
        return Counter([one for one in stems if one not in ignored] + concepts.keys(stems))

    def paired(*texts: str) -> Counter[str]:
        every: Counter[str] = Counter()
        for text in texts:
            every += words(text)
            every.update(pairs(_words_of(text, language)[1], ignored))
        return every

    for number, record in enumerate(records):
        base = number * SECTIONS
        head = [(TITLE, paired(record.title)), (ALSO, paired(*record.also)), (LEAD, words(record.lead))]
        counted.sections.append((base, head))
        for place, section in enumerate(_told_apart(record.sections), start=1):
            fields = [(SAID, paired(section.text))] if section.is_said else [
                (HEADING, words(section.heading)), (TEXT, words(section.text)),
            ]  # fmt: skip
            counted.sections.append((base + place, fields))
    return counted


@remembered
def _words_of(text: str, language: str) -> tuple[list[str], list[str]]:
    """The words of a text, and the stem of each."""
    words, stem = tokenise(text), stem_of(language)
    return words, [stem(word) for word in words]


def pairs(stems: Sequence[str], ignored: Collection[str]) -> list[str]:
    """Each two words that follow each other, in whichever order, those that say nothing by themselves last."""
    return [" ".join(sorted(pair, key=lambda one: (one in ignored, one))) for pair in pairwise(stems)]


def impacts(counted: Counted, total: int) -> dict[str, list[int]]:
    """For each word and group of words how rare it is, then pairs: a section, and how much the word says about it.

    Sections are numbered by record and place, of which there are `total` records; how rare is ten times the logarithm
    that BM25 has.
    """
    lengths: dict[_Field, list[int]] = defaultdict(list)
    for _, fields in counted.sections:
        for one, words in fields:
            lengths[one].append(words.total())
    mean = {one: max(sum(found) / len(found), 1) for one, found in lengths.items()}
    said: dict[str, dict[int, float]] = defaultdict(dict)
    for number, fields in counted.sections:
        weights: dict[str, float] = defaultdict(float)
        for one, words in fields:
            norm = one.weight / (1 - one.by_length + one.by_length * words.total() / mean[one])
            for key, times in words.items():
                weights[key] += times * norm
        for key, weight in weights.items():
            said[key][number] = weight / (SATURATION + weight)
    return {key: _row(found, total) for key, found in sorted(said.items())}


def _row(found: dict[int, float], total: int) -> list[int]:
    """A word's rarity and its sections, in the order of their numbers, each as its distance from the last."""
    pages = len({number // SECTIONS for number in found})
    rarity = math.log(1 + (total - pages + 0.5) / (pages + 0.5))
    kept = sorted(sorted(found, key=lambda number: (-found[number], number))[:MOST])
    row, last = [max(1, round(rarity * 10))], 0
    for number in kept:
        row += [number - last, max(1, round(found[number] * STEPS))]
        last = number
    return row


def _told_apart(sections: Sequence[Section]) -> Sequence[Section]:
    if len(sections) < SECTIONS:
        return sections
    last = sections[SECTIONS - 2]
    rest = " ".join(section.text for section in sections[SECTIONS - 2 :])
    return [*sections[: SECTIONS - 2], Section(rest, last.heading, last.anchor)]
