"""A paper as an OpenDocument text: real headings, lists and links, and no more than the paper says."""

import datetime
import io
from collections.abc import Iterable

from odfdo import Document, Element, Header, Link, List, ListItem, Section, Span
from odfdo import Paragraph as OdtParagraph

from ...papers.paper import Block, Bullets, Columns, Heading, Paper, Paragraph, Reason, Reference, Sheet, plain
from .archive import pack, unpack
from .brand import Brand
from .odt_blank import blank, style_name

LEVELS = {"title": 1, "ask-heading": 2, "heading": 2, "reply": 3, "sources-heading": 2}


def write_odt(sheet: Sheet, brand: Brand) -> bytes:
    """The paper as an OpenDocument text, the same bytes for the same paper."""
    paper = sheet.paper
    document = Document(io.BytesIO(blank(paper.language, brand.heading)))
    document.body.extend([
        _text("top", _span(paper.top, "Strong"), Element.from_tag("text:tab"), _span(paper.date, "Plain")),
        _text("title", paper.title),
        _text("lead", plain(paper.lead)),
        _text("ask-heading", paper.ask[0].text),
        _text("ask", plain(paper.ask[1].runs)),
        _columns("Reasons", sheet.body, [part for block in paper.body for part in _block(block)]),
        _text("sources-heading", paper.sources_heading),
        _text("sources-note", paper.sources_note),
        _columns("Sources", sheet.sources, [("source", _text("source", *_source(one))) for one in paper.sources]),
        _text("foot", f"{paper.foot} ", _link(paper.printed_address, paper.address)),
        _text("note", paper.note),
    ])  # fmt: skip
    _describe(document, paper)
    buffer = io.BytesIO()
    document.save(buffer)
    return pack(unpack(buffer.getvalue()), ("mimetype",))


def _describe(document: Document, paper: Paper) -> None:
    midnight = datetime.datetime.combine(paper.day, datetime.time())
    meta = document.meta
    meta.title, meta.language, meta.creator, meta.initial_creator = paper.title, paper.language, paper.top, paper.top
    meta.creation_date = meta.date = midnight


def _text(look: str, *parts: str | Element) -> Element:
    """A paragraph or heading; texts in it are shown as they are."""
    level = LEVELS.get(look)
    added = Header(level) if level else OdtParagraph()
    added.style = style_name(look)
    for part in parts:
        added.append(part)
    return added


def _span(text: str, style: str) -> Span:
    return Span(text, style=style)


def _link(text: str, address: str) -> Link:
    return Link(address, text=text, style="Link")


def _source(source: Reference) -> list[str | Element]:
    title = _link(source.title, source.url) if source.url else source.title
    return [title, f" {source.about}"]


def _block(block: Block) -> Iterable[tuple[str, Element]]:
    """A block of the body as paragraphs, each with the name of the list that it is an entry of, or with nothing."""
    if isinstance(block, Heading):
        yield "", _text("heading", block.text)
    elif isinstance(block, Paragraph):
        yield "", _labelled(block)
    elif isinstance(block, Bullets):
        yield from (("tick" if block.tick else "dash", _text("item", plain(item))) for item in block.items)
    elif isinstance(block, Reason):
        yield "reason", _text("reason", f"{block.one_liner} ", _span(plain(block.strength_text), "Emphasis"))
    else:
        yield "", _text("reply", block.heading)
        yield "", _text("strength", plain(block.strength_text))
        yield from (("", _labelled(part)) for part in block.below)


def _labelled(paragraph: Paragraph) -> Element:
    label = [_span(paragraph.label, "Strong"), " "] if paragraph.label else []
    return _text("body", *label, plain(paragraph.runs))


def _columns(name: str, columns: Columns, parts: list[tuple[str, Element]]) -> Section:
    """Two columns; entries of the same list that follow each other are one list."""
    section, last, entries = Section(style="Columns", name=name), "", None
    for number, (listing, text) in enumerate(parts):
        if number == columns.turn:
            text.style = f"{text.style}_20_turn"
        if not listing:
            section.append(text)
        else:
            if listing != last or entries is None:
                entries = List(style=f"List_20_{listing}")
                section.append(entries)
            entries.append(ListItem(text))
        last = listing
    return section
