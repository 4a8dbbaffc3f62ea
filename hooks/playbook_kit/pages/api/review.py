"""What has to be read again, as the API gives it."""

from typing import Annotated, Literal

from pydantic import Field

from ...models.base import Date
from .base import File, Item, Page


class ReviewItem(Item):
    """One page, item or source that carries a day of review."""

    kind: Annotated[str, Field(description="What it is: argument, chapter, page, source and so on.")]
    id: Annotated[str, Field(description="Its id; that of a page may have slashes.")]
    title: Annotated[str, Field(description="What readers call it.")]
    url: Page
    owner: Annotated[str, Field(description="Who keeps it right.")]
    reviewed_on: Annotated[Date | None, Field(description="The day on which it was last read against its sources.")]
    review_by: Annotated[Date | None, Field(description="The day by which it should be read again.")]
    claim_by: Annotated[Date | None, Field(
        description="The first day by which a statement in it should be looked at, where statements have days of their own."
    )]  # fmt: skip
    due: Annotated[Date, Field(description="The earlier of the two.")]
    state: Annotated[Literal["overdue", "current"], Field(description="overdue if `due` was past on the day of the build.")]


class ReviewFile(File):
    """Everything that carries a day of review, the first that is due first."""

    items: list[ReviewItem]
