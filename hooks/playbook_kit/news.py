"""What is new, day by day, from what the files say: what was added, what changed, what has gone.

The dates stand in the files and not in a history of versions, because a copy without that history must build the same.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from .index import Entry, Gone, Playbook


@dataclass
class Day:
    """One day: what was added, by kind; what changed, in a sentence each; what has gone."""

    day: datetime.date
    added: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    changed: list[tuple[Entry, str]] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)


def days(playbook: Playbook) -> list[Day]:
    """Every day on which something happened, the latest first; what is dated after the day of the build waits for its day."""
    found: dict[datetime.date, Day] = {}

    def at(day: datetime.date) -> Day:
        return found.setdefault(day, Day(day))

    for entry in playbook.dated():
        at(entry.model.added_on).added[entry.kind].append(entry)
        for change in entry.model.changes:
            if change.on <= playbook.today:
                at(change.on).changed.append((entry, change.what))
    for stone in playbook.gone:
        at(stone.on).gone.append(stone)
    return [found[day] for day in sorted(found, reverse=True)]


def last_change(entry: Entry, today: datetime.date) -> tuple[datetime.date, str] | None:
    """The latest change that an item tells of: its day, and what is different."""
    told = [(change.on, change.what) for change in entry.model.changes if change.on <= today]
    return max(told, default=None, key=lambda one: one[0])
