"""A paper as plain data: the one source of the words in its PDF, DOCX and ODT and on its page."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Cite:
    """Numbers of the paper's own list of sources, printed as [1, 2] after what they support."""

    numbers: tuple[int, ...]

    @property
    def text(self) -> str:
        """The numbers as they are printed, held to the word before them."""
        numbers = ",\u00a0".join(map(str, self.numbers))
        return f"\u00a0[{numbers}]"


Run = str | Cite
Runs = tuple[Run, ...]
"""Plain text with citations in it. Nothing in it is markup of any kind."""


@dataclass(frozen=True)
class Heading:
    """A heading below the title."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `label` is printed bold before it."""

    runs: Runs
    label: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list, each entry with a box to tick if `tick`."""

    items: tuple[Runs, ...]
    tick: bool = False


@dataclass(frozen=True)
class Reply:
    """An argument: its number on the paper, the line to say aloud, its strength, and what stands under it."""

    id: str
    number: int
    one_liner: str
    strength: Literal["strong", "medium", "weak"]
    strength_text: Runs
    below: tuple[Paragraph, ...] = ()

    @property
    def heading(self) -> str:
        """The one-liner with its number."""
        return f"{self.number}. {self.one_liner}"


@dataclass(frozen=True)
class Reason:
    """An argument in one entry of a numbered list: the line to say aloud, then its strength."""

    id: str
    number: int
    one_liner: str
    strength_text: Runs

    @property
    def text(self) -> str:
        """The whole entry."""
        return f"{self.one_liner} {plain(self.strength_text)}"


Block = Heading | Paragraph | Bullets | Reply | Reason


@dataclass(frozen=True)
class Reference:
    """A source: its title as a sentence, where it stands (if anywhere), who published it when and how it was read."""

    id: str
    title: str
    url: str | None
    about: str

    @property
    def text(self) -> str:
        """The whole entry."""
        return f"{self.title} {self.about}"


@dataclass(frozen=True)
class Paper:
    """One side of A4. `about` is the id of the objection or audience, or empty.

    `top` names the site and the kind of paper, `date` is the day in words, `ask` is a heading and a paragraph, `foot`
    comes before `printed_address`, the address of its page without what a reader need not type.
    """

    id: str
    kind: Literal["objection", "audience", "twenty"]
    about: str
    language: str
    day: datetime.date
    top: str
    date: str
    title: str
    lead: Runs
    ask: tuple[Heading, Paragraph]
    body: tuple[Block, ...]
    sources_heading: str
    sources_note: str
    sources: tuple[Reference, ...]
    foot: str
    note: str
    printed_address: str
    address: str

    @property
    def arguments(self) -> list[str]:
        """The ids of the arguments on it, in order."""
        return [block.id for block in self.body if isinstance(block, (Reply, Reason))]


@dataclass(frozen=True)
class Columns:
    """Two columns: their height in points, and the number of the text that the second begins with where a program
    cannot break a text as the typesetter does."""

    height: float
    turn: int


@dataclass(frozen=True)
class Sheet:
    """A paper that fits, with its columns."""

    paper: Paper
    body: Columns
    sources: Columns


def plain(runs: Runs) -> str:
    """A text with its citations as they are printed."""
    return "".join(run if isinstance(run, str) else run.text for run in runs)


def lines(paper: Paper) -> Iterator[str]:
    """Everything that the paper says, in the order in which it is read; list markers are not words."""
    yield from (paper.top, paper.date, paper.title, plain(paper.lead))
    for block in (*paper.ask, *paper.body):
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Paragraph):
            yield labelled(block)
        elif isinstance(block, Bullets):
            yield from map(plain, block.items)
        elif isinstance(block, Reason):
            yield block.text
        else:
            yield from (block.heading, plain(block.strength_text), *map(labelled, block.below))
    yield from (paper.sources_heading, paper.sources_note)
    yield from (source.text for source in paper.sources)
    yield from (f"{paper.foot} {paper.printed_address}", paper.note)


def labelled(paragraph: Paragraph) -> str:
    """A paragraph as text, its label first."""
    text = plain(paragraph.runs)
    return f"{paragraph.label} {text}" if paragraph.label else text
