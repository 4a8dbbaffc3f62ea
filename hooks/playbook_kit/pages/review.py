"""The pages about the playbook itself: what needs review, whom to thank, what is new."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from ..credits import credits_of
from ..index import Playbook
from ..news import days
from ..review import Due, due_list
from ..words import Words


def about_pages(playbook: Playbook, words: Words) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Address in the docs tree, name and values of each of these pages."""
    due = due_list(playbook, words)
    items = [one for one in due if one.kind != "source"]
    yield "needs-review.md", "needs_review", {
        "items": due, "late": [one for one in due if one.is_overdue],
        "coming": [one for one in items if not one.is_overdue],
        "sources": [one for one in due if one.kind == "source" and not one.is_overdue], "by_owner": by_owner,
    }  # fmt: skip
    yield "contributors.md", "contributors", {
        "people": credits_of(playbook, "contributors"), "organisations": credits_of(playbook, "organisations"),
        "users": sorted(playbook.used_by, key=lambda one: one.name.casefold()),
    }  # fmt: skip
    yield "whats-new.md", "whats_new", {"days": days(playbook)}


def by_owner(items: Iterable[Due]) -> list[tuple[str, list[Due]]]:
    """Items in groups of one owner, sorted by the owner's name; each group keeps its order."""
    groups: dict[str, list[Due]] = defaultdict(list)
    for one in items:
        groups[one.owner].append(one)
    return [(owner, groups[owner]) for owner in sorted(groups, key=str.casefold)]
