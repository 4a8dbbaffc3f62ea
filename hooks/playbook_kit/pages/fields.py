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
