"""What a page is, before any engine has seen it."""

from dataclasses import dataclass, field
from typing import Any

from ..index import Entry
from ..local.files import LOCAL
from ..local.overlay import Origin
from ..words import FIRST_LANGUAGE


@dataclass(frozen=True)
class Page:
    """A page: its path in the docs tree, its title and lead, its Markdown below those, and where it is edited.

    `kind` names what it is (a key of the words `kind.…`) and chooses its look. `facts` go to the theme and to search.
    `edit_path` is the file in the repository to open, or None for a page made of many files. `origin` says whose its
    words are: the playbook's (upstream), the playbook's with something of the council's (changed), or the council's
    (local); `own_files` are the council's files in it.

    A page that is a part of another names that one in its facts under `up`: its path, without the edition's base, and its title.
    """

    uri: str
    title: str
    lead: str
    body: str
    kind: str
    edit_path: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    origin: Origin = "upstream"
    own_files: tuple[str, ...] = ()
    edition: str = FIRST_LANGUAGE
    """The language of the site that it stands in: that of its navigation and buttons."""
    language: str = ""
    """The language of its own words, if it is made from a file; that of its edition, or the first one."""
    is_behind: bool = False
    """Whether the English has changed since its words were translated."""

    @property
    def is_edited_locally(self) -> bool:
        """Whether the file to open for a change is in the council's folder, and so in the council's repository."""
        return (self.edit_path or "").startswith(f"{LOCAL}/")


@dataclass(frozen=True)
class DataFile:
    """A file for machines: its path in the site and its text."""

    uri: str
    text: str


def page_of(entry: Entry, uri: str, lead: str, body: str, kind: str, facts: dict[str, Any]) -> Page:
    """The page of one entry, which says whose its words are."""
    return Page(
        uri, entry.title, lead, body, kind, entry.edit_path or entry.path, facts, entry.origin, entry.own_files,
        language=entry.language, is_behind=entry.is_behind,
    )  # fmt: skip
