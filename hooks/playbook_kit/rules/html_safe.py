"""Contributed text is Markdown: no HTML but a few harmless tags, no attributes, no links that run a script."""

import re
from collections.abc import Iterator

from ..content import Content, Piece
from ..problem import Problem, cut
from .rule import Rule, Settings

HARMLESS = {"abbr", "br", "kbd", "sub", "sup"}
_INSTEAD = {
    "a": "Write [words](address): such links are checked, and move with their page.",
    "img": "Write ![what it shows](address).",
    "b": "Write **words**.",
    "strong": "Write **words**.",
    "i": "Write *words*.",
    "em": "Write *words*.",
    "p": "Leave an empty line between paragraphs.",
    "ul": "Write one item to a line, each beginning with “- ”.",
    "ol": "Write one item to a line, each beginning with “1. ”.",
    "table": "Write a line for each row, with | between the cells, and “| --- | --- |” below the first.",
}
UNSAFE = re.compile(r"(javascript|data|vbscript|file|blob):", re.I)
_TITLE = re.compile(r"""title=("[^"<>]*"|'[^'<>]*')""", re.I)


def unsafe_scheme(address: str) -> str | None:
    """The scheme of an address that could run or load something; browsers pass over spaces and control characters."""
    scheme = UNSAFE.match(re.sub(r"[\x00-\x20\x7f-\xa0\u200b\ufeff]", "", address))
    return scheme[1].lower() if scheme else None


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """HTML tags that are not harmless, attribute lists, and links with an unsafe scheme."""
    for piece in content.pieces:
        yield from _tags(piece)
        for spot in piece.outline.attributes:
            line, column = piece.place(spot.value, spot.line, spot.column)
            yield Problem(
                piece.item.path, line, column, "",
                f"“{cut(spot.value)}” would change how this looks or what it does, which is not allowed here.",
                "Take it out. A heading alone may name its id: {#its-id}.",
            )  # fmt: skip
        if not (piece.outline.links or piece.outline.images):
            continue
        shown = {(tag.line, tag.column + 1) for tag in piece.outline.html}
        for link in [*piece.outline.links, *piece.outline.images]:
            scheme = unsafe_scheme(link.value)
            if scheme and (link.line, link.column) not in shown:
                line, column = piece.place(link.value, link.line, link.column)
                yield Problem(
                    piece.item.path, line, column, "", f"A link that begins with “{scheme}:” is not allowed.",
                    "Link to a page or to a web address that begins with https://.",
                )  # fmt: skip


def _tags(piece: Piece) -> Iterator[Problem]:
    """Tags that are not allowed; the tag that closes another is not reported beside it."""
    opened: set[str] = set()
    for tag in piece.outline.html:
        name = tag.value.lower()
        if tag.closes and name in opened:
            continue
        opened.add(name)
        line, column = piece.place(f"<{'/' if tag.closes else ''}{tag.value}", tag.line, tag.column)
        if tag.attributes.startswith(":"):
            yield Problem(
                piece.item.path, line, column, "", f"“<{cut(tag.value + tag.attributes)}>” is not shown as a link.",
                "Write [words](address), with an address that begins with https://.",
            )  # fmt: skip
        elif name not in HARMLESS:
            yield Problem(
                piece.item.path, line, column, "",
                f"The HTML tag <{'/' * tag.closes}{cut(tag.value)}> is not allowed here.",
                _INSTEAD.get(name, "Take it out, or put `…` round it if readers are to see it as it is."),
            )  # fmt: skip
        elif tag.attributes and not (name == "abbr" and _TITLE.fullmatch(tag.attributes)):
            yield Problem(
                piece.item.path, line, column, "", f"The tag <{tag.value}> may not carry “{cut(tag.attributes)}”.",
                'Write <abbr title="what it stands for">.' if name == "abbr" else f"Write <{tag.value}> alone.",
            )  # fmt: skip


RULE = Rule("html", "Anybody may contribute, so no contributed text may run in a reader's browser.", find)
