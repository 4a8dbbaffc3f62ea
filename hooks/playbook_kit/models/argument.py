"""An argument: one reply to one or more objections."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Date, Dated, Line, Markdown, Model, Ref, Text, words

Status = Literal["draft", "in-review", "published", "disputed", "retired"]
ResponseType = Literal["facts", "reasoning", "outweighs", "agree"]
Strength = Literal["strong", "medium", "weak"]


class Evidence(Model):
    """One source and what it shows."""

    source: Annotated[str, Ref("source")] = Field(
        description="The id of a file in playbook/sources/.", examples=["acas-policy"]
    )
    shows: Annotated[Text, words(60)] = Field(
        description="What this source shows, in your own words, with its date. Say when it is old, small or somebody's "
        "own account.",
        examples=["In 2012 the advisory service Acas told employers to agree a policy with staff."],
    )
    strength: Strength = Field(
        description="How much weight it bears. Call weak evidence weak.", examples=["medium"]
    )
    review_by: Date | None = Field(
        default=None,
        description="The day by which a claim that may go out of date should be looked at again.",
        examples=["2027-05-21"],
    )


class Comeback(Model):
    """What they may say next, and what to say then."""

    they_say: Line = Field(description="What they may say next, as spoken.", examples=["That was years ago."])
    you_say: Annotated[Markdown, words(60)] = Field(
        description="What to say then.", examples=["It was, and we found nothing newer. That is why we ask for a trial."]
    )


class Argument(Dated):
    """One reply to one or more objections, with its evidence and an honest concession."""

    title: Line = Field(description="A short name, five words or so.", examples=["Same as the phone"])
    status: Status = Field(
        description="draft and in-review stay off the site; disputed and retired say so on their page.",
        examples=["published"],
    )
    answers: list[Annotated[str, Ref("objection")]] = Field(
        min_length=1, description="The ids of the objections that it answers.", examples=[["time-wasting"]]
    )
    response_type: ResponseType = Field(
        description="How it replies: with facts, by reasoning, by what outweighs the risk, or by agreeing and offering "
        "a control.",
        examples=["reasoning"],
    )
    strength: Strength = Field(description="How strong it is in all, honestly.", examples=["medium"])
    one_liner: Annotated[Line, StringConstraints(max_length=160)] = Field(
        description="What you would say aloud, in one breath.",
        examples=["We trust people with a telephone. This is the same trust, with better records."],
    )
    short: Annotated[Text, words(80)] = Field(
        description="The same in a paragraph for an email. Facts in it must stand under evidence.",
        examples=["Staff already answer the public by phone without asking first."],
    )
    long: Markdown | None = Field(
        default=None, description="More, only if it adds something.", examples=["The comparison is fair because…"]
    )
    concession: Annotated[Markdown, words(80)] = Field(
        description="What is true in the objection, said fairly.",
        examples=["A post is public and lasts; a telephone call does not."],
    )
    comebacks: list[Comeback] = Field(
        min_length=1, max_length=5, description="What they may say next, and what to say then."
    )
    evidence: list[Evidence] = Field(min_length=1, description="What it rests on, strongest first.")
    works_best_on: list[Annotated[str, Ref("audience")]] = Field(
        min_length=1, description="Whom it tends to convince.", examples=[["managers"]]
    )
    does_not_work_on: list[Annotated[str, Ref("audience")]] = Field(
        default=[], description="Whom it tends not to convince.", examples=[["ict-security"]]
    )
    chapters: list[Annotated[str, Ref("chapter")]] = Field(
        default=[], description="The chapters that support it.", examples=[["policy"]]
    )
    case_studies: list[Annotated[str, Ref("case-study")]] = Field(
        default=[], description="The case studies that support it.", examples=[["monmouthshire"]]
    )
    topics: list[Annotated[str, Ref("topic")]] = Field(
        min_length=1, description="What it is about.", examples=[["conduct"]]
    )
    origin: Markdown = Field(
        description="Where it comes from.", examples=["Suggested by a council officer in November 2026."]
    )
    one_of_the_twenty: bool = Field(
        default=False,
        description="Whether it is one of the twenty reasons that were gathered at the #fbps12 event in March 2012.",
        examples=[True],
    )
    retired_because: Line | None = Field(
        default=None,
        description="For a disputed or retired argument: why.",
        examples=["The figure it rested on was withdrawn."],
    )
