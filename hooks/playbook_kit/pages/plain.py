"""Contributed Markdown as plain text: words alone, without citations, marks or addresses."""

import re
from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt

from ..prose import without_citations
from ..remembered import remembered

_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|<!--.*?-->", re.S)
_TEXTS = {"text", "text_special", "code_inline", "image"}
_BREAKS = {"softbreak", "hardbreak"}


@remembered
def plain_text(markdown: str) -> str:
    """The words of a Markdown text, one block a paragraph, entries of lists with a hyphen before them."""
    return "\n".join(_blocks(_PARSER.parse(without_citations(markdown))))


def _blocks(tokens: list[Any]) -> Iterator[str]:
    mark = ""
    for token in tokens:
        if token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "list_item_close":
            mark = ""
        elif token.type in ("inline", "code_block", "fence", "html_block"):
            text = _words(token)
            if text:
                yield mark + text
            mark = ""


def _words(token: Any) -> str:
    """What a reader reads in one block, on one line."""
    if token.type == "inline":
        shown = [child for child in token.children if child.type in _TEXTS | _BREAKS]
        text = "".join(" " if child.type in _BREAKS else child.content for child in shown)
    else:
        text = _TAG.sub(" ", token.content) if token.type == "html_block" else token.content
    return " ".join(text.split())
