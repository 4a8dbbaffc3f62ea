"""A template's front matter."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .argument import Status
from .base import AsItIs, Dated, Line, Ref


class Template(Dated):
    """The facts at the top of a template: a document that an organisation takes, changes and uses as its own."""

    title: Line = Field(description="What the document is.", examples=["Three-month trial plan"])
    summary: Annotated[Line, StringConstraints(max_length=160)] = Field(
        description="One sentence for lists and search results: what it is for, and when.",
        examples=["Agree a small start, how it is judged and the way back."],
    )
    status: Status = Field(description="draft and in-review stay off the site.", examples=["published"])
    version: Annotated[Line, AsItIs()] = Field(
        description="Raised with every change, so that those who took it can compare. Put quotation marks round it.",
        examples=["1.0"],
    )
    chapters: list[Annotated[str, Ref("chapter")]] = Field(
        min_length=1, description="The chapters whose advice it carries out.", examples=[["access-case"]]
    )
    topics: list[Annotated[str, Ref("topic")]] = Field(
        min_length=1, description="What it is about.", examples=[["access"]]
    )
    one_side: bool = Field(
        default=False,
        description="true for a card or a page of rules that prints on one side of A4: its notes go on a page of their own.",
        examples=[True],
    )
    owner: Line = Field(description="Who keeps it right.", examples=["Playbook maintainers"])
