"""Every id that a file names belongs to something."""

from collections.abc import Iterator
from typing import Any

from ..content import Content
from ..models import Model
from ..models.base import Ref, markers
from ..problem import Problem, suggest
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Ids in fields that name an item or a term of the vocabulary, where there is none."""
    known = known_ids(content)
    gone = {(item.model.kind, item.id): item.model for item in content.of("tombstone") if item.model}
    for item in content.items:
        if item.model is None:
            continue
        for where, kind, value in references(item.model):
            if kind not in known or value in known[kind]:
                continue
            mark = item.mark(*where)
            stone = gone.get((kind, value))
            if stone is not None:
                fix = f"Write “{stone.now}”." if stone.now else "Take it out."
                message = f"The {kind} “{value}” is gone: {stone.because}"
            else:
                message, fix = f"There is no {kind} “{value}”.", suggest(value, known[kind], kind)
            yield Problem(item.path, mark.line, mark.column, str(where[0]), message, fix)


def references(model: Model, prefix: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Path, kind and id of every reference in a model, those in lists and groups included."""
    for name, info in type(model).model_fields.items():
        value: Any = getattr(model, name)
        marked = markers(info.annotation, info.metadata, Ref)
        entries = enumerate(value) if isinstance(value, list) else [(None, value)]
        for number, entry in entries:
            where = (*prefix, name) if number is None else (*prefix, name, number)
            if isinstance(entry, Model):
                yield from references(entry, where)
            elif marked and isinstance(entry, str):
                yield where, marked[0].kind, entry


def known_ids(content: Content) -> dict[str, set[str]]:
    """Every id that a field may name, by kind of item or list of the vocabulary."""
    known = {kind: content.ids(kind) for kind in ("argument", "objection", "chapter", "case-study", "source")}
    if content.vocabulary:
        known["audience"] = {term.id for term in content.vocabulary.audiences}
        known["part"] = {term.id for term in content.vocabulary.parts}
        known["topic"] = {term.id for term in content.vocabulary.topics}
        known["country"] = {term.id for term in content.vocabulary.countries}
    return known


RULE = Rule("unknown-id", "A reference to nothing would be left out of the page in silence.", find)
