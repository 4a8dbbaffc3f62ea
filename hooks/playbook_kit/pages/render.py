"""The Markdown templates: a Jinja environment with the few filters that they use."""

import datetime
import posixpath
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown.extensions.toc import slugify

from .. import prose
from ..addresses import kind_uri, uri
from ..dates import long_date
from ..index import Entry, Playbook
from ..models.kinds import KINDS
from ..papers import Briefs
from ..words import Words
from .sources import reference

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Renders templates for one playbook in one language."""

    def __init__(self, playbook: Playbook, words: Words, targets: dict[str, str], briefs: Briefs | None = None):
        self.playbook, self.words, self.targets, self.briefs = playbook, words, targets, briefs or Briefs()
        self.page_uri = ""
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            autoescape=False, keep_trailing_newline=True,
        )  # fmt: skip
        self.environment.globals.update(t=words, playbook=playbook, term=playbook.term, rel=self._relative, shows=self._shows)
        self.environment.globals["briefs"] = self.briefs
        self.environment.filters.update(
            plain=prose.escape, plain_html=prose.escape_html, prose=self._prose, hang=hang, cell=cell, items=self._items,
            uncited=prose.without_citations, date=self._date, uri=entry_uri, slug=lambda text: slugify(text, "-"),
            reference=lambda source: reference(source, words),
        )  # fmt: skip

    def __call__(self, template: str, page_uri: str, **values: Any) -> str:
        """Render a template for the page at `page_uri`, with blank lines tidied."""
        self.page_uri = page_uri
        text = self.environment.get_template(f"{template}.md").render(**values)
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"

    def _relative(self, target: str) -> str:
        return posixpath.relpath(target, posixpath.dirname(self.page_uri) or ".")

    def _shows(self, page_uri: str) -> bool:
        """Whether a page that is made from other files is on the site: the council may hide it."""
        return f"docs/{page_uri}" in self.targets

    def _prose(self, text: str, entry: Entry) -> str:
        return prose.relink(text, entry.path, self.page_uri, self.targets).strip()

    def _items(self, texts: list[str], entry: Entry) -> str:
        """Several texts as a list inside a definition, or one as it is."""
        done = [self._prose(text, entry) for text in texts]
        if len(done) == 1:
            return hang(done[0])
        return "\n    ".join(f"- {hang(hang(text))}" for text in done)

    def _date(self, day: datetime.date) -> str:
        return long_date(day, self.words)


def hang(text: str) -> str:
    """Text inside a list item: every line but the first is indented by four spaces."""
    return text.replace("\n", "\n    ")


def cell(text: str) -> str:
    """Text inside a cell of a table: on one line, and without the sign that parts cells."""
    return " ".join(text.split()).replace("|", "&#124;")


def entry_uri(entry: Entry) -> str:
    """The page of an entry in the docs tree."""
    return kind_uri(KINDS[entry.kind], entry.id) or uri("", entry.id)
