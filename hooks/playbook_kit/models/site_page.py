"""The front matter of the site's own pages in docs/."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Date, Line, Model, Owner


class SitePage(Model):
    """The facts at the top of one of the site's own pages."""

    title: Line = Field(description="The page's title.", examples=["About this playbook"])
    summary: Annotated[Line, StringConstraints(max_length=160)] = Field(
        description="One sentence for lists and search results.", examples=["Who keeps it, and how."]
    )
    owner: Owner
    reviewed_on: Date | None = Field(
        default=None, description="The day on which somebody last read it through.", examples=["2026-11-21"]
    )
    review_by: Date | None = Field(
        default=None, description="The day by which it should be read again; a page that cites anything has one.",
        examples=["2027-11-21"],
    )  # fmt: skip
