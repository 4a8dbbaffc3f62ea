"""A case study's front matter: the facts about one organisation."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .argument import Status
from .base import Dated, Line, Markdown, Model, Ref

OrganisationType = Literal["council", "housing-association", "police", "nhs", "library", "government", "other"]
CaseKind = Literal["example", "caution"]
Access = Literal["open", "partial", "blocked", "not-known"]


class Organisation(Model):
    """Who it is about."""

    name: Line = Field(description="Its full name.", examples=["Monmouthshire County Council"])
    type: OrganisationType = Field(description="What kind of body it is.", examples=["council"])
    size: Line | None = Field(default=None, description="How large it is, if a source says.", examples=["About 1,000 staff"])
    country: Annotated[str, Ref("country")] = Field(description="Where it is.", examples=["wales"])


class Result(Model):
    """Something that followed, with its date."""

    when: Line = Field(description="When, as far as the source says. Put quotation marks round it.", examples=["January 2012"])
    what: Markdown = Field(description="What was seen, and by whose account.", examples=["By its own account, no misuse."])


class CaseStudy(Dated):
    """The facts at the top of a case study: one organisation, what it did and what came of it."""

    title: Line = Field(description="The organisation's name, or the case in a few words.", examples=["Monmouthshire County Council"])
    summary: Annotated[Line, StringConstraints(max_length=160)] = Field(
        description="One sentence for lists and search results.", examples=["Opened access to all staff in 2011."]
    )
    status: Status = Field(description="draft and in-review stay off the site.", examples=["published"])
    kind: CaseKind = Field(
        description="example: worth copying. caution: worth learning from.", examples=["example"]
    )
    organisation: Organisation = Field(description="Who it is about.")
    period: Line = Field(description="The years it covers. Put quotation marks round it.", examples=["2011 to 2013"])
    access: Access = Field(
        description="What staff could reach in the end. not-known: what was read does not say.", examples=["open"]
    )
    before: Markdown = Field(description="How things stood before.", examples=["Sites were blocked for most staff."])
    after: Markdown = Field(description="How things stood afterwards.", examples=["Everybody could reach them."])
    objected: list[Markdown] = Field(
        default=[], description="Who objected, and to what.", examples=[["Security, in the council's own list of fears."]]
    )
    objections: list[Annotated[str, Ref("objection")]] = Field(
        default=[], description="The objections it speaks to.", examples=[["security-it"]]
    )
    controls: list[Markdown] = Field(
        default=[], description="What made the risk acceptable.", examples=[["A short guide for staff."]]
    )
    results: list[Result] = Field(default=[], description="What followed, with dates.")
    went_wrong: list[Markdown] = Field(
        min_length=1, description="What went wrong, or what the limits were.", examples=[["Nothing was measured."]]
    )
    documents: list[Annotated[str, Ref("source")]] = Field(
        default=[], description="Sources that are documents to copy.", examples=[["mon-guidance"]]
    )
    chapters: list[Annotated[str, Ref("chapter")]] = Field(
        default=[], description="The chapters it illustrates.", examples=[["access-case"]]
    )
    topics: list[Annotated[str, Ref("topic")]] = Field(
        min_length=1, description="What it is about.", examples=[["access"]]
    )
    self_reported: bool = Field(
        description="true if the account is by the people who ran it.", examples=[True]
    )
