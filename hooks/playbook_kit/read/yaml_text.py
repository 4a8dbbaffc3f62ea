"""YAML into plain values with the place of each, refusing what YAML would quietly turn into something else.

libyaml's events are read one by one: that is fast, never recursive, and leaves the meaning of each scalar to us.
"""

import re
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from ..problem import Problem, cut
from .files import HIDDEN
from .quoted import advice, in_full
from .yaml_faults import DOCUMENTS, SPACE, SPACES, TAG, syntax_problem
from .yaml_quick import STRANGE, quick_values
from .yaml_scalars import DASHED, DEEPEST, LOADER, REMARK, Unquoted, plain_value

__all__ = ["Document", "Mark", "Unquoted", "parse_yaml"]


class Mark(NamedTuple):  # a tuple, because there are tens of thousands
    """Where a value stands: `line` and `column` from 1, and its text as written for a plain scalar."""

    line: int
    column: int
    source: str = ""


class Document:
    """The values of one YAML text, the place of every value (`marks`) and key (`keys`), and what was wrong with it.

    Of a text in which nothing is wrong, places are read when one is asked for.
    """

    __slots__ = ("_keys", "_marks", "_text", "last_text", "problems", "value")

    def __init__(
        self, value: Any = None, marks: dict[tuple, Mark] | None = None, keys: dict[tuple, Mark] | None = None,
        problems: list[Problem] | None = None, text: tuple[str | None, int] | None = None,
    ):  # fmt: skip
        self.value, self.problems = value, [] if problems is None else problems
        self._text = text
        """The text whose places nobody has asked for, and the line of its file on which it begins."""
        self._marks, self._keys = {} if marks is None else marks, {} if keys is None else keys
        self.last_text: Any = None  # while it is read: the event of the text before, which may be where a later fault began

    @property
    def marks(self) -> dict[tuple, Mark]:
        """The place of every value, by its path."""
        return self._read()._marks

    @property
    def keys(self) -> dict[tuple, Mark]:
        """The place of every key, by the path of its value."""
        return self._read()._keys

    def mark(self, path: tuple) -> Mark:
        """The place of the value at `path`, or of the nearest thing around it."""
        self._read()
        for length in range(len(path), -1, -1):
            found = self._keys.get(path[:length]) or self._marks.get(path[:length])
            if found:
                return found
        return Mark(1, 1)

    def __getstate__(self) -> tuple[Any, ...]:
        """All but the text, which whoever keeps a document has as well."""
        return self.value, self._marks, self._keys, self.problems, self._text and self._text[1]

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.value, self._marks, self._keys, self.problems, first_line = state
        self._text, self.last_text = first_line and (None, first_line), None

    def give_back(self, text: str) -> None:
        """Take the text again that was left out when this was kept."""
        if self._text is not None:
            self._text = text, self._text[1]

    def _read(self) -> "Document":
        """Itself, with its places."""
        if self._text is not None:
            text, first_line = self._text
            if text is None:
                raise ValueError("the text of this document was kept elsewhere, and not given back")
            self._text = None
            read = _read_with_care(text, "", first_line)
            self._marks, self._keys = read._marks, read._keys
        return self

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and all(
            getattr(self, name) == getattr(other, name) for name in ("value", "marks", "keys", "problems")
        )

    def __repr__(self) -> str:
        return f"Document({self.value!r}, problems={self.problems!r})"


class _Refused(Exception):
    def __init__(self, mark: Any, message: str, fix: str, rule: str):
        super().__init__(message)
        self.mark, self.message, self.fix, self.rule = mark, message, fix, rule


def parse_yaml(text: str, path: str, first_line: int = 1) -> Document:
    """Read one YAML document.

    `path` names the file in problems; `first_line` is the line of the file on which `text` begins, for YAML that is
    part of a larger file. A text with a problem that stops the reading has the value None.
    """
    value = quick_values(text)
    return _read_with_care(text, path, first_line) if value is STRANGE else Document(value, text=(text, first_line))


