"""What a Markdown text holds, each part with its place: headings, links, images, HTML, citations, lists.

markdown-it-py reads it, because it keeps line numbers; Python-Markdown renders it. Where they could differ (HTML), the
rendered page is cleaned as well.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from markdown.extensions.toc import slugify, unique
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core import inline as parse_inline
from markdown_it.token import Token

from .places import Finder, Places, Spot, unescape

LONGEST_PARAGRAPH = 10_000  # characters; the longest in real files has some 2,000
MOST_BRACKETS = 250  # in a paragraph; the most in a real file are some 20. Python-Markdown looks from each to the end.
MOST_HEADINGS = 200  # the most in a real file are some 30
MOST_KNOWN = 60_000  # texts; five thousand arguments have some 25,000, and all of them are asked for more than once
DEEPEST = 12  # quotations and lists inside each other, and emphasis and links inside them
_PARSER = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(["table", "strikethrough"])
_PARSER.validateLink = lambda url: True  # an unsafe address must be seen in order to be refused

CITATION = re.compile(r"\[@(?P<body>[^\]\[]*)\]")
PLACEHOLDER = re.compile(r"\{\{\s*(?P<name>(?:[^{}\s](?:[^{}\n]*[^{}\s])?)?)\s*\}\}")
_REFERENCE = re.compile(r"\[(?P<text>[^\]\[^@][^\]\[]*)\]\[(?P<label>[^\]\[]*)\]")
_FOOTNOTE = re.compile(r"\[\^(?P<label>[^\]\[\s]+)\](?!:)")
_FOOTNOTE_DEFINITION = re.compile(r"^( {0,3})\[\^(?P<label>[^\]\[\s]+)\]:", re.M)
_ATTRIBUTES = re.compile(r"(?<!\{)\{:?[ ]*[^{}\s][^{}\n]*\}")
_HEADING_ID = re.compile(r"\{:?\s*#(?P<id>[\w-]+)\s*\}\s*$")
_TAG = re.compile(
    r"(?<!\]\()(?<!\]: )<(?!(?:https?|ftp)://[^<>]*>|[^<> !]+@[^@<> ]+>)"
    r"""(?P<close>/?)(?P<name>[a-z!?][\w-]*)(?P<attributes>(?:[^<>"']|"[^"]*"|'[^']*')*)""",
    re.I,
)
_BULLET = ["bullet_list_open", "list_item_open", "paragraph_open"]
_ENTRIES = ("list_item_open", "tr_open")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_REVIEW = re.compile(r"review\b", re.I)
# Lines each of which begins as words do: together they are one paragraph, whatever else stands in them.
_ONE_PARAGRAPH = re.compile(r"(?:[A-Za-z“‘(£][^\n]*\n)*[A-Za-z“‘(£][^\n]*\n?")
# Without these, citations aside, one paragraph holds nothing else that the outline has to know.
_MORE_THAN_WORDS = "[]<>&\\`{}"
# Only these make a link, a picture, an entity, an escape or code, whose like the outline has to know.
_MARKED = re.compile(r"[\[\]<&\\`]")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
CODE = re.compile(
    r"(?P<fence>^(?P<ticks>`{3,}(?!`)|~{3,}(?!~)).*?^(?P=ticks)[`~]*[ \t]*$)"
    r"|(?P<span>(?<![`\\])(?P<tick>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=tick)(?!`))",
    re.M | re.S,
)


@dataclass(frozen=True)
class Heading(Spot):
    """A heading: `value` is its text, `anchor` the id that it will have on the page."""

    level: int
    anchor: str


@dataclass(frozen=True)
class Tag(Spot):
    """An HTML tag: `value` is its name, `attributes` what stands in it besides."""

    attributes: str = ""
    closes: bool = False


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


@dataclass(frozen=True)
class Block(Spot):
    """A paragraph, or a cell of a table: `value` is its Markdown, with line ends where they stand.

    `entry` is the number of the innermost list entry or table row that it stands in, or a number of its own: what has
    the same number belongs together.
    """

    entry: int
    is_cell: bool = False
    is_quoted: bool = False


@dataclass
class Section:
    """A heading with the bullets that stand under it, before the next heading."""

    heading: Heading
    items: list[Item] = field(default_factory=list)
    others: list[Spot] = field(default_factory=list)
    """Entries of lists that are numbered, or inside another entry."""


@dataclass(slots=True)
class Outline:
    """All that the rules ask of a Markdown text."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Spot] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    html: list[Tag] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    placeholders: list[Spot] = field(default_factory=list)
    begun: list[Spot] = field(default_factory=list)
    """Citations and placeholders that begin and do not end: “[@” or “{{”."""
    undefined: list[Spot] = field(default_factory=list)
    unused_notes: list[Spot] = field(default_factory=list)
    """Texts of footnotes that nothing refers to, by their label."""
    half_links: list[Spot] = field(default_factory=list)
    """Where “](” stands and makes no link here: what renders the page might make one of it."""
    attributes: list[Spot] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    """Paragraphs and cells of tables, in their order; headings are not among them."""
    too_deep: list[Spot] = field(default_factory=list)
    """Where lists and quotations stand inside each other too deeply."""
    too_many: list[Spot] = field(default_factory=list)
    """The first heading that is one too many."""
    too_long: list[Spot] = field(default_factory=list)
    """Paragraphs too long to be read, with their length."""
    bracketed: list[Spot] = field(default_factory=list)
    """Paragraphs with too many brackets to be read, with their number."""
    indented: list[Spot] = field(default_factory=list)
    """Text that is code because it is indented."""
    unclosed: list[Spot] = field(default_factory=list)
    """Code and comments without an end, with what they begin with."""

    @property
    def anchors(self) -> set[str]:
        """The ids that links may point to."""
        return {heading.anchor for heading in self.headings}


_known: dict[tuple[str, int], Outline] = {}
"""The texts that were read in this process: rules and pages ask for the same ones many times."""


def outline(body: str, first_line: int = 1) -> Outline:
    """Read a Markdown text that begins on `first_line` of its file. What is given is shared: it is not to be changed."""
    found = _known.get((body, first_line))
    if found is None:
        found = _read_outline(body, first_line)
        recall({(body, first_line): found})
    return found


def recall(outlines: dict[tuple[str, int], Outline]) -> None:
    """Know the outlines of texts that were read earlier, by text and first line."""
    if len(_known) > MOST_KNOWN:
        _known.clear()
    _known.update(outlines)


def _read_outline(body: str, first_line: int) -> Outline:
    found = Outline()
    if _is_plain(body):
        found.blocks.append(Block(body.strip(), first_line, 1, entry=0))
        found.citations += _citations(body, Places(body, first_line))
        return found
    body = _without_endless(body, first_line, found)
    _read_text(_read_blocks(body, first_line, found), first_line, found)
    return found


def _is_plain(body: str) -> bool:
    """Whether a text is one paragraph of words and citations, as most fields are: it needs no parser."""
    if len(body) > LONGEST_PARAGRAPH or body.count("[") > MOST_BRACKETS:
        return False
    words = CITATION.sub("", body) if "[@" in body else body
    return not any(sign in words for sign in _MORE_THAN_WORDS) and bool(_ONE_PARAGRAPH.fullmatch(body))


def _without_endless(body: str, first_line: int, found: Outline) -> str:
    """The text without paragraphs that nobody could read and that would take long to parse."""
    if len(body) <= LONGEST_PARAGRAPH and body.count("[") <= MOST_BRACKETS:
        return body
    parts = re.split(r"(\n[ \t]*\n)", body)
    for number, part in enumerate(parts):
        is_long, brackets = len(part) > LONGEST_PARAGRAPH, part.count("[")
        if is_long or brackets > MOST_BRACKETS:
            line = first_line + sum(before.count("\n") for before in parts[:number])
            (found.too_long if is_long else found.bracketed).append(Spot(f"{len(part) if is_long else brackets:,}", line, 1))
            parts[number] = "\n" * part.count("\n")
    return "".join(parts)


def _read_blocks(body: str, first_line: int, found: Outline) -> str:
    """What the structure of the text tells: headings, lists, links, images; gives the text without indented code."""
    lines = body.split("\n")
    kept = list(lines)
    # A footnote's text is read as a paragraph: this parser would take it for the address of a link.
    safe = _FOOTNOTE_DEFINITION.sub(lambda match: match[0].replace("[", "(").replace("]", ")"), body)
    tokens = list(_tokens(safe))
    notes = {match["label"] for match in _FOOTNOTE_DEFINITION.finditer(body)}
    headings = [token for token, parents in tokens if token.type == "inline" and _is_heading(parents)]
    taken = {match["id"] for token in headings if (match := _HEADING_ID.search(token.content))}
    for token, parents in tokens:
        start, end = token.map or (0, 0)
        here = Finder(lines, start, end, first_line)
        if len(parents) > 2 * DEEPEST and not found.too_deep:
            found.too_deep.append(here.spot("", ""))
        if token.type == "code_block":
            found.indented.append(here.spot(token.content.strip().split("\n")[0]))
            kept[start:end] = [""] * (end - start)
        elif token.type == "fence" and not _is_closed(lines[start:end], token.markup):
            found.unclosed.append(here.spot(token.markup))
        elif token.type == "inline":
            if _is_heading(parents) and len(found.headings) == MOST_HEADINGS:
                found.too_many = found.too_many or [here.spot("", "")]
            elif _is_heading(parents):
                found.headings.append(_heading(token, int(parents[-1].tag[1]), taken, here))
                found.sections.append(Section(found.headings[-1]))
            elif found.sections and [parent.type for parent in parents] == _BULLET:
                _add_item(found.sections[-1], token, parents[-2], first_line)
            elif found.sections and any(parent.type == "list_item_open" for parent in parents):
                found.sections[-1].others.append(here.spot(token.content.split("\n")[0]))
            if not _is_heading(parents):
                found.blocks.append(_block(token, parents, first_line, len(found.blocks)))
            _inline(token, here, notes, found, is_heading=_is_heading(parents))
    return "\n".join(kept)


def _block(token: Any, parents: list[Any], first_line: int, number: int) -> Block:
    """A paragraph or a cell; the numbers of entries are counted down, so that they are not those of paragraphs."""
    line = token.map[0] if token.map else 0
    entry = next((parent for parent in reversed(parents) if parent.type in _ENTRIES), None)
    return Block(
        token.content, first_line + line, 1,
        entry=number if entry is None else -1 - entry.map[0], is_cell=entry is not None and entry.type == "tr_open",
        is_quoted=any(parent.type == "blockquote_open" for parent in parents),
    )  # fmt: skip


def _is_heading(parents: list[Any]) -> bool:
    return bool(parents) and parents[-1].type == "heading_open"


def _add_item(section: Section, token: Any, entry: Any, first_line: int) -> None:
    """Add a paragraph to the bullets of a section: the first of an entry is a new one, later ones belong to it."""
    text, line = " ".join(token.content.split()), first_line + entry.map[0]
    if section.items and section.items[-1].line == line:
        text = f"{section.items.pop().value} {text}"
    section.items.append(Item(text, line, 1))


def _is_closed(lines: list[str], fence: str) -> bool:
    """Whether a block of code ends with its fence."""
    last = lines[-1].strip(" \t>")
    return len(lines) > 1 and last.startswith(fence) and not last.strip(fence[0])


def _read_text(body: str, first_line: int, found: Outline) -> None:
    """What stands in the text wherever it is, code left out, as it will be when the page is made."""
    plain = without_code(body)
    place = Places(plain, first_line)
    found.citations += _citations(plain, place)
    for match in PLACEHOLDER.finditer(plain):
        found.placeholders.append(Spot(match["name"], *place(match.start())))
    referred = {match["label"] for match in _FOOTNOTE.finditer(plain)}
    for match in _FOOTNOTE_DEFINITION.finditer(plain):
        if match["label"] not in referred:
            found.unused_notes.append(Spot(match["label"], *place(match.end(1))))
    whole = {match.start() for pattern in (CITATION, PLACEHOLDER) for match in pattern.finditer(plain)}
    for match in re.finditer(r"\[@|(?<!\{)\{\{", plain):
        if match.start() not in whole:
            found.begun.append(Spot(match[0], *place(match.start())))
    # After the last end no comment can be whole: to look for one from each beginning there would take very long.
    closed = plain.rfind("-->") + 3 if "-->" in plain else 0
    bare = _COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), plain[:closed]) + plain[closed:]
    for match in _TAG.finditer(bare):
        here, attributes = place(match.start()), match["attributes"].strip(" /\n")
        if match["name"] == "!--":
            found.unclosed.append(Spot("<!--", *here))
            break
        found.html.append(Tag(match["name"], *here, attributes=attributes, closes=bool(match["close"])))


def _citations(plain: str, place: Places) -> Iterator[Citation]:
    for match in CITATION.finditer(plain):
        ids, review, fault = parse_citation(match)
        yield Citation(match[0], *place(match.start()), ids=ids, review_by=review, fault=fault)


def parse_citation(match: re.Match[str]) -> tuple[tuple[str, ...], datetime.date | None, str]:
    """The ids and the review date of one citation, and what is wrong with it, if anything."""
    ids: list[str] = []
    review, fault = None, ""
    for part in (" ".join(part.split()) for part in match["body"].split(";")):
        if not _REVIEW.match(part):
            ids.append(part.removeprefix("@"))
            continue
        day = part.removeprefix("review by").strip()
        try:
            review = datetime.date.fromisoformat(day if _DAY.fullmatch(day) else "")
        except ValueError:
            fault = f"“{day}” is not a date like 2027-05-21"
        if not part.startswith("review by"):
            fault = f"“{part}” does not begin with “review by”"
    return tuple(ids), review, fault


def may_hold_code(text: str) -> bool:
    """Whether it is worth looking for code in a text, which takes long."""
    return "`" in text or "~~~" in text


def without_code(text: str) -> str:
    """The text with code blanked out, character for character, so that positions stay true."""
    if not may_hold_code(text):
        return text
    return CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def _parse_marked(state: StateCore) -> None:
    """Read emphasis, links and the like in headings and where the outline could have to know of one.

    Most sentences hold no more than citations, and reading them takes as long as all else.
    """
    tokens, state.tokens = state.tokens, []
    for token, before in zip(tokens, [None, *tokens], strict=False):
        if token.type != "inline":
            continue
        if (before and before.type == "heading_open") or _MARKED.search(CITATION.sub("", token.content)):
            state.tokens.append(token)
        else:
            token.children = [Token("text", "", 0, content=token.content)]
    parse_inline(state)
    state.tokens = tokens


_PARSER.core.ruler.at("inline", _parse_marked)


def _parse(body: str) -> list[Token]:
    if not _ONE_PARAGRAPH.fullmatch(body):
        return _PARSER.parse(body)
    content = body.strip()
    inline = Token("inline", "", 0, content=content, map=[0, content.count("\n") + 1], children=[])
    state = StateCore(content, _PARSER, {}, [inline])
    _parse_marked(state)
    return [Token("paragraph_open", "p", 1, map=inline.map), inline, Token("paragraph_close", "p", -1)]


def _tokens(body: str) -> Iterator[tuple[Any, list[Any]]]:
    parents: list[Any] = []
    for token in _parse(body):
        if token.nesting == -1:
            parents.pop()
        else:
            yield token, list(parents)
            if token.nesting == 1:
                parents.append(token)


def _heading(token: Any, level: int, taken: set[str], here: Finder) -> Heading:
    shown = ("text", "code_inline", "text_special")
    text = "".join(child.content for child in token.children or [] if child.type in shown)
    explicit = _HEADING_ID.search(text)
    if explicit:
        text, anchor = text[: explicit.start()].rstrip(), explicit["id"]
        taken.add(anchor)
    else:
        anchor = unique(slugify(CITATION.sub("", text), "-"), taken)
    line, _ = here.place("")
    return Heading(text.strip(), line, 1, level, anchor)


def _inline(token: Any, here: Finder, notes: set[str], found: Outline, is_heading: bool) -> None:
    for child in token.children or []:
        if child.type == "link_open":
            target = str(child.attrs.get("href", ""))
            found.links.append(Spot(unescape(target), *here.place_of(target)))
        elif child.type == "image":
            source = str(child.attrs.get("src", ""))
            found.images.append(Image(unescape(source), *here.place_of(source), alt=child.content.strip()))
    plain = without_code(token.content)
    if is_heading:
        plain = _HEADING_ID.sub("", plain)
    for match in _ATTRIBUTES.finditer(PLACEHOLDER.sub(lambda m: " " * len(m[0]), plain)):
        found.attributes.append(here.spot(match[0]))
    text = "".join(child.content if child.type == "text" else "\n" for child in token.children or [])
    found.half_links += [here.spot(match[0]) for match in re.finditer(r"\]\(", text)]
    for match in _REFERENCE.finditer(text):
        found.undefined.append(here.spot(match["label"] or match["text"], match[0]))
    for match in _FOOTNOTE.finditer(text):
        if match["label"] not in notes:
            found.undefined.append(here.spot("^" + match["label"], match[0]))
