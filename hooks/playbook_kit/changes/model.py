"""The changes between two versions as plain data, without a word for readers."""

from dataclasses import dataclass, field
from typing import Literal

How = Literal["new", "gone", "renamed", "retired", "disputed", "changed", "reviewed", "sources"]
"""`reviewed`: its dates alone changed. `sources`: what it cites or links to alone changed."""

OurHow = Literal["replace", "fields", "before", "after", "hide", "review", "mention"]


@dataclass(frozen=True)
class Wording:
    """Sentences of one place that changed: a field's name, or a heading of the text (`is_heading`).

    `old` or `new` is empty where sentences were added or taken out. `figures_gone` and `figures_new` are the laws,
    figures and dates that only one of the two states.
    """

    place: str
    is_heading: bool
    old: tuple[str, ...]
    new: tuple[str, ...]
    figures_gone: tuple[str, ...] = ()
    figures_new: tuple[str, ...] = ()

    @property
    def has_figures(self) -> bool:
        """Whether a law, a figure or a date is another."""
        return bool(self.figures_gone or self.figures_new)


@dataclass(frozen=True)
class Fact:
    """A field that holds no sentences: what it was and is. `of` names the entry of a list that it belongs to."""

    field: str
    of: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True)
class Ours:
    """One of the council's own files (or entries in one) that rests on an item: where, how, and what it says."""

    path: str
    how: OurHow
    kind: str
    id: str
    texts: dict[str, str] = field(default_factory=dict, hash=False)
    """What it says, by the field; a text that replaces another, by the heading, with what comes first under no name."""


@dataclass(frozen=True)
class Change:
    """One item that is not what it was. `now` is the id in its place and `because` why, if it is gone or withdrawn."""

    kind: str
    id: str
    title: str
    how: How
    was_title: str = ""
    now: str = ""
    because: str = ""
    facts: tuple[Fact, ...] = ()
    wordings: tuple[Wording, ...] = ()
    ours: tuple[Ours, ...] = ()

    @property
    def has_figures(self) -> bool:
        """Whether a law, a figure or a date in it is another."""
        return any(wording.has_figures for wording in self.wordings)

    @property
    def needs_us(self) -> bool:
        """Whether one of our own files stands on what is no longer so."""
        return any(stands_on(self, own) for own in self.ours)


def stands_on(change: Change, own: Ours) -> bool:
    """Whether what one of our files says or needs is touched by a change, rather than only its neighbourhood."""
    if change.how in ("gone", "renamed"):
        return True
    if own.how == "replace":
        return any(one.is_heading for one in change.wordings) or change.how in ("retired", "disputed")
    if own.how == "fields":
        moved = {one.place for one in change.wordings if not one.is_heading} | {one.field for one in change.facts}
        return bool(moved & set(own.texts)) or change.how in ("retired", "disputed")
    return own.how in ("before", "after") and change.how in ("retired", "disputed")


@dataclass(frozen=True)
class Changes:
    """Everything that differs, in order of kind and title."""

    items: tuple[Change, ...] = ()

    def of(self, *hows: How) -> list[Change]:
        """The changes of these sorts."""
        return [change for change in self.items if change.how in hows]
