"""What answers become, and what has to be known of the playbook for that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..content import Content
from ..rules.references_known import known_ids
from .forms import Form
from .sources import Named, source_names, sources_of


@dataclass(frozen=True)
class Known:
    """The ids that there are, by kind, those that were there once and may not be used again, and names of sources."""

    ids: Mapping[str, frozenset[str]]
    gone: Mapping[str, frozenset[str]] = field(default_factory=dict)
    sources: Mapping[str, Named] = field(default_factory=dict)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The ids of the sources by their names."""
        return source_names(self.sources)

    def taken(self, kind: str) -> frozenset[str]:
        """The ids that a new file of a kind may not have."""
        return self.ids.get(kind, frozenset()) | self.gone.get(kind, frozenset())


def known_of(content: Content) -> Known:
    """What the content has by now."""
    stones = [item.facts.get("kind") for item in content.of("tombstone")]
    gone = {
        str(kind): frozenset(item.id for item in content.of("tombstone") if item.facts.get("kind") == kind)
        for kind in stones
    }
    ids = {kind: frozenset(found) for kind, found in known_ids(content).items()}
    return Known(ids, gone, sources_of(content))


@dataclass(frozen=True)
class AssembledFile:
    """A file in the repository; `answers` names, line by line, the answer that a line comes from."""

    kind: str
    id: str
    path: str
    text: str
    answers: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """Its lines, without their ends."""
        return self.text.removesuffix("\n").split("\n")

    def answer_at(self, line: int) -> str:
        """The answer that a line of the file comes from, or nothing."""
        return self.answers[line - 1] if 0 < line <= len(self.answers) else ""


@dataclass(frozen=True)
class Assembled:
    """What answers become: files, the one that was asked for last; or one text that is sent as a letter.

    Where they become an entry of a list, `letter` holds the lines of that entry, and its path is that of the list's file.

    `answers` are as they were mended, `notes` say of each mended one what was done.
    """

    form: Form
    answers: Mapping[str, str]
    notes: Mapping[str, list[str]]
    files: tuple[AssembledFile, ...] = ()
    letter: AssembledFile | None = None

    @property
    def main(self) -> AssembledFile:
        """The file that the form is for, or the letter as YAML."""
        return self.letter or self.files[-1]
