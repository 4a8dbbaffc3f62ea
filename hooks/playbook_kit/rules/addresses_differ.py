"""No two files may have the same address."""

from collections.abc import Iterator

from ..addresses import address, kind_uri
from ..content import Content, Item
from ..models.kinds import KINDS
from ..models.made_pages import GENERATED, MADE_SOMETIMES
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Files whose addresses differ in capitals at most, from each other or from a page that is made."""
    taken = {address(page).lower(): "a page that is made from other files" for page in (*GENERATED, *MADE_SOMETIMES)}
    for item in _in_order(content):
        page = _page(item)
        key = (address(page) if page is not None else item.path).lower()
        first = taken.setdefault(key, item.path)
        if first == item.path or item.kind.name == "tombstone":
            continue  # of a tombstone whose address is in use, another rule speaks
        if page is None:
            message = f"This file's name differs from {first} in capitals only."
            fix = "Give the file another name: on many computers the two are one file."
        else:
            message, fix = f"This page would stand at /{key}, where {first} stands.", "Give the file another name."
        yield Problem(item.path, 1, 1, "", message, fix)


def _in_order(content: Content) -> list[Item]:
    """Files that were read and are rightly named: items first, then tombstones, then the site's own pages."""
    misnamed = {problem.path for problem in content.problems if problem.rule == "file-name"}
    items = [item for item in content.items if item.path not in misnamed and (item.is_whole or item.file.text)]
    return sorted(items, key=lambda item: (item.kind.name == "page", item.kind.name == "tombstone", item.path))


def _page(item: Item) -> str | None:
    """The page that a file becomes; a tombstone keeps the page of what is gone."""
    kind = KINDS.get(str(item.facts.get("kind"))) if item.kind.name == "tombstone" else item.kind
    return None if kind is None else kind_uri(kind, item.id)


RULE = Rule("address-taken", "Of two files at one address, one would vanish without a word.", find)
