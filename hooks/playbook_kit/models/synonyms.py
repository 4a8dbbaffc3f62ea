"""The search's words: those that mean the same here, and those that say nothing."""

from typing import Annotated

from pydantic import Field

from .base import Line, Model, Ref


class SameWords(Model):
    """Words and phrases that people use for the same thing."""

    words: list[Line] = Field(
        min_length=2,
        description="The words and phrases, in small letters. Endings need not be listed: “hack” stands for “hacked” too.",
        examples=[["waste time", "skive", "mess about"]],
    )


class FoundBy(Model):
    """A page and the words that people look for it by."""

    page: Line = Field(
        description="Its address on the site, without what comes before it.", examples=["playbook/account-security"]
    )
    words: list[Line] = Field(
        min_length=1, description="Words and phrases that stand nowhere on it.", examples=[["locked out", "shared login"]]
    )


class SearchExample(Model):
    """Something that somebody may type, and the objection that it has to lead to. A test tries each."""

    typed: Line = Field(description="What somebody types.", examples=["they will only mess about"])
    finds: Annotated[str, Ref("objection")] = Field(
        description="The id of the objection that stands among the first three results.", examples=["time-wasting"]
    )


class Synonyms(Model):
    """What the search knows about words: which mean the same here, and which say nothing."""

    ignored: list[Line] = Field(
        description="Words that say nothing about what is looked for, such as those that begin a question.",
        examples=[["the", "what", "should"]],
    )
    elsewhere: list[Line] = Field(
        default=[],
        description="What people ask a council or the web for, and the playbook says nothing of. A question in which such a word "
        "weighs more than the rest finds nothing.",
        examples=[["bin collection", "parking permit", "recipe"]],
    )
    subject: list[Line] = Field(
        default=[],
        description="Words that name what the playbook is about. A question with one of them belongs here, whatever else "
        "it names, and less of it has to fit.",
        examples=[["social media", "facebook"]],
    )
    same: list[SameWords] = Field(description="Groups of words that mean the same here.")
    found_by: list[FoundBy] = Field(
        default=[], description="Pages that people look for by other words than those that they say."
    )
    examples: list[SearchExample] = Field(default=[], description="What has to be found thanks to the groups.")
