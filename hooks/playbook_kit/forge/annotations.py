"""Problems as forges show them beside the lines of a change."""

import hashlib
import json
from collections.abc import Iterable

from ..problem import Problem
from ..report import harmless, one_as_text, summary, visible


def as_github(problems: Iterable[Problem]) -> str:
    """Workflow commands of GitHub and Forgejo, one to a line, then the line that sums up.

    GitHub shows ten errors and ten warnings of a step; the comment on the pull request holds all.
    """
    found = list(problems)
    return "\n".join([*map(_command, found), harmless(summary(found))])


def _command(problem: Problem) -> str:
    level = "warning" if problem.level == "warning" else "error"
    place = f"file={_property(visible(problem.path))},line={max(problem.line, 1)},col={max(problem.column, 1)}"
    return f"::{level} {place},title={_property(problem.rule)}::{_data(_said(problem))}"


def _said(problem: Problem) -> str:
    return f"{visible(problem.message)}\n{visible(problem.fix)}"


def _data(text: str) -> str:
    """A text after the second `::`, as GitHub's own toolkit writes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value between the two `::`, as GitHub's own toolkit writes it."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_gitlab(problems: Iterable[Problem]) -> str:
    """GitLab's Code Quality report: a list in JSON, where each entry has a fingerprint of its own."""
    seen: dict[str, int] = {}
    return json.dumps([_entry(problem, seen) for problem in problems], ensure_ascii=False, indent=2)


def _entry(problem: Problem, seen: dict[str, int]) -> dict[str, object]:
    # Without the line, so that GitLab knows a problem again when lines above it change.
    told = "\0".join((problem.path, problem.rule, problem.field, problem.message))
    seen[told] = seen.get(told, 0) + 1
    return {
        "description": f"{problem.message} {problem.fix}",
        "check_name": problem.rule,
        "fingerprint": hashlib.sha256(f"{told}\0{seen[told]}".encode()).hexdigest(),
        "severity": "minor" if problem.level == "warning" else "major",
        "location": {"path": problem.path, "lines": {"begin": max(problem.line, 1)}},
    }


def as_log(problems: Iterable[Problem]) -> str:
    """The text of the terminal, for the log of a workflow, in which no line is a command."""
    found = list(problems)
    return "\n".join(harmless(line) for line in [*map(one_as_text, found), summary(found)])
