"""The record of the tests says nothing that cannot be: no day to come, no program or page twice."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """A day that lies in the future, and entries that stand twice."""
    listing = content.tested
    if listing is None:
        return
    record = listing.model
    if record.tested_on > settings.today:
        mark = listing.document.marks[("tested_on",)]
        yield Problem(
            listing.path, mark.line, mark.column, "tested_on", f"{record.tested_on} lies in the future.",
            "Write the day on which the tests were run.", level="warning",
        )  # fmt: skip
    lists = {
        "programs": [one.name for one in record.programs], "widths": record.widths, "schemes": record.schemes,
        "states": record.states, "set_aside": [one.why for one in record.set_aside],
        "found": [f"{one.rule} on {one.page}" for one in record.found],
    }  # fmt: skip
    for field, entries in lists.items():
        for number, entry in enumerate(entries):
            if entry in entries[:number]:
                mark = listing.document.mark((field, number))
                yield Problem(
                    listing.path, mark.line, mark.column, field, f"“{entry}” stands twice under “{field}”.",
                    "Take one of the two out, or make the record again: playbook record-tests",
                )  # fmt: skip


RULE = Rule("tested", "A record of tests is shown to readers, who rest on it.", find)
