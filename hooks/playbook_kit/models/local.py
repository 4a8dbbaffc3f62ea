"""What a council writes in its own folder besides what the playbook has too: its words for things."""

from typing import Annotated

from pydantic import Field

from .base import Date, Id, Line, Model, Ref, Text, words


class OwnWord(Model):
    """One word or phrase of the playbook's, and the council's own for the same thing."""

    playbook: Line = Field(
        description="The playbook's word, as it stands in its texts. A small first letter stands for a capital too; the "
        "plural is a word of its own.",
        examples=["monitoring officer"],
    )
    ours: Line = Field(description="What your council calls it.", examples=["head of legal"])


class OwnGlossaryTerm(Model):
    """A term of your own, or, under the id of one of the playbook's, only the fields that differ and `based_on`."""

    id: Id = Field(description="The end of its address, which never changes.", examples=["foi"])
    based_on: str | None = Field(
        default=None,
        description="The name of the playbook's wording that the change was made from. Needed for one of its terms.",
        examples=["bcdfghjklm"],
    )
    term: Line | None = Field(default=None, description="The term as a reader meets it.", examples=["members' services"])
    also: list[Line] | None = Field(default=None, description="Its abbreviations and other spellings.", examples=[["FOI"]])
    meaning: Annotated[Text, words(40)] | None = Field(
        default=None, description="What it means, in plain words.", examples=["The team that helps councillors."]
    )
    sources: list[Annotated[str, Ref("source")]] | None = Field(
        default=None, description="The sources that say so.", examples=[["ico-noncorporate"]]
    )
    review_by: Date | None = Field(
        default=None, description="The day by which it should be looked at again.", examples=["2027-05-21"]
    )
    chapter: Annotated[str, Ref("chapter")] | None = Field(
        default=None, description="The chapter that says more.", examples=["data-foi-records"]
    )
    remove: bool | None = Field(
        default=None, description="true takes the term out of the glossary; nothing but the id is said then.",
        examples=[True],
    )  # fmt: skip
    in_text: bool | None = Field(
        default=None, description="false for a word that no page is to link to its meaning.", examples=[False]
    )


class OwnTerms(Model):
    """The council's own words for things.

    Own words are put in place of the playbook's as whole words where the playbook speaks itself: in chapters, templates,
    pages, tools, arguments and objections, in their paragraphs, lists and tables. They are not put in titles and headings
    (addresses are made from them), links and their words, citations, quotations and emphasised titles, code, what people
    are quoted as saying, evidence, sources, case studies (which are about other organisations) and the glossary. Nor are
    they put in a sentence that cites a source, since that says what the source says, unless it is marked as our advice.
    """

    words: list[OwnWord] = Field(default=[], description="Your words for things.")
    glossary: list[OwnGlossaryTerm] = Field(default=[], description="Terms of the glossary that you add or change.")
