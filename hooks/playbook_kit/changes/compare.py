"""Compare two versions of the content, item by item.

Fields are compared as they were read, not as objects, since each version may have been written for another schema.
"""

from collections.abc import Iterable
from dataclasses import replace

from ..addresses import VISIBLE
from ..content import Content, Item
from .facts import DATES, differing, facts_of
from .model import Change, Changes, How, Ours
from .sentences import differences, of_body, of_fields

ORDER = (
    "objection", "argument", "chapter", "case-study", "template", "decision-tree", "self-check", "blocked", "glossary",
    "page", "source",
)  # fmt: skip

Key = tuple[str, str]


def compare(old: Content, new: Content, ours: Iterable[Ours] = ()) -> Changes:
    """What changed for readers between two versions, with the files of `ours` that each change touches."""
    before, after = _visible(old), _visible(new)
    stones = {
        (str(item.facts.get("kind")), item.id): item.facts for item in new.of("tombstone") if item.facts.get("kind")
    }
    moved = {
        (key[0], str(stone["now"])): key for key, stone in stones.items()
        if key in before and key not in after and stone.get("now") and (key[0], str(stone["now"])) not in before
    }  # fmt: skip
    found = [_gone(item, stones.get(key, {}), before, after) for key, item in before.items() if key not in after]
    for key, item in after.items():
        if key in moved:
            continue  # the tombstone speaks of it
        change = _changed(before[key], item) if key in before else _new(item)
        if change:
            found.append(change)
    by_item: dict[Key, list[Ours]] = {}
    for own in ours:
        by_item.setdefault((own.kind, own.id), []).append(own)
    touched = (_with(change, by_item.get((change.kind, change.id), [])) for change in found)
    return Changes(tuple(sorted(touched, key=lambda one: (ORDER.index(one.kind), one.title.lower(), one.id))))


def _visible(content: Content) -> dict[Key, Item]:
    return {
        (item.kind.name, item.id): item for item in content.items
        if item.kind.name in ORDER and item.facts.get("status", "published") in VISIBLE
    }  # fmt: skip


def _title(item: Item) -> str:
    return str(item.facts.get("title") or item.id)


def _new(item: Item) -> Change:
    status = item.facts.get("status")
    how: How = status if status in ("retired", "disputed") else "new"
    return Change(item.kind.name, item.id, _title(item), how, because=_because(item))


def _gone(item: Item, stone: dict, before: dict[Key, Item], after: dict[Key, Item]) -> Change:
    """What is no more: renamed if something that was not there before stands in its place."""
    kind, now = item.kind.name, str(stone.get("now") or "")
    because = str(stone.get("because") or "")
    successor = after.get((kind, now))
    if successor is None:
        return Change(kind, item.id, _title(item), "gone", because=because)
    if (kind, now) in before:
        return Change(kind, item.id, _title(item), "gone", now=now, because=because)
    change = _changed(item, successor)
    return Change(
        kind, item.id, _title(successor), "renamed", _title(item), now, because,
        change.facts if change else (), change.wordings if change else (),
    )  # fmt: skip


def _changed(old: Item, new: Item) -> Change | None:
    """How one item differs for a reader, or None."""
    if old.file.text == new.file.text:
        return None
    were, are = of_fields(old), of_fields(new)
    names = dict.fromkeys((*are, *were))
    wordings = [one for name in names for one in differences(were.get(name, []), are.get(name, []))]
    wordings += differences(of_body(old.outline), of_body(new.outline))
    found = differing(facts_of(old), facts_of(new))
    status = [str(fact.new[0]) for fact in found if fact.field == "status" and fact.new]
    dates = [fact for fact in found if fact.field.rpartition(".")[2] in DATES]
    if status and status[0] in ("retired", "disputed"):
        how: How = status[0]  # type: ignore[assignment]
    elif wordings or len(dates) < len(found):
        how = "changed"
    elif dates:
        how = "reviewed"
    elif _cited(old) != _cited(new):
        how = "sources"
    else:
        return None
    return Change(
        new.kind.name, new.id, _title(new), how, _title(old), because=_because(new), facts=tuple(found),
        wordings=tuple(wordings),
    )  # fmt: skip


def _because(item: Item) -> str:
    return str(item.facts.get("retired_because") or "")


def _cited(item: Item) -> list[tuple[str, ...]]:
    return [
        *(citation.ids for citation in item.outline.citations), *((link.value,) for link in item.outline.links),
        *((str(leaf.value),) for leaf in item.leaves if leaf.is_markdown and "[" in str(leaf.value)),
    ]  # fmt: skip


def _with(change: Change, ours: list[Ours]) -> Change:
    return replace(change, ours=tuple(ours)) if ours else change
