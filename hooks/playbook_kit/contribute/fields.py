"""One question of a form, with everything that its model says of it: kind, limits, help and example."""

import types
import typing
from dataclasses import dataclass, field

from pydantic.fields import FieldInfo

from ..models import Model
from ..models.base import MarkdownText, Ref, WordLimit, markers
from ..models.messages import model_at, one_line

Path = tuple[str, ...]
Control = typing.Literal["line", "text", "lines", "choice", "choices", "yes-no", "address"]
"""One line, several, one thing to a line, one of a list, several of a list, yes or no, a web address."""


@dataclass(frozen=True)
class FormField:
    """One question.

    `name` is what its answer is called, with `#` where the number of a repeated group stands: `comebacks.#.you_say`.
    `path` leads to it in the model; `ref` is the kind of thing that it names by id; `choices` are the only answers
    where the model lists them. Limits are None where there are none; `is_required` holds within its group.
    """

    name: str
    path: Path
    control: Control
    is_required: bool
    is_markdown: bool = False
    most_characters: int | None = None
    most_words: int | None = None
    pattern: str = ""
    choices: tuple[str, ...] = ()
    ref: str = ""
    help: str = ""
    example: str = ""
    label_key: str = ""
    model: type[Model] = field(default=Model, repr=False)

    @property
    def is_list(self) -> bool:
        """Whether its answer is several things, one to a line."""
        return self.control in ("lines", "choices")

    def numbered(self, row: int) -> str:
        """Its answer's name in a row of its group, counted from 1."""
        return self.name.replace("#", str(row))


def form_field(model: type[Model], path: Path, name: str, label_key: str, required: bool | None = None) -> FormField:
    """A question from a model's field. `required` takes the place of what the model says."""
    parent = model_at(model, path[:-1]) or model_at(model, (path[0], 0)) if path[:-1] else model
    assert parent is not None, path
    info = typing.cast(type[Model], parent).model_fields[path[-1]]
    limits = [item for item in markers(info.annotation, info.metadata, object) if not isinstance(item, type)]
    refs = markers(info.annotation, info.metadata, Ref)
    pattern = next((item.pattern for item in limits if getattr(item, "pattern", None)), "")
    most_words = next((item.most for item in limits if isinstance(item, WordLimit)), None)
    most_characters = next((item.max_length for item in limits if _limits_text(item, info)), None)
    return FormField(
        name, path, _control(info, pattern, bool(refs)), info.is_required() if required is None else required,
        bool(markers(info.annotation, info.metadata, MarkdownText)), most_characters, most_words, pattern,
        choices_of(info.annotation), refs[0].kind if refs else "", info.description or "", _example(info), label_key,
        typing.cast(type[Model], parent),
    )  # fmt: skip


def _limits_text(item: object, info: FieldInfo) -> bool:
    return bool(getattr(item, "max_length", None)) and not _is_list(info.annotation)


def _example(info: FieldInfo) -> str:
    """The first example as a person would answer: of a list, its first entry."""
    first = info.examples[0] if info.examples else ""
    return one_line(first[0] if isinstance(first, list) else first)


def choices_of(annotation: object) -> tuple[str, ...]:
    """The only values that a field may have, where its model lists them."""
    if typing.get_origin(annotation) is typing.Literal:
        return tuple(map(str, typing.get_args(annotation)))
    return tuple(choice for argument in typing.get_args(annotation) for choice in choices_of(argument))


def _is_list(annotation: object) -> bool:
    return typing.get_origin(annotation) is list


def _control(info: FieldInfo, pattern: str, has_ref: bool) -> Control:
    if _is_list(info.annotation):
        return "choices" if has_ref else "lines"
    if has_ref or choices_of(info.annotation):
        return "choice"
    if bool in (info.annotation, *_parts(info.annotation)):
        return "yes-no"
    if pattern.startswith("^https"):
        return "address"
    return "line" if "\\n" in pattern else "text"


def _parts(annotation: object) -> tuple[object, ...]:
    return typing.get_args(annotation) if isinstance(annotation, types.UnionType) else ()
