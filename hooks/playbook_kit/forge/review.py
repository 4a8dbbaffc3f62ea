"""What is to be said of a proposal, as data that may pass through hands that nobody trusts.

The check of a proposal runs where its author may change everything, even the workflow. So what it hands on is this, in
JSON, of limited size and without markup; whoever posts it reads it against these models and puts it into words anew.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from ..changes.structure import Entry, Pair, Section
from ..problem import Problem

MOST_PROBLEMS, MOST_SECTIONS, MOST_ENTRIES, MOST_LINES, LONGEST = 60, 12, 60, 60, 1_200
LARGEST = 2_000_000
"""Bytes of a review as JSON."""

Said = Annotated[str, StringConstraints(max_length=LONGEST)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Found(_Data):
    """One problem, with its line as it should be where that is known."""

    path: Said
    line: Count
    column: Count
    message: Said
    fix: Said
    level: Annotated[str, StringConstraints(pattern="^(error|warning)$")]
    rule: Said
    instead: Said = ""

    @property
    def problem(self) -> Problem:
        """The problem, for the reports that speak of it."""
        level = "warning" if self.level == "warning" else "error"
        return Problem(self.path, self.line, self.column, "", self.message, self.fix, level, self.rule)


class Wordings(_Data):
    """One place with its wordings, each under its name."""

    place: Said
    wordings: Annotated[tuple[tuple[Said, Said], ...], Field(max_length=3)]
    figures: Said = ""


class Seen(_Data):
    """One item: what it is, and what happened to it."""

    title: Said
    lines: Annotated[tuple[Said, ...], Field(max_length=MOST_LINES)] = ()
    pairs: Annotated[tuple[Wordings, ...], Field(max_length=MOST_LINES)] = ()


class Part(_Data):
    """What happened to several items."""

    title: Said
    lead: Said
    entries: Annotated[tuple[Seen, ...], Field(min_length=1, max_length=MOST_ENTRIES)]


class Review(_Data):
    """All that is said of a proposal. `errors` and `warnings` count the problems that did not fit as well."""

    errors: Count
    warnings: Count
    problems: Annotated[tuple[Found, ...], Field(max_length=MOST_PROBLEMS)] = ()
    parts: Annotated[tuple[Part, ...], Field(max_length=MOST_SECTIONS)] = ()
    left_out: Count = 0
    """How many items of the summary did not fit."""

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands in the way of the build."""
        return self.errors == 0


def to_parts(sections: list[Section]) -> tuple[tuple[Part, ...], int]:
    """Sections of a report as parts of a review, each text cut to its limit, and how many entries did not fit."""
    left = sum(max(len(section.entries) - MOST_ENTRIES, 0) for section in sections)
    parts = tuple(
        Part(title=_cut(one.title), lead=_cut(one.lead), entries=tuple(map(_seen, one.entries[:MOST_ENTRIES])))
        for one in sections[:MOST_SECTIONS]
    )
    return parts, left


def _seen(entry: Entry) -> Seen:
    lines = tuple(map(_cut, entry.lines[:MOST_LINES]))
    return Seen(title=_cut(entry.title), lines=lines, pairs=tuple(map(_wordings, entry.pairs[:MOST_LINES])))


def _wordings(pair: Pair) -> Wordings:
    shown = tuple((_cut(name), _cut(text)) for name, text in pair.wordings[:3])
    return Wordings(place=_cut(pair.place), wordings=shown, figures=_cut(pair.figures))


def found_of(problem: Problem, instead: str | None) -> Found:
    """A problem as data; a line that is too long to show is left out."""
    shown = instead if instead and len(instead) <= LONGEST else ""
    return Found(
        path=_cut(problem.path), line=max(problem.line, 0), column=max(problem.column, 0),
        message=_cut(problem.message), fix=_cut(problem.fix), level=problem.level, rule=_cut(problem.rule), instead=shown,
    )  # fmt: skip


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def read_review(data: bytes) -> Review:
    """The review in a file of somebody else's. Raises ValueError if it is not one, or too large."""
    if len(data) > LARGEST:
        raise ValueError(f"The review has {len(data)} bytes; at most {LARGEST} are read.")
    return Review.model_validate_json(data)


def write_review(review: Review) -> bytes:
    """A review as JSON."""
    return review.model_dump_json(indent=1).encode()
