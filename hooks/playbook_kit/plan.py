"""The plan: every file of the docs tree as plain data, ready for an adapter."""

import datetime
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from .addresses import hidden_pages, link_targets
from .brand import Look, read_look
from .checked import Checked, check_content, read_and_check
from .handouts import Handout, make_handouts
from .local.assets import served_as
from .materials import BILL_PATH, bill_of_materials
from .models.council import UNNAMED
from .models.schema import json_schemas
from .pages import DataFile, Page, make_pages
from .pages.api import make_api
from .pages.cards import Card, add_cards
from .pages.claim import add_claims
from .pages.contribute import make_known
from .pages.feed import make_feed
from .pages.robots import make_robots
from .pages.search_index import search_data
from .pages.security_txt import make_security_txt
from .papers import Briefs, Sheet
from .problem import Problem, errors
from .publish import FOLDER, publication, publish_files
from .publish.folder import data_scripts
from .settings import NO_ADDRESS, SiteSettings
from .words import Words

__all__ = ["Plan", "Sizes", "check_content", "make_plan", "to_json"]

NEWS = "whats-new.md"
Sizes = Callable[[list[Sheet], list[Handout]], dict[str, int]]
"""Makes the files of papers and handouts; gives the bytes of each by its path."""


@dataclass
class Plan:
    """What the site is made of, or the problems that stand in its way.

    `pages` and `data` are empty if any problem is an error. `sections` lists page paths by the section of the
    navigation that they stand in; `targets` say which page a link between files leads to.
    """

    problems: list[Problem]
    words: Words
    pages: list[Page] = field(default_factory=list)
    data: list[DataFile] = field(default_factory=list)
    sections: dict[str, list[str]] = field(default_factory=dict)
    sheets: list[Sheet] = field(default_factory=list)
    handouts: list[Handout] = field(default_factory=list)
    cards: list[Card] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    """The paths of pages that the council does not show, which the navigation leaves out."""
    settings: SiteSettings | None = None
    assets: dict[str, bytes] = field(default_factory=dict)
    """The council's own pictures and papers, by their paths in the site."""
    targets: dict[str, str] = field(default_factory=dict)
    publish_to: str = "folder"
    offers_copy: bool = False
    look: Look = field(default_factory=Look)

    @property
    def is_opened_as_folder(self) -> bool:
        """Whether readers open the site's files themselves, with no server between."""
        return self.publish_to == FOLDER


def make_plan(
    root: Path, today: datetime.date, address: str = "", sizes: Sizes | None = None, publish_to: str = "",
    checked: Checked | None = None,
) -> Plan:
    """Read, check and join the content below `root` and make every page, as on the day `today`.

    `address` is the site's, if it is another than that in the council's file or in `mkdocs.yml`. `sizes` makes the files of the
    briefs and of the templates and gives the bytes of each by its path; without it, pages do not say how large they
    are. `publish_to` takes the place of the target that the council's file names. `checked` is what this run has read
    already, for the same day and address: without it, everything is read here.
    """
    checked = checked or read_and_check(root, today, address)
    content, playbook, words, settings, sheets = (
        checked.content, checked.playbook, checked.words, checked.settings, checked.sheets
    )  # fmt: skip
    if errors(checked.problems) or playbook is None or settings is None:
        return Plan(checked.problems, words)
    handouts = make_handouts(content, playbook, words, settings.site)
    bytes_of = sizes(sheets, handouts) if sizes else {}
    made = make_pages(content, playbook, words, Briefs(sheets, bytes_of), bytes_of, settings)
    claimed = add_claims(made, playbook, words.language, settings.address)
    pages, cards = add_cards(claimed, words, settings.site)
    council = content.council.model if content.council else UNNAMED
    published = publication(
        publish_to or council.site.publish_to, settings.address if settings.address != NO_ADDRESS else "", playbook.gone,
        settings.noindex,
    )  # fmt: skip
    hidden = hidden_pages(content)
    look = read_look(root, content.council.model if content.council else None)
    data = [
        *(DataFile(f"schema/{name}.json", to_json(schema)) for name, schema in json_schemas().items()),
        *search_data(playbook, words, content.synonyms.model if content.synonyms else None, partial(to_json, compact=True)),
        make_known(content),
        *make_api(content, playbook, words, settings.address),
        make_feed(playbook, words, settings.title, settings.address, "index.md" if NEWS in hidden else NEWS),
        make_robots(settings),
        *make_security_txt(settings, today),
        DataFile(BILL_PATH, to_json(bill_of_materials(checked.parts, settings.title, settings.version, today), compact=True)),
        *publish_files(published),
    ]
    if published.target == FOLDER:
        data += data_scripts(data)
    return Plan(
        checked.problems, words, pages, data, _sections(pages), sheets, handouts, cards, hidden,
        settings, {served_as(path): data for path, data in content.assets.items()}, link_targets(content),
        published.target, council.site.offline_copy, look,
    )  # fmt: skip


def to_json(value: object, compact: bool = False) -> str:
    """JSON with the same bytes for the same value."""
    style = {"separators": (",", ":")} if compact else {"indent": 2}
    return json.dumps(value, ensure_ascii=False, **style) + "\n"


def _sections(pages: list[Page]) -> dict[str, list[str]]:
    """The pages of each folder, its list first, in the order in which they were made."""
    sections: dict[str, list[str]] = {}
    for page in pages:
        folder = page.uri.rpartition("/")[0]
        if folder and page.kind != "gone":
            sections.setdefault(f"{folder}/", []).append(page.uri)
    return sections
