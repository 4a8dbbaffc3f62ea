"""The vocabulary: the closed lists that other files choose from."""

from pydantic import Field

from .base import Id, Line, Model


class Term(Model):
    """One choice of a list."""

    id: Id = Field(description="What files write.", examples=["ict-security"])
    label: Line = Field(description="What readers see.", examples=["ICT and security"])
    description: Line | None = Field(default=None, description="What it covers.", examples=["Networks and devices"])


class Vocabulary(Model):
    """The closed lists that other files choose from, in the order in which readers see them."""

    audiences: list[Term] = Field(min_length=1, description="Whom a reply works on, and whose role a task is.")
    parts: list[Term] = Field(min_length=1, description="The parts that the chapters are grouped in.")
    topics: list[Term] = Field(min_length=1, description="What things are about.")
    countries: list[Term] = Field(min_length=1, description="Where things hold or happened.")
