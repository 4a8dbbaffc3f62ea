"""Who reads a thing again and how often, where a council says so: the fields `owner` and `review_by` of its items."""

import calendar
import datetime
from collections.abc import Collection, Mapping

from ..models import Council, Review, Tombstone
from ..models.council import COUNCIL_PATH
from ..models.kinds import KINDS
from ..problem import Problem, spoken, suggest
from ..read.files import TextFile
from ..read.yaml_text import Document
from .overlay import Layer

REVIEWED = tuple(
    name for name, kind in KINDS.items() if {"reviewed_on", "review_by"} <= set(kind.model.model_fields) or "owner" in kind.model.model_fields
)  # fmt: skip
"""The kinds that carry a date of review or an owner."""


def review_layer(council: Council, document: Document, file: TextFile, kind: str, item_id: str, base: Document) -> list[Layer]:
    """The fields that `reviews` gives one item, as a layer; an entry for the item goes before one for its kind.

    `base` is what the item's file says. Without a day in its `reviewed_on`, no date is made.
    """
    found = {entry.what: number for number, entry in enumerate(council.reviews) if entry.what in (kind, f"{kind}/{item_id}")}
    fields = set(KINDS[kind].model.model_fields)
    value, keys, lines = {}, {}, []
    for what in (kind, f"{kind}/{item_id}"):
        if what not in found:
            continue
        number = found[what]
        entry = council.reviews[number]
        reviewed = base.value.get("reviewed_on") if isinstance(base.value, dict) else None
        if entry.owner and "owner" in fields:
            value["owner"], keys["owner"] = entry.owner, document.mark(("reviews", number, "owner"))
        if entry.every_months and "review_by" in fields and isinstance(reviewed, datetime.date):
            value["review_by"] = months_later(reviewed, entry.every_months)
            keys["review_by"] = document.mark(("reviews", number, "every_months"))
    if not value:
        return []
    lines = sorted({mark.line for mark in keys.values()})
    text = "\n".join(file.text.split("\n")[lines[0] - 1 : lines[-1]]) + "\n"
    marks = {(name,): mark for name, mark in keys.items()}
    return [Layer(file.path, text, lines[0], Document(value, marks, dict(marks)))]


def months_later(day: datetime.date, months: int) -> datetime.date:
    """The same day some months later, or the last of that month if it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


def review_problems(
    council: Council, document: Document, known: Mapping[str, Collection[str]], stones: Mapping[tuple[str, str], Tombstone]
) -> list[Problem]:
    """Entries of `reviews` that name nothing, say nothing, or say what the kind does not carry."""
    problems, seen = [], set()
    for number, entry in enumerate(council.reviews):
        fault = _fault(entry, known, stones)
        if not fault and entry.what in seen:
            fault = f"“{entry.what}” stands here twice.", "Join the two, or take one out."
        seen.add(entry.what)
        if fault:
            mark = document.marks.get(("reviews", number, "what")) or document.mark(("reviews", number))
            problems.append(Problem(COUNCIL_PATH, mark.line, mark.column, "reviews", *fault, rule="local-orphan"))
    return problems


def _fault(
    entry: Review, known: Mapping[str, Collection[str]], stones: Mapping[tuple[str, str], Tombstone]
) -> tuple[str, str] | None:
    kind, _, item_id = entry.what.partition("/")
    if kind not in REVIEWED:
        return f"There is nothing to review of the kind “{kind}”.", suggest(kind, REVIEWED, "kind", most=20)
    stone = stones.get((kind, item_id))
    if item_id and item_id not in known.get(kind, ()):
        if stone:
            fix = f"Write “{kind}/{stone.now}”, or take the entry out." if stone.now else "Take the entry out."
            return f"The playbook’s {spoken(kind)} “{item_id}” is gone: {stone.because}", fix
        return f"The playbook has no {spoken(kind)} “{item_id}”.", suggest(item_id, known.get(kind, ()), spoken(kind))
    if entry.owner is None and entry.every_months is None:
        return f"The entry for “{entry.what}” says nothing.", "Write owner or every_months, or take it out."
    return None
