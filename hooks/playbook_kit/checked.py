"""The pipeline up to what the pages are made from: read, check, join, and choose what the briefs can say."""

import datetime
from dataclasses import dataclass, field, replace
from pathlib import Path

from .addresses import hidden_targets
from .content import Content, load
from .index import Playbook, join
from .local.words import load_own_words
from .materials import Part, materials_table, read_parts
from .models.council import COUNCIL_PATH
from .papers import Sheet, make_papers
from .parse_cache import parse_cache
from .problem import Problem, errors
from .rules import Settings, check
from .settings import SiteSettings, blocks, read_defaults, read_version, settle
from .tailor.unlink import unlink
from .words import FIRST_LANGUAGE, Words, languages

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
    words, problems = load_own_words(root, _language(root, content))
    problems = sorted([*problems, *check(content, Settings(today))])
    if errors(problems):
        return Checked(problems, words, content)
    council = content.council.model if content.council else None
    parts = read_parts(root)
    playbook = join(content, today, {**blocks(council, words), "materials": materials_table(parts, words)})
    settings = settle(
        read_defaults(root), council, words, today, address=address, version=read_version(root), name=_name(playbook)
    )
    settings = _without_links(settings, hidden_targets(content))
    sheets, found = ([], []) if BRIEFS in content.hidden else make_papers(content, playbook, words, settings.site)
    return Checked(sorted([*problems, *content.to_files(found)]), words, content, playbook, settings, sheets, parts)


def _without_links(settings: SiteSettings, hidden: set[str]) -> SiteSettings:
    """The settings with a banner and a footer that lead to nothing hidden."""
    texts = {name: getattr(settings, name) for name in ("announcement", "footer")}
    return replace(settings, **{name: text and unlink(text, COUNCIL_PATH, hidden) for name, text in texts.items()})


def _language(root: Path, content: Content) -> str:
    """The council's main language, if there are words in it; another is a problem that a rule reports."""
    wanted = content.council.model.site.languages[0] if content.council else FIRST_LANGUAGE
    return wanted if wanted in languages(root) else FIRST_LANGUAGE


def _name(playbook: Playbook) -> str:
    """What the site is called where no configuration names it: as its home page is."""
    home = playbook.pages.get("index")
    return home.title if home else ""
