"""Every field that there is, found by walking the models: what may stand in it, and an entry with a text in each of them.

A field that is added to a model is found here by itself. Nothing lists the fields again.
"""

import datetime
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import yaml
from playbook_kit.models import CouncilInLanguage, Model
from playbook_kit.models.base import AfterValidator, Ref, StringConstraints, group_of, markers
from playbook_kit.models.kinds import SCHEMAS

MODELS: dict[str, type[Model]] = {**SCHEMAS, "council-in-language": CouncilInLanguage}
"""By the name of what is written: every kind of file, every list, and the files of the council's own."""
FREE, ADDRESS, NARROW = "free", "address", "narrow"
"""A field of words, one of a web address, and one whose pattern, list of choices or type leaves room for no text."""
Take = Callable[[str, str, int], str | None]
"""Gives the text for a field, or None to leave it: by its path, what may stand in it, and the most characters of it."""
ENDLESS = 10_000
PAST = datetime.date(2026, 11, 20)


@cache
def fields_of(model: type[Model]) -> dict[str, tuple[str, type[Model] | None, bool, int]]:
    """What may stand in each field of a model, the model of its groups, whether it is a list, and the most characters."""
    found = {}
    for name, info in model.model_fields.items():
        has = lambda kind, info=info: markers(info.annotation, info.metadata, kind)  # noqa: E731
        is_address = any("https?" in (one.pattern or "") for one in has(StringConstraints))
        is_free = any(one.func.__name__ == "_not_blank" for one in has(AfterValidator)) and not has(Ref)
        room = ADDRESS if is_address else FREE if is_free else NARROW
        most = min((one.max_length for one in has(StringConstraints) if one.max_length), default=ENDLESS)
        found[name] = room, group_of(info.annotation), "list[" in str(info.annotation), most
    return found


def places_of(model: type[Model], before: str = "") -> Iterator[tuple[str, str]]:
    """The path of each field without fields of its own, `terms[].meaning`, and what may stand in it."""
    for name, (room, group, is_list, _) in fields_of(model).items():
        path = f"{before}{name}{'[]' if is_list else ''}"
        if group:
            yield from places_of(group, f"{path}.")
        else:
            yield path, room


def leaves(value: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    """The same paths with the values that a file has there."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from leaves(one, f"{before}.{name}" if before else name)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one, f"{before}[]")
    else:
        yield before, value


def whole(model: type[Model], facts: dict[str, Any]) -> dict[str, Any]:
    """The facts with what they leave out besides, as the model's own examples have it, where that stands alone."""
    found = dict(facts)
    for name, info in model.model_fields.items():
        room, group, is_list, _ = fields_of(model)[name]
        if group:
            given = found.get(name, [{}] if is_list else {})
            done = [whole(group, one) for one in given] if is_list else whole(group, given)
            if name in found or _is_whole(group, done[0] if is_list else done):
                found[name] = done
        elif name not in found and room == FREE and info.examples:
            found[name] = info.examples[0]
        elif name not in found and "date" in str(info.annotation) and info.is_required():
            found[name] = PAST
    return found


def _is_whole(model: type[Model], facts: dict[str, Any]) -> bool:
    """Whether facts made of examples alone are a whole entry: one that names another thing is not."""
    try:
        model.model_validate(facts)
    except ValueError:
        return False
    return bool(facts)


def filled(model: type[Model], facts: dict[str, Any], take: Take, before: str = "") -> dict[str, Any]:
    """The facts with a text in each field that `take` gives one for, those that the facts leave out included."""
    found = dict(facts)
    for name, (room, group, is_list, most) in fields_of(model).items():
        path, given = f"{before}{name}{'[]' if is_list else ''}", facts.get(name)
        if group:
            if isinstance(given, list):
                found[name] = [filled(group, one, take, f"{path}.") for one in given]
            elif given is not None:
                found[name] = filled(group, given, take, f"{path}.")
            continue
        texts = [take(path, room, most) for _ in (given if isinstance(given, list) and given else [None])]
        if is_list:
            kept = given or []
            done = [kept[at] if text is None and at < len(kept) else text for at, text in enumerate(texts)]
            if [one for one in done if one is not None]:
                found[name] = [one for one in done if one is not None]
        elif texts[0] is not None:
            found[name] = texts[0]
    return found


def as_line(vector: str) -> str:
    """A hostile text on one line."""
    return " ".join(vector.split())


def as_address(vector: str, number: int = 0) -> str:
    """A web address with as much of a hostile text as a web address may have."""
    return f"https://a.invalid/{number}/" + re.sub(r'[\s<>"]', "", vector)


class Quoted(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """Writes each text in quotation marks on one line, so that the line of a refusal names one text."""


Quoted.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def as_yaml(facts: Any) -> str:
    """The facts as YAML, each text on a line of its own."""
    return yaml.dump(facts, Dumper=Quoted, allow_unicode=False, sort_keys=False, width=10_000)
