"""What is sent as a letter and becomes no file of its own: a wording, which joins its objection, and a correction."""

from typing import Annotated

from pydantic import Field

from ..models import Model
from ..models.base import Address, Line, Ref, Text, words
from ..models.objection import Heard


class Wording(Model):
    """A way in which people put an objection, as it was heard."""

    objection: Annotated[str, Ref("objection")] = Field(
        description="The objection that it belongs to.", examples=["time-wasting"]
    )
    heard: Heard = Field(
        description="The sentence as it was said, the blunt words too.", examples=["They'll be on Facebook all day"]
    )
    said_by: Annotated[str, Ref("audience")] | None = Field(
        default=None, description="Who said it, as a role and never as a name.", examples=["managers"]
    )
    remark: Annotated[Text, words(120)] | None = Field(
        default=None,
        description="Where and when it was said, if that helps us.",
        examples=["At a team meeting this spring."],
    )


class Correction(Model):
    """Something that is wrong or out of date, and what is right."""

    page: Line = Field(description="The page's name or its address.", examples=["Write a policy"])
    wrong: Annotated[Text, words(200)] = Field(
        description="The words that are wrong, copied from the page, or what does not work.",
        examples=["The page says that the guidance was published in 2012."],
    )
    right: Annotated[Text, words(200)] = Field(
        description="What it should say instead, as far as you know.", examples=["It was published again with changes."]
    )
    proof: Address | None = Field(
        default=None,
        description="Where others can read that, if it is a fact.",
        examples=["https://www.gov.uk/example"],
    )
    name: Line | None = Field(
        default=None, description="The name to thank, if you want that.", examples=["A communications officer"]
    )
