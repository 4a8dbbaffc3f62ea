"""Chooses the fullest paper that fits on one side of A4, or says which argument to shorten."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ..content import Content, Item, Where
from ..models.base import count_words
from ..problem import Problem
from .layout import measure
from .paper import Paper, Sheet
from .sizes import STYLES
from .write import strongest

RULE = "one-side"
WORDS_IN_A_LINE = 9


def fit(groups: Iterable[Sequence[Callable[[], Paper]]], content: Content) -> Sheet | Problem:
    """The first paper that fits, or what to shorten in the last. Groups come in order of worth, and each begins with its
    fullest paper: if its least does not fit, no other of it can."""
    for *fuller, least in groups:
        over, sheet = measure(least())
        if over > 0:
            continue
        for length in fuller:
            over, full = measure(length())
            if over <= 0:
                return full
        return sheet
    return _too_long(sheet.paper, over, content)


def _too_long(paper: Paper, over: float, content: Content) -> Problem:
    """Names the longest text of an argument on the paper, or of the objection if no argument could make room enough."""
    excess = math.ceil(2 * over / STYLES["body"].line) * WORDS_IN_A_LINE
    texts = [text for argument in paper.arguments for text in _texts_of(paper, _item(content, "argument", argument))]
    count, item, where = max(texts, key=lambda text: text[0])
    if paper.kind == "objection" and count <= excess:
        item = _item(content, "objection", paper.about)
        model = item.model
        controls = [_text(item, "controls", number, "text") for number in range(len(model.controls))]
        own = [_text(item, "true_in_it"), _text(item, "short_answer"), _text(item, "unknown", 0), *controls]
        count, item, where = max(own, key=lambda text: text[0])
    mark = item.mark(*where)
    return Problem(
        item.path, mark.line, mark.column, str(where[0]),
        f"The brief “{paper.id}” does not fit on one side of A4: it is about {excess} words too long.",
        f"Shorten this text, which has {count} words, or another on the same brief.", rule=RULE,
    )  # fmt: skip


def _item(content: Content, kind: str, item_id: str) -> Item:
    return next(item for item in content.of(kind) if item.id == item_id)


def _texts_of(paper: Paper, item: Item) -> list[tuple[int, Item, Where]]:
    """The texts of an argument that a paper prints at its shortest, with their words counted."""
    printed = [_text(item, "one_liner")]
    if paper.kind == "objection":
        printed.append(_text(item, "evidence", item.model.evidence.index(strongest(item)), "shows"))
    elif paper.kind == "audience" or item.id == paper.arguments[0]:
        printed.append(_text(item, "concession"))
    return printed


def _text(item: Item, *where: str | int) -> tuple[int, Item, Where]:
    value: Any = item.model
    for part in where:
        value = value[part] if isinstance(part, int) else getattr(value, part)
    return count_words(value), item, where
