"""The Atom feed: what is new, reviewed, disputed, retired or gone. One entry per thing, with the same id for ever."""

import datetime
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from dataclasses import dataclass

from ..addresses import address, uri
from ..index import Entry, Gone, Playbook
from ..models.kinds import KINDS
from ..news import last_change
from ..words import Words
from .page import DataFile
from .plain import plain_text
from .render import entry_uri

FEED = "feed.xml"
MOST = 100
"""How many entries a feed has at most, the latest; the API has them all."""

ORDER = ("disputed", "retired", "gone", "changed", "new")
"""Of the entries of one day, those that take something back come first."""


@dataclass(frozen=True)
class News:
    """One entry: where it leads (which is also its id), what happened to it, when, and what it says."""

    url: str
    state: str
    day: datetime.date
    title: str
    summary: str
    added_on: datetime.date | None = None


def make_feed(playbook: Playbook, words: Words, site_name: str, site_address: str, page: str = "whats-new.md") -> DataFile:
    """The feed, whose ids are addresses of pages below `site_address`, which ends with a slash.

    `page` is the one that says the same to people.
    """
    news = sorted(
        [*_entries(playbook, words), *_gone(playbook, words)],
        key=lambda one: (-one.day.toordinal(), ORDER.index(one.state), one.url),
    )[:MOST]
    feed = etree.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": words.language})
    _add(feed, "id", site_address + FEED)
    _add(feed, "title", words("feed.title", site=site_name))
    _add(feed, "subtitle", words("feed.subtitle"))
    _add(feed, "updated", _moment(news[0].day if news else playbook.today))
    _add(_add(feed, "author"), "name", site_name)
    _add(feed, "link", rel="self", type="application/atom+xml", href=site_address + FEED)
    _add(feed, "link", rel="alternate", type="text/html", href=site_address + address(page))
    for one in news:
        _add_entry(feed, one, site_address)
    etree.indent(feed)
    text = etree.tostring(feed, encoding="unicode")
    return DataFile(FEED, f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n')


def _add_entry(feed: etree.Element, one: News, site_address: str) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", site_address + one.url)
    _add(entry, "title", one.title)
    _add(entry, "updated", _moment(one.day))
    if one.added_on:
        _add(entry, "published", _moment(one.added_on))
    _add(entry, "link", rel="alternate", type="text/html", href=site_address + one.url)
    _add(entry, "category", term=one.state)
    _add(entry, "summary", one.summary)


def _add(parent: etree.Element, name: str, text: str | None = None, **attributes: str) -> etree.Element:
    element = etree.SubElement(parent, name, attributes)
    element.text = text  # the reader refuses every letter that XML does not have
    return element


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _entries(playbook: Playbook, words: Words) -> Iterator[News]:
    for entry in playbook.dated():
        model, state = entry.model, _state(entry, playbook.today)
        title = f"“{entry.title}”" if entry.kind == "objection" else entry.title
        withdrawn = state in ("disputed", "retired")
        summary = (getattr(model, "retired_because", None) if withdrawn else None) or _summary(entry)
        told = last_change(entry, playbook.today)
        day = max(model.added_on, model.reviewed_on, told[0] if told else model.added_on)
        if told and told[0] >= model.reviewed_on and not withdrawn:
            summary = told[1]
        said = words("feed.told", title=title) if summary == (told and told[1]) else _title(state, title, words)
        yield News(address(entry_uri(entry)), state, day, said, summary, model.added_on)


def _state(entry: Entry, today: datetime.date) -> str:
    """What there is to say of an entry: that it is disputed or retired, else reviewed since it was added, or new."""
    if entry.model.status != "published":
        return entry.model.status
    if any(entry.model.added_on < change.on <= today for change in entry.model.changes):
        return "changed"
    return "changed" if entry.model.reviewed_on > entry.model.added_on else "new"


def _summary(entry: Entry) -> str:
    model = entry.model
    if entry.kind == "argument":
        return model.one_liner
    return plain_text(model.short_answer) if entry.kind == "objection" else model.summary


def _gone(playbook: Playbook, words: Words) -> Iterator[News]:
    for stone in playbook.gone:
        kind = KINDS[stone.kind]
        url = f"{address('sources.md')}#{stone.id}" if kind.address is None else address(uri(kind.address, stone.id))
        now = f" {words('feed.now', title=_name(playbook, stone))}" if stone.now else ""
        yield News(url, "gone", stone.on, _title("gone", stone.id, words), f"{stone.because}{now}")


def _name(playbook: Playbook, stone: Gone) -> str:
    """The title of what took the place of something."""
    groups = (
        playbook.arguments, playbook.objections, playbook.chapters, playbook.case_studies, playbook.templates,
        playbook.sources,
    )  # fmt: skip
    found = [group[stone.now] for group in groups if stone.now in group and group[stone.now].kind == stone.kind]
    return found[0].title if found else str(stone.now)


def _title(state: str, title: str, words: Words) -> str:
    if state == "gone":
        return words("feed.gone", title=title)
    if state == "retired":
        return words("feed.retired", title=title)
    if state == "disputed":
        return words("feed.disputed", title=title)
    return words("feed.changed", title=title) if state == "changed" else words("feed.new", title=title)
