"""Every text of every item as the council shows it, before pages, data and documents are made from them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from ..addresses import hidden_targets
from ..content import Content, Item, Leaf, Where
from ..models import Model
from ..read.markdown_text import outline
from ..words import FIRST_LANGUAGE
from .terms import NOT_SPOKEN, SPEAKS, put_own_words, words_pattern
from .unlink import unlink

WORDED = ("argument", "objection", "chapter", "template", "page", "decision-tree", "self-check", "blocked")
"""The kinds in which the playbook speaks itself. Case studies are about others, and a glossary about the words."""


def tailored(content: Content) -> Content:
    """The content with links to hidden items as plain text, and with the council's words in place of ours."""
    hidden, pattern = hidden_targets(content), words_pattern(content.terms)
    if not hidden and pattern is None:
        return content
    ours = {" ".join(word.playbook.split()): word.ours for word in content.terms}
    items = content.items
    if hidden:
        items = [with_texts(item, _is_markdown, partial(unlink, path=item.path, hidden=hidden)) for item in items]
    if pattern is not None:
        put = partial(put_own_words, pattern=pattern, ours=ours)
        items = [
            with_texts(item, partial(_speaks, item.kind.name), put)
            if item.kind.name in WORDED and item.origin != "local" and item.language == FIRST_LANGUAGE else item
            for item in items
        ]
    return replace(content, items=items)


def with_texts(item: Item, chosen: Callable[[Leaf], bool], change: Callable[[str], str]) -> Item:
    """An item with its body and the `chosen` fields changed.

    Limits of length are for writers: they are not asked about again. What is not right is left as it is.
    """
    if item.model is None:
        return item
    texts = {leaf.where: change(leaf.value) for leaf in item.leaves if isinstance(leaf.value, str) and chosen(leaf)}
    changed = {where: text for where, text in texts.items() if text != _at(item.model, where)}
    body = change(item.body) if item.body else ""
    if not changed and body == item.body:
        return item
    found = item.outline if body == item.body else outline(body, item.body_line)
    return replace(item, model=with_values(item.model, changed), body=body, outline=found)


def _is_markdown(leaf: Leaf) -> bool:
    return leaf.is_markdown


def _speaks(kind: str, leaf: Leaf) -> bool:
    """Whether the playbook speaks in a field of a kind, rather than naming something or quoting somebody."""
    name = [part for part in leaf.where if isinstance(part, str)][-1]
    return leaf.ref is None and leaf.where[0] in SPEAKS[kind] and name not in NOT_SPOKEN


def with_values(model: Model, changed: dict[Where, str]) -> Model:
    """A model with other texts at these paths, all else the same."""
    update = {}
    for name in dict.fromkeys(where[0] for where in changed):
        value = getattr(model, str(name))
        inner = {where[1:]: text for where, text in changed.items() if where[0] == name}
        update[str(name)] = _changed(value, inner)
    return model.model_copy(update=update)


def _changed(value: object, inner: dict[Where, str]) -> object:
    if () in inner:
        return inner[()]
    if isinstance(value, Model):
        return with_values(value, inner)
    if isinstance(value, list):
        return [
            _changed(one, own) if (own := {w[1:]: text for w, text in inner.items() if w[0] == number}) else one
            for number, one in enumerate(value)
        ]
    return value


def _at(model: Model, where: Where) -> object:
    value: object = model
    for part in where:
        value = value[part] if isinstance(part, int) else getattr(value, part)  # type: ignore[index]
    return value
