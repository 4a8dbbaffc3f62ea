"""The line as it should be, where a problem's fix says exactly what to write."""

import re

import yaml

from ..problem import Problem

_QUOTED = re.compile(r"“([^“”]+)”")
_MEANT = re.compile(r"^Did you mean “([^“”]+)”\?$")
_LINK = re.compile(r"^The link ([^\s#]+) leads to no page\.$")
_PLAINER = re.compile(r"^Write: ([^.“”]+)\.$")
_AS_TEXT = re.compile(r'^Put quotation marks round it: "([^"\\]+)"\.$')
_NOT_TEXT = re.compile(r"^Write it without: (\S+)\.$")
_WHOLE = "Put quotation marks round the whole text."
_FIELD = re.compile(r"^(\s*(?:- +)?(?:[a-z_]+: +)?)(\S.*?)\s*$")


def corrected_line(problem: Problem, line: str) -> str | None:
    """The line of a problem with its fix applied, or None if the fix leaves anything to decide.

    `line` is the line of the file that the problem names, without its end.
    """
    if problem.fix.startswith(_WHOLE):
        return _whole(line)
    old, new = _swap(problem)
    if not old:
        return None
    start = problem.column - 1
    at = line.find(old, start)
    # Only what stands where the problem points, or is the one such text after it, is meant for certain.
    if at < 0 or (at != start and line.count(old, start) != 1):
        return None
    changed = f"{line[:at]}{new}{line[at + len(old):]}"
    return changed if changed != line else None


def _swap(problem: Problem) -> tuple[str, str]:
    """What to take out of the line and what to put there; empty if the fix does not say."""
    quoted = _LINK.match(problem.message) or _QUOTED.search(problem.message)
    for pattern in (_MEANT, _PLAINER):
        found = pattern.match(problem.fix)
        if found and quoted:
            return quoted[1], found[1]
    found = _AS_TEXT.match(problem.fix)
    if found:
        return found[1], f'"{found[1]}"'
    found = _NOT_TEXT.match(problem.fix)
    return (f'"{found[1]}"', found[1]) if found else ("", "")


def _whole(line: str) -> str | None:
    """The line with its whole text in quotation marks, if all of the text stands on it."""
    found = _FIELD.match(line)
    if not found or any(sign in found[2] for sign in "\"'\\") or not found[1].strip():
        return None
    changed = f'{found[1]}"{found[2]}"'
    try:
        read = yaml.safe_load(changed)
    except yaml.YAMLError:
        return None
    while isinstance(read, (list, dict)) and len(read) == 1:
        read = read[0] if isinstance(read, list) else next(iter(read.values()))
    return changed if read == found[2] else None
