"""What can be searched: a record for each thing that can be found, in sections with addresses of their own."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from markdown.extensions.toc import slugify

from ..addresses import address
from ..content import leaves
from ..do_and_dont import DO, DO_NOT, ROLES_HEADING
from ..index import Entry, Playbook
from ..models import Synonyms, Vocabulary
from ..search import Record, Section, search_files
from ..words import FIRST_LANGUAGE, Words
from .glossary import in_order
from .page import DataFile
from .plain import plain_text
from .render import entry_uri

FOLDER = "search"
_MADE = {
    "do_and_dont": "do-and-dont/", "by_role": "do-and-dont/by-role/", "compare": "case-studies/compare/",
    "sources": "sources/", "topics": "topics/", "whats_new": "whats-new/",
}  # fmt: skip
"""Pages that are made of many files, by what their title and lead are called in the words file."""
_ENDS = ".!?:;…”’\"')"
_ASKED = ("ask", "answer", "title")
_LISTS = (DO, DO_NOT, ROLES_HEADING)
_ANCHORS = tuple(slugify(heading, "-") for heading in _LISTS)
"""Anchors are those of the English in every language."""


def search_data(
    playbook: Playbook, words: Words, synonyms: Synonyms | None, to_json: Any, hidden: Collection[str] = (),
    first: Vocabulary | None = None,
) -> list[DataFile]:
    """The files of the search in the language of the words; `to_json` writes a value.

    `first` is the vocabulary in the first language: its words find what is called otherwise here, and the other way round.
    `hidden` are the pages that the council does not show, as paths in the docs tree.
    """
    records = search_records(playbook, words, synonyms, {address(page) for page in hidden})
    labels = {"for": {term.id: term.label for term in playbook.vocabulary.audiences}}
    values = search_files(
        records, words.language, labels,
        synonyms.ignored if synonyms else [],
        [*(group.words for group in synonyms.same), *in_both(first, playbook.vocabulary)] if synonyms else [],
        stemmed_as=FIRST_LANGUAGE,  # whatever nobody has translated is in it
        elsewhere=synonyms.elsewhere if synonyms else [], subject=synonyms.subject if synonyms else [],
    )  # fmt: skip
    return [DataFile(f"{FOLDER}/{name}.json", to_json(value)) for name, value in values.items()]


def in_both(first: Vocabulary | None, own: Vocabulary) -> list[list[str]]:
    """What two vocabularies call the same thing, where they call it differently."""
    return [
        [theirs.label, ours.label]
        for listing in ("audiences", "topics", "countries")
        for theirs in (getattr(first, listing) if first else [])
        for ours in getattr(own, listing)
        if ours.id == theirs.id and ours.label != theirs.label
    ]


def search_records(
    playbook: Playbook, words: Words, synonyms: Synonyms | None = None, hidden: Collection[str] = ()
) -> list[Record]:
    """The records, those of a kind together, in the order in which kinds are shown where nothing else decides.

    None leads to an address in `hidden`.
    """
    found_by = {f"{one.page}/": one.words for one in synonyms.found_by} if synonyms else {}
    written_in = {address(entry_uri(entry)): entry.language for entry in _entries(playbook)}
    found = []
    for record in _records(playbook, words):
        if record.address in hidden:
            continue
        language = written_in.get(record.address.partition("#")[0], playbook.language)
        found.append(replace(
            record, also=[*record.also, *found_by.get(record.address, [])], address=playbook.base + record.address,
            language=language if language != playbook.language else "",
        ))  # fmt: skip
    return found


def _entries(playbook: Playbook) -> Iterator[Entry]:
    """All that have a page, each with the language that it is written in."""
    groups = ("objections", "arguments", "chapters", "case_studies", "templates", "tools", "pages")
    yield from (entry for group in groups for entry in getattr(playbook, group).values())
    yield from filter(None, [playbook.glossary, playbook.blocked])


def _records(playbook: Playbook, words: Words) -> list[Record]:
    chapters = playbook.chapters.values()
    return [
        *(_objection(playbook, entry) for entry in playbook.objections.values()),
        *(_argument(entry) for entry in playbook.arguments.values()),
        *(_page(entry, "chapter", _explained(playbook, entry), _roles(playbook, entry)) for entry in chapters),
        *(_advice(playbook, entry) for entry in chapters if playbook.advice_of(entry.id)),
        *(_case_study(entry) for entry in playbook.case_studies.values()),
        *(_page(entry, "template") for entry in playbook.templates.values()),
        *(_tool(entry) for entry in playbook.tools.values()),
        *([_blocked(playbook.blocked)] if playbook.blocked else []),
        _made("tool", "my-case/", "my_case", words),
        *(_terms(playbook.glossary) if playbook.glossary else []),
        *(_page(entry, "page") for entry in playbook.pages.values() if entry.id != "index"),
        *(_made("page", place, name, words) for name, place in _MADE.items()),
    ]


def _plain(*texts: str) -> str:
    """Texts as sentences on one line; an entry of a list is a sentence too."""
    blocks = (block.removeprefix("- ").strip() for text in texts for block in plain_text(text).split("\n"))
    return " ".join(block if block[-1] in _ENDS else f"{block}." for block in blocks if block)


def _own(entry: Entry) -> Iterator[Section]:
    """What the council added to a thing whose own text stands in its fields."""
    yield from (Section(_plain(text)) for text in (entry.own_before, entry.own_after) if text)


def _objection(playbook: Playbook, entry: Entry) -> Record:
    model = entry.model
    told = (Section(text, is_said=True) for text in model.heard_as)
    controls = _plain(*(control.text for control in model.controls))
    replies = (
        Section(_plain(reply.model.one_liner), reply.title, language=reply.language if reply.language != entry.language else "")
        for reply in playbook.replies(entry.id)
    )
    sections = [*told, Section(_plain(model.true_in_it)), Section(controls), *replies, *_own(entry)]
    return Record(
        "objection", f"“{entry.title}”", address(entry_uri(entry)), _plain(model.short_answer), model.terms, sections, model.said_by,
    )  # fmt: skip


def _argument(entry: Entry) -> Record:
    model = entry.model
    replies = (part for one in model.comebacks for part in (Section(one.they_say, is_said=True), Section(_plain(one.you_say))))
    texts = [model.short, model.long or "", model.concession]
    sections = [*(Section(_plain(text)) for text in texts if text), *replies, *_own(entry)]
    return Record(
        "argument", entry.title, address(entry_uri(entry)), _plain(model.one_liner), [], sections, model.works_best_on,
    )  # fmt: skip


def _page(entry: Entry, kind: str, also: Iterable[str] = (), audiences: Iterable[str] = ()) -> Record:
    sections = list(_sections(entry))
    lead = _plain(entry.model.summary)
    return Record(kind, entry.title, address(entry_uri(entry)), lead, list(also), sections, list(audiences))


def _explained(playbook: Playbook, entry: Entry) -> list[str]:
    """The terms of the glossary that lead to a chapter, in all their spellings."""
    terms = playbook.glossary.model.terms if playbook.glossary else []
    return [spelling for term in terms if term.chapter == entry.id for spelling in (term.term, *term.also)]


def _case_study(entry: Entry) -> Record:
    return _page(entry, "case-study", [entry.model.organisation.name])


def _roles(playbook: Playbook, entry: Entry) -> list[str]:
    """The audiences that a chapter gives tasks to."""
    roles = {one.role for one in playbook.advice_of(entry.id) if one.role}
    return [term.id for term in playbook.vocabulary.audiences if term.label in roles]


def _advice(playbook: Playbook, entry: Entry) -> Record:
    """A chapter's lists of what to do and what not to do."""
    lists = [one for one in _sections(entry) if one.heading in _LISTS or one.anchor in _ANCHORS]
    at = address(entry_uri(entry)) + (f"#{lists[0].anchor}" if lists else "")
    return Record("advice", entry.title, at, "", [], lists, _roles(playbook, entry))


