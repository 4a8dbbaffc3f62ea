"""What a Markdown text holds, each part with its place: headings, links, images, HTML, citations, lists.

markdown-it-py reads it, because it keeps line numbers; Python-Markdown renders it. Where they could differ (HTML), the
rendered page is cleaned as well.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from markdown.extensions.toc import slugify, unique
from markdown_it import MarkdownIt

_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
_PARSER.validateLink = lambda url: True  # an unsafe address must be seen in order to be refused

CITATION = re.compile(r"\[@(?P<body>[^\]\[]*)\]")
PLACEHOLDER = re.compile(r"\{\{\s*(?P<name>[^{}\n]*?)\s*\}\}")
_REFERENCE = re.compile(r"\[(?P<text>[^\]\[^@][^\]\[]*)\]\[(?P<label>[^\]\[]*)\]")
_FOOTNOTE = re.compile(r"\[\^(?P<label>[^\]\s]+)\](?!:)")
_FOOTNOTE_DEFINITION = re.compile(r"^\[\^(?P<label>[^\]\s]+)\]:", re.M)
_ATTRIBUTES = re.compile(r"\{:?\s*[#.\w][^{}\n]*\}")
_HEADING_ID = re.compile(r"\s*\{:?\s*#(?P<id>[\w-]+)\s*\}\s*$")
_TAG = re.compile(r"</?(?P<name>[A-Za-z][\w-]*)")
CODE = re.compile(r"(?P<fence>^(?P<ticks>`{3,}|~{3,}).*?^(?P=ticks)[`~]*\s*$)|(?P<span>(?P<tick>`+)[^`]+?(?P=tick))", re.M | re.S)


@dataclass(frozen=True)
class Spot:
    """Something found in a text: what it is, and the line and column of the file where it stands."""

    value: str
    line: int
    column: int


@dataclass(frozen=True)
class Heading(Spot):
    """A heading: `value` is its text, `anchor` the id that it will have on the page."""

    level: int
    anchor: str


@dataclass(frozen=True)
class Image(Spot):
    """An image: `value` is its address, `alt` the text that stands for it."""

    alt: str


@dataclass(frozen=True)
class Citation(Spot):
    """A citation: `value` as written, the source ids in it, and the day by which to look at it again."""

    ids: tuple[str, ...]
    review_by: datetime.date | None
    fault: str = ""


@dataclass(frozen=True)
class Item(Spot):
    """One bullet of a list: `value` is its Markdown on one line."""


@dataclass
class Section:
    """A heading with the bullets that stand under it, before the next heading."""

    heading: Heading
    items: list[Item] = field(default_factory=list)


@dataclass
class Outline:
    """All that the rules ask of a Markdown text."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Spot] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    html: list[Spot] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    placeholders: list[Spot] = field(default_factory=list)
    undefined: list[Spot] = field(default_factory=list)
    attributes: list[Spot] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    @property
    def anchors(self) -> set[str]:
        """The ids that links may point to."""
        return {heading.anchor for heading in self.headings}


def outline(body: str, first_line: int = 1) -> Outline:
    """Read a Markdown text that begins on `first_line` of its file."""
    found = Outline()
    lines = body.split("\n")
    taken: set[str] = set()
    notes = set(_FOOTNOTE_DEFINITION.findall(body))
    for token, parents in _tokens(body):
        start, end = token.map or (0, 0)
        here = _Finder(lines, start, end, first_line)
        if token.type == "html_block":
            for match in _TAG.finditer(token.content):
                found.html.append(here.spot(match["name"], match[0]))
        elif token.type == "inline":
            heading = parents[-1] if parents and parents[-1].type == "heading_open" else None
            if heading is not None:
                found.headings.append(_heading(token, int(heading.tag[1]), taken, here))
                found.sections.append(Section(found.headings[-1]))
            elif found.sections and [p.type for p in parents] == ["bullet_list_open", "list_item_open", "paragraph_open"]:
                text = " ".join(token.content.split())
                found.sections[-1].items.append(Item(text, first_line + start, 1))
            _inline(token, here, notes, found, is_heading=heading is not None)
    return found


