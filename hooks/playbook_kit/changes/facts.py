"""An item's fields that hold no sentences, and which of them differ."""

from ..content import Item
from .model import Fact
from .sentences import is_said

DATES = ("added_on", "reviewed_on", "review_by", "checked_on", "on")
_NAMES = ("id", "source", "title", "label", "name", "text", "they_say", "when")

Key = tuple[str, str]


def facts_of(item: Item) -> dict[Key, tuple[str, ...]]:
    """Every value that is not words, by its field (dotted within groups) and the entry of a list that it belongs to."""
    found: dict[Key, tuple[str, ...]] = {}
    for leaf in item.leaves:
        # A default that nobody wrote is no fact: another version may have another.
        if leaf.value is None or leaf.where[0] not in item.facts or is_said(leaf.value, leaf.ref):
            continue
        names = [str(part) for part in leaf.where if isinstance(part, str)]
        key = ".".join(names), _entry(item, leaf.where)
        if not (len(names) > 1 and names[-1] in _NAMES and key[1] == str(leaf.value)):
            found[key] = (*found.get(key, ()), str(leaf.value))
    for name, value in item.facts.items():
        if name not in item.kind.model.model_fields and isinstance(value, (str, int)):
            found[str(name), ""] = (str(value),)
    return found


def differing(old: dict[Key, tuple[str, ...]], new: dict[Key, tuple[str, ...]]) -> list[Fact]:
    """The fields that differ; of a list, what only one of the two holds. The order of a list is no difference."""
    found = []
    entries = {of for _, of in old} & {of for _, of in new}
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key, ()), new.get(key, ())
        # Of an entry that is new or gone, its words tell.
        if key[1] in entries and sorted(was) != sorted(now):
            found.append(Fact(*key, tuple(v for v in was if v not in now), tuple(v for v in now if v not in was)))
    return found


def _entry(item: Item, where: tuple[str | int, ...]) -> str:
    """What the innermost entry of a list is called, for a value in one."""
    at = [number for number, part in enumerate(where[:-1]) if isinstance(part, int)]
    if not at:
        return ""
    value: object = item.facts
    for part in where[: at[-1] + 1]:
        value = value[part]  # type: ignore[index]
    if not isinstance(value, dict):
        return ""
    return next((str(value[name]) for name in _NAMES if value.get(name)), "")
