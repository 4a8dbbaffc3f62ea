"""What in the council's own folder rests on which item of the playbook.

The folder's layout is read by name alone, so that it can be compared with a version whose checks it does not pass.
"""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..models.council import COUNCIL_PATH
from ..models.kinds import KINDS, TOOLS_FOLDER
from ..pages.plain import plain_text
from ..problem import Problem
from ..read.files import TextFile, read_folder, read_text
from ..read.front_matter import FENCE, split_front_matter
from ..read.yaml_text import parse_yaml
from .model import Ours

LOCAL = "local"
FOLDERS = {
    "arguments": "argument", "objections": "objection", "sources": "source", "chapters": "chapter",
    "templates": "template", "case_studies": "case-study", "pages": "page",
}  # fmt: skip
PARTS = ("before", "after", "replace")
_HEADING = re.compile(r"#{1,6}[ \t]+(?P<text>[^\n]+?)[ \t]*#*$")
_NOT_OURS = ("id", "based_on")


def read_ours(root: Path) -> list[Ours]:
    """Every file of `local/` below `root`, and every entry of its list of what is hidden, that names an item."""
    found: list[Ours] = []
    if not (root / LOCAL).is_dir():
        return found
    for folder, kind in FOLDERS.items():
        files, _ = read_folder(root, f"{LOCAL}/{folder}", (".yml", ".md"))
        found += [own for file in files for own in _of_file(kind, folder, file)]
    files, _ = read_folder(root, f"{LOCAL}/{posixpath.basename(TOOLS_FOLDER)}", (".yml",))
    tools = {kind.only: kind.name for kind in KINDS.values() if kind.only}
    found += [_fields(tools[file.name], file.name, file, parse_yaml(file.text, file.path).value) for file in files if file.name in tools]
    return [*found, *_of_council(root)]


def _of_file(kind: str, folder: str, file: TextFile) -> Iterator[Ours]:
    stem, ending = posixpath.splitext(file.path.removeprefix(f"{LOCAL}/{folder}/"))
    item_id, _, part = stem.partition(".")
    if part in PARTS:
        yield Ours(file.path, part, kind, item_id, _by_heading(_text(file)))  # type: ignore[arg-type]
    elif not part and ending == ".md":
        front = split_front_matter(file)
        yield _fields(kind, item_id, file, front.document.value)
    elif not part:
        yield _fields(kind, item_id, file, parse_yaml(file.text, file.path).value)


def _text(file: TextFile) -> str:
    """A Markdown file's text; whether it begins with facts is the council's choice."""
    return (split_front_matter(file).body if file.text.startswith(FENCE) else file.text).strip()


def _by_heading(text: str) -> dict[str, str]:
    """What stands under each heading of a text, as plain words on one line; what comes first has no heading."""
    found, under = {"": [""]}, ""
    for line in text.split("\n"):
        match = _HEADING.match(line)
        if match:
            under = plain_text(match["text"])
        found.setdefault(under, []).append("" if match else line)
    return {name: " ".join(plain_text("\n".join(lines)).split()) for name, lines in found.items()}


def _fields(kind: str, item_id: str, file: TextFile, value: Any) -> Ours:
    facts = value if isinstance(value, dict) else {}
    return Ours(
        file.path, "fields", kind, item_id,
        {str(name): as_text(one) for name, one in facts.items() if name not in _NOT_OURS},
    )  # fmt: skip


def _of_council(root: Path) -> Iterator[Ours]:
    file = read_text(root, root / COUNCIL_PATH)
    facts = None if isinstance(file, Problem) else parse_yaml(file.text, file.path).value
    for key, how in (("hide", "hide"), ("reviews", "review")):
        entries = facts.get(key) if isinstance(facts, dict) else None
        for entry in entries if isinstance(entries, list) else []:
            kind, _, item_id = str(entry.get("what") if isinstance(entry, dict) else "").partition("/")
            if item_id:
                yield Ours(COUNCIL_PATH, how, kind, item_id)  # type: ignore[arg-type]


def as_text(value: Any) -> str:
    """A field's value as a person would read it."""
    if isinstance(value, dict):
        return " ".join(as_text(one) for key, one in value.items() if key not in _NOT_OURS)
    if isinstance(value, list):
        return " · ".join(as_text(one) for one in value)
    return " ".join(str(value).split())
