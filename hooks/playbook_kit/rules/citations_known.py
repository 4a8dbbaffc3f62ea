"""Every citation names a source that there is."""

import re
from collections.abc import Iterator

from ..content import Content, place_in_field
from ..models import Tombstone
from ..models.base import BLANK, ID_PATTERN
from ..problem import Problem, cut, suggest
from ..read.markdown_text import CITATION, Citation
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Citations of unknown sources, and citations that are not written as such."""
    known = content.ids("source")
    gone = {item.id: item.model for item in content.of("tombstone") if item.model and item.model.kind == "source"}
    said: dict[str, tuple[str, str]] = {}
    yield from _in_plain_text(content)
    for piece in content.pieces:
        for spot in piece.outline.begun:
            if spot.value == "[@":
                yield Problem(
                    piece.item.path, *piece.place(spot.value, spot.line, spot.column), "",
                    "The citation that begins here has no end.", "Write [@source-id], with a square bracket after it.",
                )  # fmt: skip
        for citation in piece.outline.citations:
            for source in citation.ids:
                if not source:
                    yield Problem(
                        piece.item.path, *piece.place(citation.value, citation.line, citation.column), "",
                        f"{cut(citation.value)} names no source, or has a semicolon too many.",
                        "Write [@source-id], or [@one; @another].",
                    )  # fmt: skip
                elif source not in known:
                    place = piece.place(source, *_inside(citation, source))
                    if source not in said:  # to look for one spelled alike takes long, and one mistake is made in many texts
                        said[source] = _unknown(source, known, gone.get(source))
                    yield Problem(piece.item.path, *place, "", *said[source])
            if citation.fault:
                yield Problem(
                    piece.item.path, *piece.place(citation.value, citation.line, citation.column), "",
                    f"In {cut(citation.value)} {cut(citation.fault, 100)}.",
                    f"Write [@{citation.ids[0] if citation.ids else 'source-id'}; review by 2027-05-21], for example.",
                )  # fmt: skip


def _inside(citation: Citation, source: str) -> tuple[int, int]:
    """The line and column of one source in a citation, which may go over more than one line."""
    before = citation.value[: max(citation.value.find(source), 0)]
    if "\n" not in before:
        return citation.line, citation.column + len(before)
    return citation.line + before.count("\n"), len(before) - before.rfind("\n")


def _unknown(source: str, known: set[str], stone: Tombstone | None) -> tuple[str, str]:
    """What to say of a source that there is not, and what to write instead."""
    if stone is not None:
        fix = f"Write “{stone.now}”." if stone.now else "Take it out."
        return f"The source “{source}” is gone: {stone.because}", fix
    add = f" Or add playbook/sources/{source}.yml." if re.match(ID_PATTERN, source) else ""
    return f"There is no source “{cut(source)}”.", suggest(source, known, "source") + add


def _in_plain_text(content: Content) -> Iterator[Problem]:
    """Citations in fields that are shown as they are written."""
    for item in content.items:
        for leaf in item.leaves:
            if leaf.is_markdown or not isinstance(leaf.value, str) or "[@" not in leaf.value:
                continue
            for number, match in enumerate(CITATION.finditer(leaf.value)):
                if match["body"] == BLANK:
                    continue
                line, column = place_in_field(item, leaf.where, "[@", number)
                yield Problem(
                    item.path, line, column, str(leaf.where[0]),
                    f"{cut(match[0])} would be shown as it is in this field.",
                    "Take it out, and cite the source in a field that is longer or under “evidence”.",
                )  # fmt: skip


RULE = Rule("citation", "A reader must be able to check every statement.", find)
