"""A chapter's front matter."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .argument import Status
from .base import Dated, Line, Ref


class Chapter(Dated):
    """The facts at the top of a chapter: advice for one topic, with Do and Do not lists in its text."""

    title: Line = Field(description="A task.", examples=["Talk to ICT and information security"])
    summary: Annotated[Line, StringConstraints(max_length=160)] = Field(
        description="One sentence for lists and search results.", examples=["How to ask, and what to offer."]
    )
    status: Status = Field(description="draft and in-review stay off the site.", examples=["published"])
    part: Annotated[str, Ref("part")] = Field(
        description="The part of the playbook that it belongs to.", examples=["get-access"]
    )
    countries: list[Annotated[str, Ref("country")]] = Field(
        min_length=1, description="Where it holds.", examples=[["uk"]]
    )
    topics: list[Annotated[str, Ref("topic")]] = Field(
        min_length=1, description="What it is about.", examples=[["security"]]
    )
    owner: Line = Field(description="Who keeps it right.", examples=["Playbook maintainers"])
