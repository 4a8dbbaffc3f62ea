"""Every id that a file names belongs to something."""

from collections.abc import Iterator

from ..content import Content, leaves
from ..models import Model, Tombstone
from ..models.base import BLANK
from ..problem import Problem, cut, spoken, suggest
from .rule import Rule, Settings

UNKNOWN = "There is no {what} “{value}”."
IN_VOCABULARY = ("audience", "part", "topic", "country")
MOST_TERMS = 30  # all terms of a list are named where none is spelled alike


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Ids in fields that name an item or a term of the vocabulary, where there is none."""
    known = known_ids(content)
    gone = {(item.model.kind, item.id): item.model for item in content.of("tombstone") if item.model}
    said: dict[tuple[str, str], tuple[str, str]] = {}
    for item in content.items:
        for leaf in item.leaves:
            kind, value = leaf.ref, leaf.value
            if kind is None or not isinstance(value, str) or value in ("", BLANK):
                continue
            if kind in known and value not in known[kind]:
                mark = item.mark(*leaf.where)
                if (kind, value) not in said:  # to look for one spelled alike takes long
                    said[kind, value] = unknown_id(kind, value, known[kind], gone.get((kind, value)))
                message, fix = said[kind, value]
                yield Problem(item.path, mark.line, mark.column, str(leaf.where[0]), message, fix)


def unknown_id(kind: str, value: str, known: set[str], stone: Tombstone | None) -> tuple[str, str]:
    """What to say of an id that there is not, and what to write instead."""
    what = spoken(kind)
    if stone is not None:
        fix = f"Write “{stone.now}”." if stone.now else "Take it out."
        return f"The {what} “{value}” is gone: {stone.because}", fix
    most = MOST_TERMS if kind in IN_VOCABULARY else 12
    return UNKNOWN.format(what=what, value=cut(value)), suggest(value, known, what, most)


def references(model: Model) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Path, kind and id of every reference in a model, those in lists and groups included."""
    for leaf in leaves(type(model), model):
        if leaf.ref is not None and isinstance(leaf.value, str):
            yield leaf.where, leaf.ref, leaf.value


def known_ids(content: Content) -> dict[str, set[str]]:
    """Every id that a field may name, by kind of item or list of the vocabulary."""
    known = {kind: content.ids(kind) for kind in ("argument", "objection", "chapter", "case-study", "template", "source")}
    if content.vocabulary:
        known["audience"] = {term.id for term in content.vocabulary.audiences}
        known["part"] = {term.id for term in content.vocabulary.parts}
        known["topic"] = {term.id for term in content.vocabulary.topics}
        known["country"] = {term.id for term in content.vocabulary.countries}
    return known


RULE = Rule("unknown-id", "A reference to nothing would be left out of the page in silence.", find)
