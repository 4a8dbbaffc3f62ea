"""What pydantic says of a value, turned into a problem that a person can mend."""

import datetime
import re
import typing
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pydantic import BaseModel, ValidationError

from ..problem import Problem, cut, listed, nearest, suggest
from ..read.yaml_text import Document, Unquoted
from .base import BLANK, ID_PATTERN, LANGUAGE_PATTERN, Model
from .slips import address_fix, as_id, date_fix

MOST_MISSING = 3  # missing fields that are each reported with an example
MOST_FIELDS = 30  # all of a file's fields are named where none is spelled alike

SAID = {
    "blank": ("“{name}” has nothing in it.", "Write {example}"),
    "too_many_words": ("“{name}” has {count} words; at most {most} fit.", "Take out {over} or more."),
    "too_many_characters": ("“{name}” has {count} characters; at most {most} fit.", "Take out {over} or more."),
    "not_an_address": ("“{value}” is not a web address.", "Write all of it, beginning with https://, without spaces."),
    "not_filled": (
        f"Here it still says “{BLANK}”.", "Write what belongs here, or take the line out if it is not needed.",
    ),
}  # fmt: skip
"""What is said of the faults that the forms on the site find too: the message, then what to write."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_WANTED = {
    "string_type": "text",
    "list_type": "a list",
    "model_type": "a group of indented fields",
    "model_attributes_type": "a group of indented fields",
    "dict_type": "a group of indented fields",
    "date_type": "a date like 2026-11-21",
    "date_from_datetime_parsing": "a date like 2026-11-21",
    "bool_type": "true or false",
    "int_type": "a whole number",
}
_KINDS = {
    "extra_forbidden": "unknown-field",
    "literal_error": "unknown-choice",
    "string_pattern_mismatch": "wrong-form",
    "greater_than_equal": "too-small",
    "less_than_equal": "too-large",
    "string_type": "not-text",
    "list_type": "not-a-list",
    "model_type": "not-a-group",
    "model_attributes_type": "not-a-group",
    "dict_type": "not-a-group",
    "date_type": "not-a-date",
    "date_from_datetime_parsing": "not-a-date",
    "bool_type": "not-true-or-false",
    "int_type": "not-a-number",
}
"""The kinds of message by pydantic's names for them, where those are words of programmers."""


def validate(model: type[Model], document: Document, path: str) -> tuple[Any, list[Problem]]:
    """Check a document against a model: the finished object or None, and every problem found.

    `path` names the file in the problems. Problems of the YAML itself are in `document.problems` and not repeated.
    """
    if document.problems and document.value is None:
        return None, []
    if not isinstance(document.value, dict):
        nothing = document.value is None
        said = "There are no fields here." if nothing else f"Here stands {_kind(document.value)}, and no fields."
        first, mark = next(iter(model.model_fields)), document.mark(())
        return None, [Problem(path, mark.line, mark.column, "", said, f"Begin with “{first}: …”.", rule="empty")]
    try:
        found = model.model_validate(document.value)
    except ValidationError as error:
        return None, list(_problems(model, document, path, error.errors()))
    return (None if document.problems else found), []


def _problems(model: type[Model], document: Document, path: str, details: list[Any]) -> Iterator[Problem]:
    """A problem for each fault; one for a name spelled wrongly, and one where many fields are missing together."""
    missing: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for detail in details:
        if detail["type"] == "missing":
            missing[tuple(detail["loc"][:-1])].append(detail)
    for detail in details:
        if detail["type"] != "extra_forbidden":
            continue
        lacking = missing[tuple(detail["loc"][:-1])]
        near = nearest(str(detail["loc"][-1]), [one["loc"][-1] for one in lacking])
        lacking[:] = [one for one in lacking if one["loc"][-1] != near]
        found = _problem(model, document, path, detail)
        yield replace(found, fix=f"Did you mean “{near}”?") if near else found
    for detail in details:
        if detail["type"] not in ("missing", "extra_forbidden"):
            yield _problem(model, document, path, detail)
    for lacking in missing.values():
        if len(lacking) <= MOST_MISSING:
            yield from (_problem(model, document, path, detail) for detail in lacking)
        else:
            names = listed([f"“{detail['loc'][-1]}”" for detail in lacking])
            yield replace(
                _problem(model, document, path, lacking[0]), field="", message=f"The fields {names} are missing.",
                fix=f"Add {_example(model, tuple(lacking[0]['loc']))} A file beside this one shows what belongs in the others.",
            )  # fmt: skip


