"""What is wrong with a file, as plain data. Only `report` turns it into text for people."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it is, what is wrong and what to write instead.

    `path` is relative to the repository, with forward slashes. `line` and `column` count from 1.
    `field` is the name of the YAML field, or empty. A warning is reported and never stops a build.
    """

    path: str
    line: int
    column: int
    field: str
    message: str
    fix: str
    level: Level = "error"
    rule: str = ""


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Only the problems that stop a build."""
    return [problem for problem in problems if problem.level == "error"]


def cut(text: object, most: int = 60) -> str:
    """A text as a message quotes it: on one line, without characters that cannot be seen, and not too long."""
    line = " ".join("".join(letter if letter.isprintable() else " " for letter in str(text)).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def spoken(kind: str) -> str:
    """A kind of file as a sentence names it: `case-study` is a case study."""
    return kind.replace("-", " ")


def listed(names: list[str]) -> str:
    """Names as a sentence lists them: one, two and three."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def nearest(wanted: str, known: Iterable[str]) -> str | None:
    """The known name that is spelled most like `wanted`, or None if none is close."""
    found = difflib.get_close_matches(wanted.lower(), sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None


def suggest(wanted: str, known: Iterable[str], what: str, most: int = 12) -> str:
    """What to write in place of an unknown name: the nearest one, or the whole choice if that is `most` or fewer."""
    names = sorted(known)
    near = nearest(wanted, names)
    if near:
        return f"Did you mean “{near}”?"
    if len(names) <= most:
        return f"Write one of: {', '.join(names)}." if names else f"There is no {what} yet."
    return f"None of the {len(names)} {what} ids is spelled like it: see the folder for the list."
