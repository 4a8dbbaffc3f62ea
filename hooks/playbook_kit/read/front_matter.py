"""Split a Markdown file into the facts at its top and the text below them."""

from dataclasses import dataclass

from ..problem import Problem
from .files import TextFile
from .yaml_text import Document, parse_yaml

FENCE = "---"


@dataclass(frozen=True)
class FrontMatter:
    """The front matter as a YAML document, and the body with the file's line on which it begins."""

    document: Document
    body: str
    body_line: int
    is_whole: bool = True
    """False if nobody can say where the facts end, so that the body is unknown and not merely empty."""


def split_front_matter(file: TextFile) -> FrontMatter:
    """Read the front matter of a Markdown file; a missing or unclosed one is a problem in `document.problems`."""
    lines = file.text.split("\n")
    if lines[0].rstrip() != FENCE:
        return _without(file, *_missing(lines))
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            document = parse_yaml(_facts(lines, number), file.path, first_line=2)
            return FrontMatter(document, "\n".join(lines[number + 1 :]), number + 2)
        if line.startswith("##"):
            break
    return _without(
        file, 1, "The facts that begin here have no end.", "Write a line with “---” alone after the last field."
    )


def facts_of(file: TextFile) -> str:
    """The text of the front matter of a file that has one."""
    lines = file.text.split("\n")
    end = next((number for number, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), 1)
    return _facts(lines, end)


def _facts(lines: list[str], end: int) -> str:
    return "\n".join(lines[1:end]) + "\n"


def _missing(lines: list[str]) -> tuple[int, str, str]:
    """Where and how to say that a file does not begin with its facts."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if first and lines[first].rstrip() == FENCE:
        return 1, "The facts must begin on the first line.", "Take out what stands above the first “---”."
    return (
        1, "The file must begin with its facts between two lines of three hyphens.",
        "Begin the file with a line “---”, then “title: …” and the other fields, then “---” again.",
    )  # fmt: skip


def _without(file: TextFile, line: int, message: str, fix: str) -> FrontMatter:
    document = Document()
    document.problems.append(Problem(file.path, line, 1, "", message, fix, rule="front-matter"))
    return FrontMatter(document, "", 1, is_whole=False)
