"""A self-check: questions about where an organisation stands, each answer with the next step that follows from it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .argument import Status
from .base import Dated, Id, Line, Markdown, Model, Ref, words

When = Literal["first", "next", "keep"]


class Stand(Model):
    """One answer: how things stand, and the next step from there."""

    answer: Annotated[Line, StringConstraints(max_length=120)] = Field(
        description="How things stand, in a few words.", examples=["Everybody may, within the policy"]
    )
    when: When = Field(
        description="Where the step belongs in the list. first: what is unsafe, this week. next: in the months after. "
        "keep: nothing is missing, so keep it up.",
        examples=["next"],
    )
    next_step: Annotated[Markdown, words(40)] = Field(
        description="What to do next, as an instruction.", examples=["Ask for reading first and posting later."]
    )
    chapters: list[Annotated[str, Ref("chapter")]] = Field(
        min_length=1, description="The chapters that say how.", examples=[["access-case"]]
    )
    templates: list[Annotated[str, Ref("template")]] = Field(
        default=[], description="Templates that help.", examples=[["trial-plan"]]
    )


class CheckQuestion(Model):
    """One question about how things stand."""

    id: Id = Field(description="Its name in links. It stays the same when the words change.", examples=["reading"])
    ask: Annotated[Line, StringConstraints(max_length=120)] = Field(
        description="The question.", examples=["Who may read social media at work?"]
    )
    help: Annotated[Markdown, words(30)] | None = Field(
        default=None, description="What helps to answer it.", examples=["Count the devices that people work on."]
    )
    answers: list[Stand] = Field(min_length=2, max_length=3, description="The answers to choose from.")


class SelfCheck(Dated):
    """A self-check: questions about how things stand, which end in a list of next steps."""

    title: Line = Field(description="What it helps to find out.", examples=["Where are you now?"])
    summary: Annotated[Line, StringConstraints(max_length=160)] = Field(
        description="One sentence for lists and search results.", examples=["Ten questions, and what to do next."]
    )
    status: Status = Field(description="draft and in-review stay off the site.", examples=["published"])
    questions: list[CheckQuestion] = Field(
        min_length=1, max_length=20,
        description="The questions. Steps that belong together are listed in the order of their questions.",
    )  # fmt: skip
    owner: Line = Field(description="Who keeps it right.", examples=["Playbook maintainers"])
