"""The pages of the tools: the whole tree as numbered questions, the whole check as a list. Scripts only add to them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from string import ascii_uppercase
from typing import Any

from ..index import Entry, Playbook
from ..models import DecisionTree
from .page import Page, page_of
from .render import Renderer, entry_uri

MOST_PATHS = 500
"""A tree with more ways through it has no anchors for the rest of them, and its links then need the script."""


def make_tools(playbook: Playbook, render: Renderer) -> Iterator[Page]:
    """A page for each tool that there is."""
    for entry in playbook.tools.values():
        is_tree = isinstance(entry.model, DecisionTree)
        given: dict[str, Any] = {"nodes": number(entry.model)} if is_tree else {}
        body = render(
            entry.kind.replace("-", "_"), entry_uri(entry), entry=entry, leads=lambda one: _leads(one, playbook), **given
        )
        yield page_of(entry, entry_uri(entry), entry.model.summary, body, entry.kind, {"model": entry.model})


def _leads(one: Any, playbook: Playbook) -> list[Entry]:
    """The chapters and templates that an outcome or an answer names, without those that are not on the site yet."""
    found = [
        *(playbook.chapters.get(chapter) for chapter in one.chapters),
        *(playbook.templates.get(template) for template in one.templates),
    ]
    return [entry for entry in found if entry is not None]


@dataclass(frozen=True)
class Node:
    """A question or an outcome: its number or letter, and the ways that lead to it, as links write them."""

    model: Any
    mark: str
    paths: list[str]

    @property
    def is_question(self) -> bool:
        """Whether it asks something, rather than saying what to do."""
        return hasattr(self.model, "ask")


def number(tree: DecisionTree) -> dict[str, Node]:
    """Questions with numbers, then outcomes with letters, by their ids, in the order of the file."""
    paths: dict[str, list[str]] = {}
    for path in islice(_paths(tree), MOST_PATHS):
        paths.setdefault(path[-1], []).append(".".join(path))
    marked = [
        *((one, str(place)) for place, one in enumerate(tree.questions, start=1)),
        *((one, _letters(place)) for place, one in enumerate(tree.outcomes)),
    ]
    return {one.id: Node(one, mark, [path for path in paths.get(one.id, ()) if path != one.id]) for one, mark in marked}


def _paths(tree: DecisionTree) -> Iterator[tuple[str, ...]]:
    """Every way from the first question to another or to an outcome, without the first itself."""
    questions = {one.id: one for one in tree.questions}
    left: list[tuple[str, ...]] = [()]
    while left:
        path = left.pop(0)
        if path:
            yield path
        here = questions.get(path[-1] if path else tree.questions[0].id)
        left += [(*path, way.go_to) for way in here.ways] if here else []


def _letters(place: int) -> str:
    """A, B … Z, AA, AB …"""
    first, last = divmod(place, len(ascii_uppercase))
    return (ascii_uppercase[first - 1] if first else "") + ascii_uppercase[last]
