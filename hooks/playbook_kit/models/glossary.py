"""The glossary: one list of terms, each with what it means here."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Date, Id, Line, Model, Owner, Ref, Text, words


class GlossaryTerm(Model):
    """One term, explained in a sentence or two."""

    id: Id = Field(description="The end of its address, which never changes.", examples=["foi"])
    term: Line = Field(
        description="The term as a reader meets it. Small letters, unless it is a name: a sentence may begin with it.",
        examples=["freedom of information"],
    )
    also: list[Line] = Field(
        default=[], description="Abbreviations and other spellings of the same term.", examples=[["FOI"]]
    )
    meaning: Annotated[Text, words(40)] = Field(
        description="What it means, in plain words. Say for which country, where that matters.",
        examples=["The law that lets anybody ask a public body for information that it holds."],
    )
    sources: list[Annotated[str, Ref("source")]] = Field(
        default=[],
        description="The sources that say so. Leave it out only for a plain word, whose meaning states no fact.",
        examples=[["ico-noncorporate"]],
    )
    review_by: Date | None = Field(
        default=None,
        description="The day by which a meaning that rests on law or on a platform should be looked at again.",
        examples=["2027-05-21"],
    )
    chapter: Annotated[str, Ref("chapter")] | None = Field(
        default=None, description="The chapter that says more.", examples=["data-foi-records"]
    )
    in_text: bool = Field(
        default=True,
        description="false for a word that often means something else: then no page links it to its meaning.",
        examples=[False],
    )


class Glossary(Model):
    """The terms that this playbook explains. The first use of each on a page leads to its meaning."""

    title: Line = Field(description="The page's title.", examples=["Glossary"])
    summary: Annotated[Line, StringConstraints(max_length=160)] = Field(
        description="One sentence for lists and search results.", examples=["What the terms on these pages mean."]
    )
    owner: Owner
    reviewed_on: Date = Field(
        description="The day on which somebody last read it against its sources.", examples=["2026-11-21"]
    )
    review_by: Date = Field(description="The day by which it should be read again.", examples=["2027-05-21"])
    terms: list[GlossaryTerm] = Field(min_length=1, description="The terms, in any order: the page sorts them.")
