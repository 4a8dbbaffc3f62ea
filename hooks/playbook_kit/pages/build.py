"""Every page of the site, in the order in which the navigation shows them."""

import datetime
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..addresses import hidden_pages, link_targets, uri
from ..content import Content
from ..dates import long_date
from ..do_and_dont import Advice
from ..handouts import FORMATS, file_uri
from ..index import Entry, Playbook
from ..marked import language_of, like
from ..models.council import BLOCKS, placeholders
from ..models.kinds import KINDS
from ..papers import Briefs
from ..papers.files import kilobytes
from ..prose import escape, number_citations
from ..settings import SiteSettings
from ..tailor.unlink import unlink
from ..words import FIRST_LANGUAGE, Words
from .briefs import make_briefs
from .contribute import make_forms
from .cut import cut_pages, lead_on
from .edition import in_edition
from .fields import council_keys, field_reference
from .find import make_finder
from .glossary import EXPLAINED, in_order, link_terms, linked_terms
from .marking import plain
from .messages import PAGE as MESSAGES, message_values
from .own import make_own
from .page import Page, page_of
from .render import Renderer, entry_uri, name_of
from .review import about_pages
from .sources import source_list
from .sources_list import source_pages
from .tools import make_tools

HOME = "index"
IN_FULL = 3
"""The replies that an objection's page gives in full: as many as somebody can read, with their evidence, before a meeting.

The strongest come first; more in full would bury the controls and what is not known, which come after them.
"""
IN_BRIEF = 20
"""How many more it gives a line each; the list of all arguments has the rest."""
BRAND = "reuse/brand"
"""The page with the form that makes a council's own file."""


def make_pages(
    content: Content, playbook: Playbook, words: Words, briefs: Briefs | None = None, sizes: Mapping[str, int] | None = None,
    settings: SiteSettings | None = None, english: Words | None = None, cuts: Mapping[str, tuple[int, ...]] | None = None,
) -> list[Page]:
    """All pages in one language, with citations numbered and sources, dates and owner at the foot.

    `sizes` gives the bytes of each file to download, or nothing where no file has been made. `english` are the words of
    the first language, in which briefs stand; `cuts` is where its pages were cut.
    """
    renderer = Renderer(playbook, words, link_targets(content), briefs)
    drafts = [
        *_site_pages(content, playbook, renderer, settings or SiteSettings("")),
        *_objections(playbook, renderer, words),
        *_arguments(playbook, renderer, words),
        *make_briefs(renderer, words, english or words),
        *_chapters(playbook, renderer, words),
        *make_tools(playbook, renderer),
        *_case_studies(playbook, renderer, words),
        *_templates(playbook, renderer, words, sizes or {}),
        *_lists(playbook, renderer, words),
        _page(MESSAGES, "messages", renderer, words, **message_values(content.root)),
        *_glossary(playbook, renderer),
        *_blocked(playbook, renderer),
        *make_forms(content, playbook, words, settings or SiteSettings(""), english or words),
        *_gone(playbook, renderer, words),
        *make_own(content, playbook, renderer, words),
    ]
    hidden = hidden_pages(content)
    shown = [replace(page, body=unlink(page.body, page.uri, hidden)) for page in drafts if page.uri not in hidden]
    finished = [_finish(page, playbook, renderer, words) for page in cut_pages(shown, words, cuts)]
    return [in_edition(page, playbook, words) for page in lead_on(finished)]


def _finish(page: Page, playbook: Playbook, renderer: Renderer, words: Words) -> Page:
    here = posixpath.dirname(page.uri) or "."
    terms = linked_terms(playbook) if page.kind in EXPLAINED else []
    glossary = posixpath.relpath(entry_uri(playbook.glossary), here) if playbook.glossary else ""
    body, cited = number_citations(
        link_terms(page.body, terms, glossary),
        language=words.language if words.language != FIRST_LANGUAGE else "",
        aria=lambda number: words("sources.number", number=number),
        overdue=lambda day, sources: _overdue(playbook.overdue(day, sources), words),
    )
    links = [posixpath.relpath(playbook.source_place(source), here) for source in cited]
    foot = source_list([playbook.source(source) for source in cited], links, words)
    return replace(page, body="\n".join(part for part in (body, foot, _colophon(page, renderer, words)) if part))


def _overdue(due: datetime.date | None, words: Words) -> str:
    return words("review.overdue", date=long_date(due, words)) if due else ""


