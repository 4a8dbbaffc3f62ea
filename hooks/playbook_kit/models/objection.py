"""An objection: what somebody says when they say no."""

from typing import Annotated, Literal

from pydantic import Field

from .argument import Evidence, Status
from .base import Dated, Line, Markdown, Model, Ref, Text, words

Frequency = Literal["often", "sometimes"]


class Control(Model):
    """What makes a risk acceptable."""

    text: Line = Field(description="What to do, as an instruction.", examples=["Agree who holds the passwords"])
    chapter: Annotated[str, Ref("chapter")] | None = Field(
        default=None, description="The id of the chapter that explains it.", examples=["ict-security"]
    )


Heard = Line
"""One way in which people say an objection."""


class Objection(Dated):
    """What somebody says when they say no. Its replies are the arguments that name it under `answers`."""

    title: Line = Field(description="What people say, in their words.", examples=["Staff will waste time"])
    status: Status = Field(description="draft and in-review stay off the site.", examples=["published"])
    heard_as: list[Heard] = Field(
        min_length=10,
        description="Ten or more ways in which people really say it, the blunt ones too. The search finds them.",
        examples=[["They'll be on Facebook all day"]],
    )
    terms: list[Line] = Field(
        default=[], description="Words to find it by that stand nowhere else in it.", examples=[["skiving"]]
    )
    frequency: Frequency = Field(
        default="sometimes",
        description="How often it is heard, where there is evidence of that. Those heard often come first in lists.",
        examples=["sometimes"],
    )
    said_by: list[Annotated[str, Ref("audience")]] = Field(
        min_length=1, description="Who usually says it.", examples=[["managers"]]
    )
    responsible_for: Annotated[Text, words(40)] = Field(
        description="What they are responsible for, fairly put.", examples=["Getting the work done with the staff they have."]
    )
    true_in_it: Annotated[Markdown, words(120)] = Field(
        description="What is true in it, first and fairly.", examples=["Some people do say that it distracts them."]
    )
    short_answer: Annotated[Markdown, words(60)] = Field(
        description="Two lines to say back.", examples=["Manage the few who waste time; do not block everybody."]
    )
    evidence: list[Evidence] = Field(
        default=[], description="Evidence on the objection as such, for and against."
    )
    controls: list[Control] = Field(min_length=1, description="What makes the risk acceptable.")
    unknown: list[Markdown] = Field(
        min_length=1,
        description="What nobody knows yet, or what we looked for and did not find.",
        examples=[["Nobody here found a study that measured output before and after."]],
    )
    topics: list[Annotated[str, Ref("topic")]] = Field(
        min_length=1, description="What it is about.", examples=[["time"]]
    )
