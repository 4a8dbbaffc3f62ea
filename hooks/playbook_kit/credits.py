"""Who is thanked, and for what: from the items alone, so that a name taken out of them is gone."""

from collections import defaultdict
from dataclasses import dataclass

from .index import Entry, Playbook


@dataclass(frozen=True)
class Credit:
    """One name and the items that it stands on."""

    name: str
    entries: tuple[Entry, ...]


def credits_of(playbook: Playbook, field: str) -> list[Credit]:
    """Everybody named under `contributors` or `organisations`, sorted by name; spelled alike is one."""
    names: dict[str, str] = {}
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in playbook.dated():
        for name in getattr(entry.model, field):
            key = " ".join(name.split()).casefold()
            names.setdefault(key, " ".join(name.split()))
            if entry not in found[key]:
                found[key].append(entry)
    return [Credit(names[key], tuple(found[key])) for key in sorted(found)]