def _read_with_care(text: str, path: str, first_line: int) -> Document:
    document = Document()
    offset = first_line - 1
    try:
        document.value = _build(text, path, offset, document)
    except yaml.YAMLError as error:
        document.value = None
        fault = syntax_problem(error, text, path, offset, document.last_text)
        if not any(problem.rule == "yaml-remark" and fault.line - problem.line <= 1 for problem in document.problems):
            document.problems.append(fault)
    except _Refused as refused:
        document.value = None
        document.problems.append(
            Problem(
                path, refused.mark.line + 1 + offset, refused.mark.column + 1, "",
                refused.message, refused.fix, rule=refused.rule,
            )
        )  # fmt: skip
    document.last_text = None
    if document.problems:
        lines = text.split("\n")
        document.problems = [in_full(one, lines, min(one.line - first_line, len(lines) - 1)) for one in document.problems]
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
        if SPACES.search(name):
            name = SPACES.sub("", name)
            document.problems.append(
                Problem(
                    path, event.start_mark.line + 1 + offset, event.start_mark.column + 1, name,
                    SPACE.message, SPACE.fix, rule=SPACE.rule,
                )
            )  # fmt: skip
        here = (*top.path, name)
        if here in document.keys:
            first = document.keys[here]
            document.problems.append(
                Problem(
                    path, event.start_mark.line + 1 + offset, event.start_mark.column + 1, name,
                    f"“{cut(name)}” is written twice; the first is on line {first.line}.",
                    "Begin a new entry with “- ”, or keep one of the two."
                    if any(isinstance(part, int) for part in top.path) else "Keep one of the two, or join them.",
                    rule="duplicate-key",
                )
            )  # fmt: skip
        document.keys[here] = Mark(event.start_mark.line + 1 + offset, event.start_mark.column + 1, name)
        top.key = name
        return True

    for event in yaml.parse(text, Loader=LOADER):
        if getattr(event, "anchor", None) is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise _Refused(
                event.start_mark,
                f"“{sign}{cut(event.anchor)}” begins with {sign}, which has a meaning of its own in these files.",
                advice("Or write the words out again."), "yaml-alias",
            )  # fmt: skip
        if getattr(event, "tag", None):
            raise _Refused(event.start_mark, TAG.message, TAG.fix, TAG.rule)
        if isinstance(event, yaml.DocumentStartEvent) and root:
            raise _Refused(event.start_mark, DOCUMENTS.message, DOCUMENTS.fix, DOCUMENTS.rule)
        if isinstance(event, yaml.ScalarEvent):
            document.last_text = event
            if not key(event):
                source = "" if event.style else event.value
                found = _swallowed(event, text, path, offset)
                document.problems += found
                if found and stack and isinstance(stack[-1].value, list):
                    for entry in re.split(r" - ", event.value or "…"):
                        place(entry, event, source)
                else:
                    value = event.value if event.style else plain_value(event.value)
                    place(event.value or "…" if found else value, event, source)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if stack and isinstance(stack[-1].value, dict) and stack[-1].key is None:
                raise _Refused(
                    event.start_mark, "Text that begins with [ or { is read as a list or as fields.",
                    advice(), "yaml-key",
                )  # fmt: skip
            if len(stack) >= DEEPEST:
                raise _Refused(
                    event.start_mark, f"Lists and fields stand inside each other more than {DEEPEST} deep here.",
                    "Nothing here needs more than four: look for a bracket, or spaces at the beginning of lines, too many.", "yaml-depth",
                )  # fmt: skip
            entries: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            stack.append(_Open(entries, place(entries, event)))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
    return root[0] if root else None


def _swallowed(event: Any, text: str, path: str, offset: int) -> list[Problem]:
    """What YAML would drop or swallow without a word: text after #, a mis-indented entry, an invisible character."""
    start, end = event.start_mark, event.end_mark
    if event.style:
        if not HIDDEN.search(event.value):
            return []
        return [
            Problem(
                path, start.line + 1 + offset, start.column + 1, "",
                "This text holds a character that cannot be seen, written with a backslash.",
                "Take out the backslash and what belongs to it.", rule="hidden-character",
            )
        ]  # fmt: skip
    remark = REMARK.match(text, end.index)
    if remark:
        return [
            Problem(
                path, end.line + 1 + offset, end.column + 1 + remark.start(1) - end.index, "",
                f"“{cut(remark[1])}” would be left out, since # begins a remark.",
                advice("A remark has a space after its #."), rule="yaml-remark",
            )
        ]  # fmt: skip
    dashed = DASHED.search(text, start.index, end.index)
    if dashed:
        line = start.line + text.count("\n", start.index, dashed.end())
        return [
            Problem(
                path, line + 1 + offset, dashed.end() - dashed.start(), "",
                "This line begins with “- ” and would be read as part of the text above it.",
                "Begin it in the same column as the other entries, or put straight quotation marks, \"…\", round the whole text.",
                rule="yaml-dash",
            )
        ]  # fmt: skip
    return []
