"""Text that needs quotation marks: the advice to put them there, with the line to write where all of it is on one."""

import re
from collections.abc import Sequence
from dataclasses import replace

import yaml

from ..problem import Problem

_ADVICE = 'Put straight quotation marks, "…", round the whole text.'
_FIELD = re.compile(r"^(\s*(?:- +)?(?:[a-z_]+: +)?)(\S.*?)\s*$")
_CURLY = re.compile(r"[“„]([^“”„]*)”|‘([^‘’]*)’")
_MOST = 100


def advice(besides: str = "") -> str:
    """What to write where a text has no quotation marks, and what else may be done."""
    return f"{_ADVICE} {besides}".strip()


def in_full(problem: Problem, lines: Sequence[str], number: int) -> Problem:
    """The problem with the line to write after the advice, if it is this one and all of the text is on `lines[number]`."""
    if not problem.fix.startswith(_ADVICE) or _goes_on(lines, number):
        return problem
    line = in_quotes(lines[number])
    if line is None or len(line.strip()) > _MOST:
        return problem
    return replace(problem, fix=f"{problem.fix} Write: {line.strip()}")


def is_advised(fix: str, line: str) -> bool:
    """Whether an advice names this line as the one to write."""
    return fix.startswith(_ADVICE) and fix.endswith(f" Write: {line.strip()}")


def in_quotes(line: str) -> str | None:
    """The line with its whole text in straight quotation marks, in place of curly ones; None if that would not do."""
    found = _FIELD.match(line)
    if not found or not found[1].strip():
        return None
    curly = _CURLY.fullmatch(found[2])
    text = (curly[1] or curly[2] or "") if curly else found[2]
    if any(sign in text for sign in "\"'\\\t"):
        return None
    changed = f'{found[1]}"{text}"'
    try:
        read = yaml.safe_load(changed)
    except yaml.YAMLError:
        return None
    while isinstance(read, (list, dict)) and len(read) == 1:
        read = read[0] if isinstance(read, list) else next(iter(read.values()))
    return changed if read == text else None


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Whether the next line belongs to the text of this one: it stands further in than this."""
    rest = [line for line in lines[number + 1 : number + 2] if line.strip()]
    return bool(rest) and _indent(rest[0]) > _indent(lines[number])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
