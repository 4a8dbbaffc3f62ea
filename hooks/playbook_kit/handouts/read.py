"""Markdown as the blocks of a handout."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..papers.text import curled, unseen
from .blocks import Block, Heading, Listing, Paragraph, Run, Runs, Table

BOX = "☐"
"""An entry of a list that begins with this is to be ticked."""

_PARSER = MarkdownIt("commonmark").enable("table")


def blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a text, in order. Entries inside entries become entries of the same list."""
    return tuple(_blocks(iter(_PARSER.parse(markdown))))


def _blocks(tokens: Iterator[Token]) -> Iterator[Block]:
    note = False
    for token in tokens:
        if token.type == "heading_open":
            yield Heading(min(int(token.tag[1]), 3), "".join(run.text for run in _runs(next(tokens))).strip())
        elif token.type in ("blockquote_open", "blockquote_close"):
            note = token.type == "blockquote_open"
        elif token.type == "inline":
            yield Paragraph(_runs(token), note)
        elif token.type in ("fence", "code_block"):
            yield Paragraph((Run(tidy(token.content)),), note)
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield from _listings(tokens, token)
        elif token.type == "table_open":
            yield _table(tokens)


def _listings(tokens: Iterator[Token], first: Token) -> Iterator[Listing]:
    """The entries up to the end of a list; those to tick are a list of their own."""
    usual = "number" if first.type.startswith("ordered") else "dash"
    depth, marker, items = 1, usual, []
    for token in tokens:
        depth += token.nesting * token.type.endswith(("list_open", "list_close"))
        if not depth:
            break
        if token.type != "inline":
            continue
        runs = _runs(token)
        to_tick = bool(runs) and runs[0].text.startswith(BOX)
        wanted = "tick" if to_tick else usual
        if items and wanted != marker:
            yield Listing(tuple(items), marker)
            items = []
        marker = wanted
        items.append((replace(runs[0], text=runs[0].text.removeprefix(BOX).lstrip()), *runs[1:]) if to_tick else runs)
    if items:
        yield Listing(tuple(items), marker)


def _table(tokens: Iterator[Token]) -> Table:
    rows: list[list[Runs]] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_runs(token))
    return Table(tuple(rows[0]), tuple(map(tuple, rows[1:])))


def _runs(inline: Token) -> Runs:
    """The stretches of text of one paragraph, heading, entry or cell."""
    runs: list[Run] = []
    look = Run("")
    for token in inline.children or ():
        if token.type in ("strong_open", "strong_close"):
            look = replace(look, bold=token.nesting > 0)
        elif token.type in ("em_open", "em_close"):
            look = replace(look, italic=token.nesting > 0)
        elif token.type in ("link_open", "link_close"):
            look = replace(look, link=str(token.attrs.get("href", "")) if token.nesting > 0 else "")
        elif token.type in ("softbreak", "hardbreak"):
            runs.append(replace(look, text=" "))
        elif token.content and token.type != "html_inline":
            runs.append(replace(look, text=tidy(token.content)))
    return tuple(runs)


def tidy(text: str) -> str:
    """Plain text without characters that cannot be seen. Unlike a paper's type, a word processor's has every letter."""
    spaced = unicodedata.normalize("NFC", text).translate({ord(space): " " for space in "\t\n\r"})
    return curled("".join(letter for letter in spaced if not unseen(letter)))
