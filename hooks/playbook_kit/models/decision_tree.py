"""A decision tree: questions whose answers lead to other questions, and in the end to what to do."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .argument import Status
from .base import Dated, Id, Line, Markdown, Model, Ref, words

Verdict = Literal["public", "private", "wait", "do-not"]


class Way(Model):
    """One answer to a question, and where it leads."""

    answer: Annotated[Line, StringConstraints(max_length=80)] = Field(
        description="What somebody answers: a few words, as they stand on a button.", examples=["No, nobody is"]
    )
    go_to: Id = Field(
        description="The id of the question that comes next, or of the outcome. Two answers of one question lead to "
        "different places.",
        examples=["what-is-it"],
    )


class TreeQuestion(Model):
    """One question. The first in the file is asked first."""

    id: Id = Field(
        description="Its name in links. It stays the same when the words change, so that links which people sent go on "
        "working.",
        examples=["danger"],
    )
    ask: Annotated[Line, StringConstraints(max_length=120)] = Field(
        description="The question.", examples=["Could somebody be in danger?"]
    )
    help: Annotated[Markdown, words(30)] | None = Field(
        default=None, description="What helps to answer it.", examples=["If in doubt, answer yes."]
    )
    ways: list[Way] = Field(min_length=2, max_length=10, description="The answers to choose from.")


class Outcome(Model):
    """What to do: where the questions lead."""

    id: Id = Field(
        description="Its name in links. It stays the same when the words change.", examples=["ring-first"]
    )
    title: Annotated[Line, StringConstraints(max_length=80)] = Field(
        description="What to do, in a line.", examples=["Ring 999, then your duty officer"]
    )
    reply: Verdict = Field(
        description="Whether to reply. public: yes, where others can read it. private: yes, and move to private "
        "messages. wait: not yet, since something else comes first. do-not: do not.",
        examples=["wait"],
    )
    steps: list[Annotated[Markdown, words(30)]] = Field(
        min_length=1, max_length=5, description="What to do, step by step.", examples=[["Save a picture of the thread."]]
    )
    chapters: list[Annotated[str, Ref("chapter")]] = Field(
        min_length=1, description="The chapters that the advice follows.", examples=[["responding"]]
    )
    templates: list[Annotated[str, Ref("template")]] = Field(
        default=[], description="Templates that help.", examples=[["trial-plan"]]
    )


class DecisionTree(Dated):
    """A decision tree: one question after the other, each answer leading on, until it is clear what to do."""

    title: Line = Field(description="What it helps to decide.", examples=["Should I reply?"])
    summary: Annotated[Line, StringConstraints(max_length=160)] = Field(
        description="One sentence for lists and search results.", examples=["Answer a few questions."]
    )
    status: Status = Field(description="draft and in-review stay off the site.", examples=["published"])
    questions: list[TreeQuestion] = Field(
        min_length=1, max_length=30, description="The questions. The first is asked first."
    )
    outcomes: list[Outcome] = Field(min_length=2, max_length=40, description="What the answers lead to.")
    owner: Line = Field(description="Who keeps it right.", examples=["Playbook maintainers"])
