"""Where each line of a text that was put together came from, so that a problem points to the file that has it."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field, replace

from ..problem import Problem
from ..read.yaml_text import Document, Mark

LOCAL = "local"
"""The council's folder."""


@dataclass
class Places:
    """A text made from parts of several files, and the file and line of each part.

    `path` is the path under which rules know the text. Its first part keeps its line numbers.
    """

    path: str
    text: str = ""
    starts: list[int] = field(default_factory=list)
    parts: list[tuple[str, int]] = field(default_factory=list)

    def add(self, path: str, text: str, first_line: int = 1) -> int:
        """Put a part of a file at the end; gives how many lines lower it stands here than in its file."""
        here = self.text.count("\n") + 1
        self.starts.append(here)
        self.parts.append((path, first_line))
        self.text += text if text.endswith("\n") else f"{text}\n"
        return here - first_line

    def at(self, line: int) -> tuple[str, int]:
        """The file and the line of a line of this text."""
        number = max(bisect_right(self.starts, line) - 1, 0)
        path, first = self.parts[number]
        return path, first + line - self.starts[number]

    @property
    def is_local(self) -> bool:
        """Whether it is made from a file that the playbook does not have."""
        return self.parts[0][0] != self.path


def to_files(problems: list[Problem], places: dict[str, Places]) -> list[Problem]:
    """The problems with the paths and lines of the files that people wrote; `places` is by the path that rules know."""
    if not places:
        return problems
    own = _Own({known: one.parts[0][0] for known, one in places.items() if one.is_local})
    return sorted({_to_file(problem, places, own) for problem in problems})


class _Own:
    """The council's own files: by the path that rules know, the one that people know."""

    def __init__(self, files: dict[str, str]):
        self.files = files
        folders = "|".join(re.escape(folder) for folder in sorted({known.rpartition("/")[0] for known in files}))
        self.named = re.compile(rf"(?:{folders})/[^/\s]*?\.(?:yml|md)")
        self.odd = [known for known in files if (found := self.named.match(known)) is None or found[0] != known]

    def renamed(self, text: str) -> str:
        """A text that names each of them as people know it."""
        if not self.files:
            return text
        for known in self.odd:
            text = text.replace(known, self.files[known])
        return self.named.sub(lambda found: self.files.get(found[0], found[0]), text)


def _to_file(problem: Problem, places: dict[str, Places], own: _Own) -> Problem:
    found = places.get(problem.path)
    path, line = found.at(problem.line) if found else (problem.path, problem.line)
    message, fix = own.renamed(problem.message), own.renamed(problem.fix)
    if path != problem.path:
        fix = fix.replace("it counts from this file", f"it counts as from {problem.path}")
        fix = fix.replace("Or add playbook/", f"Or add {LOCAL}/")
    return replace(problem, path=path, line=line, message=message, fix=fix)


def lowered(document: Document, by: int) -> Document:
    """A document whose marks stand `by` lines lower, as its text does in a text that was put together."""
    if not by:
        return document
    return Document(
        document.value,
        {where: Mark(mark.line + by, mark.column, mark.source) for where, mark in document.marks.items()},
        {where: Mark(mark.line + by, mark.column, mark.source) for where, mark in document.keys.items()},
        document.problems,
    )
