"""A handout as plain data: what its Word and OpenDocument files are written from."""

import datetime
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Run:
    """A stretch of text in one look; `link` is a whole address. Nothing in the text is markup of any kind."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Runs = tuple[Run, ...]

LEAST_LETTERS = 6.0
"""The root of the fewest letters that a column counts as having."""


@dataclass(frozen=True)
class Heading:
    """A heading below the title: level 2 for a clause, 3 for a part of one."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. A `note` speaks to whoever adapts the document, and is to be deleted before it is used."""

    runs: Runs
    note: bool = False


@dataclass(frozen=True)
class Listing:
    """A list: with dashes, with numbers, or with boxes to tick."""

    items: tuple[Runs, ...]
    marker: Literal["dash", "number", "tick"] = "dash"


@dataclass(frozen=True)
class Table:
    """A table with one row of headings; every row has as many cells."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]

    @property
    def shares(self) -> tuple[float, ...]:
        """How much of the width each column is to have, as parts of 1: the more words, the more, with a least for all."""
        lengths = [
            max(LEAST_LETTERS, sum(len(plain(cell)) for cell in column) ** 0.5)
            for column in zip(self.head, *self.rows, strict=True)
        ]
        return tuple(length / sum(lengths) for length in lengths)


Block = Heading | Paragraph | Listing | Table


@dataclass(frozen=True)
class Handout:
    """A document to adapt. `top` names the site, `version` the version and its day, `foot` comes before the address of
    its page, of which `printed_address` leaves out what a reader need not type. `notes` begin a page of their own; they are
    those of a document that has to fit on one side, and empty for any other."""

    id: str
    language: str
    day: datetime.date
    top: str
    version: str
    title: str
    lead: str
    body: tuple[Block, ...]
    notes: tuple[Block, ...]
    foot: str
    note: str
    printed_address: str
    address: str


def plain(runs: Runs) -> str:
    """A text without its looks."""
    return "".join(run.text for run in runs)


def apart(blocks: tuple[Block, ...], heading: str) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What is to be used, and what speaks to whoever adapts it: the text before the first clause, and each clause's notes.

    The notes stand under `heading`, and those of each clause under its name.
    """
    used: list[Block] = []
    notes: list[Block] = [Heading(2, heading)]
    clause: Heading | None = None
    named: Heading | None = None
    for block in blocks:
        if isinstance(block, Heading):
            clause = block
            used.append(block)
        elif clause is None:
            notes.append(block)
        elif isinstance(block, Paragraph) and block.note:
            if named is not clause:
                notes.append(Heading(3, clause.text))
                named = clause
            notes.append(block)
        else:
            used.append(block)
    return tuple(used), tuple(notes)


def lines(handout: Handout) -> list[str]:
    """Everything that the handout says, in the order in which it is read; list markers are not words."""
    said = [handout.top, handout.version, handout.title, handout.lead]
    for block in (*handout.body, *handout.notes):
        if isinstance(block, Heading):
            said.append(block.text)
        elif isinstance(block, Paragraph):
            said.append(plain(block.runs))
        elif isinstance(block, Listing):
            said += map(plain, block.items)
        else:
            said += [plain(cell) for row in (block.head, *block.rows) for cell in row]
    return [*said, f"{handout.foot} {handout.printed_address}", handout.note]
