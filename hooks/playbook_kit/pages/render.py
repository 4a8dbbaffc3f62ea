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
from ..marked import Marked, language_of, like
from ..models.kinds import KINDS
from ..papers import Briefs
from ..words import FIRST_LANGUAGE, Words
from . import marking
from .sources import reference

TEMPLATES = Path(__file__).parent / "templates"


class Renderer:
    """Renders templates for one playbook in one language. Words in another language are marked with it."""

    def __init__(self, playbook: Playbook, words: Words, targets: dict[str, str], briefs: Briefs | None = None):
        self.playbook, self.words, self.briefs = playbook, words, briefs or Briefs()
        self.base = playbook.base
        self.foreign = FIRST_LANGUAGE if words.language != FIRST_LANGUAGE else ""
        """The mark of what is in the first language, on a page in another."""
        self.targets = {path: self._in_tree(target) for path, target in targets.items()}
        self.page_uri = ""
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
            autoescape=False, keep_trailing_newline=True,
        )  # fmt: skip
        self.environment.globals.update(t=words, playbook=playbook, term=playbook.term, rel=self._relative, shows=self._shows)
        self.environment.globals.update(briefs=self.briefs, first_language=FIRST_LANGUAGE)
        self.environment.filters.update(
            plain=lambda text: marking.plain(text, language_of(text)), name=name_of,
            plain_html=lambda text: marking.inline(prose.escape_html(text), language_of(text)), prose=self._prose, hang=hang, cell=cell, items=self._items, address=prose.link_address,
            uncited=lambda text: like(prose.without_citations(text), text), date=self._date, uri=entry_uri, slug=lambda text: slugify(text, "-"),
            english=lambda text: Marked(text, self.foreign) if self.foreign else text,
            in_english=lambda text: marking.inline(text, self.foreign),
            reference=lambda source: reference(source, words),
        )  # fmt: skip

    def __call__(self, template: str, page_uri: str, **values: Any) -> str:
        """Render a template for the page at `page_uri`, with blank lines tidied."""
        self.page_uri = self._in_tree(page_uri)
        text = self.environment.get_template(f"{template}.md").render(**values)
        return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"

    def _relative(self, target: str) -> str:
        return posixpath.relpath(self._in_tree(target), posixpath.dirname(self.page_uri) or ".")

    def _in_tree(self, target: str) -> str:
        """The path of a page among the pages of this language; files that are no pages are there once for all."""
        return self.base + target if target.partition("#")[0].endswith(".md") else target

    def _shows(self, page_uri: str) -> bool:
        """Whether a page that is made from other files is on the site: the council may hide it."""
        return f"docs/{page_uri}" in self.targets

    def _prose(self, text: str, entry: Entry) -> str:
        language = language_of(text) or (entry.language if entry.language != self.words.language else "")
        return marking.block(prose.relink(text, entry.path, self.page_uri, self.targets).strip(), language)

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


def name_of(entry: Entry) -> str:
    """What a list calls an entry: an objection stands in quotation marks."""
    return like(f"“{entry.title}”", entry.title) if entry.kind == "objection" else entry.title


def entry_uri(entry: Entry) -> str:
    """The page of an entry in the docs tree."""
    return kind_uri(KINDS[entry.kind], entry.id) or uri("", entry.id)
