"""Contributed text is Markdown: no HTML but a few harmless tags, no attributes, no links that run a script."""

import re
from collections.abc import Iterator

from ..content import Content
from ..problem import Problem
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
    "table": "Write a Markdown table, with | between the cells.",
}
_UNSAFE = re.compile(r"\s*(javascript|data|vbscript|file|blob):", re.I)


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """HTML tags that are not harmless, attribute lists, and links with an unsafe scheme."""
    for piece in content.pieces:
        for tag in piece.outline.html:
            if tag.value.lower() not in HARMLESS:
                line, column = piece.place(f"<{tag.value}", tag.line, tag.column)
                yield Problem(
                    piece.item.path, line, column, "", f"The HTML tag <{tag.value}> is not allowed here.",
                    _INSTEAD.get(tag.value.lower(), "Take it out and say it in Markdown."),
                )  # fmt: skip
        for spot in piece.outline.attributes:
            line, column = piece.place(spot.value, spot.line, spot.column)
            yield Problem(
                piece.item.path, line, column, "", f"“{spot.value}” would set attributes, which is not allowed here.",
                "Take it out. A heading alone may name its id: {#its-id}.",
            )  # fmt: skip
        for link in [*piece.outline.links, *piece.outline.images]:
            scheme = _UNSAFE.match(re.sub(r"[\x00-\x20]", "", link.value))
            if scheme:
                line, column = piece.place(link.value, link.line, link.column)
                yield Problem(
                    piece.item.path, line, column, "", f"A link that begins with “{scheme[1].lower()}:” is not allowed.",
                    "Link to a page or to a web address that begins with https://.",
                )  # fmt: skip


RULE = Rule("html", "Anybody may contribute, so no contributed text may run in a reader's browser.", find)
