"""New files with their blanks marked, made from the models, so that they never fall behind them."""

import datetime
import re
import types
import typing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic.fields import FieldInfo

from ..content import Content, load
from ..local.files import FOLDERS
from ..models.base import ID_PATTERN, MarkdownText, Ref, WordLimit, fields_in_order, group_of, markers
from ..models.kinds import KINDS
from ..names import RESERVED_IDS
from ..problem import spoken
from ..read.files import TextFile
from ..rules.blanks_filled import BLANK
from ..rules.chapter_pattern import NEEDED
from ..rules.references_known import known_ids
from ..rules.template_clauses import ADVICE, RISK
from ..tidy import tidy_text
from .as_yaml import yaml_lines

KINDS_TO_START = ("argument", "objection", "chapter", "case-study", "template", "source")
_CASE_HEADINGS = (
    "The situation", "What they did", "What changed minds", "What it cost and what went wrong", "What to copy",
    "What we do not know",
)  # fmt: skip
_FIRST_CLAUSE = "What we agree"
REVIEW_AFTER = datetime.timedelta(days=180)
MOST_IDS_SHOWN = 30


def new_file(root: Path, kind_name: str, item_id: str, today: datetime.date, is_own: bool = False) -> Path | str:
    """Write a new file of a kind and give its path, or say in words why not. Nothing is ever overwritten.

    What is a council's own lies in its own folder.
    """
    content = load(root)
    path = new_path(root, kind_name, item_id, is_own, content)
    if isinstance(path, str):
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    folder = path.parent.relative_to(root).as_posix()
    path.write_text(file_template(kind_name, today, known_ids(content), folder), encoding="utf-8", newline="\n")
    return path


def new_path(root: Path, kind_name: str, item_id: str, is_own: bool, content: Content) -> Path | str:
    """Where a new item of a kind belongs, or in words why there cannot be one of that id."""
    kind = KINDS[kind_name]
    if not re.match(ID_PATTERN, item_id) or item_id in RESERVED_IDS:
        return f"“{item_id}” cannot be an id. Write lower-case letters and figures, joined by hyphens: same-as-the-phone."
    path = root / (FOLDERS[kind_name] if is_own else kind.folder) / f"{item_id}{kind.ending}"
    if item_id in content.ids(kind_name) or path.exists():
        return f"The {spoken(kind_name)} “{item_id}” is there already: {path.relative_to(root).as_posix()}."
    if any(item.id == item_id and item.facts.get("kind") == kind_name for item in content.of("tombstone")):
        return f"“{item_id}” was the id of a {kind_name} that is gone, and an id is never used twice. Choose another."
    return path


def file_template(kind_name: str, today: datetime.date, known: dict[str, set[str]], folder: str = "") -> str:
    """The text of a new file: every field with what belongs in it, the optional ones commented out.

    `known` gives the ids that fields may name, by kind; short lists of them are shown beside the field.
    """
    kind = KINDS[kind_name]
    up = "../" * ((folder or kind.folder).count("/") + 1)
    lines = [f"# yaml-language-server: $schema={up}site/schema/{kind_name}.json"]
    # An objection may be published once an argument answers it, and that is another file.
    given = _Given(today, known, "draft" if kind_name == "objection" else "published")
    for name, info in fields_in_order(kind.model).items():
        lines += _field(name, info, given)
    text = "\n".join(lines) + "\n"
    if not kind.has_body:
        return text
    return f"---\n{text}---\n\n{_body(kind_name)}"


def filled_in(kind_name: str, today: datetime.date, answers: dict[str, Any], folder: str) -> str:
    """The text of a new file from answers by field; what is not answered and needed is a blank to fill in."""
    kind = KINDS[kind_name]
    given = _Given(today, {}, "draft" if kind_name == "objection" else "published")
    lines = [f"# yaml-language-server: $schema={'../' * (folder.count('/') + 1)}site/schema/{kind_name}.json"]
    for name, info in fields_in_order(kind.model).items():
        if name in answers and isinstance(answers[name], (str, list, dict, bool, datetime.date)):
            lines += yaml_lines(name, answers[name])
        elif info.is_required():
            lines += [line for line in _field(name, info, given) if not line.lstrip().startswith("#")]
    text = "\n".join(lines) + "\n"
    return tidy_text(TextFile(f"{folder}/x{kind.ending}", f"---\n{text}---\n\n{_body(kind_name)}" if kind.has_body else text)).after


@dataclass(frozen=True)
class _Given:
    """What every field of a new file is made from: the day, the ids that fields may name, the first status."""

    today: datetime.date
    known: dict[str, set[str]]
    status: str


def _field(name: str, info: FieldInfo, given: _Given, indent: str = "") -> list[str]:
    lines = [f"{indent}# {line}" for line in _wrap(_comment(info, given.known), 96 - len(indent))]
    group = group_of(info.annotation)
    is_list = typing.get_origin(info.annotation) is list
    if group is not None:
        entry = [
            line for field, inner in group.model_fields.items() for line in _field(field, inner, given, indent + "    ")
        ]
        if is_list:
            first = next(number for number, line in enumerate(entry) if not line.lstrip().startswith("#"))
            entry[first] = f"{indent}  - {entry[first].strip()}"
        block = [f"{indent}{name}:", *entry]
    elif is_list:
        block = [f"{indent}{name}:", *[f"{indent}  - {_value(name, info, given)}" for _ in range(max(least_of(info), 1))]]
    elif _is_prose(info):
        block = [f"{indent}{name}: >-", f"{indent}  {BLANK}"]
    else:
        block = [f"{indent}{name}: {_value(name, info, given)}"]
    if not info.is_required():
        block = [line if line.lstrip().startswith("#") else f"{indent}# {line[len(indent):]}" for line in block]
    return lines + block


def _comment(info: FieldInfo, known: dict[str, set[str]]) -> str:
    """What belongs in a field, with the choices if there are few enough to read."""
    choices = choices_of(info.annotation)
    refs = markers(info.annotation, info.metadata, Ref)
    if refs and len(known.get(refs[0].kind, ())) <= MOST_IDS_SHOWN:
        choices = sorted(known.get(refs[0].kind, ()))
    return f"{info.description} One of: {', '.join(choices)}." if choices else info.description or ""


def _is_prose(info: FieldInfo) -> bool:
    """Whether a field holds sentences, which are safest in a block where no sign has a meaning of its own."""
    return bool(markers(info.annotation, info.metadata, MarkdownText) or markers(info.annotation, info.metadata, WordLimit))


def _value(name: str, info: FieldInfo, given: _Given) -> str:
    """What stands in a new file: today's date, the usual choice, or a blank in quotation marks."""
    if name in ("added_on", "reviewed_on", "checked_on", "on"):
        return given.today.isoformat()
    if name == "review_by":
        return (given.today + REVIEW_AFTER).isoformat()
    if name == "status":
        return given.status
    if name == "countries":
        return "uk"
    return "false" if info.annotation is bool else f'"{BLANK}"'


def choices_of(annotation: object) -> list[str]:
    """The words of which a field takes one, or none if it takes any text."""
    if typing.get_origin(annotation) is typing.Literal:
        return [str(choice) for choice in typing.get_args(annotation)]
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return [choice for argument in typing.get_args(annotation) for choice in choices_of(argument)]
    return []


def least_of(info: FieldInfo) -> int:
    """How many entries a list needs at least."""
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
    if kind_name == "template":
        return f"{BLANK}\n\n## {_FIRST_CLAUSE}\n\n{BLANK}\n\n> {RISK} {BLANK}\n>\n> {ADVICE} {BLANK}\n"
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

