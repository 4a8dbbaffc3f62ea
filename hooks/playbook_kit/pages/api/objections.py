"""Objections, topics, sources and audiences as the API gives them."""

from pydantic import Field

from ... import models
from ...models.base import Date
from ...models.objection import Frequency
from .arguments import SourceInBrief
from .base import File, Id, Item, Languages, OwnId, OwnText, Page, Visible


class Control(Item):
    """What makes a risk acceptable."""

    described_by = models.Control

    text: str
    chapter: Id | None
    url: str | None = Field(description="The page of that chapter, relative to the site's address.")


class Objection(Item):
    """What somebody says when they say no, what is true in it and what replies. Its evidence stands on its page."""

    described_by = models.Objection

    id: OwnId
    url: Page
    languages: Languages
    title: str
    status: Visible
    frequency: Frequency
    heard_as: list[str]
    terms: list[str]
    said_by: list[Id]
    responsible_for: str
    true_in_it: str
    true_in_it_markdown: str
    short_answer: str
    short_answer_markdown: str
    controls: list[Control]
    unknown: list[str]
    unknown_markdown: list[str]
    topics: list[Id]
    replies: list[Id] = Field(description="The arguments that answer it, the strongest first, withdrawn ones last.")
    added_on: Date
    reviewed_on: Date
    review_by: Date
    council_before: OwnText
    council_before_markdown: OwnText
    council_after: OwnText
    council_after_markdown: OwnText


class Topic(Item):
    """What things are about, and everything that is about it."""

    described_by = models.Term

    id: OwnId
    url: str | None = Field(description="Its part of a page, relative to the site's address; null if nothing is on it.")
    label: str
    description: str | None
    objections: list[Id] = Field(description="The objections about it.")
    arguments: list[Id] = Field(description="The arguments about it.")
    chapters: list[Id] = Field(description="The chapters about it.")
    case_studies: list[Id] = Field(description="The case studies about it.")


class Audience(Item):
    """Whom a reply works on, or who says something."""

    described_by = models.Term

    id: OwnId
    label: str


class Source(SourceInBrief):
    """A source in full, with everything that cites it."""

    extent: str | None
    cited_by: list[str] = Field(description="The pages that cite it, relative to the site's address.")


class ObjectionsFile(File):
    """Every objection, those heard most often first."""

    items: list[Objection]


class TopicsFile(File):
    """Every topic."""

    items: list[Topic]


class SourcesFile(File):
    """Every source that something cites, by its title."""

    items: list[Source]


class AudiencesFile(File):
    """Every audience."""

    items: list[Audience]
