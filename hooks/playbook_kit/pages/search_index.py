"""What the browser searches: one record for each thing that can be found, as plain text."""

from collections.abc import Iterator
from typing import Any

from ..addresses import address
from ..content import leaves
from ..index import Entry, Playbook
from ..words import Words
from .glossary import in_order
from .plain import plain_text
from .render import entry_uri

_SAID = ("ask", "answer", "title")


def search_index(playbook: Playbook, words: Words) -> dict[str, Any]:
    """The records, in the order in which equal matches are shown: objections, arguments, then the rest."""
    records = [
        *(_objection(playbook, entry) for entry in playbook.objections.values()),
        *(_argument(playbook, entry) for entry in playbook.arguments.values()),
        *(record for entry in playbook.chapters.values() for record in _sections(entry)),
        *(_case_study(entry) for entry in playbook.case_studies.values()),
        *(_page(entry) for entry in playbook.templates.values()),
        *(_tool(entry) for entry in playbook.tools.values()),
        *([_blocked(playbook.blocked)] if playbook.blocked else []),
        *(_terms(playbook.glossary) if playbook.glossary else []),
        *(_page(entry) for entry in playbook.pages.values() if entry.id != "index"),
    ]
    for record in records:
        record["address"] = playbook.base + record["address"]
        if record["lang"] == playbook.language:
            del record["lang"]
    kinds = {record["kind"]: words(f"kind.{record['kind']}") for record in records}
    return {
        "kinds": kinds,
        "items": [{"id": number, **record} for number, record in enumerate(records)],
    }


def _record(entry: Entry, title: str, text: str, anchor: str = "", also: str = "") -> dict[str, Any]:
    place = address(entry_uri(entry)) + (f"#{anchor}" if anchor else "")
    return {"lang": entry.language, "kind": entry.kind, "title": title, "address": place, "text": " ".join(plain_text(text).split()), "also": also}


def _objection(playbook: Playbook, entry: Entry) -> dict[str, Any]:
    model = entry.model
    return _record(
        entry, f"“{entry.title}”", f"{model.short_answer} {model.true_in_it} {entry.own_before} {entry.own_after}",
        also=" · ".join([*model.heard_as, *model.terms]),
    )  # fmt: skip


def _argument(playbook: Playbook, entry: Entry) -> dict[str, Any]:
    model = entry.model
    own = f"{entry.own_before} {entry.own_after}"
    return _record(entry, entry.title, f"{model.one_liner} {model.short} {model.concession} {own}")


def _case_study(entry: Entry) -> dict[str, Any]:
    return _record(entry, entry.title, f"{entry.model.summary} {entry.body}", also=entry.model.organisation.name)


def _page(entry: Entry) -> dict[str, Any]:
    return _record(entry, entry.title, f"{entry.model.summary} {entry.body}")


def _tool(entry: Entry) -> dict[str, Any]:
    """Every question, answer and step."""
    said = (str(leaf.value) for leaf in leaves(type(entry.model), entry.model) if leaf.where[-1] in _SAID or leaf.is_markdown)
    return _record(entry, entry.title, f"{entry.model.summary}\n\n" + "\n\n".join(said))
def _blocked(entry: Entry) -> dict[str, Any]:
    """The tool, found by all that its list names."""
    model = entry.model
    named = [name for group in model.groups for name in (group.title, *(row.label for row in group.rows))]
    return _record(entry, entry.title, f"{model.summary} {' '.join(model.before)}", also=" · ".join(named))


def _terms(entry: Entry) -> Iterator[dict[str, Any]]:
    """Each term of the glossary, found by its other spellings too."""
    for term in in_order(entry):
        record = _record(entry, term.term, "", anchor=term.id, also=" · ".join(term.also))
        yield {**record, "kind": "term", "text": term.meaning}


def _sections(entry: Entry) -> Iterator[dict[str, Any]]:
    """The chapter itself, then each of its sections."""
    yield _record(entry, entry.title, entry.model.summary)
    lines = entry.body.split("\n")
    first = min((h.line for h in entry.outline.headings), default=1)
    starts = [(h, h.line - first) for h in entry.outline.headings if h.level == 2]
    shift = next((n for n, line in enumerate(lines) if line.startswith("#")), 0)
    for number, (heading, line) in enumerate(starts):
        end = starts[number + 1][1] if number + 1 < len(starts) else len(lines) - shift
        text = "\n".join(lines[shift + line + 1 : shift + end])
        yield _record(entry, f"{entry.title}: {heading.value}", text, heading.anchor)
