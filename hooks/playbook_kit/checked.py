"""The pipeline up to what the pages are made from: read, check, join, and choose what the briefs can say."""

import datetime
from dataclasses import dataclass, field, replace
from pathlib import Path

from .addresses import hidden_targets
from .content import Content, load
from .editions import Edition, playbook_in
from .index import Playbook, join
from .local.council_words import in_language, read_council_words
from .local.wording import Drift
from .local.words import load_own_words, unread_words
from .marked import like
from .materials import Part, materials_table, read_parts
from .models.council import COUNCIL_PATH
from .papers import Sheet, make_papers
from .parse_cache import parse_cache
from .problem import Problem, errors
from .rules import Settings, check
from .settings import SiteSettings, blocks, read_defaults, read_version, settle, settle_in
from .tailor.unlink import unlink
from .translations import check_translations, translate
from .words import FIRST_LANGUAGE, Words

BRIEFS = "page", "briefs"
"""What a council hides that wants no briefs."""


@dataclass
class Checked:
    """What was read, and what is wrong with it; the rest is there if nothing is wrong with the content."""

    problems: list[Problem]
    words: Words
    content: Content
    playbook: Playbook | None = None
    settings: SiteSettings | None = None
    sheets: list[Sheet] = field(default_factory=list)
    editions: list[Edition] = field(default_factory=list)
    """The site in each of its languages, in the council's order."""
    parts: list[Part] = field(default_factory=list)


def check_content(root: Path, today: datetime.date) -> list[Problem]:
    """Every problem of the content below `root`, in order of file and line."""
    return read_and_check(root, today, "").problems


def read_and_check(root: Path, today: datetime.date, address: str) -> Checked:
    """Read, check and join the content, and choose what the briefs can say.

    `address` is where the site will stand, if that was asked for in this run.
    """
    cache = parse_cache(root)
    content = load(root, cache)
    cache.save()
    words, problems = load_own_words(root)
    translated = translate(content)
    others, found = _other_words(root, translated.shown)
    problems += [*found, *translated.problems]
    problems = sorted([*problems, *check(content, Settings(today)), *check_translations(translated, Settings(today))])
    if errors(problems):
        return Checked(problems, words, content)
    council = content.council.model if content.council else None
    parts = read_parts(root)
    filled = {**blocks(council, words), "materials": materials_table(parts, words)}
    playbook = join(content, today, filled)
    settings = settle(
        read_defaults(root), council, words, today, address=address, version=read_version(root), name=_name(playbook)
    )
    settings = _without_links(settings, hidden_targets(content))
    sheets, found = ([], []) if BRIEFS in content.hidden else make_papers(content, playbook, words, settings.site)
    content = replace(content, drift=[*content.drift, *translated.drift])
    editions = [Edition(words, content, playbook, settings)]
    editions += [_edition(editions[0], translated.contents[one.language], one, today, filled, parts) for one in others]
    editions.sort(key=lambda edition: translated.shown.index(edition.language))
    return Checked(
        sorted([*problems, *content.to_files(found)]), words, content, playbook, settings, sheets, editions, parts
    )  # fmt: skip


def as_preview(checked: Checked) -> Checked:
    """The same for a copy of a proposal: each page says that nobody has read it, and asks not to be listed."""
    if checked.settings is None:
        return checked
    editions = [replace(one, settings=_unread(one.settings, one.words)) for one in checked.editions]
    return replace(checked, settings=_unread(checked.settings, checked.words), editions=editions)


def _unread(settings: SiteSettings, words: Words) -> SiteSettings:
    return replace(settings, announcement=words("preview.notice", address=settings.address), noindex=True)


def read_drift(root: Path) -> list[Drift]:
    """What has moved below the council's changes and below translations."""
    content = load(root)
    return [*content.drift, *translate(content).drift]


def _other_words(root: Path, shown: tuple[str, ...]) -> tuple[list[Words], list[Problem]]:
    """The interface's words in each language but the first, and a warning for each that nobody has read."""
    found, problems = [], []
    for language in shown:
        if language != FIRST_LANGUAGE:
            words, faults = load_own_words(root, language)
            found.append(words)
            problems += [*(faults or unread_words(words, root)), *read_council_words(root, language)[1]]
    return found, problems


def _without_links(settings: SiteSettings, hidden: set[str]) -> SiteSettings:
    """The settings with a banner and a footer that lead to nothing hidden."""
    texts = {name: getattr(settings, name) for name in ("announcement", "footer")}
    return replace(
        settings, **{name: text and like(unlink(text, COUNCIL_PATH, hidden), text) for name, text in texts.items()}
    )


def _edition(
    english: Edition, content: Content, words: Words, today: datetime.date, filled: dict[str, str], parts: list[Part]
) -> Edition:
    """The site in one more language; what is not translated in it is `filled` as in English."""
    council, said = english.content.council, read_council_words(content.root, words.language)[0]
    named = in_language(council.model, said) if council else None
    if council and named:
        content = replace(content, council=replace(council, model=named))
    own = {**blocks(named, words), "materials": materials_table(parts, words)}
    playbook = playbook_in(words.language, content, english.playbook, today, filled, own)
    settings = settle_in(english.settings, named, words, read_defaults(content.root), today)
    settings = _without_links(settings, hidden_targets(content))
    return Edition(words, replace(content, drift=english.content.drift), playbook, settings)


def _name(playbook: Playbook) -> str:
    """What the site is called where no configuration names it: as its home page is."""
    home = playbook.pages.get("index")
    return home.title if home else ""
