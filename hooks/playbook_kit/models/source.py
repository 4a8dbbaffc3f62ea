"""A source: something that was read and is cited."""

from typing import Annotated, Literal

from pydantic import Field

from .base import Address, Date, Line, Model, Ref, Text

ReadAs = Literal["live", "stored-copy", "document"]


class Source(Model):
    """Something that was read and is cited, with how and when it was read."""

    title: Line = Field(description="Its title, as printed.", examples=["Social media in the workplace"])
    publisher: Line = Field(description="Who published it.", examples=["Acas"])
    author: Line | None = Field(default=None, description="Its named author.", examples=["A named author"])
    published: Line | None = Field(
        default=None,
        description="When it was published, as far as it says. Put quotation marks round it.",
        examples=["2012-03-18"],
    )
    url: Address | None = Field(
        default=None, description="Where it stands.", examples=["https://www.gov.uk/example"]
    )
    archived_url: Address | None = Field(
        default=None, description="Where a copy is kept.", examples=["https://web.archive.org/example"]
    )
    countries: list[Annotated[str, Ref("country")]] = Field(
        min_length=1, description="The countries that it speaks about.", examples=[["uk"]]
    )
    checked_on: Date = Field(description="The day on which somebody last read it.", examples=["2026-11-21"])
    review_by: Date | None = Field(
        default=None,
        description="The day by which to read it again, where what it says may change: law, guidance, figures that are "
        "counted anew, and what a platform says of itself. Whatever cites it is due on that day, unless it gives its own.",
        examples=["2027-05-21"],
    )
    read_as: ReadAs = Field(
        description="live: at its address. stored-copy: in a stored copy of the page. document: a file that was sent.",
        examples=["live"],
    )
    extent: Text | None = Field(
        default=None,
        description="How much of it was read, where that was not all.",
        examples=["The opening of the page"],
    )