def _colophon(page: Page, renderer: Renderer, words: Words) -> str:
    """When the page was reviewed, when it is due again and who owns it."""
    model = page.facts.get("model")
    if not getattr(model, "reviewed_on", None):
        return ""
    date = renderer.environment.filters["date"]
    parts = [words("review.reviewed_on", date=date(model.reviewed_on))]
    due = getattr(model, "review_by", None)
    late = bool(due) and due < renderer.playbook.today
    if due:
        parts.append(words("review.overdue_page" if late else "review.review_by", date=date(due)))
    if getattr(model, "owner", None):
        parts.append(words("review.owner", owner=plain(model.owner, language_of(model.owner))))
    thanked = [escape(name) for field in ("contributors", "organisations") for name in getattr(model, field, [])]
    if thanked:
        parts.append(words("review.thanks", names=", ".join(thanked)))
    kind = "pb-colophon pb-colophon--overdue" if late else "pb-colophon"
    return f'<div class="{kind}" markdown>\n\n{" ".join(parts)}\n\n</div>\n'


def _site_pages(content: Content, playbook: Playbook, render: Renderer, settings: SiteSettings) -> Iterator[Page]:
    written = {item.id: item.body for item in content.of("page")}
    for entry in playbook.pages.values():
        page_uri = f"{entry.id}.md"
        if entry.id == HOME:
            yield _home(entry, shown_doors(written[HOME], entry.body), page_uri, render, settings)
        else:
            kind = "brand" if entry.id == BRAND else "page"
            body = render("page", page_uri, entry=entry)
            yield page_of(entry, page_uri, entry.model.summary, body, kind, {"model": entry.model})


def shown_doors(written: str, shown: str) -> list[str]:
    """The parts of the home page's text as it is shown, without those whose links all led to what is hidden."""
    before, doors = sections(written), sections(shown)
    if len(before) != len(doors):
        return doors
    return [door for old, door in zip(before, doors, strict=True) if "](" in door or "](" not in old]


def _home(entry: Entry, doors: list[str], page_uri: str, render: Renderer, settings: SiteSettings) -> Page:
    """The home page under the council's title, of the parts that it shows; `told` says where the question stands.

    The question is a form, which no Markdown holds: the theme puts it first, or where the body leaves its place.
    """
    order = settings.home
    told = "nowhere" if "told" not in order else "first" if order[0] == "told" else "later"
    body = render("home", page_uri, entry=entry, doors=doors, parts=order, told=told)
    title = settings.title if settings.council else entry.title
    lead = settings.strapline or entry.model.summary
    return replace(page_of(entry, page_uri, lead, body, "home", {"told": told}), title=title)


def sections(body: str) -> list[str]:
    """A Markdown text cut before each second-level heading."""
    return [like(part.strip(), body) for part in re.split(r"(?m)^(?=## )", body) if part.strip()]


def _introduced(body: str) -> tuple[str, str]:
    """A Markdown text cut before its first second-level heading."""
    first = re.search(r"(?m)^## ", body)
    return (like(body[: first.start()], body), like(body[first.start() :], body)) if first else (body, "")


def _item(entry: Entry, lead: str, body: str, **facts: Any) -> Page:
    return page_of(entry, entry_uri(entry), lead, body, entry.kind, {"model": entry.model, **facts})


def _objections(playbook: Playbook, render: Renderer, words: Words) -> Iterator[Page]:
    yield _list("objections", render, words)
    for entry in playbook.objections.values():
        body = render(
            "objection", entry_uri(entry), entry=entry, m=entry.model,
            replies=playbook.replies(entry.id), in_full=IN_FULL, in_brief=IN_BRIEF, cases=playbook.cases_for("objections", entry.id),
        )  # fmt: skip
        page = _item(entry, words("objection.lead"), body, description=f"“{entry.title}”: {words('objection.lead')}")
        yield replace(page, title=name_of(entry))


def _arguments(playbook: Playbook, render: Renderer, words: Words) -> Iterator[Page]:
    yield replace(_list("arguments", render, words), kind="find", facts={"finder": make_finder(playbook, words)})
    for entry in playbook.arguments.values():
        body = render("argument", entry_uri(entry), entry=entry, m=entry.model)
        reviewed_on = long_date(entry.model.reviewed_on, words)
        yield _item(entry, "", body, description=entry.model.one_liner, reviewed_on=reviewed_on)


def _chapters(playbook: Playbook, render: Renderer, words: Words) -> Iterator[Page]:
    yield _list("playbook", render, words, template="chapters")
    for entry in playbook.chapters.values():
        body = render(
            "chapter", entry_uri(entry), entry=entry,
            arguments=playbook.arguments_for("chapters", entry.id),
            cases=playbook.cases_for("chapters", entry.id),
            objections=playbook.objections_for_chapter(entry.id), templates=playbook.templates_for(entry.id),
            tools=[*playbook.tools_for(entry.id), *filter(None, [playbook.tool_for(entry.id)])],
        )  # fmt: skip
        countries = [playbook.term("countries", one).label for one in entry.model.countries]
        yield _item(entry, entry.model.summary, body, countries=countries)


