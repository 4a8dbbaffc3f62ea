"""The types that the models are made of: text with a limit, ids that must exist, dates, Markdown."""

import datetime
import re
import types
from dataclasses import dataclass
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LANGUAGE_PATTERN = r"^[a-z]{2}$"
BLANK = "FILL IN"
"""What stands in a new file where somebody has to write."""

_WORD = re.compile(r"\S+")
CITATION_SPACE = re.compile(r"(?<!\s)\s*\[@[^\]]*\]")


class Model(BaseModel):
    """A map of fields. An unknown field is refused, and no value is turned into another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


@dataclass(frozen=True)
class Ref:
    """Marks a field whose text is the id of something else: an item's kind, or a list in the vocabulary."""

    kind: str


@dataclass(frozen=True)
class AsItIs:
    """Marks a text that is the same in every language, such as a name."""


@dataclass(frozen=True)
class MarkdownText:
    """Marks a field that may hold Markdown and citations."""


@dataclass(frozen=True)
class WordLimit:
    """The most words that a field may have; citations do not count."""

    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> Any:
        return handler(schema) | {"x-max-words": self.most}

    def check(self, text: str) -> str:
        """Give the text back, or raise the pydantic error `too_many_words` with the count."""
        if len(text.split()) <= self.most:
            return text  # with its citations, even
        count = count_words(text)
        if count > self.most:
            raise PydanticCustomError("too_many_words", "too many words", {"count": count, "most": self.most})
        return text


def count_words(text: str) -> int:
    """The number of words, as a person would count them: runs of characters without spaces, citations left out."""
    return len(_WORD.findall(CITATION_SPACE.sub("", text)))


def _not_blank(text: str) -> str:
    if not text.strip():
        raise PydanticCustomError("blank", "blank", {})
    return text.strip()


Text = Annotated[str, AfterValidator(_not_blank)]
"""Plain text: whatever stands in it is shown as it is."""

Line = Annotated[str, StringConstraints(pattern=r"^[^\n]*\n*$"), AfterValidator(_not_blank)]
"""Plain text on one line."""

Markdown = Annotated[str, MarkdownText(), AfterValidator(_not_blank)]
"""Text with Markdown emphasis, lists and citations."""

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""Lower-case words joined by hyphens."""

Date = Annotated[datetime.date, WithJsonSchema({"type": "string", "format": "date"})]
"""A day, written 2026-11-21."""

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$"), WithJsonSchema({"type": "string", "format": "uri"})]
"""A web address."""


def _whole_number(value: Any) -> Any:
    """A number as YAML has it, which is read as a word until a field asks for a number."""
    source = getattr(value, "source", "")
    return int(source) if re.fullmatch(r"\d{1,6}", source) else value


Number = Annotated[int, BeforeValidator(_whole_number)]
"""A whole number."""


def words(most: int) -> Any:
    """An annotation that limits a text to `most` words."""
    return WordLimit(most)


class Change(Model):
    """What changed for a reader on one day."""

    on: Date = Field(description="The day of the change.", examples=["2027-02-03"])
    what: Annotated[Line, StringConstraints(max_length=160)] = Field(
        description="What is different for a reader, in a sentence.", examples=["A newer figure takes the place of 2012's."]
    )


Owner = Annotated[Line | None, Field(
    default=None, description="Who keeps it right: a team or a role. Without one, the maintainers do.",
    examples=["Playbook maintainers"],
)]  # fmt: skip
"""Whoever looks after a page or an item."""


class Dated(Model):
    """What every item carries: whom to thank, who keeps it, what changed, and its dates."""

    contributors: list[Annotated[Line, AsItIs()]] = Field(
        default=[],
        description="Who helped, under the name they want shown. Nobody has to be named; a name that is taken out is gone "
        "from every page.",
        examples=[["A communications officer"]],
    )
    organisations: list[Annotated[Line, AsItIs()]] = Field(
        default=[], description="The organisations that helped and want to be named.", examples=[["The name of your council"]]
    )
    owner: Owner
    changes: list[Annotated[Change, AsItIs()]] = Field(
        default=[], description="What changed for readers since it was added, for the page of what is new.",
    )
    added_on: Date = Field(description="The day on which this was first published here.", examples=["2026-11-21"])
    reviewed_on: Date = Field(
        description="The day on which somebody last read it against its sources.", examples=["2026-11-21"]
    )
    review_by: Date = Field(
        description="The day by which it should be read again: within a year, or within six months where the law or "
        "a platform may change.",
        examples=["2027-11-21"],
    )


def fields_in_order(model: type[Model]) -> dict[str, FieldInfo]:
    """A model's fields as people should meet them: its own first, the dates that every item carries last."""
    dates = set(Dated.model_fields) if issubclass(model, Dated) else set()
    return dict(sorted(model.model_fields.items(), key=lambda pair: pair[0] in dates))


def is_said(annotation: Any, metadata: list[Any] | tuple[Any, ...]) -> bool:
    """Whether a field holds words for readers, which another language says in words of its own."""
    if markers(annotation, metadata, Ref) or markers(annotation, metadata, AsItIs):
        return False
    return any(found.func is _not_blank for found in markers(annotation, metadata, AfterValidator))


def markers(annotation: Any, metadata: list[Any] | tuple[Any, ...], kind: type) -> list[Any]:
    """All markers of one type in a field: its own metadata and, for a list, that of its entries."""
    found = [item for item in metadata if isinstance(item, kind)]
    for inner in getattr(annotation, "__metadata__", ()):
        if isinstance(inner, kind):
            found.append(inner)
    for argument in get_args(annotation):
        found.extend(markers(argument, (), kind))
    return found


def group_of(annotation: object) -> type[Model] | None:
    """The model inside an annotation, such as the `Evidence` of a list of evidence."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias) and issubclass(annotation, Model):
        return annotation
    for argument in get_args(annotation):
        found = group_of(argument)
        if found is not None:
            return found
    return None
