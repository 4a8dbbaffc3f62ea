"""The pipeline up to what the pages are made from: read, check, join, and choose what the briefs can say."""

import datetime
from dataclasses import dataclass, field, replace
from pathlib import Path

from .content import Content, load
from .index import Playbook, join
from .local.words import load_own_words
from .papers import Sheet, Site, make_papers, read_site
from .parse_cache import parse_cache
from .problem import Problem, errors
from .rules import Settings, check
from .words import Words

NO_ADDRESS = "https://playbook.example/"
"""Stands where the site's address belongs until there is one, as in `mkdocs.yml`: a feed needs whole addresses."""


@dataclass
class Checked:
    """What was read, and what is wrong with it; the rest is there if nothing is wrong with the content."""

    problems: list[Problem]
    words: Words
    content: Content
    playbook: Playbook | None = None
    site: Site | None = None
    sheets: list[Sheet] = field(default_factory=list)


def check_content(root: Path, today: datetime.date) -> list[Problem]:
    """Every problem of the content below `root`, in order of file and line."""
    return read_and_check(root, today, "").problems


def read_and_check(root: Path, today: datetime.date, address: str) -> Checked:
    """Read, check and join the content, and choose what the briefs can say."""
    words, problems = load_own_words(root)
    cache = parse_cache(root)
    content = load(root, cache)
    cache.save()
    problems = sorted([*problems, *check(content, Settings(today))])
    if errors(problems):
        return Checked(problems, words, content)
    playbook = join(content, today)
    site = _site(root, playbook, address)
    sheets, found = make_papers(content, playbook, words, site)
    return Checked(sorted([*problems, *content.to_files(found)]), words, content, playbook, site, sheets)


def _site(root: Path, playbook: Playbook, address: str) -> Site:
    """The site's name and address, with a slash at the end."""
    home = playbook.pages.get("index")
    site = read_site(root, home.title if home else "")
    whole = address or site.address or NO_ADDRESS
    return replace(site, address=whole if whole.endswith("/") else f"{whole}/")
