"""The joined view: what answers what, what supports what, who cites whom. Computed here, typed nowhere twice."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from .addresses import VISIBLE, is_visible
from .content import Content, Item, markdown_fields
from .do_and_dont import Advice, advice
from .local.overlay import TURN, Origin
from .marked import like
from .models import Source, Term, Tombstone, User, Vocabulary
from .models.council import BLOCKS, UNNAMED, placeholders
from .prose import fill_placeholders
from .read.markdown_text import Outline, outline
from .rules.references_known import references
from .source_parts import LIST, Part, parts_of
from .tailor import tailored
from .tailor.items import with_values
from .words import FIRST_LANGUAGE, base_of

STRENGTH_ORDER = {"strong": 0, "medium": 1, "weak": 2}
TOOLS = ("decision-tree", "self-check")
STATUS_ORDER = {status: number for number, status in enumerate(VISIBLE)}


@dataclass(frozen=True)
class Entry:
    """A visible item: its id, kind, parsed facts (`model`), Markdown body and path in the repository.

    `path` is where links in it count from; `edit_path` is the file to open for a change. `origin` says whose it is, and
    `own_files` are the council's files in it.
    """

    id: str
    kind: str
    model: Any
    path: str
    body: str
    outline: Outline
    origin: Origin = "upstream"
    edit_path: str | None = None
    own_files: tuple[str, ...] = ()
    language: str = FIRST_LANGUAGE
    """The language of its words."""
    is_behind: bool = False
    """Whether the English says something else than when its words were translated."""

    @property
    def title(self) -> str:
        """What readers call it."""
        return self.model.title

    @property
    def own_before(self) -> str:
        """The council's own text that comes first, for a kind whose text is in its fields."""
        return like(self.body.partition(TURN)[0].strip(), self.body)

    @property
    def own_after(self) -> str:
        """The council's own text that comes last, for such a kind."""
        return like(self.body.partition(TURN)[2].strip(), self.body)


@dataclass(frozen=True)
class Gone:
    """A tombstone: the kind and id that are gone, and the id in their place, if any."""

    kind: str
    id: str
    now: str | None
    because: str
    on: datetime.date


