"""What is the council's on its site, and what in the playbook has moved since: a page for whoever keeps the site.

It stands in no navigation and in no search, and search engines are asked to pass it by. What is hidden is not on it.
"""

from collections.abc import Iterator

from ..content import Content
from ..index import Entry, Playbook
from ..local.drift_report import shown
from ..local.merge import Change
from ..prose import escape
from ..words import Words
from .page import Page
from .render import Renderer

URI = "local.md"


def make_own(content: Content, playbook: Playbook, render: Renderer, words: Words) -> Iterator[Page]:
    """The page, if the council has changed or added anything."""
    entries = list(playbook.everything())
    changed = [entry for entry in entries if entry.origin == "changed"]
    added = [entry for entry in entries if entry.origin == "local"]
    if not (changed or added):
        return
    titles = {(entry.kind, entry.id): entry for entry in entries}
    drift = [(one, titles.get((one.kind, one.id))) for one in content.drift]
    body = render("own", URI, changed=changed, added=added, drift=drift, quoted=quoted, has_page=has_page)
    lead = words("pages.own.lead", council=playbook.council)
    yield Page(URI, words("pages.own.title"), lead, body, "list", facts={"noindex": True})


def quoted(change: Change, whose: str) -> str:
    """One of the wordings of a change as a Markdown quotation, its signs shown as they are; empty for nothing."""
    text = shown(change.theirs if whose == "theirs" else change.ours)
    return "\n".join(f"> {escape(line.strip())}  " for line in text.split("\n")) if text else ""


def has_page(entry: Entry) -> bool:
    """Whether an entry has a page of its own to lead to."""
    return entry.kind != "source"
