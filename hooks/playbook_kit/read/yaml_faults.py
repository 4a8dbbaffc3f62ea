"""Why a text is no YAML, in words for people who do not know YAML, and where the fault is, not where it showed."""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from ..problem import Problem, cut
from .quoted import advice

SPACES = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]")
_NO_SPACE_AFTER_COLON = re.compile(r"[ ]*(?:- +)?(\w+):(?=[^ \n])")
_NO_SPACE_AFTER_HYPHEN = re.compile(r"[ ]*-(?=[^ \n-])")
_FIELD = re.compile(r"[ ]*(?:- +)?[\w-]+:(?:[ ]|$)")


@dataclass(frozen=True)
class _Fault:
    """One kind of fault: its rule, what to say of it and what to write instead."""

    rule: str
    message: str
    fix: str


_TAB = _Fault(
    "yaml-tab", "There is a tab here; fields are indented with spaces.", "Put two spaces in place of each tab."
)
SPACE = _Fault(
    "yaml-space",
    "This looks like a space and is another character, such as Word and web pages use.",
    "Delete it and type a space.",
)
_COLON = _Fault(
    "yaml-colon",
    "A colon followed by a space stands inside this text, which has no straight quotation marks round it.",
    advice("Or begin a long text on the line below, after “>-”."),
)
_COLON_SPACE = _Fault(
    "yaml-colon-space", "There is no space after the colon.", "Write “field: value”, with a space after the colon."
)
_NO_COLON = _Fault(
    "yaml-colon-missing",
    "This line should be “field: value”, but it has no colon followed by a space.",
    "Write “field: value”, or indent the line if it belongs to the text above.",
)
_HYPHEN_SPACE = _Fault(
    "yaml-hyphen-space", "There is no space after the hyphen.", "Write “- ” and then the text."
)
_QUOTE = _Fault(
    "yaml-quote",
    "The quotation mark that begins this text is not closed.",
    """Close it with the same straight mark, " or ', where the text ends. Inside '…' write '' for an apostrophe.""",
)
_AFTER_QUOTE = _Fault(
    "yaml-after-quote",
    "Text goes on after the closing quotation mark.",
    """Put "…" round the whole text, and write \\" for a quotation mark in it. In '…' write '' for an apostrophe.""",
)
_BACKSLASH = _Fault(
    "yaml-backslash",
    "A backslash inside \"…\" has a meaning of its own in these files.",
    "Put the text in '…' instead, where a backslash is a backslash.",
)
_BRACKET = _Fault(
    "yaml-bracket",
    "The bracket that begins here is not closed, or a comma is missing or too many.",
    "Close it, or put quotation marks round text that begins with [ or {.",
)
_AFTER_BRACKET = _Fault("yaml-after-bracket", "Text goes on after the closing bracket.", advice())
_CHARACTER = _Fault(
    "yaml-character",
    "The character that this text begins with has a meaning of its own in these files.",
    advice(),
)
_HYPHEN = _Fault(
    "yaml-hyphen",
    "A list cannot begin on the same line as its field.",
    "Begin it on the next line, or put quotation marks round text that begins with a hyphen.",
)
_FOLD = _Fault(
    "yaml-fold",
    "After “>-” or “|” the text must begin on the next line.",
    "Begin it on the next line, indented by two spaces more than the field.",
)
_INDENT = _Fault(
    "yaml-indent",
    "This line does not begin in the same column as its neighbours.",
    "Begin it in the same column as the field or the “- ” above that it belongs beside.",
)
DOCUMENTS = _Fault(
    "yaml-documents", "The fields end at a line “---” or “...”, and more follows.", "Take the line out."
)
_HIDDEN = _Fault(
    "hidden-character", "There is a character here that cannot be seen.", "Delete it and type the words again."
)
TAG = _Fault(
    "yaml-tag",
    "Text that begins with ! has a meaning of its own in these files.",
    advice("Or take out the word that begins with !."),
)
_ALIAS = _Fault(
    "yaml-alias",
    "Text that begins with & or * has a meaning of its own in these files.",
    advice(),
)

# What libyaml and PyYAML say, what it means, and whether the fault is where they began to read (“context”) rather
# than where they gave up. The first match counts.
_SAID = [
    (r"tab character|'\\t'", _TAB, False),
    (r"special characters are not allowed|control characters|unacceptable character|leading UTF", _HIDDEN, False),
    (r"unknown escape|escape c|hexdecimal|hexadecimal", _BACKSLASH, False),
    (r"while scanning an? (alias|anchor)|found duplicate anchor|found undefined alias", _ALIAS, True),
    (r"while (scanning|parsing) a tag|tag handle|tag shorthand|URI escape", TAG, True),
    (r"while scanning a (quoted|double-quoted|single-quoted)|document indicator", _QUOTE, True),
    (r"while scanning a (block scalar|folded|literal)|indentation indicator|chomping", _FOLD, True),
    (r"mapping values are not allowed|found unexpected ':'", _COLON, False),
    (r"could not find expected ':'|did not find expected ':'", _NO_COLON, True),
    (r"block sequence entries are not allowed|sequence entries are not allowed", _HYPHEN, False),
    (r"flow (sequence|mapping|node)|expected ',' or", _BRACKET, True),
    (r"expected <document start>", DOCUMENTS, False),
    (r"directive|incompatible YAML", _CHARACTER, True),
    (r"cannot start any token|found character", _CHARACTER, False),
    (r"block (mapping|collection|sequence|node)|expected (key|<block end>|'-' indicator)|mapping keys", _INDENT, False),
]


