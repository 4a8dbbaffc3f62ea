"""Problems as text for people and as JSON for machines. Nothing else prints a problem."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from .problem import Problem, errors


def as_text(problems: Iterable[Problem]) -> str:
    """Every problem in two lines, what is wrong and what to write, then one line that sums up."""
    found = list(problems)
    return "\n".join([*(one_as_text(problem) for problem in found), summary(found)])


def one_as_text(problem: Problem) -> str:
    """`path:line:column: message`, then the fix on a line of its own."""
    level = "warning: " if problem.level == "warning" else ""
    where = f"{problem.path}:{problem.line}:{problem.column}"
    return f"{visible(where)}: {level}{visible(problem.message)} ({visible(problem.rule)})\n    {visible(problem.fix)}"


def visible(text: str) -> str:
    """The text on one line, with a question mark for what a terminal would obey instead of showing it."""
    return "".join(letter if letter.isprintable() or letter in "\u00a0\u00ad" else "?" for letter in text)


def harmless(text: str) -> str:
    """A text for the log of a workflow, whose runner obeys `##[…]` anywhere and `::…::` at the start of a line."""
    return "\n".join(line.replace("##[", "# #[").replace("::", ": :") for line in text.split("\n"))


def summary(problems: list[Problem]) -> str:
    """How many problems there are, in words."""
    wrong = len(errors(problems))
    notes = len(problems) - wrong
    counted = [
        f"{number} {word}{'' if number == 1 else 's'}"
        for number, word in ((wrong, "error"), (notes, "warning")) if number
    ]  # fmt: skip
    return f"{' and '.join(counted)} found." if counted else "Nothing to mend."


def as_json(problems: Iterable[Problem]) -> str:
    """A JSON object with `total`, `errors` and `items`, each item with every field of a problem."""
    found = list(problems)
    return json.dumps(
        {"total": len(found), "errors": len(errors(found)), "items": [asdict(problem) for problem in found]},
        ensure_ascii=False,
        indent=2,
    )
