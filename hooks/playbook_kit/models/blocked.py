"""The list behind “What is blocked?”: what staff may reach or not reach at work, and what a note to ICT can ask."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Date, Id, Line, Markdown, Model, Owner, Ref

Short = Annotated[Line, StringConstraints(max_length=60)]


class BlockedRow(Model):
    """One thing that staff may reach or not reach."""

    id: Id = Field(description="Its id, which stands once in the file.", examples=["youtube"])
    label: Short = Field(description="What readers see.", examples=["YouTube"])
    hint: Line | None = Field(
        default=None, description="What exactly is meant, if the label does not say.", examples=["To watch a film"]
    )


class BlockedGroup(Model):
    """A part of the list, such as platforms or networks."""

    id: Id = Field(description="Its id, which stands once in the file.", examples=["platforms"])
    title: Short = Field(description="Its heading.", examples=["Platforms"])
    hint: Line | None = Field(default=None, description="What belongs in it.", examples=["Sites and apps"])
    rows: list[BlockedRow] = Field(
        min_length=1, description="What there is to tick, in the order in which it is shown."
    )


class BlockedAsk(Model):
    """Something that the note can ask of ICT."""

    id: Id = Field(description="Its id, which stands once in the file.", examples=["reason"])
    text: Line = Field(
        description="What the note asks, as a request.", examples=["Please tell us why each of these is blocked."]
    )
    sources: list[Annotated[str, Ref("source")]] = Field(
        default=[], description="The sources that this advice is drawn from.", examples=[["iriss-access"]]
    )
    ticked: bool = Field(default=True, description="Whether it is on the note from the start.", examples=[False])


class BlockedList(Model):
    """The tick-list “What is blocked?”, filled in by hand from ordinary work and turned into a note for ICT."""

    title: Line = Field(description="The page's title.", examples=["What is blocked?"])
    summary: Annotated[Line, StringConstraints(max_length=160)] = Field(
        description="One sentence for lists and search results.", examples=["Record what you cannot reach at work."]
    )
    before: list[Markdown] = Field(
        min_length=1,
        description="What to know before filling it in. It must never advise anybody to test a block or get round one.",
        examples=[["Record only what you met in ordinary work."]],
    )
    groups: list[BlockedGroup] = Field(min_length=1, description="The parts of the list.")
    own: list[Short] = Field(
        default=[], description="Rows whose name the reader writes.", examples=[["Another site or app"]]
    )
    often: list[Short] = Field(
        min_length=2, description="How often a block stops the work, the most often first.",
        examples=[["Every day", "Once"]],
    )
    asks: list[BlockedAsk] = Field(min_length=1, description="What the note can ask.")
    chapters: list[Annotated[str, Ref("chapter")]] = Field(
        default=[], description="The chapters that say more.", examples=[["access-case"]]
    )
    owner: Owner
    reviewed_on: Date = Field(
        description="The day on which somebody last read it against its sources.", examples=["2026-11-21"]
    )
    review_by: Date = Field(description="The day by which it should be read again.", examples=["2027-05-21"])
