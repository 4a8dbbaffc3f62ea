"""No sentence of a seed stands in the content: eight words in a row are a sentence's, unless they are a quotation."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from wording_passages import QUOTATION, Passage, citations, passages
from wording_runs import LENGTH, HashedRuns, runs, words_of

TESTS = Path(__file__).resolve().parents[1]
RUNS = TESTS / "seed_runs.txt"
QUOTATIONS = TESTS / "seed_quotations.yml"
LONGEST_QUOTATION = 20  # words


@dataclass(frozen=True)
class Quotation:
    """A quotation that may stand in one file although its words are a seed's."""

    path: str
    words: str
    source: str
    reason: str


@dataclass(frozen=True, order=True)
class Collision:
    """Eight words of the content that are a seed's too."""

    path: str
    line: int
    run: str

    def __str__(self) -> str:
        """The place and the words, as an editor's list of problems has them."""
        return f"{self.path}:{self.line}: “{self.run}”"


def quotations() -> list[Quotation]:
    """The quotations that are allowed, as they stand in their file."""
    found: list[dict[str, Any]] = yaml.safe_load(QUOTATIONS.read_text(encoding="utf-8")) or []
    return [Quotation(**one) for one in found]


def collisions(root: Path, seeds: HashedRuns, allowed: list[Quotation]) -> list[Collision]:
    """Every eight words of the content that are a seed's, those inside an allowed quotation left out."""
    found = set()
    for passage in passages(root):
        words = words_of(passage.text)
        quoted = [span for one in allowed if one.path == passage.path for span in spans(passage, one)]
        for number, run in enumerate(runs([word for word, _ in words])):
            first, last = words[number][1], words[number + LENGTH - 1][1]
            if run in seeds and not any(start <= first and last < end for start, end in quoted):
                found.add(Collision(passage.path, passage.line_of(first), " ".join(run)))
    return sorted(found)


def faults(root: Path, seeds: HashedRuns, allowed: list[Quotation]) -> list[str]:
    """What is wrong with the list of allowed quotations."""
    found = []
    for one in allowed:
        length = len(words_of(one.words))
        if length > LONGEST_QUOTATION:
            found.append(f"{one.path}: “{one.words}” has {length} words; a quotation has at most {LONGEST_QUOTATION}")
        if not any(spans(passage, one) for passage in passages(root) if passage.path == one.path):
            found.append(f"{one.path}: “{one.words}” does not stand there in quotation marks; take it off the list")
        elif not any(run in seeds for run in runs([word for word, _ in words_of(one.words)])):
            found.append(f"{one.path}: “{one.words}” is in no seed; take it off the list")
        if one.source not in citations(root, one.path):
            found.append(f"{one.path}: “{one.words}” is not attributed: {one.source} is not cited there")
        if not one.reason.strip():
            found.append(f"{one.path}: “{one.words}” has no reason")
    return found


def spans(passage: Passage, quotation: Quotation) -> list[tuple[int, int]]:
    """Where a quotation stands in a passage, in quotation marks."""
    wanted = [word for word, _ in words_of(quotation.words)]
    return [
        match.span() for match in QUOTATION.finditer(passage.text) if [word for word, _ in words_of(match[0])] == wanted
    ]
