"""The line as it should be, where a problem's fix says exactly what to write."""

import re

from ..problem import Problem
from ..read.quoted import in_quotes, is_advised

_QUOTED = re.compile(r"“([^“”]+)”")
_MEANT = re.compile(r"^Did you mean “([^“”]+)”\?$")
_LINK = re.compile(r"^The link ([^\s#]+) leads to no page\.$")
_PLAINER = re.compile(r"^Write: ([^.“”]+)\.$")
_AS_TEXT = re.compile(r'^Put quotation marks round it: "([^"\\]+)"\.$')
_NOT_TEXT = re.compile(r"^Write it without: (\S+)\.$")


def corrected_line(problem: Problem, line: str) -> str | None:
    """The line of a problem with its fix applied, or None if the fix leaves anything to decide.

    `line` is the line of the file that the problem names, without its end.
    """
    quoted = in_quotes(line)
    if quoted and is_advised(problem.fix, quoted):
        return quoted
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
