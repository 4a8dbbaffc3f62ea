"""Two short lists that checks read: sentences that need no citation, and words that have a plainer one."""

from pydantic import Field

from .base import Line, Model, Text


class UncitedSentence(Model):
    """A sentence that holds a figure, a date or the name of a law, and states no fact from outside."""

    path: Line = Field(
        description="The file that it stands in, from the repository.", examples=["playbook/responding.md"]
    )
    text: Text = Field(
        description="The whole sentence, word for word. Where lines break does not matter.",
        examples=["A thousand likes would tell you nothing if the calls stayed the same."],
    )
    reason: Line = Field(
        description="Why no source can be cited for it.", examples=["It is made up, to show how to read a count."]
    )


class Uncited(Model):
    """The sentences that the check of citations passes over, each with its reason."""

    exceptions: list[UncitedSentence] = Field(description="The sentences. An entry that is not needed is a fault.")


class PlainWord(Model):
    """A word or a phrase that has a plainer one."""

    word: Line = Field(
        description="The word in its plainest form, in lower case. Its endings -s, -ed, -ing and -ly are found too.",
        examples=["utilise"],
    )
    write: Line = Field(description="What to write instead.", examples=["use"])
    fine_in: list[Line] = Field(
        default=[],
        description="Phrases in which it is a term and stays, in lower case.",
        examples=[["understandable and robust"]],
    )


class PlainWords(Model):
    """Words and phrases that have a plainer one."""

    words: list[PlainWord] = Field(description="The words, and what to write instead of each.")