def blank_problem(path: str, line: int, column: int) -> Problem:
    """The problem of a blank that nobody filled."""
    return Problem(path, line, column, "", *SAID["not_filled"], rule="blank")


def _problem(model: type[Model], document: Document, path: str, detail: Any) -> Problem:
    where = tuple(detail["loc"])
    mark = document.marks.get(where) or document.mark(where)
    if detail["type"] in ("extra_forbidden", "missing"):
        mark = document.mark(where)
    elif detail["input"] == BLANK:
        return blank_problem(path, mark.line, mark.column)
    name = _spoken(where)
    message, fix = _say(model, where, name, detail)
    return Problem(path, mark.line, mark.column, name, message, fix, rule=_KINDS.get(detail["type"], detail["type"].replace("_", "-")))


def _spoken(where: tuple[Any, ...]) -> str:
    """A field's path as a person would say it: `comebacks, entry 2, you_say`."""
    return ", ".join(f"entry {part + 1}" if isinstance(part, int) else str(part) for part in where)


def _say(model: type[Model], where: tuple[Any, ...], name: str, detail: Any) -> tuple[str, str]:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind == "missing":
        return f"The field “{where[-1]}” is missing{_what_day(model, where)}.", f"Add {_example(model, where)}"
    if kind == "extra_forbidden":
        parent = model_at(model, where[:-1])
        known = list(parent.model_fields) if parent else []
        return f"“{cut(where[-1])}” is not a field here.", suggest(str(where[-1]), known, "field", MOST_FIELDS)
    if value is None or value == "" or kind == "blank":
        needed = "" if _is_required(model, where) else " Or take the line out if it is not needed."
        message, fix = SAID["blank"]
        return message.format(name=name), fix.format(example=_example(model, where)) + needed
    if isinstance(value, (Unquoted, bool, datetime.date)) and kind == "string_type":
        source = value if isinstance(value, Unquoted) else str(value).lower() if isinstance(value, bool) else value
        what = value.kind if isinstance(value, Unquoted) else "yes or no" if isinstance(value, bool) else "a date"
        return (
            f"Without quotation marks, {source} is read as {what} and not as text.",
            f'Put quotation marks round it: "{source}".',
        )
    if kind in _WANTED:
        return _wanted(model, where, name, kind, value)
    if kind == "literal_error":
        choices = map(str, typing.get_args(_annotation(model, where)) or ())
        return f"{_quoted(value)} is not one of the choices for “{name}”.", suggest(str(value), choices, "choice")
    if kind == "too_many_words":
        return _too_much("too_many_words", name, context["count"], context["most"])
    if kind == "too_short":
        least, count = context["min_length"], context["actual_length"]
        if not count:
            return f"“{name}” is an empty list.", f"Write {_example(model, where)}"
        return f"“{name}” has {count} of the {least} entries that it needs at least.", f"Add {least - count} or more."
    if kind == "too_long":
        most, count = context["max_length"], context["actual_length"]
        if isinstance(value, str):
            return _too_much("too_many_characters", name, count, most)
        return f"“{name}” has {count} entries; at most {most} are allowed.", f"Take out {count - most} or more."
    if kind in ("greater_than_equal", "less_than_equal"):
        least = context.get("ge")
        return f"“{name}” is {value}, which is too {'small' if least else 'large'}.", (
            f"Write {least} or more." if least else f"Write {context['le']} or less."
        )
    if kind == "string_pattern_mismatch":
        return _pattern(name, str(value), context["pattern"])
    return f"“{name}” is not right: {detail['msg']}.", f"Write {_example(model, where)}"


