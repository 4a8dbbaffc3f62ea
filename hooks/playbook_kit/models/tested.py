"""What the last whole run of the tests found: the record that the accessibility statement shows."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import Date, Line, Model, Number

Scheme = Literal["light", "dark"]
State = Literal[
    "unfolded", "paper", "search-results", "search-nothing", "filters", "filters-nothing", "form-in-error",
    "tool-answers", "tool-scores", "tool-note", "case", "brand", "copied", "chosen-colours",
]  # fmt: skip
Why = Literal["out-of-sight", "stays-in-view", "covered", "not-chosen"]


class Program(Model):
    """A program that judged the pages, or showed them."""

    name: Line = Field(description="Its name.", examples=["axe-core"])
    version: Line = Field(description="Its version.", examples=["4.12.1"])


class SetAside(Model):
    """Places that a program could not decide, which somebody looked at."""

    why: Why = Field(description="The reason why they are right.", examples=["out-of-sight"])
    places: Number = Field(description="How many places there were.", examples=[12])


class FoundFault(Model):
    """A fault that was found on one page."""

    rule: Line = Field(description="The rule that was broken, as the program names it.", examples=["color-contrast"])
    page: Line = Field(description="The page’s address on the site.", examples=["/arguments/"])
    places: Number = Field(description="How many places there were.", examples=[2])


class Tested(Model):
    """What was tested, how, when and on which version. `playbook record-tests` writes it from the results of a run."""

    tested_on: Date = Field(description="The day of the run.", examples=["2026-11-21"])
    version: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")] = Field(
        description="The version of the playbook that was tested.", examples=["0.1.0"]
    )
    pages: Number = Field(description="How many pages were opened.", examples=[173])
    looks: Number = Field(
        description="How often a page was judged, in some width, colours and state.", examples=[913]
    )
    widths: list[Number] = Field(description="The widths of the window, in pixels.", examples=[[1280, 360]])
    schemes: list[Scheme] = Field(description="The colours.", examples=[["light", "dark"]])
    states: list[State] = Field(description="The states that pages were brought into.", examples=[["unfolded", "paper"]])
    programs: list[Program] = Field(description="The programs.")
    set_aside: list[SetAside] = Field(default=[], description="What was set aside, and why.")
    found: list[FoundFault] = Field(default=[], description="The faults that were found.")
