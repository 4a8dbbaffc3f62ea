"""How much each word says about each section: BM25 over several fields."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .concepts import Concepts
from .record import Record, Section
from .stems import stem_of, tokenise

SECTIONS = 64
"""How many sections of a record are told apart; the last holds what is left."""
MOST = 320
"""For how many sections a word is kept: those that it says most about. So no word makes a query dear."""
STEPS = 63
"""Impacts are whole numbers up to this."""
SATURATION = 1.2


@dataclass(frozen=True)
class _Field:
    weight: float
    by_length: float


TITLE, ALSO, LEAD = _Field(3.2, 0.4), _Field(2.4, 0.3), _Field(1.4, 0.4)
HEADING, TEXT, SAID = _Field(1.8, 0.4), _Field(1.0, 0.6), _Field(2.2, 0.5)


def impacts(
    records: Sequence[Record], language: str, concepts: Concepts, ignored: frozenset[str]
) -> dict[str, list[int]]:
    """For each word and group of words how rare it is, then pairs: a section, and how much it says about that.

    Sections are numbered by record and place; how rare is ten times the logarithm that BM25 has.
    """
    counted = list(_counts(records, language, concepts, ignored))
    lengths: dict[_Field, list[int]] = defaultdict(list)
    for _, fields in counted:
        for field, count in fields:
            lengths[field].append(count.total())
    mean = {field: max(sum(found) / len(found), 1) for field, found in lengths.items()}
    said: dict[str, dict[int, float]] = defaultdict(dict)
    for number, fields in counted:
        weights: dict[str, float] = defaultdict(float)
        for field, count in fields:
            norm = 1 - field.by_length + field.by_length * count.total() / mean[field]
            for key, times in count.items():
                weights[key] += field.weight * times / norm
        for key, weight in weights.items():
            said[key][number] = weight / (SATURATION + weight)
    return {key: _row(found, len(records)) for key, found in sorted(said.items())}


def _row(found: dict[int, float], total: int) -> list[int]:
    """A word's rarity and its sections, in the order of their numbers, each as its distance from the last."""
    pages = len({number // SECTIONS for number in found})
    rarity = math.log(1 + (total - pages + 0.5) / (pages + 0.5))
    kept = sorted(sorted(found, key=lambda number: (-found[number], number))[:MOST])
    row, last = [round(rarity * 10)], 0
    for number in kept:
        row += [number - last, max(1, round(found[number] * STEPS))]
        last = number
    return row


def _counts(
    records: Sequence[Record], language: str, concepts: Concepts, ignored: frozenset[str]
) -> Iterator[tuple[int, list[tuple[_Field, Counter[str]]]]]:
    stem = stem_of(language)

    def count(text: str) -> Counter[str]:
        stems = [stem(word) for word in tokenise(text)]
        return Counter([one for one in stems if one not in ignored] + concepts.keys(stems))

    for number, record in enumerate(records):
        base = number * SECTIONS
        yield base, [(TITLE, count(record.title)), (ALSO, count(" · ".join(record.also))), (LEAD, count(record.lead))]
        for place, section in enumerate(_told_apart(record.sections), start=1):
            fields = [(SAID, count(section.text))] if section.is_said else [
                (HEADING, count(section.heading)), (TEXT, count(section.text)),
            ]  # fmt: skip
            yield base + place, fields


def _told_apart(sections: Sequence[Section]) -> Sequence[Section]:
    if len(sections) < SECTIONS:
        return sections
    last = sections[SECTIONS - 2]
    rest = " ".join(section.text for section in sections[SECTIONS - 2 :])
    return [*sections[: SECTIONS - 2], Section(rest, last.heading, last.anchor)]
