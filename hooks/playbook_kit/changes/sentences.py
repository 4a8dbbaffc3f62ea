"""An item as sentences in their places, and where two such lists differ."""

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import NamedTuple

from ..content import Item
from ..pages.plain import plain_text
from ..read.claims import claims
from ..read.markdown_text import Outline
from ..read.sentences import sentences
from .model import Wording

_WEB = re.compile(r"https?://\S+")


class Said(NamedTuple):
    """One sentence and its place."""

    place: str
    is_heading: bool
    text: str


def split(text: str) -> list[str]:
    """The sentences of a plain text, each on one line."""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return [line[start:end].strip() for line in lines for start, end in sentences(line)]


def of_markdown(text: str) -> list[str]:
    """The sentences of a Markdown text, without citations, marks and addresses."""
    return split(plain_text(text))


def of_body(outline: Outline) -> list[Said]:
    """The sentences of an item's body, each under its heading."""
    found: list[tuple[int, list[Said]]] = [
        (heading.line, [Said(heading.value, True, heading.value)]) for heading in outline.headings
    ]
    starts = sorted((heading.line, heading.value) for heading in outline.headings)
    for block in outline.blocks:
        under = next((name for line, name in reversed(starts) if line <= block.line), "")
        found.append((block.line, [Said(under, True, one) for one in of_markdown(block.value)]))
    return [said for _, several in sorted(found, key=lambda pair: pair[0]) for said in several]


def of_fields(item: Item) -> dict[str, list[Said]]:
    """The sentences of an item's fields, by the name of the field."""
    found: dict[str, list[Said]] = {}
    for leaf in item.leaves:
        if is_said(leaf.value, leaf.ref):
            name = str(leaf.where[0])
            texts = of_markdown(leaf.value) if leaf.is_markdown else split(leaf.value)
            found.setdefault(name, []).extend(Said(name, False, text) for text in texts)
    return found


def is_said(value: object, ref: str | None) -> bool:
    """Whether a field's value is words for a reader, rather than an id, a choice, a date or an address."""
    return isinstance(value, str) and ref is None and " " in value.strip() and not _WEB.match(value)


def differences(old: list[Said], new: list[Said]) -> list[Wording]:
    """Where two lists of sentences differ, each run of sentences as one wording."""
    found = []
    matcher = SequenceMatcher(None, [said.text for said in old], [said.text for said in new], autojunk=False)
    for tag, start, end, from_, to in matcher.get_opcodes():
        if tag != "equal":
            place = (new[from_:to] or old[start:end])[0]
            found.append(wording(place, [one.text for one in old[start:end]], [one.text for one in new[from_:to]]))
    return found


def wording(place: Said, old: list[str], new: list[str]) -> Wording:
    """One changed place, with the laws, figures and dates that only one side states."""
    gone, came = Counter(_figures(old)), Counter(_figures(new))
    return Wording(
        place.place, place.is_heading, tuple(old), tuple(new), tuple((gone - came).elements()), tuple((came - gone).elements())
    )


def _figures(texts: list[str]) -> list[str]:
    return [claim.value for text in texts for claim in claims(_WEB.sub("", text))]
