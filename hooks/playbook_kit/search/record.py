"""What can be found: a page or a term of the glossary, in sections that have addresses of their own."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Section:
    """A part of a record: under a heading, with its anchor, or `said`: a sentence as somebody says it aloud.

    `language` is named only where it is another than the record's.
    """

    text: str
    heading: str = ""
    anchor: str = ""
    is_said: bool = False
    language: str = ""


@dataclass(frozen=True)
class Record:
    """One thing that can be found. `also` are other words for it; `audiences` are ids of the vocabulary.

    `language` is named only where it is another than that of the pages around it.
    """

    kind: str
    title: str
    address: str
    lead: str = ""
    also: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    audiences: list[str] = field(default_factory=list)
    language: str = ""
