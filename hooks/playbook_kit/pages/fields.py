"""The reference page of fields, from the models."""

import typing
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from ..local.files import FOLDERS, TERMS_PATH, TOOLS
from ..models import Council, Model, OwnTerms
from ..models.base import WordLimit, fields_in_order, group_of, markers
from ..models.council import COUNCIL_PATH
from ..models.kinds import KINDS, LISTS, TOOLS_FOLDER, Kind
from ..models.messages import one_line
from ..words import Words


@dataclass(frozen=True)
class Field:
    """One field of a model, as a contributor needs to know it."""

    name: str
    required: bool
    description: str
    limit: str
    example: str


@dataclass(frozen=True)
class ModelReference:
    """One kind of file: what it is, where it lies, its fields, whether there may be more than one of it, and where
    a council's own lie."""

    doc: str
    folder: str
    fields: list[Field]
    is_many: bool = True
    own_folder: str = ""


def field_reference(words: Words) -> list[tuple[str, ModelReference]]:
    """Every kind of file with its fields, those of groups after the group itself."""
    return [
        *(
            (name, ModelReference(_doc(kind.model), kind.place, list(_fields(kind.model, words)), not kind.only, _own_folder(kind)))
            for name, kind in KINDS.items()
        ),
        *(
            (name, ModelReference(_doc(model), path, list(_fields(model, words)), False))
            for name, (path, model) in {**LISTS, "council": (COUNCIL_PATH, Council), "terms": (TERMS_PATH, OwnTerms)}.items()
        ),
    ]


@dataclass(frozen=True)
class Key:
    """One key of the council's file: its names from the outermost, what it does, an example, and what holds without."""

    name: str
    description: str
    limit: str
    example: str
    default: str
    required: bool


def council_keys(words: Words) -> list[tuple[str, str, list[Key]]]:
    """Every key that a council may set, in groups: the name of its first outermost key, what it is for, its keys.

    Keys that hold others are a group each; those that hold none are one with their neighbours, without a purpose.
    """
    groups: list[tuple[str, str, list[Key]]] = []
    for name, info in Council.model_fields.items():
        purpose = (info.description or "") if group_of(info.annotation) else ""
        if groups and not purpose and not groups[-1][1]:
            groups[-1][2].extend(_keys(name, info, words))
        else:
            groups.append((name, purpose, list(_keys(name, info, words))))
    return groups


def _keys(path: str, info: FieldInfo, words: Words) -> typing.Iterator[Key]:
    """A field as a key, or the keys of the group that it is; a list of groups is named with `[]`."""
    inner = group_of(info.annotation)
    if inner is not None:
        prefix = f"{path}[]" if _is_list(info.annotation) else path
        for name, field in inner.model_fields.items():
            yield from _keys(f"{prefix}.{name}", field, words)
        return
    example = one_line(info.examples[0]) if info.examples else ""
    yield Key(path, info.description or "", _limit(info, words), example, _default(path, info, words), info.is_required())


def _default(path: str, info: FieldInfo, words: Words) -> str:
    """What holds where the key is not set: its value, or words for what happens then."""
    if info.is_required():
        return words("keys.required")
    key = path.replace("[]", "").replace(".", "_")
    if key in words.group("keys.without"):
        return words(f"keys.without.{key}")
    return words("keys.nothing") if info.default in (None, []) else one_line(info.default)


def _own_folder(kind: Kind) -> str:
    """Where a council's own items of a kind lie, or its changes to them."""
    if kind.name in FOLDERS:
        return f"{FOLDERS[kind.name]}/"
    return f"{TOOLS}/" if kind.folder == TOOLS_FOLDER else ""


def _doc(model: type[Model]) -> str:
    return " ".join((model.__doc__ or "").split())


def _fields(model: type[Model], words: Words, prefix: str = "") -> typing.Iterator[Field]:
    for name, info in fields_in_order(model).items():
        example = one_line(info.examples[0]) if info.examples else ""
        yield Field(prefix + name, info.is_required(), info.description or "", _limit(info, words), example)
        inner = group_of(info.annotation)
        if inner is not None:
            yield from _fields(inner, words, f"{prefix}{name} → ")


def _limit(info: FieldInfo, words: Words) -> str:
    """Limits of length and closed choices, in words."""
    said = []
    most_words = markers(info.annotation, info.metadata, WordLimit)
    if most_words:
        said.append(words("fields.most_words", most=most_words[0].most))
    for item in _constraints(info):
        if getattr(item, "max_length", None):
            said.append(words("fields.most_characters", most=item.max_length))
        if getattr(item, "min_length", None) and _is_list(info.annotation):
            said.append(words("fields.least_entries", count=item.min_length))
    choices = _choices(info.annotation)
    if choices:
        said.append(words("fields.choices", choices=", ".join(choices)))
    return " ".join(said)


def _constraints(info: FieldInfo) -> list[object]:
    return [*info.metadata, *getattr(info.annotation, "__metadata__", ())]


def _is_list(annotation: object) -> bool:
    return typing.get_origin(annotation) is list


def _choices(annotation: object) -> list[str]:
    if typing.get_origin(annotation) is typing.Literal:
        return [str(choice) for choice in typing.get_args(annotation)]
    return [choice for argument in typing.get_args(annotation) for choice in _choices(argument)]