def _tool(entry: Entry) -> Record:
    """Every question, answer and step."""
    said = (str(leaf.value) for leaf in leaves(type(entry.model), entry.model) if leaf.where[-1] in _ASKED or leaf.is_markdown)
    sections = [Section(text) for text in dict.fromkeys(_plain(one) for one in said) if text]
    return Record("tool", entry.title, address(entry_uri(entry)), _plain(entry.model.summary), [], sections)


def _blocked(entry: Entry) -> Record:
    """The tool, found by all that its list names."""
    model = entry.model
    named = [name for group in model.groups for name in (group.title, *(row.label for row in group.rows))]
    sections = [Section(_plain(text)) for text in model.before]
    return Record("tool", entry.title, address(entry_uri(entry)), _plain(model.summary), named, sections)


def _made(kind: str, place: str, name: str, words: Words) -> Record:
    """A page whose title and lead stand in the words file."""
    return Record(kind, words(f"pages.{name}.title"), place, words(f"pages.{name}.lead"))


def _terms(entry: Entry) -> Iterator[Record]:
    """Each term of the glossary, found by its other spellings too."""
    for term in in_order(entry):
        yield Record("term", term.term, f"{address(entry_uri(entry))}#{term.id}", _plain(term.meaning), term.also)


def _sections(entry: Entry) -> Iterator[Section]:
    """The sections of a text, under its headings of the second level; what comes before them is one too."""
    lines = entry.body.split("\n")
    first = min((heading.line for heading in entry.outline.headings), default=1)
    starts = [(heading, heading.line - first) for heading in entry.outline.headings if heading.level == 2]
    shift = next((number for number, line in enumerate(lines) if line.startswith("#")), 0)
    before = _plain("\n".join(lines[:shift] if starts else lines))
    if before:
        yield Section(before)
    for number, (heading, line) in enumerate(starts):
        end = starts[number + 1][1] if number + 1 < len(starts) else len(lines) - shift
        text = _plain("\n".join(lines[shift + line + 1 : shift + end]))
        yield Section(text, heading.value, heading.anchor)
