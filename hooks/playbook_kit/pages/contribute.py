"""The pages with the forms: every question as the template needs it, and where answers may be taken."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from ..content import Content
from ..contribute import FORMS, Form, FormField, Group
from ..contribute.browser import known_data, rules_for
from ..contribute.said import choices, hint
from ..index import Playbook
from ..marked import language_of
from ..models.kinds import LISTS
from ..prose import escape_html
from ..settings import SiteSettings, reported_to
from ..settings.forge import Forge
from ..words import FIRST_LANGUAGE, Words
from . import marking
from .find import MOST_CHOICES
from .page import DataFile, Page
from .render import name_of

FOLDER = "contribute"
KNOWN, SOURCES = f"{FOLDER}/known.json", f"{FOLDER}/sources.json"
MORE = f"{FOLDER}/objections"
NAME, TEXT, TITLE = "pb-file-name", "pb-file-text", "pb-letter-title"
"""What a script puts the name, the text and the title in place of, in an address of the forge."""
TAKES_TEXT = ("github", "forgejo")
ROWS_ON_PAPER = 2
_AUTOCOMPLETE = {
    "contributors": "name", "correction.name": "name", "use.name": "organization",
    "organisation.name": "organization", "address": "url",
}  # fmt: skip
_ADDRESS = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+")
_TALL = {"text": 4, "lines": 3}


@dataclass(frozen=True)
class Question:
    """One question in one row, as the template shows it."""

    key: str
    field: FormField
    label: str
    hint: str
    options: tuple[tuple[str, str], ...]
    autocomplete: str

    @property
    def id(self) -> str:
        """Its id on the page."""
        return f"ask-{self.key.replace('.', '-')}"

    @property
    def shown(self) -> tuple[tuple[str, str], ...]:
        """The options that are in the page; the script fetches the others once somebody uses it."""
        return self.options[:MOST_CHOICES]

    @property
    def limit(self) -> int:
        """The most characters or words, or 0."""
        return self.field.most_characters or self.field.most_words or 0

    @property
    def is_optional(self) -> bool:
        """Whether it may be left out: of a new source, whoever describes one has to say what its model asks in words."""
        one = self.field
        is_told = ".new_" in self.key and one.control == "line" and one.model.model_fields[one.path[-1]].is_required()
        return not one.is_required and not is_told

    @property
    def rows(self) -> int:
        """How many lines its box has."""
        return _TALL.get(self.field.control, 0) + (2 if (self.field.most_words or 0) > 60 else 0)


@dataclass(frozen=True)
class Part:
    """A group of questions, in as many rows as it may have."""

    group: Group
    title: str
    lead: str
    rows: tuple[tuple[int, tuple[Question, ...]], ...]


@dataclass(frozen=True)
class FormPage:
    """A form as the template shows it, and what its script needs, as JSON."""

    form: Form
    parts: tuple[Part, ...]
    rules: str
    places: str
    report: str
    own_report: str
    tell: str
    asks_source: bool
    contact: str
    mail: str

    @property
    def more(self) -> str:
        """The file with the options that are not in the page, without the language; empty if all are."""
        asked = (one for part in self.parts for _, row in part.rows for one in row)
        return MORE if any(len(one.options) > MOST_CHOICES for one in asked) else ""


def make_more(playbook: Playbook, words: Words) -> list[DataFile]:
    """The objections that the forms offer besides those in their pages, as id, name and language; or nothing."""
    more = [(entry.id, name_of(entry)) for entry in playbook.objections.values()][MOST_CHOICES:]
    rows = [[one, name, language_of(name)] for one, name in more]
    return [DataFile(f"{MORE}-{words.language}.json", json.dumps(rows, ensure_ascii=False) + "\n")] if rows else []


def make_forms(
    content: Content, playbook: Playbook, words: Words, settings: SiteSettings, english: Words
) -> Iterator[Page]:
    """A page for each form. What is made of its answers is the same in every language, so `english` words stand there."""
    for form in FORMS:
        yield Page(
            f"{FOLDER}/{form.name}.md", words(f"contribute.{form.name}.title"), words(f"contribute.{form.name}.lead"),
            words(f"contribute.{form.name}.after") + "\n", "contribute", None,
            {"form": _form_page(form, playbook, words, settings, english)},
        )  # fmt: skip


def make_known(content: Content) -> list[DataFile]:
    """What the forms' scripts need to know of the playbook: ids that are taken and wordings; and, for those that ask for
    a source, all sources, which are most of it.
    """
    known = known_data(content)
    sources = known.pop("sources")
    parts = ((KNOWN, known), (SOURCES, sources))
    return [DataFile(path, json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n") for path, one in parts]


def _form_page(form: Form, playbook: Playbook, words: Words, settings: SiteSettings, english: Words) -> FormPage:
    forge = settings.upstream if settings.upstream.is_reachable else settings.forge
    said = (reported_to(settings) if form.is_of_page else settings.contacts.communications) or ""
    contact = found[0] if (found := _ADDRESS.search(said)) else ""
    title = words(f"contribute.{form.name}.letter_title", about="…")
    body = "\n".join(f"{words(one.label_key)}:\n\n" for one in form.fields)
    mail = f"mailto:{contact}?subject={quote(title)}&body={quote(body)}" if contact else ""
    places = _places(form, forge, contact)
    has_own = form.is_of_page and settings.forge != forge
    if form.is_of_page:
        # The address of an intranet is nothing to write into somebody else's public list.
        whole = settings.site.whole("") or "/"
        places["base"] = whole if not settings.noindex or not has_own else "/"
        places["own"] = {**_places(form, settings.forge, contact), "base": whole} if has_own else None
    return FormPage(
        form,
        tuple(_part(form, group, playbook, words) for group in form.groups),
        json.dumps(rules_for(form, words, english), ensure_ascii=False),
        json.dumps(places),
        forge.report(title, body) or "",
        settings.forge.report(title, body) or "" if has_own and settings.council else "",
        words("edit.report_tell", contact=said) if form.is_of_page and said and not contact else "",
        any(one.ref == "source" for one in form.fields),
        contact, mail,
    )  # fmt: skip


def _places(form: Form, forge: Forge, contact: str) -> dict[str, Any]:
    """Addresses with marks in place of what is filled in: a new file of each kind, a letter, the council's contact.

    `lines` is where the file of a list is changed; `open` is where letters are taken that cannot be filled in from here.
    """
    takes_text = forge.kind in TAKES_TEXT
    folder = {"argument": "playbook/arguments", "case-study": "case_studies"}.get(form.makes)
    letter = forge.report(TITLE, TEXT) if takes_text and not forge.issues_address else None
    return {
        "file": forge.new_file(f"{folder}/{NAME}", TEXT) if takes_text and folder else None,
        "source": forge.new_file(f"playbook/sources/{NAME}", TEXT) if takes_text and folder else None,
        "letter": letter,
        "open": None if letter else forge.report(TITLE, ""),
        "lines": forge.edit(LISTS[form.adds][0]) if form.adds else None,
        "contact": contact,
    }


def _part(form: Form, group: Group, playbook: Playbook, words: Words) -> Part:
    name = f"{form.name}_{group.name}"
    lead = words(f"contribute.leads.{name}") if name in words.group("contribute.leads") else ""
    rows = tuple(
        (row, tuple(_question(form, one, row, playbook, words) for one in group.fields))
        for row in range(1, group.most + 1)
    )
    return Part(group, words(group.label_key), lead, rows)


def _question(form: Form, one: FormField, row: int, playbook: Playbook, words: Words) -> Question:
    key = one.numbered(row)
    return Question(
        key, one, words(one.label_key), _hint(form, one, words), tuple(_options(one, playbook, words)),
        _AUTOCOMPLETE.get(f"{form.name}.{one.name}", _AUTOCOMPLETE.get(one.name, "off")),
    )  # fmt: skip


def _hint(form: Form, one: FormField, words: Words) -> str:
    """What the model says of the field, or what stands in its place for people who see no file; then an example."""
    is_written = one.control in ("line", "text", "lines", "address")
    example = words("contribute.example", example=one.example) if is_written and one.example else ""
    said = hint(form, one, words)
    if words.language == FIRST_LANGUAGE:
        return " ".join(part for part in (said, example) if part)
    # The model and its example are in the first language, whatever stands around them.
    parts = [marking.inline(escape_html(said), language_of(said))]
    if example:
        shown = marking.inline(escape_html(one.example), FIRST_LANGUAGE)
        parts.append(words("contribute.example", example=shown))
    return Markup(" ".join(part for part in parts if part))


def _options(one: FormField, playbook: Playbook, words: Words) -> Iterator[tuple[str, str]]:
    """What can be chosen. Sources are many, and are filled in by the script."""
    if one.ref == "objection":
        yield from ((entry.id, name_of(entry)) for entry in playbook.objections.values())
    elif one.ref in ("audience", "topic", "country"):
        listing = {"audience": "audiences", "topic": "topics", "country": "countries"}[one.ref]
        yield from ((term.id, term.label) for term in getattr(playbook.vocabulary, listing))
    else:
        yield from choices(one, words)
