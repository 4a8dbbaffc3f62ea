"""Arguments as the API gives them, in short and in full, and what stands in place of one that is gone."""

from typing import Literal

from pydantic import Field

from ... import models
from ...models.argument import ResponseType, Strength
from ...models.base import Address, Date
from ...models.source import ReadAs
from ...models.tombstone import ItemKind
from .base import File, Id, Item, Languages, OwnId, OwnText, Page, Visible


class SourceInBrief(Item):
    """A source, as it is named where it is cited."""

    described_by = models.Source

    id: OwnId
    title: str
    publisher: str
    author: str | None
    published: str | None
    url: Address | None
    archived_url: Address | None
    countries: list[Id]
    checked_on: Date
    review_by: Date | None
    read_as: ReadAs


class Evidence(Item):
    """One source and what it shows."""

    described_by = models.Evidence

    shows: str
    strength: Strength
    review_by: Date | None
    source: SourceInBrief = Field(description="The source itself.")


class Comeback(Item):
    """What they may say next, and what to say then."""

    described_by = models.Comeback

    they_say: str
    you_say: str
    you_say_markdown: str


class ArgumentInBrief(Item):
    """An argument without its evidence."""

    described_by = models.Argument

    id: OwnId
    url: Page
    languages: Languages
    title: str
    status: Visible
    one_liner: str
    short: str
    strength: Strength
    response_type: ResponseType
    answers: list[Id]
    works_best_on: list[Id]
    does_not_work_on: list[Id]
    topics: list[Id]
    countries: list[Id] = Field(description="The countries that its evidence is about.")
    added_on: Date
    reviewed_on: Date
    review_by: Date


class Argument(ArgumentInBrief):
    """An argument with everything that its page says."""

    long: str | None
    long_markdown: str | None
    concession: str
    concession_markdown: str
    comebacks: list[Comeback]
    evidence: list[Evidence]
    chapters: list[Id]
    case_studies: list[Id]
    origin: str
    origin_markdown: str
    contributors: list[str]
    retired_because: str | None
    council_before: OwnText
    council_before_markdown: OwnText
    council_after: OwnText
    council_after_markdown: OwnText


class Gone(Item):
    """What stands in place of something that was renamed, merged or removed."""

    id: OwnId
    url: str | None = Field(description="Its page, which leads on, relative to the site's address; null if none.")
    kind: ItemKind = Field(description="What it was.")
    status: Literal["gone"] = Field(description="Tells it from what is still there.")
    now: Id | None = Field(description="The id that took its place, of the same kind.")
    because: str = Field(description="Why it went.")
    on: Date = Field(description="The day on which it went.")


class ArgumentsFile(File):
    """Every argument in brief, withdrawn ones last, otherwise the strongest first."""

    items: list[ArgumentInBrief]


class ArgumentFile(File):
    """One argument in full, or what became of it."""

    items: list[Argument | Gone] = Field(min_length=1, max_length=1)


class GoneFile(File):
    """Everything that was renamed, merged or removed."""

    items: list[Gone]
