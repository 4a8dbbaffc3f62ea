"""New files of a council's: the playbook's own wording to begin from, with the name of that wording filled in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..models.kinds import KINDS, Kind
from ..problem import listed, suggest
from ..read.files import TextFile
from ..read.front_matter import FENCE
from ..read.yaml_text import Document
from .files import FOLDERS, TOOLS
from .merge import merge
from .overlay import Text
from .wording import BASED_ON, Drift, wording_of, wording_of_text


_FENCED = re.compile(r"^```markdown\n(?P<text>.*?^)```$", re.M | re.S)


@dataclass(frozen=True)
class Start:
    """A file to write: its path in the repository and its text."""

    path: str
    text: str


def start_override(kind: Kind, item_id: str, base: Text, fields: Sequence[str]) -> Start | str:
    """A file that changes some fields of an item, which stand in it as the playbook has them; or why there is none."""
    known = list(base.document.value)
    unknown = [field for field in fields if field not in known]
    if unknown:
        more = [name for name in kind.model.model_fields if name not in known]
        if unknown[0] in more:
            return f"The {kind.name} “{item_id}” has no “{unknown[0]}” yet: add it to the file by hand, then run “local keep”."
        return f"“{unknown[0]}” is not a field of the {kind.name} “{item_id}”. {suggest(unknown[0], known, 'field', 30)}"
    if not fields:
        return f"Name the fields to change: {listed(known)}."
    changes = merge(base.document, Document({name: base.document.value[name] for name in fields}))[1]
    up = "../" * (folder_of(kind).count("/") + 1)
    begun = f"# yaml-language-server: $schema={up}site/schema/{kind.name}-override.json\n{BASED_ON}: {wording_of(changes)}\n"
    lines = base.file.text.split("\n")[: base.body_line - 2 if kind.has_body else None]
    text = begun + "".join(_lines_of(base.document, name, lines) for name in known if name in fields)
    path = f"{folder_of(kind)}/{item_id}{kind.ending}"
    return Start(path, f"{FENCE}\n{text}{FENCE}\n" if kind.has_body else text)


def start_replacement(kind: Kind, item_id: str, base: Text) -> Start | str:
    """A file that takes the place of an item's text, which stands in it as the playbook has it; or why there is none."""
    if not kind.has_body:
        return f"What it says stands in its fields: run “local override {kind.name}/{item_id}” with their names."
    text = f"{FENCE}\n{BASED_ON}: {wording_of_text(base.body)}\n{FENCE}\n{base.body.rstrip()}\n"
    return Start(f"{folder_of(kind)}/{item_id}.replace.md", text)


def start_statement(kind: Kind, item_id: str, base: Text, form: Text) -> Start:
    """A file that takes the place of a page, with the first text in a fence on the page of the form."""
    text = f"{FENCE}\n{BASED_ON}: {wording_of_text(base.body)}\n{FENCE}\n{_FENCED.search(form.body)['text']}"
    return Start(f"{folder_of(kind)}/{item_id}.replace.md", text)


def keep(file: TextFile, drifts: Sequence[Drift]) -> str:
    """The text of a council's file with the names of today's wording, for changes that were read and are still right."""
    lines = file.text.split("\n")
    for drift in drifts:
        line = lines[drift.line - 1]
        start = drift.column - 1
        lines[drift.line - 1] = line[:start] + line[start:].replace(drift.based_on, drift.now, 1)
    return "\n".join(lines)


def folder_of(kind: Kind) -> str:
    """Where a council's changes to items of a kind lie."""
    return FOLDERS.get(kind.name, TOOLS)


def kinds_to_change() -> list[str]:
    """The kinds whose items a council can change in a file of their own."""
    return [name for name, kind in KINDS.items() if name in FOLDERS or kind.folder.endswith("/tools")]


def _lines_of(document: Document, name: str, lines: list[str]) -> str:
    """The lines of one field, as they stand in the playbook's file."""
    starts = sorted(mark.line for where, mark in document.keys.items() if len(where) == 1)
    first = document.keys[(name,)].line
    end = next((line for line in starts if line > first), len(lines) + 1)
    found = lines[first - 1 : end - 1]
    while found and (not found[-1].strip() or found[-1].startswith("#")):
        found.pop()
    return "\n".join(found) + "\n"
