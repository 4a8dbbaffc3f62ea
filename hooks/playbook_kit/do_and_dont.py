"""The Do and Do not lists of chapters: found by their headings, by chapter and by role."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .read.markdown_text import Item, Outline

DO = "Do"
DO_NOT = "Do not"
ROLES_HEADING = "What you need to do"
_DO_NOT = re.compile(r"[*_]*(do not|never|don['’]t)(?![a-z])", re.I)


@dataclass(frozen=True)
class Advice:
    """One item: its Markdown, whether it says what to do or what not to do, and whose role it is for, if any."""

    text: str
    is_do: bool
    role: str | None = None


def starts_with_do_not(text: str) -> bool:
    """Whether an item says itself that it is something not to do."""
    return bool(_DO_NOT.match(text))


def advice(outline: Outline) -> Iterator[Advice]:
    """The items under “Do” and “Do not”, then those under the roles' headings, in the order of the text."""
    above = ""
    for section in outline.sections:
        heading = section.heading
        above = heading.value if heading.level == 2 else above
        if heading.value in (DO, DO_NOT):
            yield from (Advice(item.value, heading.value == DO) for item in section.items)
        elif above == ROLES_HEADING and heading.level == 3:
            yield from (_for_role(item, heading.value) for item in section.items)


def _for_role(item: Item, role: str) -> Advice:
    return Advice(item.value, not starts_with_do_not(item.value), role)