def syntax_problem(error: yaml.YAMLError, text: str, path: str, offset: int, last_text: Any = None) -> Problem:
    """What `error`, found in `text`, means; `offset` is the number of lines of the file above the text.

    `last_text` is the event of the text read last: a quotation mark that nobody closed runs on to the next one.
    """
    parts = (getattr(error, "context", ""), getattr(error, "problem", ""))
    said = " ".join(str(part) for part in parts if part) or str(error)
    unknown = _Fault("yaml", f"This is not valid YAML: {cut(said)}.", "Compare the line with a file beside this one.")
    fault, at_context = next(
        ((fault, context) for pattern, fault, context in _SAID if re.search(pattern, said)), (unknown, False)
    )
    marks = [getattr(error, "problem_mark", None), getattr(error, "context_mark", None)]
    mark = next((mark for mark in (reversed(marks) if at_context else marks) if mark), None)
    lines = text.split("\n")
    line, column = (mark.line, mark.column) if mark else (_line_of(error, text), 0)
    line = min(line, len(lines) - 1)
    fault, line, column = _closer(fault, lines, line, min(column, len(lines[line])))
    if fault is _AFTER_QUOTE and last_text is not None and last_text.start_mark.line < last_text.end_mark.line:
        fault, line, column = _QUOTE, last_text.start_mark.line, last_text.start_mark.column
    return Problem(path, line + 1 + offset, column + 1, "", fault.message, fault.fix, rule=fault.rule)


def _closer(fault: _Fault, lines: list[str], line: int, column: int) -> tuple[_Fault, int, int]:
    """The fault that a person would name, and its place: YAML often notices it a line later, or says it otherwise."""
    while line and not lines[line].strip():
        line, column = line - 1, len(lines[line - 1])
    here = lines[line]
    above = next((number for number in range(line - 1, -1, -1) if lines[number].strip()), None)
    for number in (line, above):
        if number is None:
            continue
        indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
        if number == line and "\t" in indent:
            return _TAB, number, indent.index("\t")
        space = SPACES.search(lines[number][: _end_of_start(lines[number])])
        if space:
            return SPACE, number, space.start()
    if fault in (_COLON, _NO_COLON):
        return _closer_colon(fault, lines, line, column, above)
    if fault is _INDENT:
        return _closer_indent(here, line, column)
    if fault is DOCUMENTS and not any(one.rstrip() in ("...", "---") for one in lines[: line + 1]):
        return _closer_indent(here, line, column)
    return fault, line, column


def _end_of_start(line: str) -> int:
    """Where the part of a line ends in which a space counts: indentation, a hyphen, a field's name and its colon."""
    match = re.match(r"[\s\u200b]*(?:-[\s\u200b]*)?(?:\w+:[\s\u200b]*)?", line)
    return match.end() if match else 0


def _closer_colon(
    fault: _Fault, lines: list[str], line: int, column: int, above: int | None
) -> tuple[_Fault, int, int]:
    here = lines[line]
    if _NO_SPACE_AFTER_HYPHEN.match(here) and (above is None or lines[above].lstrip().startswith("- ")):
        return _HYPHEN_SPACE, line, here.index("-")
    missing = _NO_SPACE_AFTER_COLON.match(here)
    if missing:
        return _COLON_SPACE, line, missing.end() - 1
    field = _FIELD.match(here)
    if fault is _NO_COLON or above is None or not field or field.end() < column:
        return fault, line, column
    missing = _NO_SPACE_AFTER_COLON.match(lines[above])
    if missing:
        return _COLON_SPACE, above, missing.end() - 1
    if not _FIELD.match(lines[above]) and not lines[above].lstrip().startswith("- "):
        return _NO_COLON, above, len(lines[above]) - len(lines[above].lstrip())
    return _INDENT, line, len(here) - len(here.lstrip())


def _closer_indent(here: str, line: int, column: int) -> tuple[_Fault, int, int]:
    before = here[:column].rstrip()
    if column < len(here) and here[column] in "]},":
        return _CHARACTER, line, column
    if before.endswith(("'", '"')):
        return _AFTER_QUOTE, line, column
    if before.endswith(("]", "}")):
        return _AFTER_BRACKET, line, column
    return _INDENT, line, column


def _line_of(error: yaml.YAMLError, text: str) -> int:
    """The line of an error that carries only a position in the text (a control character)."""
    position = getattr(error, "position", None)
    return text[:position].count("\n") if isinstance(position, int) else 0