def parse_citation(match: re.Match[str]) -> tuple[tuple[str, ...], datetime.date | None, str]:
    """The ids and the review date of one citation, and what is wrong with it, if anything."""
    ids: list[str] = []
    review, fault = None, ""
    for part in (" ".join(part.split()) for part in match["body"].split(";")):
        day = part.removeprefix("review by").strip()
        if day == part:
            ids.append(part.removeprefix("@"))
            continue
        try:
            review = datetime.date.fromisoformat(day)
        except ValueError:
            fault = f"“{day}” is not a date like 2027-05-21"
    return tuple(ids), review, fault


def without_code(text: str) -> str:
    """The text with code blanked out, character for character, so that positions stay true."""
    return CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


class _Finder:
    """Finds the line and column of a piece of text inside one block; each search goes on after the last."""

    def __init__(self, lines: list[str], start: int, end: int, first_line: int):
        self.lines, self.start, self.end, self.first_line = lines, start, max(end, start + 1), first_line
        self.next: dict[str, tuple[int, int]] = {}

    def place(self, needle: str) -> tuple[int, int]:
        needle = needle.split("\n")[0]
        row, column = self.next.get(needle, (self.start, 0))
        for number in range(row, min(self.end, len(self.lines))):
            at = self.lines[number].find(needle, column if number == row else 0)
            if at >= 0:
                self.next[needle] = (number, at + max(len(needle), 1))
                return number + self.first_line, at + 1
        return self.start + self.first_line, 1

    def spot(self, value: str, needle: str | None = None) -> Spot:
        return Spot(value, *self.place(needle if needle is not None else value))


def _tokens(body: str) -> Iterator[tuple[Any, list[Any]]]:
    parents: list[Any] = []
    for token in _PARSER.parse(body):
        if token.nesting == -1:
            parents.pop()
        else:
            yield token, list(parents)
            if token.nesting == 1:
                parents.append(token)


def _heading(token: Any, level: int, taken: set[str], here: _Finder) -> Heading:
    text = "".join(child.content for child in token.children or [] if child.type in ("text", "code_inline"))
    explicit = _HEADING_ID.search(text)
    if explicit:
        text, anchor = text[: explicit.start()], explicit["id"]
        taken.add(anchor)
    else:
        anchor = unique(slugify(CITATION.sub("", text), "-"), taken)
    line, _ = here.place("")
    return Heading(text.strip(), line, 1, level, anchor)


def _inline(token: Any, here: _Finder, notes: set[str], found: Outline, is_heading: bool) -> None:
    for child in token.children or []:
        if child.type == "link_open":
            target = str(child.attrs.get("href", ""))
            found.links.append(here.spot(_unescape(target)))
        elif child.type == "image":
            source = str(child.attrs.get("src", ""))
            found.images.append(Image(source, *here.place(_unescape(source)), alt=child.content.strip()))
        elif child.type == "html_inline":
            match = _TAG.match(child.content)
            if match:
                found.html.append(here.spot(match["name"], match[0]))
    plain = without_code(token.content)
    if is_heading:
        plain = _HEADING_ID.sub("", plain)
    for match in CITATION.finditer(plain):
        ids, review, fault = parse_citation(match)
        found.citations.append(Citation(match[0], *here.place(match[0]), ids=ids, review_by=review, fault=fault))
    for match in PLACEHOLDER.finditer(plain):
        found.placeholders.append(here.spot(match["name"], match[0]))
    for match in _ATTRIBUTES.finditer(PLACEHOLDER.sub(lambda m: " " * len(m[0]), plain)):
        found.attributes.append(here.spot(match[0]))
    text = "".join(child.content if child.type == "text" else "\n" for child in token.children or [])
    for match in _REFERENCE.finditer(text):
        found.undefined.append(here.spot(match["label"] or match["text"], match[0]))
    for match in _FOOTNOTE.finditer(text):
        if match["label"] not in notes:
            found.undefined.append(here.spot("^" + match["label"], match[0]))


def _unescape(address: str) -> str:
    """markdown-it percent-encodes addresses; people look for what they wrote."""
    return unquote(address)