def _too_much(kind: str, name: str, count: int, most: int) -> tuple[str, str]:
    message, fix = SAID[kind]
    return message.format(name=name, count=count, most=most), fix.format(over=count - most)


def _wanted(model: type[Model], where: tuple[Any, ...], name: str, kind: str, value: Any) -> tuple[str, str]:
    """What to say of a value of another type than the field's."""
    belongs = _WANTED[kind]
    if isinstance(value, str) and (_DATE.match(value) if kind.startswith("date") else value in ("true", "false")):
        return f"“{name}” is in quotation marks, so it is text and not {belongs}.", f"Write it without: {value}."
    if isinstance(value, Unquoted) and value.kind.startswith("a date that"):
        return f"There is no {value} in the calendar.", f"Write {_example(model, where)}"
    if kind == "list_type" and isinstance(value, str) and value.startswith("-"):
        return f"“{name}” holds text where {belongs} belongs.", "Write a space after each hyphen, then the entry."
    if kind == "bool_type" and str(value).lower() in ("yes", "no", "y", "n", "ie", "na"):
        return f"“{name}” holds {_quoted(value)} where {belongs} belongs.", "Write true for yes and false for no."
    if _WANTED[kind] == _WANTED["model_type"]:
        return f"“{name}” holds {_quoted(value)} where {belongs} belongs.", _group_fix(model, where)
    meant = date_fix(str(value)) if kind.startswith("date") and isinstance(value, (str, Unquoted)) else ""
    return f"“{name}” holds {_quoted(value)} where {belongs} belongs.", meant or f"Write {_example(model, where)}"


def _group_fix(model: type[Model], where: tuple[Any, ...]) -> str:
    """What to write where a group of fields belongs: its name alone, and its first field below it."""
    group, name = model_at(model, where), where[-1]
    if isinstance(name, int) or group is None:
        return f"Write {_example(model, where)}"
    first = _example(model, (*where, next(iter(group.model_fields))))
    return f"Write “{name}:” alone on the line. Below it, two spaces further in, begin with {first}"


def _what_day(model: type[Model], where: tuple[Any, ...]) -> str:
    """For a day that is missing, what day it is, as the model describes it: that is what people do not know."""
    parent = model_at(model, where[:-1])
    field = parent.model_fields.get(where[-1]) if parent else None
    if field is None or "date" not in str(field.annotation) or not field.description:
        return ""
    said = re.split(r"[.:](?: |$)", field.description)[0]
    return f": {said[0].lower()}{said[1:]}"


def _is_required(model: type[Model], where: tuple[Any, ...]) -> bool:
    """Whether the field that stands at a path must be there; an entry of a list need not."""
    if isinstance(where[-1], int):
        return False
    parent = model_at(model, where[:-1])
    return parent is not None and parent.model_fields[where[-1]].is_required()


def _quoted(value: Any) -> str:
    """A value as it is quoted in a sentence: words as written, anything else by its kind."""
    return f"“{cut(value)}”" if isinstance(value, (str, Unquoted)) else _kind(value)


def _pattern(name: str, value: str, pattern: str) -> tuple[str, str]:
    if pattern == ID_PATTERN:
        return (
            f"“{cut(value)}” cannot be an id.",
            f"Write lower-case letters and figures, joined by hyphens: {as_id(value) or 'same-as-the-phone'}.",
        )
    if pattern.startswith("^https"):
        message, fix = SAID["not_an_address"]
        return message.format(value=cut(value)), address_fix(value) or fix
    if pattern.startswith("^#"):
        return f"“{cut(value)}” is not a colour here.", "Write # and six of 0 to 9 and a to f, in quotation marks, as a form for colours shows them: \"#123456\"."
    if pattern.startswith("^local/"):
        folder = pattern[1:].partition("[")[0]
        return f"“{cut(value)}” is not a file in {folder}.", f"Put it there, named in small letters without spaces, and write {folder}its-name."
    if pattern == LANGUAGE_PATTERN:
        return f"“{cut(value)}” is not the code of a language.", "Write its two letters, such as en."
    return f"“{name}” goes over more than one line.", "Write all of it on one line, or “>-” after the colon and the text on the lines below."


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
