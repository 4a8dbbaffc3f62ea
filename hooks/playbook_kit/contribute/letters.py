"""What is sent as a letter and becomes no file of its own: a wording, a correction, a place of use."""

from typing import Annotated

from pydantic import Field

from ..models import Model
from ..models.base import Address, Line, Ref, Text, words


class Wording(Model):
    """A way in which people put an objection, as it was heard."""

    objection: Annotated[str, Ref("objection")] = Field(
        description="The objection that it belongs to.", examples=["time-wasting"]
    )
    heard: Line = Field(
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


class Use(Model):
    """An organisation that uses the playbook."""

    organisation: Line = Field(description="Its full name.", examples=["Anytown Council"])
    country: Annotated[str, Ref("country")] = Field(description="Where it is.", examples=["wales"])
    used_for: Annotated[Text, words(120)] = Field(
        description="What you use it for, and what came of it, good or bad.",
        examples=["We took one page to our ICT board, and it agreed to a trial."],
    )
    address: Address | None = Field(
        default=None,
        description="The address of your own copy, if it is public.",
        examples=["https://playbook.example/"],
    )
    name: Line | None = Field(
        default=None, description="Whom to thank, as a name or a role.", examples=["The communications team"]
    )