@dataclass
class Playbook:
    """Everything on the site, joined. Lists are in the order in which readers see them."""

    vocabulary: Vocabulary
    today: datetime.date
    arguments: dict[str, Entry] = field(default_factory=dict)
    objections: dict[str, Entry] = field(default_factory=dict)
    chapters: dict[str, Entry] = field(default_factory=dict)
    case_studies: dict[str, Entry] = field(default_factory=dict)
    templates: dict[str, Entry] = field(default_factory=dict)
    tools: dict[str, Entry] = field(default_factory=dict)
    sources: dict[str, Entry] = field(default_factory=dict)
    pages: dict[str, Entry] = field(default_factory=dict)
    glossary: Entry | None = None
    blocked: Entry | None = None
    gone: list[Gone] = field(default_factory=list)
    used_by: list[User] = field(default_factory=list)
    council: str = UNNAMED.name
    """The council's name, as it stands in a sentence."""
    language: str = FIRST_LANGUAGE
    """The language of the pages that are made from it."""
    advice: dict[str, list[Advice]] = field(default_factory=dict)
    """By chapter, the do's and don'ts of chapters that are not in the first language."""

    _answering: tuple[dict[str, Entry] | None, dict[str, list[Entry]]] = field(
        default=(None, {}), init=False, repr=False, compare=False
    )
    """By objection the arguments that answer it, and the arguments of which that holds."""

    @cached_property
    def cited_by(self) -> dict[str, list[Entry]]:
        """For each source the entries that cite it, in fields or in text. Pages need it, and checks do not."""
        return _citations(self)

    @cached_property
    def source_parts(self) -> list[Part]:
        """The pages on which the sources that something cites are listed."""
        return parts_of({source: entry.model for source, entry in self.sources.items() if source in self.cited_by})

    @property
    def base(self) -> str:
        """How the addresses of its pages begin."""
        return base_of(self.language)

    def replies(self, objection: str) -> list[Entry]:
        """The arguments that answer an objection, the strongest first, withdrawn ones last."""
        arguments, found = self._answering
        if arguments is not self.arguments:
            found = defaultdict(list)
            for entry in self.arguments.values():
                for one in {*entry.model.answers}:
                    found[one].append(entry)
            self._answering = self.arguments, found
        return [*found.get(objection, ())]

    def arguments_for(self, kind: str, item_id: str) -> list[Entry]:
        """The arguments that name a chapter (`chapters`) or a case study (`case_studies`)."""
        return [entry for entry in self.arguments.values() if item_id in getattr(entry.model, kind)]

    def cases_for(self, field_name: str, item_id: str) -> list[Entry]:
        """The case studies that name a chapter (`chapters`) or an objection (`objections`)."""
        return [entry for entry in self.case_studies.values() if item_id in getattr(entry.model, field_name)]

    def templates_for(self, chapter: str) -> list[Entry]:
        """The templates that carry out a chapter's advice."""
        return [entry for entry in self.templates.values() if chapter in entry.model.chapters]

    def tools_for(self, chapter: str) -> list[Entry]:
        """The tools that lead to a chapter."""
        return [
            entry for entry in self.tools.values()
            if any((kind, item_id) == ("chapter", chapter) for _, kind, item_id in references(entry.model))
        ]  # fmt: skip
    def tool_for(self, chapter: str) -> Entry | None:
        """The tool that carries out a chapter's advice, if there is one."""
        return self.blocked if self.blocked and chapter in self.blocked.model.chapters else None

    def objections_for_chapter(self, chapter: str) -> list[Entry]:
        """The objections one of whose controls is explained in a chapter."""
        return [
            entry for entry in self.objections.values()
            if any(control.chapter == chapter for control in entry.model.controls)
        ]  # fmt: skip

    def chapters_by_part(self) -> list[tuple[Term, list[Entry]]]:
        """The chapters, grouped in the parts of the playbook that have any."""
        groups = [
            (part, [entry for entry in self.chapters.values() if entry.model.part == part.id])
            for part in self.vocabulary.parts
        ]
        return [(part, entries) for part, entries in groups if entries]

    def advice_of(self, chapter: str) -> list[Advice]:
        """A chapter's do's and don'ts."""
        return self.advice.get(chapter) or list(advice(self.chapters[chapter].outline))

    def source(self, source: str) -> Source:
        """A source by its id."""
        return self.sources[source].model

    def source_place(self, source: str) -> str:
        """Where a source is listed: the path of a page in the docs tree, with the id as its anchor."""
        return f"{self._source_pages.get(source, LIST)}#{source}"

    @cached_property
    def _source_pages(self) -> dict[str, str]:
        return {source: part.uri for part in self.source_parts for source in part.ids}

    def overdue(self, review_by: datetime.date | None, sources: Iterable[str]) -> datetime.date | None:
        """The day by which a claim should have been looked at again, if that is past.

        `review_by` is the claim's own day; without one it is the first of those of its `sources`.
        """
        days = [self.sources[one].model.review_by for one in sources if one in self.sources]
        due = review_by or min(filter(None, days), default=None)
        return due if due and due < self.today else None

    def sources_of(self, entry: Entry) -> list[str]:
        """The ids of the sources that an entry cites, each once."""
        return sources_in(entry)

    def term(self, listing: str, term: str) -> Term:
        """A term of the vocabulary: `listing` is audiences, topics or countries."""
        return next(entry for entry in getattr(self.vocabulary, listing) if entry.id == term)

    def countries_of(self, entry: Entry) -> list[str]:
        """The countries that an argument's evidence is about, in the vocabulary's order."""
        found = {c for item in entry.model.evidence for c in self.source(item.source).countries}
        return [term.id for term in self.vocabulary.countries if term.id in found]

    def about(self, topic: str) -> dict[str, list[Entry]]:
        """Everything on a topic, by kind."""
        groups = {
            "objections": self.objections, "arguments": self.arguments,
            "chapters": self.chapters, "case_studies": self.case_studies, "templates": self.templates,
        }  # fmt: skip
        return {
            kind: [entry for entry in entries.values() if topic in entry.model.topics] for kind, entries in groups.items()
        }

    @property
    def last_reviewed(self) -> datetime.date | None:
        """The day on which something was last reviewed."""
        return max((entry.model.reviewed_on for entry in self.dated()), default=None)

    def dated(self) -> Iterable[Entry]:
        """Every entry that carries dates."""
        for entries in (
            self.objections, self.arguments, self.chapters, self.case_studies, self.templates, self.tools
        ):  # fmt: skip
            yield from entries.values()

    def everything(self) -> Iterable[Entry]:
        """Every entry of every kind."""
        for entries in (
            self.objections, self.arguments, self.chapters, self.case_studies, self.templates, self.tools, self.sources,
            self.pages,
        ):  # fmt: skip
            yield from entries.values()
        yield from filter(None, (self.glossary, self.blocked))


def join(
    content: Content, today: datetime.date, blocks: Mapping[str, str] | None = None, translated: Mapping[str, str] | None = None
) -> Playbook:
    """Join content that has no errors into what the pages are made from.

    `blocks` is the Markdown of each placeholder that stands for a whole block; without it there is none.
    `translated` is the same for what is in another language.

    Raises ValueError if the vocabulary could not be read, which `check` reports first.
    """
    if content.vocabulary is None:
        raise ValueError("the vocabulary could not be read")
    playbook = Playbook(content.vocabulary, today)
    if content.council:
        playbook.council = content.council.model.name
    playbook.used_by = (content.used_by.model.organisations or []) if content.used_by else []
    content = _filled(tailored(content), blocks or dict.fromkeys(BLOCKS, ""), translated or {})
    playbook.arguments = _entries(content, "argument", _by_strength)
    playbook.objections = _entries(content, "objection", lambda e: e.title.lower())
    parts = [term.id for term in content.vocabulary.parts]
    playbook.chapters = _entries(content, "chapter", lambda e: (parts.index(e.model.part), e.title.lower()))
    playbook.case_studies = _entries(content, "case-study", lambda e: (e.model.kind == "caution", e.title.lower()))
    playbook.templates = _entries(content, "template", lambda e: e.title.lower())
    playbook.tools = {one.kind: one for kind in TOOLS for one in _entries(content, kind, lambda e: e.id).values()}
    playbook.sources = _entries(content, "source", lambda e: (e.title.lower(), e.id))
    playbook.pages = _entries(content, "page", lambda e: e.id)
    playbook.glossary = _only(content, "glossary")
    playbook.blocked = _only(content, "blocked")
    playbook.gone = [
        Gone(item.model.kind, item.id, _shown(item.model, content), item.model.because, item.model.on)
        for item in content.of("tombstone")
        if item.model
    ]
    replies = Counter(objection for entry in playbook.arguments.values() for objection in {*entry.model.answers})
    playbook.objections = dict(
        sorted(playbook.objections.items(), key=lambda pair: _commonest_first(pair[1], replies[pair[0]]))
    )
    _keep_visible(playbook)
    return playbook