def _case_studies(playbook: Playbook, render: Renderer, words: Words) -> Iterator[Page]:
    yield _list("case-studies", render, words, template="case_studies")
    yield _page("case-studies/compare.md", "compare", render, words)
    for entry in playbook.case_studies.values():
        body = render(
            "case_study", entry_uri(entry), entry=entry, m=entry.model,
            arguments=playbook.arguments_for("case_studies", entry.id),
        )  # fmt: skip
        yield _item(entry, entry.model.summary, body)


def _templates(playbook: Playbook, render: Renderer, words: Words, sizes: Mapping[str, int]) -> Iterator[Page]:
    if not playbook.templates:
        return
    yield _list("templates", render, words)
    for entry in playbook.templates.values():
        uris = [(form, file_uri(entry.id, form)) for form in FORMATS]
        before, clauses = _introduced(entry.body)
        body = render(
            "template", entry_uri(entry), entry=entry, before=before, clauses=clauses,
            files=[(form, uri, kilobytes(sizes.get(uri, 0))) for form, uri in uris],
            chapters=[playbook.chapters[chapter] for chapter in entry.model.chapters],
        )  # fmt: skip
        yield _item(entry, entry.model.summary, body, one_side=entry.model.one_side)


def _lists(playbook: Playbook, render: Renderer, words: Words) -> Iterator[Page]:
    yield _page("do-and-dont.md", "do_and_dont", render, words)
    yield _page("do-and-dont/by-role.md", "by_role", render, words, roles=_by_role(playbook))
    yield _page("topics.md", "topics", render, words)
    yield from source_pages(playbook, render, words)
    for page_uri, name, values in about_pages(playbook, words):
        yield _page(page_uri, name, render, words, **values)
    yield _page("search.md", "search", render, words)
    yield replace(_page("my-case.md", "my_case", render, words), kind="my-case")
    yield _page("contribute/fields.md", "fields", render, words, models=field_reference(words))
    yield _page("reuse/keys.md", "keys", render, words, groups=council_keys(words), placeholders=(*placeholders(), *BLOCKS))


def _glossary(playbook: Playbook, render: Renderer) -> Iterator[Page]:
    entry = playbook.glossary
    if entry:
        yield _item(entry, entry.model.summary, render("glossary", entry_uri(entry), terms=in_order(entry)))


def _blocked(playbook: Playbook, render: Renderer) -> Iterator[Page]:
    entry = playbook.blocked
    if entry:
        yield _item(entry, entry.model.summary, render("blocked", entry_uri(entry), entry=entry, m=entry.model))


def _list(folder: str, render: Renderer, words: Words, template: str = "") -> Page:
    return _page(f"{folder}/index.md", template or folder, render, words)


def _page(page_uri: str, name: str, render: Renderer, words: Words, **values: Any) -> Page:
    """A page made of many files, whose title and lead stand in the words file."""
    return Page(
        page_uri, words(f"pages.{name}.title"), words(f"pages.{name}.lead"), render(name, page_uri, **values),
        "search" if name == "search" else "list",
    )  # fmt: skip


@dataclass(frozen=True)
class _RoleAdvice(Advice):
    chapter: Any = None


def _by_role(playbook: Playbook) -> list[tuple[str, list[_RoleAdvice]]]:
    """What each role has to do, over all chapters, in the vocabulary's order of roles."""
    found: dict[str, list[_RoleAdvice]] = defaultdict(list)
    for chapter in playbook.chapters.values():
        for one in playbook.advice_of(chapter.id):
            if one.role:
                found[one.role].append(_RoleAdvice(one.text, one.is_do, one.role, chapter))
    return [(term.label, found[term.label]) for term in playbook.vocabulary.audiences if found[term.label]]


def _gone(playbook: Playbook, render: Renderer, words: Words) -> Iterator[Page]:
    """A page at the address of each thing that is gone, which says so and leads on."""
    for gone in playbook.gone:
        kind = KINDS[gone.kind]
        if kind.address is None:
            continue
        page_uri = uri(kind.address, gone.id)
        body = f"{words('gone.because')} {plain(gone.because, render.foreign)}\n"
        redirect = None
        if gone.now:
            redirect = posixpath.relpath(uri(kind.address, gone.now), posixpath.dirname(page_uri))
            body += f"\n[{words('gone.now')}]({redirect})\n"
        yield Page(page_uri, words("gone.title"), "", body, "gone", None, {"redirect": gone.now})
