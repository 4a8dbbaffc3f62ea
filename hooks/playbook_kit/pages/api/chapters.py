"""Chapters and case studies as the API gives them: their facts, since their texts stand on their pages."""

from pydantic import Field

from ... import models
from ...models.base import Date
from ...models.case_study import Access, CaseKind, OrganisationType
from .base import File, Id, Item, Languages, OwnId, Page, Visible
from .objections import Control


class Advice(Item):
    """One thing to do or not to do."""

    text: str = Field(description="What to do or not to do.")
    text_markdown: str
    is_do: bool = Field(description="false for something not to do.")
    role: Id | None = Field(description="The audience whose task it is; null if it is for everybody.")


class Chapter(Item):
    """Advice for one topic. Its reasons and its sources stand on its page."""

    described_by = models.Chapter

    id: OwnId
    url: Page
    languages: Languages
    title: str
    status: Visible
    summary: str
    part: Id
    owner: str
    countries: list[Id]
    topics: list[Id]
    advice: list[Advice] = Field(description="Its do's and don'ts, those for everybody first.")
    objections: list[Id] = Field(description="The objections one of whose controls it explains.")
    arguments: list[Id] = Field(description="The arguments that it supports.")
    case_studies: list[Id] = Field(description="The case studies that illustrate it.")
    added_on: Date
    reviewed_on: Date
    review_by: Date


class Organisation(Item):
    """Who a case study is about."""

    described_by = models.Organisation

    name: str
    type: OrganisationType
    size: str | None
    country: Id


class Result(Item):
    """Something that followed, with its date."""

    described_by = models.Result

    when: str
    what: str
    what_markdown: str


class CaseStudy(Item):
    """The facts of one organisation. The story stands on its page."""

    described_by = models.CaseStudy

    id: OwnId
    url: Page
    languages: Languages
    title: str
    status: Visible
    kind: CaseKind
    summary: str
    organisation: Organisation
    period: str
    access: Access
    before: str
    before_markdown: str
    after: str
    after_markdown: str
    objected: list[str]
    objected_markdown: list[str]
    objections: list[Id]
    controls: list[Control]
    controls_markdown: list[str]
    results: list[Result]
    went_wrong: list[str]
    went_wrong_markdown: list[str]
    documents: list[Id]
    chapters: list[Id]
    arguments: list[Id] = Field(description="The arguments that it supports.")
    topics: list[Id]
    self_reported: bool
    added_on: Date
    reviewed_on: Date
    review_by: Date


class ChaptersFile(File):
    """Every chapter, in the order of the playbook's parts."""

    items: list[Chapter]


class CaseStudiesFile(File):
    """Every case study, cautions last."""

    items: list[CaseStudy]
