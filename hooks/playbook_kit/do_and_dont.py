"""The Do and Do not lists of chapters: found by their headings, by chapter and by role."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from .read.markdown_text import Outline

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


def advice(outline: Outline, like: Outline | None = None) -> Iterator[Advice]:
    """The items under “Do” and “Do not”, then those under the roles' headings, in the order of the text.

    `like` is the outline of the English, for a text in another language that has the same headings in other words.
    """
    above, known = "", like or outline
    for section, said in zip(known.sections, outline.sections, strict=False):
        heading = section.heading
        above = heading.value if heading.level == 2 else above
        if heading.value in (DO, DO_NOT):
            yield from (Advice(item.value, heading.value == DO) for item in said.items)
        elif above == ROLES_HEADING and heading.level == 3:
            for item, same in zip_longest(said.items, section.items[: len(said.items)]):
                yield Advice(item.value, not (same and starts_with_do_not(same.value)), heading.value)
