"""Which addresses a version publishes, and which of an older one a newer one would let go dark.

Only what the content gives is asked: the files are read as they are, so that a version can be compared with one that was
written for another schema.
"""

from ..addresses import VISIBLE, address, kind_uri
from ..content import Content, Item
from ..models.kinds import KINDS
from ..models.made_pages import GENERATED


def addresses(content: Content) -> dict[str, str]:
    """Each address that a version publishes, with the file that it comes from."""
    found = {address(page): "" for page in GENERATED}
    for item in content.items:
        page = _page(item)
        if page is not None:
            found[address(page)] = item.path
    return found


def gone_dark(old: Content, new: Content) -> dict[str, str]:
    """The addresses of an older version that a newer one no longer serves, with the file that each came from."""
    now = addresses(new)
    return {place: path for place, path in addresses(old).items() if place not in now}


def sources_gone(old: Content, new: Content) -> list[str]:
    """The ids of sources that are no more and have no tombstone: they have no page, but an entry that is linked to."""
    stones = {item.id for item in new.of("tombstone") if item.facts.get("kind") == "source"}
    return sorted(old.ids("source") - new.ids("source") - stones)


def _page(item: Item) -> str | None:
    if item.kind.name == "tombstone":
        kind = KINDS.get(str(item.facts.get("kind")))
        return kind_uri(kind, item.id) if kind else None
    return kind_uri(item.kind, item.id) if item.facts.get("status", "published") in VISIBLE else None
