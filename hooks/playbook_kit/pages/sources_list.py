"""The list of all sources: one page, or, where there are too many for one, a page of its parts and a page of each."""

import posixpath
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from ..index import Entry, Playbook
from ..source_parts import LIST, Part
from ..words import Words
from .page import DataFile, Page
from .render import Renderer

PLACES = "sources/places.json"
"""Which sources each part holds, in the order in which their list links to them: for an address from before a part was cut."""


def source_pages(playbook: Playbook, render: Renderer, words: Words) -> Iterator[Page]:
    """The page at the list's own address, and those of its parts."""
    title, lead = words("pages.sources.title"), words("pages.sources.lead")
    parts = playbook.source_parts
    if len(parts) == 1:
        yield Page(LIST, title, lead, render("source_part", LIST, publishers=_publishers(playbook, parts[0]), part=None), "list")
        return
    named = [(part, _name(playbook, part, words)) for part in parts]
    yield Page(LIST, title, lead, render("sources", LIST, parts=named, places=posixpath.basename(PLACES)), "list")
    for number, (part, name) in enumerate(named):
        beside = {
            "before": named[number - 1] if number else None,
            "after": named[number + 1] if number + 1 < len(named) else None,
        }
        body = render("source_part", part.uri, publishers=_publishers(playbook, part), part=part, **beside)
        yield Page(
            part.uri, words("sources.part_title", part=name), words("sources.part_lead", count=len(part.ids)), body, "list",
            facts={"up": (LIST, title)},
        )  # fmt: skip


def source_places(playbook: Playbook, to_json: Any) -> list[DataFile]:
    """Where each source is listed, for a script; `to_json` writes a value. Nothing where all are on one page."""
    parts = playbook.source_parts
    return [DataFile(PLACES, to_json([part.ids for part in parts]))] if len(parts) > 1 else []


def _publishers(playbook: Playbook, part: Part) -> list[tuple[str, list[Entry]]]:
    entries = (playbook.sources[source] for source in part.ids)
    return [(publisher, list(found)) for publisher, found in groupby(entries, lambda entry: entry.model.publisher)]


def _name(playbook: Playbook, part: Part, words: Words) -> str:
    """From which publisher to which; within one publisher, from which title."""
    first, last = playbook.source(part.ids[0]), playbook.source(part.ids[-1])
    if first.publisher == last.publisher:
        is_one = len(part.ids) == 1
        return first.publisher if is_one else words("sources.part_of_one", publisher=first.publisher, title=first.title)
    return words("sources.part", first=first.publisher, last=last.publisher)
