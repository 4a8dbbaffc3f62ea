"""The index as files: one that says where everything is, parts that hold rows of words, and one for each record."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from .concepts import Concepts
from .record import Record
from .spellings import spellings
from .stems import STEMMERS, stem_of, tokenise
from .weights import SECTIONS, count, impacts

PART = 6_000
"""Characters in a part. Small parts make a query cheap; large ones make few files."""


def search_files(
    records: Sequence[Record], language: str, labels: Mapping[str, Any], ignored: Sequence[str] = (),
    groups: Sequence[Sequence[str]] = (), stemmed_as: str = "", elsewhere: Sequence[str] = (), subject: Sequence[str] = (),
) -> dict[str, Any]:
    """The values of all files by their path without ending, from the folder of the search.

    `labels` are the words that readers see; `ignored` words say nothing; each of `groups` lists words that mean the same;
    `elsewhere` names what the site says nothing of, and `subject` what it is about.
    `stemmed_as` names a language whose stems stand in for those of this one. The file named after the language comes first.
    """
    stemmed_as = stemmed_as or language
    stem = stem_of(stemmed_as)
    silent = frozenset(stem(word) for one in ignored for word in tokenise(one))

    def rows_of(phrases: Sequence[str], left_out: Collection[str] = ()) -> list[str]:
        rows = (" ".join(one for one in map(stem, tokenise(phrase)) if one not in left_out) for phrase in phrases)
        return sorted(set(filter(None, rows)))

    concepts = Concepts(groups, lambda words: [stem(word) for word in tokenise(words)])
    counted = count(records, stemmed_as, concepts, silent)
    rows: dict[str, Any] = dict(impacts(counted, len(records)))
    said = Counter(word for group in groups for words in group for word in tokenise(words)) + counted.words
    rows |= spellings({word: times for word, times in said.items() if stem(word) not in silent})
    parts = list(_parts(rows))
    start = {
        **labels, "stemmer": STEMMERS.get(stemmed_as, ""), "sections": SECTIONS, "total": len(records),
        "kinds": _kinds(records), "ignored": sorted(silent), "concepts": concepts.phrases,
        "elsewhere": rows_of(elsewhere, silent), "subject": rows_of(subject),
        "parts": [next(iter(part)) for part in parts],
    }  # fmt: skip
    return {
        language: start,
        **{f"{language}/for-{audience}": numbers for audience, numbers in _audiences(records).items()},
        **{f"{language}/part-{number}": part for number, part in enumerate(parts)},
        **{f"{language}/record-{number}": _as_data(record) for number, record in enumerate(records)},
    }


def _parts(rows: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The rows in the order of their keys, cut into parts of nearly the same size."""
    part: dict[str, Any] = {}
    size = 0
    for key in sorted(rows):
        length = len(str(rows[key])) + len(key) + 4
        if part and size + length > PART:
            yield part
            part, size = {}, 0
        part[key] = rows[key]
        size += length
    if part:
        yield part


def _kinds(records: Sequence[Record]) -> list[list[Any]]:
    """Each run of records of one kind: the number of the first, and the kind."""
    runs: list[list[Any]] = []
    for number, record in enumerate(records):
        if not runs or runs[-1][1] != record.kind:
            runs.append([number, record.kind])
    return runs


def _audiences(records: Sequence[Record]) -> dict[str, list[int]]:
    """The numbers of the records for each audience."""
    found: dict[str, list[int]] = {}
    for number, record in enumerate(records):
        for audience in record.audiences:
            found.setdefault(audience, []).append(number)
    return dict(sorted(found.items()))


def _as_data(record: Record) -> dict[str, Any]:
    """What a result shows of a record: its sections with heading, anchor and text."""
    sections = [
        {"text": record.lead}, *({
            key: value for key, value in (
                ("heading", section.heading), ("anchor", section.anchor), ("text", section.text), ("said", section.is_said), ("lang", section.language),
            ) if value
        } for section in record.sections)
    ]  # fmt: skip
    return {
        "title": record.title, "address": record.address, "sections": sections, **({"lang": record.language} if record.language else {}),
    }  # fmt: skip
