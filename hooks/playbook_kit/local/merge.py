"""One document laid over another: what the council wrote takes the place of what the playbook says, and no more.

Maps merge, key by key. Lists whose entries all have an `id` merge by id, and new ids are added at the end; an entry that
says `remove: true` is taken out. Every other value is replaced whole, lists among them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..read.yaml_text import Document

Where = tuple[str | int, ...]
REMOVE = "remove"
"""What an entry of a list says, besides its id, that is to go."""


@dataclass(frozen=True)
class Change:
    """One value that the council wrote: its name as people say it, the playbook's value (None if none), the council's."""

    name: str
    theirs: Any
    ours: Any

    @property
    def is_same(self) -> bool:
        """Whether both say the same by now."""
        return self.theirs == self.ours


def merge(base: Document, own: Document) -> tuple[Document, list[Change]]:
    """The merged document with the marks of both, and every value that `own` sets; neither of the two is changed."""
    merger = _Merger(Document(None, dict(base.marks), dict(base.keys), list(base.problems)), own)
    merger.merged.value = merger.lay(base.value, own.value, (), (), "")
    return merger.merged, merger.changes


class _Merger:
    def __init__(self, merged: Document, own: Document):
        self.merged, self.own = merged, own
        self.changes: list[Change] = []

    def lay(self, theirs: Any, ours: Any, there: Where, here: Where, name: str) -> Any:
        """The value at `there` of the merged document: `ours`, from `here` of the council's, over `theirs`."""
        if isinstance(theirs, dict) and isinstance(ours, dict):
            merged = dict(theirs)
            for key, value in ours.items():
                found = merged.get(key)
                merged[key] = self.lay(found, value, (*there, key), (*here, key), f"{name} → {key}" if name else key)
            return merged
        if has_ids(theirs) and has_ids(ours):
            return self._by_id(theirs, ours, there, here, name)
        self.changes.append(Change(name, theirs, ours))
        self._move_marks(there, here)
        return ours

    def _by_id(self, theirs: list[Any], ours: list[Any], there: Where, here: Where, name: str) -> list[Any]:
        merged = list(theirs)
        gone: set[int] = set()
        numbers = {entry["id"]: number for number, entry in reversed(list(enumerate(theirs)))}
        for number, entry in enumerate(ours):
            place = numbers.get(entry["id"], len(merged))
            named = f"{name} → {entry['id']}"
            if place < len(merged) and is_removal(entry):
                self.changes.append(Change(named, merged[place], None))
                gone.add(place)
            elif is_removal(entry):
                continue  # it is not there, and that is said elsewhere
            elif place < len(merged):
                rest = {key: value for key, value in entry.items() if key != "id"}
                merged[place] = self.lay(merged[place], rest, (*there, place), (*here, number), named)
            else:
                merged.append(self.lay(None, entry, (*there, place), (*here, number), named))
        return self._close_up(merged, gone, there) if gone else merged

    def _close_up(self, entries: list[Any], gone: set[int], there: Where) -> list[Any]:
        """The entries that are left, with their marks moved up."""
        left = [number for number in range(len(entries)) if number not in gone]
        now = {before: after for after, before in enumerate(left)}
        depth = len(there)
        for marks in (self.merged.marks, self.merged.keys):
            below = {where: marks.pop(where) for where in list(marks) if where[:depth] == there and len(where) > depth}
            for where, mark in below.items():
                if where[depth] in now:
                    marks[(*there, now[where[depth]], *where[depth + 1 :])] = mark
        return [entries[number] for number in left]

    def _move_marks(self, there: Where, here: Where) -> None:
        """The council's marks in the place of the playbook's, for a value that is replaced whole."""
        for kept, given in ((self.merged.marks, self.own.marks), (self.merged.keys, self.own.keys)):
            for where in [where for where in kept if where[: len(there)] == there]:
                del kept[where]
            kept.update({(*there, *w[len(here) :]): mark for w, mark in given.items() if w[: len(here)] == here})


def has_ids(value: Any) -> bool:
    """Whether a value is a list of maps that each have an id, so that it merges by these."""
    return isinstance(value, list) and bool(value) and all(_id_of(entry) for entry in value)


def is_removal(entry: dict[str, Any]) -> bool:
    """Whether an entry says nothing but its id and that it is to go."""
    return entry.get(REMOVE) is True and set(entry) <= {"id", REMOVE, "based_on"}


def removed_in_vain(theirs: Any, ours: Any, where: Where = ()) -> list[tuple[Where, str]]:
    """Where `ours` takes an entry out that `theirs` does not have, and the id of each."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        return [one for key, value in ours.items() for one in removed_in_vain(theirs.get(key), value, (*where, key))]
    if not has_ids(ours):
        return []
    known = {entry["id"]: entry for entry in theirs} if has_ids(theirs) else {}
    found = []
    for number, entry in enumerate(ours):
        if entry["id"] in known:
            found += removed_in_vain(known[entry["id"]], entry, (*where, number))
        elif is_removal(entry):
            found.append(((*where, number), entry["id"]))
    return found


def _id_of(entry: Any) -> bool:
    return isinstance(entry, dict) and isinstance(entry.get("id"), str)


def without(document: Document, keys: Iterable[str]) -> Document:
    """A document without some of its outermost keys."""
    left = set(keys)
    value = {key: one for key, one in document.value.items() if key not in left}
    return Document(value, document.marks, document.keys, document.problems)
