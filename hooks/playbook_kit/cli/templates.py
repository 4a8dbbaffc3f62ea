"""New files with their blanks marked, made from the models, so that they never fall behind them."""

import datetime
import re
import types
import typing
from pathlib import Path

from pydantic.fields import FieldInfo

from ..models.base import ID_PATTERN, fields_in_order
from ..models.kinds import KINDS
from ..pages.fields import group_of
from ..read.files import read_folder
from ..rules.blanks_filled import BLANK
from ..rules.chapter_pattern import NEEDED

KINDS_TO_START = ("argument", "objection", "chapter", "case-study", "source")
_CASE_HEADINGS = (
    "The situation", "What they did", "What changed minds", "What it cost and what went wrong", "What to copy",
    "What we do not know",
)  # fmt: skip
_REVIEW_AFTER = datetime.timedelta(days=180)


def new_file(root: Path, kind_name: str, item_id: str, today: datetime.date) -> Path | str:
    """Write a new file of a kind and give its path, or say in words why not. Nothing is ever overwritten."""
    kind = KINDS[kind_name]
    if not re.match(ID_PATTERN, item_id) or item_id == "index":
        return f"“{item_id}” cannot be an id. Write lower-case letters and figures, joined by hyphens: same-as-the-phone."
    path = root / kind.folder / f"{item_id}{kind.ending}"
    taken = {file.name for file in read_folder(root, kind.folder, (kind.ending,), kind.ignore)[0]}
    if item_id in taken or path.exists():
        return f"There is a {kind_name} “{item_id}” already: {path.relative_to(root).as_posix()}."
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(file_template(kind_name, today), encoding="utf-8", newline="\n")
    return path


def file_template(kind_name: str, today: datetime.date) -> str:
    """The text of a new file: every field with what belongs in it, the optional ones commented out."""
    kind = KINDS[kind_name]
    up = "../" * (kind.folder.count("/") + 1)
    lines = [f"# yaml-language-server: $schema={up}site/schema/{kind_name}.json"]
    for name, info in fields_in_order(kind.model).items():
        lines += _field(name, info, today)
    text = "\n".join(lines) + "\n"
    if not kind.has_body:
        return text
    return f"---\n{text}---\n\n{_body(kind_name)}"


def _field(name: str, info: FieldInfo, today: datetime.date, indent: str = "") -> list[str]:
    lines = [f"{indent}# {line}" for line in _wrap(info.description or "", 96 - len(indent))]
    body = _value(name, info, today)
    group = group_of(info.annotation)
    is_list = typing.get_origin(info.annotation) is list
    if group is not None:
        entry = [line for field, inner in group.model_fields.items() for line in _field(field, inner, today, indent + "    ")]
        if is_list and entry:
            first = next(n for n, line in enumerate(entry) if not line.lstrip().startswith("#"))
            entry[first] = f"{indent}  - {entry[first].strip()}"
        block = [f"{indent}{name}:", *entry]
    elif is_list:
        count = _least(info)
        block = [f"{indent}{name}:", *[f"{indent}  - {body}" for _ in range(max(count, 1))]]
    else:
        block = [f"{indent}{name}: {body}"]
    if not info.is_required():
        block = [line if line.lstrip().startswith("#") else f"{indent}# {line[len(indent):]}" for line in block]
    return lines + block


def _value(name: str, info: FieldInfo, today: datetime.date) -> str:
    """What stands in a new file: today's date, the usual choice, or a blank."""
    if name in ("added_on", "reviewed_on", "checked_on"):
        return today.isoformat()
    if name == "review_by":
        return (today + _REVIEW_AFTER).isoformat()
    if name == "status":
        return "published"
    if name == "countries":
        return "uk"
    if info.annotation is bool:
        return "false"
    choices = _choices(info.annotation)
    if choices:
        return f"{BLANK}  # one of: {', '.join(choices)}"
    return BLANK


def _choices(annotation: object) -> list[str]:
    if typing.get_origin(annotation) is typing.Literal:
        return [str(choice) for choice in typing.get_args(annotation)]
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return [choice for argument in typing.get_args(annotation) for choice in _choices(argument)]
    return []


def _least(info: FieldInfo) -> int:
    return next((item.min_length for item in info.metadata if getattr(item, "min_length", None)), 0)


def _wrap(text: str, width: int) -> list[str]:
    lines, current = [], ""
    for word in text.split():
        if current and len(current) + len(word) + 1 > width:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}".strip()
    return [*lines, current] if current else lines


def _body(kind_name: str) -> str:
    if kind_name == "case-study":
        return "\n".join(f"## {heading}\n\n{BLANK}\n" for heading in _CASE_HEADINGS)
    parts = []
    for heading in NEEDED:
        under = {
            "Do": f"- {BLANK}", "Do not": f"- do not {BLANK}", "What you need to do": f"### Staff\n\n- {BLANK}",
            "If it goes wrong": f"1. {BLANK}",
        }.get(heading, BLANK)  # fmt: skip
        parts.append(f"## {heading}\n\n{under}\n")
    return "\n".join(parts)

