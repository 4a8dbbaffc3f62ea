"""No two files may have the same address."""

from collections.abc import Iterator

from ..addresses import GENERATED, address, item_uri
from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Files whose addresses differ in capitals at most, from each other or from a page that is made."""
    taken = {address(page).lower(): "a page that is made from other files" for page in GENERATED}
    for item in content.items:
        page = item_uri(item)
        if page is None or item.file.name.lower() == "readme":
            continue
        here = address(page).lower()
        if here in taken:
            yield Problem(
                item.path, 1, 1, "", f"This page would stand at /{here}, where {taken[here]} stands already.",
                "Give the file another name.",
            )  # fmt: skip
        else:
            taken[here] = item.path
    seen: dict[str, str] = {}
    for item in content.items:
        if item_uri(item) is not None:
            continue
        key = item.path.lower()
        if key in seen:
            yield Problem(
                item.path, 1, 1, "", f"This file's name differs from {seen[key]} in capitals only.",
                "Give the file another name: on many computers the two are one file.",
            )  # fmt: skip
        seen[key] = item.path


RULE = Rule("address-taken", "Of two files at one address, one would vanish without a word.", find)
