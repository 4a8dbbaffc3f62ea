"""What all objects of the API have in common: exact fields, explicit nulls, descriptions from the content's models."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from ...models.base import ID_PATTERN, LANGUAGE_PATTERN, Model

VERSION = "1"
MARKDOWN = "_markdown"
"""What the name of a field ends in that gives as Markdown what another gives as plain text."""

Id = Annotated[str, Field(pattern=ID_PATTERN)]
OwnId = Annotated[Id, Field(description="Its id, which never changes and is never given to anything else.")]
Page = Annotated[str, Field(description="Its page, relative to the site's address.")]
Languages = Annotated[
    list[Annotated[str, Field(pattern=LANGUAGE_PATTERN)]],
    Field(description="The languages that it is there in, by their codes. What is here is in English; in another one its page "
    "has the same address below the code."),
]
Visible = Annotated[
    Literal["published", "disputed", "retired"],
    Field(description="What is disputed may be wrong; what is retired is kept for its address alone: do not use it."),
]
Moment = Annotated[str, WithJsonSchema({"type": "string", "format": "date-time"})]


class Item(BaseModel):
    """An object of the API. No field has a default: what is not known is null, never left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    described_by: ClassVar[type[Model] | None] = None
    """The content's model of the same thing: a field that says nothing here is described as there."""

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: Any, handler: Any) -> dict[str, Any]:
        """The schema, each field with a description and without a title that only repeats its name."""
        schema = handler(core_schema)
        known = cls.described_by.model_fields if cls.described_by else {}
        for name, field in handler.resolve_ref_schema(schema).get("properties", {}).items():
            field.pop("title", None)
            if name.endswith(MARKDOWN):
                text = name.removesuffix(MARKDOWN)
                said = f"`{text}` as Markdown with its citations, links relative to the site's address."
            else:
                said = known[name].description if name in known else None
            if said:
                field.setdefault("description", said)
        return schema


OwnText = Annotated[
    str | None,
    Field(description="What the council that runs this site says in its own words before or after; null if nothing."),
]


class File(Item):
    """A file: its version, the day of the build, how many items it holds, and the items."""

    schema_version: Literal["1"] = Field(description="Changes when a field goes, or changes its type or meaning.")
    generated_at: Moment = Field(description="The day of the build, at midnight UTC.")
    total: int = Field(ge=0, description="The number of items.")
