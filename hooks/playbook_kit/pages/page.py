"""What a page is, before any engine has seen it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page: its path in the docs tree, its title and lead, its Markdown below those, and where it is edited.

    `kind` names what it is (a key of the words `kind.…`) and chooses its look. `facts` go to the theme and to search.
    `edit_path` is the file in the repository to open, or None for a page made of many files. `origin` says whose
    words it holds: upstream (the playbook's), changed (by the council) or local (the council's own).
    """

    uri: str
    title: str
    lead: str
    body: str
    kind: str
    edit_path: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    origin: str = "upstream"


@dataclass(frozen=True)
class DataFile:
    """A file for machines: its path in the site and its text."""

    uri: str
    text: str