def _filled(content: Content, blocks: Mapping[str, str], translated: Mapping[str, str]) -> Content:
    """The content with the council's name and contacts in the places of their placeholders."""
    values = placeholders(content.council.model) if content.council else placeholders()
    return replace(content, items=[
        _filled_item(item, values, blocks if item.language == FIRST_LANGUAGE else translated) for item in content.items
    ])


def _filled_item(item: Item, values: dict[str, str], blocks: Mapping[str, str]) -> Item:
    if "{{" not in item.file.text or item.model is None:
        return item
    texts = {where: fill_placeholders(text, values) for where, text in markdown_fields(item.model)}
    body = fill_placeholders(item.body, values, blocks)
    found = item.outline if body == item.body else outline(body, item.body_line)
    return replace(item, model=with_values(item.model, texts), body=body, outline=found)


def _shown(stone: Tombstone, content: Content) -> str | None:
    """What took the place of something, unless the council hides it."""
    return None if (stone.kind, stone.now) in content.hidden else stone.now


def _entries(content: Content, kind: str, order: Any) -> dict[str, Entry]:
    entries = [_entry(item) for item in content.of(kind) if is_visible(item)]
    return {entry.id: entry for entry in sorted(entries, key=order)}


def _only(content: Content, kind: str) -> Entry | None:
    """The entry of a kind that has one file, if that is there."""
    return next((_entry(item) for item in content.of(kind) if not item.is_hidden), None)


def _entry(item: Item) -> Entry:
    return Entry(
        item.id, item.kind.name, item.model, item.path, item.body, item.outline,
        item.origin, item.edit_path or item.path, item.own_files, item.language, item.is_behind,
    )  # fmt: skip


def _by_strength(entry: Entry) -> tuple[int, int, str]:
    return STATUS_ORDER[entry.model.status], STRENGTH_ORDER[entry.model.strength], entry.title.lower()


def _commonest_first(objection: Entry, replies: int) -> tuple[bool, int, str]:
    """Those known to be heard often, then those with the most replies."""
    return objection.model.frequency != "often", -replies, objection.title.lower()


def _keep_visible(playbook: Playbook) -> None:
    """Leave out references to drafts and to what the council hides: they are known, but they have no page."""
    groups = {
        "objection": playbook.objections, "chapter": playbook.chapters, "case-study": playbook.case_studies,
    }  # fmt: skip
    lists = {"answers": "objection", "objections": "objection", "chapters": "chapter", "case_studies": "case-study"}
    for entries in (playbook.arguments, playbook.case_studies, playbook.templates):
        for key, entry in entries.items():
            changed = {
                name: [one for one in getattr(entry.model, name) if one in groups[kind]]
                for name, kind in lists.items()
                if name in type(entry.model).model_fields
            }
            entries[key] = replace(entry, model=entry.model.model_copy(update=changed))


def _citations(playbook: Playbook) -> dict[str, list[Entry]]:
    """For each source the entries that cite it, in fields or in text."""
    cited: dict[str, dict[tuple[str, str], Entry]] = defaultdict(dict)
    for entries in (
        playbook.objections, playbook.arguments, playbook.chapters, playbook.case_studies, playbook.templates,
        playbook.tools, playbook.pages,
    ):  # fmt: skip
        for entry in entries.values():
            for source in sources_in(entry):
                cited[source][entry.kind, entry.id] = entry
    for entry in (playbook.glossary, playbook.blocked):
        for source in sources_in(entry) if entry else ():
            cited[source][entry.kind, entry.id] = entry
    return {source: list(found.values()) for source, found in cited.items()}


def sources_in(entry: Entry) -> list[str]:
    """The ids of the sources that an entry cites, each once, in the order in which they are met."""
    found: dict[str, None] = {}
    for _, kind, value in references(entry.model):
        if kind == "source":
            found[value] = None
    texts = [text for _, text in markdown_fields(entry.model)]
    for text in texts:
        for citation in outline(text).citations:
            found.update(dict.fromkeys(citation.ids))
    for citation in entry.outline.citations:
        found.update(dict.fromkeys(citation.ids))
    return list(found)
