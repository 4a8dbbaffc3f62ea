"""Checks the name of the playbook's wording that a council's change was made from: missing, right, or out of date."""

from dataclasses import dataclass, field
from typing import Any

from ..problem import Problem, spoken
from ..read.yaml_text import Document
from .merge import Change
from .wording import BASED_ON, Drift


@dataclass
class Found:
    """What is wrong with the council's files for one item, and which of its changes have drifted."""

    problems: list[Problem] = field(default_factory=list)
    drift: list[Drift] = field(default_factory=list)


def check_based_on(
    kind: str, item_id: str, path: str, document: Document, now: str, changes: list[Change], where: tuple[Any, ...] = ()
) -> Found:
    """Compare `based_on` in the map at `where` of a council's document with the name of today's wording, `now`."""
    entry: Any = document.value
    for part in where:
        entry = entry[part]
    said, mark = entry.get(BASED_ON), document.mark((*where, BASED_ON))
    what = f"{_noun(kind)} “{item_id}”"
    if said is None:
        return Found([
            Problem(
                path, mark.line, mark.column, BASED_ON,
                f"This changes the playbook’s {what} and does not say which wording it was made from.",
                f"Write “{BASED_ON}: {now}” and only what differs; if it is your own, give it another id.",
                rule="based-on",
            )
        ])  # fmt: skip
    mark = document.marks.get((*where, BASED_ON), mark)
    if not isinstance(said, str):
        return Found([
            Problem(
                path, mark.line, mark.column, BASED_ON, f"“{BASED_ON}” holds no name of a wording.",
                f"Write “{BASED_ON}: {now}” for the wording of today.", rule="based-on",
            )
        ])  # fmt: skip
    if said.strip() == now:
        return Found()
    drift = Drift(kind, item_id, path, mark.line, mark.column, said.strip(), now, tuple(changes))
    return Found([drift_problem(drift)], [drift])


def drift_problem(drift: Drift) -> Problem:
    """The warning of one change that has drifted."""
    return Problem(
        drift.path, drift.line, drift.column, BASED_ON,
        f"The playbook’s wording of what this changes in the {_noun(drift.kind)} “{drift.id}” is another now.",
        f"Read both with “playbook drift”. If yours is still right, run “playbook local keep {drift.kind}/{drift.id}”.",
        level="warning", rule="drift",
    )  # fmt: skip


def _noun(kind: str) -> str:
    """What is changed, as a sentence names it; of the glossary it is one term."""
    return "glossary term" if kind == "glossary" else spoken(kind)
