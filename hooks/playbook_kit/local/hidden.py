"""What a council does not show: which items are meant, and what is wrong with the list."""

from collections.abc import Collection, Mapping

from ..models import Council, Tombstone
from ..models.council import COUNCIL_PATH
from ..models.kinds import KINDS
from ..models.made_pages import KEPT, MADE
from ..problem import Problem, spoken, suggest
from ..read.yaml_text import Document

HIDEABLE = tuple(name for name in KINDS if name not in ("source", "tombstone"))


def hidden_items(
    council: Council,
    document: Document,
    known: Mapping[str, Collection[str]],
    own: Collection[tuple[str, str]],
    stones: Mapping[tuple[str, str], Tombstone],
) -> tuple[dict[tuple[str, str], int], list[Problem]]:
    """Kind and id of everything that `hide` names, with its place in the list; and the entries that name nothing.

    With a page go those whose addresses are below its own, but for the council's own.
    `known` are all ids by kind, `own` what is the council's own, `stones` what became of what is gone.
    """
    known = {**known, "page": {*known.get("page", ()), *MADE}}
    found: dict[tuple[str, str], int] = {}
    problems = []
    for number, entry in enumerate(council.hide):
        kind, _, item_id = entry.what.partition("/")
        fault = _fault(kind, item_id, known, own, stones)
        if not fault and (kind, item_id) in found:
            fault = f"“{entry.what}” stands here twice.", "Take one of the two out."
        if fault:
            mark = document.marks.get(("hide", number, "what")) or document.mark(("hide", number))
            problems.append(Problem(COUNCIL_PATH, mark.line, mark.column, "hide", *fault, rule="local-orphan"))
        else:
            found[kind, item_id] = number
    for (kind, item_id), number in list(found.items()):
        below = {one for one in known[kind] if one.startswith(f"{item_id}/") and (kind, one) not in own}
        for one in below if kind == "page" else ():
            found.setdefault((kind, one), number)
    return found, problems


def _fault(
    kind: str,
    item_id: str,
    known: Mapping[str, Collection[str]],
    own: Collection[tuple[str, str]],
    stones: Mapping[tuple[str, str], Tombstone],
) -> tuple[str, str] | None:
    """What is wrong with an entry, and what to write instead."""
    if kind == "source":
        return "A source cannot be hidden while texts cite it.", "Hide what cites it, or change its text."
    if kind not in HIDEABLE:
        return f"There is no kind “{kind}”.", suggest(kind, HIDEABLE, "kind", most=20)
    if kind == "page" and item_id in KEPT:
        return KEPT[item_id]
    if (kind, item_id) in own:
        return f"The {spoken(kind)} “{item_id}” is your own.", "Take its file out of local/ instead."
    if item_id in known.get(kind, ()):
        return None
    stone = stones.get((kind, item_id))
    if stone:
        fix = f"Write “{kind}/{stone.now}”, or take the entry out." if stone.now else "Take the entry out."
        return f"The playbook’s {spoken(kind)} “{item_id}” is gone: {stone.because}", fix
    return f"The playbook has no {spoken(kind)} “{item_id}”.", suggest(item_id, known.get(kind, ()), spoken(kind))
