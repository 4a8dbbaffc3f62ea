"""What a report of an upgrade is made of: its parts with their words in them, and what is known beside the changes."""

from dataclasses import dataclass, field

from ..problem import Problem


@dataclass(frozen=True)
class Pair:
    """One place with its wordings side by side, each under its name; `figures` says which laws and figures moved."""

    place: str
    wordings: tuple[tuple[str, str], ...]
    figures: str = ""


@dataclass(frozen=True)
class Entry:
    """One thing of a section: what it is, what happened in sentences, and the wordings."""

    title: str
    lines: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of the report; `text` is Markdown of our own changelog, which the others do not have."""

    id: str
    title: str
    lead: str
    entries: tuple[Entry, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Report:
    """The whole: `verdict` says first whether the site builds (`is_well`)."""

    title: str
    is_well: bool
    verdict: tuple[str, ...]
    sections: tuple[Section, ...] = ()


@dataclass
class Outcome:
    """What is known beside the changes: the versions, what check and build said, the changelog, other changed files."""

    old: str
    new: str
    problems: list[Problem] = field(default_factory=list)
    builds: bool | None = None
    """None if no build was tried."""
    message: str = ""
    changelog: list[tuple[str, str]] = field(default_factory=list)
    machinery: dict[str, int] = field(default_factory=dict)
    """How many files changed by what they are for: theme, package, tests, other."""
