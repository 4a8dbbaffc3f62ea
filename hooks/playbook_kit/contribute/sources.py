"""A source by whatever a person calls it: its id, its title, with its publisher or without, or where it stands."""

import re
from collections.abc import Mapping

from ..content import Content

Named = tuple[str, str, str]
"""Publisher, title and address of a source."""


def sources_of(content: Content) -> dict[str, Named]:
    """What each source is called, by its id."""
    return {
        item.id: (str(item.facts.get("publisher", "")), str(item.facts.get("title", "")), str(item.facts.get("url", "")))
        for item in content.of("source")
    }  # fmt: skip


def source_names(sources: Mapping[str, Named]) -> dict[str, str]:
    """The id of the one source that goes by a name, by the plain form of that name."""
    found: dict[str, set[str]] = {}
    for source_id, (publisher, title, address) in sources.items():
        for name in (title, f"{publisher}: {title}", address):
            if plain(name):
                found.setdefault(plain(name), set()).add(source_id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def plain(text: str) -> str:
    """What is alike in two ways of writing one name or one address."""
    return re.sub(r"[\W_]+", " ", re.sub(r"^(?:https?://)?(?:www\.)?", "", text.lower())).strip()


def source_named(text: str, sources: Mapping[str, Named], names: Mapping[str, str]) -> str:
    """The id of the source that a person means, or nothing. All sources stand on one page, each with its id as anchor."""
    for one in (text, text.rpartition("#")[2]):
        if one in sources:
            return one
    return names.get(plain(text), "")
