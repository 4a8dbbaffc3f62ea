"""The council's own interface strings: checked against ours, so that none is lost and none breaks a page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..problem import Problem, cut, listed, nearest
from ..read.files import read_text
from ..read.yaml_text import Document, parse_yaml
from ..words import FIRST_LANGUAGE, WORDS_FOLDER, Words, load_words
from .files import WORDS_PATH

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
# Of these Markdown makes tags, attributes, links and citations, and none of that is checked in words.
_SIGNS = re.compile(r"[<>{}\[\]]")
_CODE = re.compile(r"[a-z]{2,3}-[A-Z]{2}")


def own_words_path(language: str) -> str:
    """The council's file of the interface's words in a language."""
    return WORDS_PATH if language == FIRST_LANGUAGE else WORDS_PATH.replace(".yml", f".{language}.yml")


def load_own_words(root: Path, language: str = FIRST_LANGUAGE) -> tuple[Words, list[Problem]]:
    """The interface's words, with those of the council below `root` in their places, and the problems of both files."""
    words, problems = load_words(root, language)
    path = own_words_path(language)
    if problems or not (root / path).exists():
        return words, problems
    file = read_text(root, root / path)
    if isinstance(file, Problem):
        return words, [file]
    document = parse_yaml(file.text, file.path)
    problems = list(document.problems)
    if isinstance(document.value, dict):
        problems += _faults(document, words.values, document.value, ())
    elif not problems:
        problems.append(_problem(document, (), "There are no words here.", "Write those that differ, or take the file out."))
    problems = [replace(problem, path=path) for problem in problems]
    return (words if problems else Words(language, _merged(words.values, document.value))), problems


def unread_words(words: Words, root: Path) -> list[Problem]:
    """A warning if nobody who speaks the language has read the interface's words in it."""
    if words("language.read_by").strip():
        return []
    path = f"{WORDS_FOLDER}/{words.language}.yml"
    file = read_text(root, root / path)
    document = parse_yaml(file.text, file.path) if not isinstance(file, Problem) else Document()
    mark = document.mark(("language", "read_by"))
    return [
        Problem(
            path, mark.line, mark.column, "language.read_by",
            f"The site's buttons and headings in “{words.language}” have not been read by anybody who speaks it.",
            f"Have them read and mended before you publish; then write who read them in {own_words_path(words.language)}, "
            "under “language”, as “read_by”.", level="warning", rule="words-unread",
        )
    ]  # fmt: skip


def _merged(values: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    return values | {
        key: _merged(values[key], value) if isinstance(value, dict) else value for key, value in own.items()
    }


def _faults(document: Document, values: dict[str, Any], own: dict[str, Any], where: tuple[str, ...]) -> Iterator[Problem]:
    """Keys that the interface does not have, and words that do not fit in their places."""
    for key, value in own.items():
        here, name = (*where, key), ".".join((*where, key))
        known = values.get(key)
        if known is None:
            near = nearest(str(key), values)
            fix = f"Did you mean “{near}”?" if near else f"Here there may be {listed(sorted(values)[:12])}."
            yield _problem(document, here, f"“{cut(name)}” is not a key of the interface’s words.", fix, key=True)
        elif isinstance(known, dict):
            if isinstance(value, dict):
                yield from _faults(document, known, value, here)
            else:
                yield _problem(document, here, f"“{name}” holds several words, each under a name of its own.",
                               f"Write those that differ on lines below it, two spaces further in: {listed(sorted(known))}.")  # fmt: skip
        elif not isinstance(value, str) or not value.strip():
            yield _problem(document, here, f"“{name}” needs words.", f"Write it as text in quotation marks; ours is “{cut(known)}”.")
        else:
            yield from _misfits(document, here, name, str(known), value)


def _misfits(document: Document, here: tuple[str, ...], name: str, known: str, value: str) -> Iterator[Problem]:
    """What stands in a text and would not be filled in, or would be taken for something else."""
    wanted, given = sorted(set(_PLACEHOLDER.findall(known))), sorted(set(_PLACEHOLDER.findall(value)))
    if wanted != given:
        needs = f"Write {listed(wanted)} in it, where they belong." if wanted else "Take out { and }, and what stands between them."
        yield _problem(document, here, f"“{name}” does not have the same parts to fill in as ours.", needs)
        return
    if _CODE.fullmatch(known) and not _CODE.fullmatch(value):
        yield _problem(document, here, f"“{name}” is the code of a language and a country, which documents carry.", f"Write it like ours: {known}.")
        return
    odd = set(_SIGNS.findall(_PLACEHOLDER.sub("", value))) - set(_SIGNS.findall(_PLACEHOLDER.sub("", known)))
    if odd:
        yield _problem(document, here, f"“{name}” holds {listed(sorted(odd))}, which ours does not.", "Write plain words.")


def _problem(document: Document, where: tuple[str, ...], message: str, fix: str, key: bool = False) -> Problem:
    marks = document.keys if key else document.marks
    mark = marks.get(where) or document.mark(where)
    return Problem(WORDS_PATH, mark.line, mark.column, ".".join(map(str, where)), message, fix, rule="local-words")
