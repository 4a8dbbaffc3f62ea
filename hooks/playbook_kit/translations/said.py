"""Which fields of a model hold words for readers: those that another language says in words of its own."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from ..models import Model
from ..models.base import AsItIs, group_of, is_said, markers

Where = tuple[str | int, ...]


@cache
def said_fields(model: type[Model]) -> dict[str, type[Model] | None]:
    """The fields that are translated: with the model of their groups, or None for a text or a list of texts."""
    found: dict[str, type[Model] | None] = {}
    for name, info in model.model_fields.items():
        if markers(info.annotation, info.metadata, AsItIs):
            continue
        group = group_of(info.annotation)
        if group is not None:
            if said_fields(group):
                found[name] = group
        elif is_said(info.annotation, info.metadata):
            found[name] = None
    return found


@cache
def is_all_said(group: type[Model]) -> bool:
    """Whether nothing in a group comes from the English, so that a list of such groups is translated as a whole."""
    return said_fields(group).keys() == group.model_fields.keys() and not any(said_fields(group).values())


def only_said(model: type[Model], values: Any) -> dict[str, Any]:
    """The values of these fields alone, in the model's order; what is not there is left out."""
    found: dict[str, Any] = {}
    for name, group in said_fields(model).items():
        value = values.get(name)
        if value in (None, [], ""):
            continue
        if group is None:
            found[name] = value
        elif isinstance(value, list):
            ids = "id" in group.model_fields
            found[name] = [({"id": one["id"]} if ids else {}) | only_said(group, one) for one in value]
        else:
            found[name] = only_said(group, value)
    return found


def said_leaves(model: Model, prefix: Where = ()) -> Iterator[tuple[Where, str]]:
    """The path and the text of every value that is translated."""
    for name, group in said_fields(type(model)).items():
        value = getattr(model, name)
        for number, one in enumerate(value) if isinstance(value, list) else [(None, value)]:
            where = (*prefix, name) if number is None else (*prefix, name, number)
            if group is not None and isinstance(one, Model):
                yield from said_leaves(one, where)
            elif isinstance(one, str):
                yield where, one


def not_said(model: type[Model], values: Any) -> Any:
    """What a translation is fitted to, and does not say: how many groups each list has, their ids and what they name."""
    found: dict[str, Any] = {}
    for name, group in said_fields(model).items():
        value = values.get(name)
        if group is None or value is None or is_all_said(group):
            continue
        many = value if isinstance(value, list) else [value]
        found[name] = [
            {key: one[key] for key in one if key not in said_fields(group)} | not_said(group, one) for one in many
        ]
    return found
