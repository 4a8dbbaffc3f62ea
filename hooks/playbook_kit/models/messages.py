"""What pydantic says of a value, turned into a problem that a person can mend."""

import datetime
import typing
from typing import Any

from pydantic import BaseModel, ValidationError

from ..problem import Problem, suggest
from ..read.yaml_text import Document, Unquoted
from .base import ID_PATTERN, Model

_WANTED = {
    "string_type": "text",
    "list_type": "a list, one entry to a line, each beginning with “- ”",
    "model_type": "a group of indented fields",
    "model_attributes_type": "a group of indented fields",
    "dict_type": "a group of indented fields",
    "date_type": "a date like 2026-11-21",
    "date_from_datetime_parsing": "a date like 2026-11-21",
    "bool_type": "true or false",
}


def validate(model: type[Model], document: Document, path: str) -> tuple[Any, list[Problem]]:
    """Check a document against a model: the finished object or None, and every problem found.

    `path` names the file in the problems. Problems of the YAML itself are in `document.problems` and not repeated.
    """
    if document.problems and document.value is None:
        return None, []
    if document.value is None:
        first = next(iter(model.model_fields))
        return None, [
            Problem(path, 1, 1, "", "There are no fields here.", f"Begin with “{first}: …”.", rule="empty")
        ]
    try:
        found = model.model_validate(document.value)
    except ValidationError as error:
        return None, [_problem(model, document, path, detail) for detail in error.errors()]
    return (None if document.problems else found), []


def _problem(model: type[Model], document: Document, path: str, detail: Any) -> Problem:
    where = tuple(detail["loc"])
    mark = document.marks.get(where) or document.mark(where)
    if detail["type"] in ("extra_forbidden", "missing"):
        mark = document.mark(where)
    name = _spoken(where)
    message, fix = _say(model, where, name, detail)
    return Problem(path, mark.line, mark.column, name, message, fix, rule=detail["type"].replace("_", "-"))


def _spoken(where: tuple[Any, ...]) -> str:
    """A field's path as a person would say it: `comebacks, entry 2, you_say`."""
    return ", ".join(f"entry {part + 1}" if isinstance(part, int) else str(part) for part in where)


def _say(model: type[Model], where: tuple[Any, ...], name: str, detail: Any) -> tuple[str, str]:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "missing":
        return f"The field “{where[-1]}” is missing.", f"Add {_example(model, where)}"
    if kind == "extra_forbidden":
        parent = model_at(model, where[:-1])
        known = list(parent.model_fields) if parent else []
        return f"“{where[-1]}” is not a field here.", suggest(str(where[-1]), known, "field")
    if value is None or kind == "blank":
        return f"“{name}” has nothing in it.", f"Write {_example(model, where)} Or take the line out if it is not needed."
    if isinstance(value, (Unquoted, bool, datetime.date)) and kind == "string_type":
        source = value if isinstance(value, Unquoted) else str(value).lower() if isinstance(value, bool) else value
        what = value.kind if isinstance(value, Unquoted) else "yes or no" if isinstance(value, bool) else "a date"
        return (
            f"YAML reads {source} as {what}, not as text.",
            f'Put quotation marks round it: "{source}".',
        )
    if kind in _WANTED:
        shown = f" “{value}”" if isinstance(value, (str, Unquoted)) and len(str(value)) < 40 else f" {_kind(value)}"
        return f"“{name}” holds{shown} where {_WANTED[kind]} belongs.", f"Write {_example(model, where)}"
    if kind == "literal_error":
        choices = typing.get_args(_annotation(model, where)) or ()
        return f"“{value}” is not one of the choices for “{name}”.", suggest(str(value), map(str, choices), "choice")
    if kind == "string_too_long":
        most = context["max_length"]
        return (
            f"“{name}” has {len(value)} characters; at most {most} fit.",
            f"Take out {len(value) - most} or more.",
        )
    if kind == "too_many_words":
        return (
            f"“{name}” has {context['count']} words; at most {context['most']} fit.",
            f"Take out {context['count'] - context['most']} or more.",
        )
    if kind == "too_short":
        least, count = context["min_length"], context["actual_length"]
        return f"“{name}” has {count} of the {least} entries that it needs at least.", f"Add {least - count} or more."
    if kind == "too_long":
        most, count = context["max_length"], context["actual_length"]
        return f"“{name}” has {count} entries; at most {most} are allowed.", f"Take out {count - most} or more."
    if kind == "string_pattern_mismatch":
        return _pattern(name, str(value), context["pattern"])
    return f"“{name}” is not right: {detail['msg']}.", f"Write {_example(model, where)}"


def _pattern(name: str, value: str, pattern: str) -> tuple[str, str]:
    if pattern == ID_PATTERN:
        return (
            f"“{value}” cannot be an id.",
            "Write lower-case letters and figures, joined by hyphens: same-as-the-phone.",
        )
    if pattern.startswith("^https"):
        return f"“{value}” is not a web address.", "Write the whole of it, beginning with https://."
    return f"“{name}” goes over more than one line.", "Write it on one line, or fold it with “>-”."


def _kind(value: Any) -> str:
    for types, words in (
        ((list,), "a list"), ((dict,), "a group of fields"), ((bool,), "true or false"), ((datetime.date,), "a date"),
    ):  # fmt: skip
        if isinstance(value, types):
            return words
    return "text"


def model_at(model: type[BaseModel], where: tuple[Any, ...]) -> type[BaseModel] | None:
    """The model that stands at a path inside another, or None where there is none."""
    annotation = _annotation(model, where)
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def _annotation(model: type[BaseModel], where: tuple[Any, ...]) -> Any:
    current: Any = model
    for part in where:
        current = _inner(current)
        if isinstance(part, int):
            current = typing.get_args(current)[0] if typing.get_args(current) else None
        elif isinstance(current, type) and issubclass(current, BaseModel) and part in current.model_fields:
            current = current.model_fields[part].annotation
        else:
            return None
    return _inner(current)


def _inner(annotation: Any) -> Any:
    """An annotation without `Annotated` and without `| None`."""
    while True:
        if hasattr(annotation, "__metadata__"):
            annotation = annotation.__origin__
            continue
        choices = [a for a in typing.get_args(annotation) if a is not type(None)]
        if len(choices) == 1 and len(typing.get_args(annotation)) == 2:
            annotation = choices[0]
            continue
        return annotation


def _example(model: type[Model], where: tuple[Any, ...]) -> str:
    """The field with an example of its value, in one line of YAML."""
    names = [part for part in where if isinstance(part, str)]
    if not names:
        return "the fields listed in the guide."
    last = max(i for i, part in enumerate(where) if isinstance(part, str))
    parent = model_at(model, where[:last])
    field = parent.model_fields.get(names[-1]) if parent else None
    if field is None or not field.examples:
        return f"“{names[-1]}: …”."
    return f"“{names[-1]}: {one_line(field.examples[0])}”, for example."


def one_line(value: Any) -> str:
    """A value as YAML on one line, as an example for a person."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(one_line, value))}]"
    return str(value)
