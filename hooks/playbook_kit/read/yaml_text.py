"""YAML into plain values with the place of each, refusing what YAML would quietly turn into something else.

libyaml's events are read one by one: that is fast, never recursive, and leaves the meaning of each scalar to us.
"""

import datetime
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from ..problem import Problem

DEEPEST = 12  # levels of maps and lists; the models need four
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_KINDS = {"bool": "a yes or no", "int": "a number", "float": "a number", "timestamp": "a date and time"}



@dataclass(frozen=True)
class Mark:
    """Where a value stands: `line` and `column` from 1, and its text as written for a plain scalar."""

    line: int
    column: int
    source: str = ""


@dataclass(frozen=True)
class Unquoted:
    """A word that YAML reads as something other than text, such as `no`, `3.10` or `12:30`."""

    source: str
    kind: str

    def __str__(self) -> str:
        return self.source


@dataclass
class Document:
    """The values of one YAML text, the place of every value and key, and what was wrong with it."""

    value: Any = None
    marks: dict[tuple, Mark] = field(default_factory=dict)
    keys: dict[tuple, Mark] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def mark(self, path: tuple) -> Mark:
        """The place of the value at `path`, or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            found = self.keys.get(path[:length]) or self.marks.get(path[:length])
            if found:
                return found
        return Mark(1, 1)


class _Refused(Exception):
    def __init__(self, mark: Any, message: str, fix: str, rule: str):
        super().__init__(message)
        self.mark, self.message, self.fix, self.rule = mark, message, fix, rule


def parse_yaml(text: str, path: str, first_line: int = 1) -> Document:
    """Read one YAML document.

    `path` names the file in problems; `first_line` is the line of the file on which `text` begins, for YAML that is
    part of a larger file. A text with a problem that stops the reading has the value None.
    """
    document = Document()
    offset = first_line - 1
    try:
        document.value = _build(text, path, offset, document)
    except yaml.YAMLError as error:
        document.value = None
        document.problems.append(_syntax_problem(error, text, path, offset))
    except _Refused as refused:
        document.value = None
        document.problems.append(
            Problem(
                path, refused.mark.line + 1 + offset, refused.mark.column + 1, "",
                refused.message, refused.fix, rule=refused.rule,
            )
        )  # fmt: skip
    return document


@dataclass
class _Open:
    """A map or list whose end has not been read yet."""

    value: Any
    path: tuple
    key: str | None = None


def _build(text: str, path: str, offset: int, document: Document) -> Any:
    stack: list[_Open] = []
    root: list[Any] = []

    def place(value: Any, event: Any, source: str = "") -> tuple:
        mark = Mark(event.start_mark.line + 1 + offset, event.start_mark.column + 1, source)
        if not stack:
            if root:
                raise _Refused(
                    event.start_mark, "A second document begins here.", "Take out the line “---”.", "yaml-documents"
                )
            root.append(value)
            document.marks[()] = mark
            return ()
        top = stack[-1]
        if isinstance(top.value, list):
            here = (*top.path, len(top.value))
            top.value.append(value)
        else:
            here = (*top.path, top.key)
            top.value[top.key] = value
            top.key = None
        document.marks[here] = mark
        return here

    def key(event: Any) -> bool:
        """Take a scalar as the next key if one is due; True if it was."""
        if not stack or isinstance(stack[-1].value, list) or stack[-1].key is not None:
            return False
        top, name = stack[-1], event.value
        here = (*top.path, name)
        if here in document.keys:
            first = document.keys[here]
            document.problems.append(
                Problem(
                    path, event.start_mark.line + 1 + offset, event.start_mark.column + 1, name,
                    f"“{name}” is written twice; the first is on line {first.line}.",
                    "Keep one of the two, or join them.", rule="duplicate-key",
                )
            )  # fmt: skip
        document.keys[here] = Mark(event.start_mark.line + 1 + offset, event.start_mark.column + 1, name)
        top.key = name
        return True

    for event in yaml.parse(text, Loader=_Loader):
        if getattr(event, "anchor", None):
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise _Refused(
                event.start_mark,
                f"“{sign}{event.anchor}” is a YAML anchor or alias, which is not used here.",
                "Write the words out again, or put quotation marks round text that begins with & or *.",
                "yaml-alias",
            )
        if getattr(event, "tag", None):
            raise _Refused(
                event.start_mark, f"“{event.tag}” is a YAML tag, which is not used here.",
                "Take it out, or put quotation marks round text that begins with !.", "yaml-tag",
            )  # fmt: skip
        if isinstance(event, yaml.ScalarEvent):
            if not key(event):
                source = "" if event.style else event.value
                place(_scalar(event, path, offset, document), event, source)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if stack and isinstance(stack[-1].value, dict) and stack[-1].key is None:
                raise _Refused(
                    event.start_mark, "A field's name must be a word, not a list or a map.",
                    "Put quotation marks round text that begins with [ or {.", "yaml-key",
                )  # fmt: skip
            if len(stack) >= DEEPEST:
                raise _Refused(
                    event.start_mark, f"Lists and maps are nested more than {DEEPEST} deep here.",
                    "Nothing here needs more than four: check brackets and indentation.", "yaml-depth",
                )  # fmt: skip
            value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            stack.append(_Open(value, place(value, event)))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
    return root[0] if root else None


def _scalar(event: Any, path: str, offset: int, document: Document) -> Any:
    """A scalar's value: text, a date, true, false, nothing, or an `Unquoted` word for a model to refuse."""
    text = event.value
    if event.style:
        return text
    tag = next(
        (
            tag.rpartition(":")[2]
            for tag, pattern in _RESOLVERS.get(text[:1], []) + _RESOLVERS.get(None, [])
            if pattern.match(text)
        ),
        "str",
    )
    if tag == "null":
        return None
    if tag == "bool" and text in ("true", "false"):
        return text == "true"
    if tag == "timestamp" and _DATE.match(text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            return Unquoted(text, "a date that is not in the calendar")
    if tag in _KINDS:
        return Unquoted(text, _KINDS[tag])
    return text


# What libyaml and PyYAML say, and what a person needs to hear. The first match counts.
_SYNTAX = [
    (r"tab|\\t", "There is a tab here; YAML is indented with spaces.", "Replace the tab with two spaces.", "yaml-tab"),
    (
        r"mapping values are not allowed",
        "There is a colon followed by a space inside text that is not in quotation marks.",
        "Put the whole text in quotation marks, or write it on the lines below after “>-”.",
        "yaml-colon",
    ),
    (
        r"while scanning a (quoted|double-quoted|single-quoted)|unexpected end of stream.*quot|unknown escape",
        "Text in quotation marks that begins here has no end, or an end too early.",
        "Close the quotation mark; inside '…' write '' for an apostrophe.",
        "yaml-quote",
    ),
    (
        r"could not find expected ':'|did not find expected ':'",
        "This line should be “field: value”, but it has no colon.",
        "Add the colon, or indent the line if it belongs to the text above.",
        "yaml-colon-missing",
    ),
    (
        r"did not find expected (key|'-' indicator)|expected <block end>|while parsing a block",
        "The indentation here does not fit the lines above, or text after a closing quotation mark goes on.",
        "Begin the line in the same column as its neighbours; put the whole text in quotation marks.",
        "yaml-indent",
    ),
    (
        r"flow (sequence|mapping)|expected ',' or",
        "A list in square brackets or a map in braces is not closed, or a comma is missing.",
        "Close it, or put quotation marks round text that begins with [ or {.",
        "yaml-bracket",
    ),
    (
        r"cannot start any token|found character",
        "YAML has a meaning of its own for the character that this text begins with.",
        "Put the whole text in quotation marks.",
        "yaml-character",
    ),
    (
        r"special characters are not allowed|control characters|unacceptable character",
        "There is an invisible control character in the text.",
        "Delete it and type the words again.",
        "yaml-control",
    ),
]


def _syntax_problem(error: yaml.YAMLError, text: str, path: str, offset: int) -> Problem:
    said = " ".join(
        str(part) for part in (getattr(error, "context", ""), getattr(error, "problem", "")) if part
    ) or str(error)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else _line_of(error, text)
    column = mark.column if mark else 0
    if "\t" in lines[line][: len(lines[line]) - len(lines[line].lstrip())]:
        # A tab in the indentation is reported by libyaml in several ways; it is always the tab that is wrong.
        said, column = "tab", lines[line].index("\t")
    for pattern, message, fix, rule in _SYNTAX:
        if re.search(pattern, said):
            start = getattr(error, "context_mark", None)
            if rule == "yaml-quote" and start:
                line, column = min(start.line, len(lines) - 1), start.column
            return Problem(path, line + 1 + offset, column + 1, "", message, fix, rule=rule)
    return Problem(
        path, line + 1 + offset, column + 1, "", f"This is not valid YAML: {said}.",
        "Compare the line with a file beside this one.", rule="yaml",
    )  # fmt: skip


def _line_of(error: yaml.YAMLError, text: str) -> int:
    """The line of an error that carries only a position in the text (a control character)."""
    position = getattr(error, "position", None)
    return text[:position].count("\n") if isinstance(position, int) else 0
