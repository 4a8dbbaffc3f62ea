"""The site in each of its languages: the same items, in their own words where they are translated, else in English."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from .content import Content
from .do_and_dont import DO, DO_NOT, Advice, advice
from .index import Entry, Playbook, join
from .marked import Marked
from .models.kinds import KINDS
from .read.markdown_text import Outline, outline
from .settings import SiteSettings
from .tailor.items import with_values
from .translations.said import said_leaves
from .words import FIRST_LANGUAGE, Words, base_of

GROUPS = ("arguments", "objections", "chapters", "case_studies", "templates", "tools", "pages", "sources")
CLASSES = {DO: " .pb-do__heading", DO_NOT: " .pb-do-not__heading"}
"""How the headings of lists of advice are known in every language."""


@dataclass(frozen=True)
class Edition:
    """The site in one language: what it is made from, its interface's words, and what holds for the whole of it."""

    words: Words
    content: Content
    playbook: Playbook
    settings: SiteSettings

    @property
    def language(self) -> str:
        """Its code."""
        return self.words.language

    @property
    def base(self) -> str:
        """How its addresses begin: nothing for the first language."""
        return base_of(self.language)


def playbook_in(
    language: str, content: Content, english: Playbook, today: datetime.date, blocks: Mapping[str, str], translated: Mapping[str, str]
) -> Playbook:
    """The joined view of content in another language, everything in it that is English marked as English."""
    playbook = join(content, today, blocks, translated)
    playbook.language = language
    for group in GROUPS:
        theirs = getattr(english, group)
        setattr(
            playbook, group, {key: _entry(one, theirs[key], language) for key, one in getattr(playbook, group).items()}
        )
    for name in ("glossary", "blocked"):
        entry, theirs = getattr(playbook, name), getattr(english, name)
        if entry and theirs:
            setattr(playbook, name, _entry(entry, theirs, language))
    playbook.advice = _advice(playbook, english)
    return playbook


def _entry(entry: Entry, english: Entry, language: str) -> Entry:
    has_text = KINDS[entry.kind].has_body
    if entry.language == language:
        if not has_text:  # what the council puts around it is in English
            return replace(entry, body=Marked(entry.body, FIRST_LANGUAGE))
        body, found = anchored(entry.body, [(one.anchor, one.value) for one in english.outline.headings])
        return replace(entry, body=body, outline=found)
    said = {where: Marked(text, FIRST_LANGUAGE) for where, text in said_leaves(entry.model)}
    return replace(entry, model=with_values(entry.model, said), body=Marked(entry.body, FIRST_LANGUAGE))


def anchored(body: str, headings: list[tuple[str, str]]) -> tuple[str, Outline]:
    """A text whose headings have the anchors of the English, and its outline; lists of advice keep their look.

    `headings` are the anchors and the words of the English headings, in their order.
    """
    lines, found = body.split("\n"), outline(body, 1)
    marked = []
    for heading, (anchor, value) in zip(found.headings, headings, strict=False):
        lines[heading.line - 1] = f"{lines[heading.line - 1].rstrip()} {{ #{anchor}{CLASSES.get(value, '')} }}"
        marked.append(replace(heading, anchor=anchor))
    return "\n".join(lines), replace(found, headings=marked)


def _advice(playbook: Playbook, english: Playbook) -> dict[str, list[Advice]]:
    """The do's and don'ts of each chapter: which is which, and for whom, is known from the English."""
    roles = {term.label: playbook.term("audiences", term.id).label for term in english.vocabulary.audiences}
    found = {}
    for key, entry in playbook.chapters.items():
        like = english.chapters[key].outline
        given = list(advice(entry.outline, like)) if entry.language == playbook.language else [
            replace(one, text=Marked(one.text, FIRST_LANGUAGE)) for one in advice(like)
        ]  # fmt: skip
        found[key] = [replace(one, role=roles.get(one.role, one.role) if one.role else None) for one in given]
    return found
