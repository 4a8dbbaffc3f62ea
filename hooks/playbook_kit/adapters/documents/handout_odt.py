"""A handout as an OpenDocument text that people change: real headings, lists, tables and links."""

import datetime
import io
from dataclasses import replace

from odfdo import Document, Element, Header, Link, List, ListItem, Span, Style
from odfdo import Paragraph as OdtParagraph

from ...handouts.blocks import Block, Handout, Heading, Listing, Paragraph, Run, Runs, Table
from .archive import pack, unpack
from .brand import Brand
from .odt_blank import blank, style_name
from .office import HANDOUT

NEW_PAGE = "New_20_page"
LEVELS = {"title": 1, "heading": 2, "reply": 3}
MARKERS = {"dash": "dash", "tick": "tick", "number": "reason"}


def write_handout_odt(handout: Handout, brand: Brand) -> bytes:
    """The handout as an OpenDocument text, the same bytes for the same handout."""
    document = Document(io.BytesIO(blank(handout.language, brand.heading, HANDOUT)))
    top = _text("top", (Run(handout.top, bold=True),))
    top.append(Element.from_tag("text:tab"))
    top.append(Span(handout.version, style="Plain"))
    document.body.extend([top, _text("title", (Run(handout.title),)), _text("lead", (Run(handout.lead),))])
    blocks = (*handout.body, *handout.notes)
    for number, block in enumerate(blocks, start=1):
        document.body.extend(_block(block, number, on_new_page=number == len(handout.body) + 1))
        if isinstance(block, Table):
            for column, share in enumerate(block.shares, start=1):
                width = f"{HANDOUT.width * share:.1f}pt"
                document.insert_style(Style("table-column", name=f"Table{number}.{column}", width=width), automatic=True)
    new_page = Style("paragraph", name=NEW_PAGE, parent_style=style_name("heading"))
    new_page.set_properties({"fo:break-before": "page"}, area="paragraph")
    document.insert_style(new_page, automatic=True)
    foot = (Run(f"{handout.foot} "), Run(handout.printed_address, link=handout.address))
    document.body.extend([_text("foot", foot), _text("note", (Run(handout.note),))])
    _describe(document, handout)
    buffer = io.BytesIO()
    document.save(buffer)
    return pack(unpack(buffer.getvalue()), ("mimetype",))


def _describe(document: Document, handout: Handout) -> None:
    midnight = datetime.datetime.combine(handout.day, datetime.time())
    meta = document.meta
    meta.title, meta.language = handout.title, handout.language
    meta.creator = meta.initial_creator = handout.top
    meta.creation_date = meta.date = midnight


def _text(look: str, runs: Runs) -> Element:
    """A paragraph or heading."""
    level = LEVELS.get(look)
    added = Header(level) if level else OdtParagraph()
    added.style = style_name(look)
    for run in runs:
        added.append(_run(run))
    return added


def _run(run: Run) -> str | Element:
    if run.link:
        return Link(run.link, text=run.text, style="Link")
    style = f"{'Strong' if run.bold else ''}{'Emphasis' if run.italic else ''}"
    return Span(run.text, style=style) if style else run.text


def _block(block: Block, number: int, on_new_page: bool) -> list[Element]:
    """A block of the body; a heading may begin a new page."""
    if isinstance(block, Heading):
        added = _text("heading" if block.level == 2 else "reply", (Run(block.text),))
        if on_new_page:
            added.style = NEW_PAGE
        return [added]
    if isinstance(block, Paragraph):
        return [_text("aside" if block.note else "body", block.runs)]
    if isinstance(block, Listing):
        entries = List(style=f"List_20_{MARKERS[block.marker]}")
        for item in block.items:
            entries.append(ListItem(_text("item", item)))
        return [entries]
    return [_table(block, number)]


def _table(table: Table, number: int) -> Element:
    """A table whose first row is its heading, for programs that read tables aloud."""
    added = Element.from_tag("table:table")
    added.set_attribute("table:name", f"Table {number}")
    added.set_attribute("table:style-name", "Table")
    for column in range(1, len(table.head) + 1):
        described = Element.from_tag("table:table-column")
        described.set_attribute("table:style-name", f"Table{number}.{column}")
        added.append(described)
    heading = Element.from_tag("table:table-header-rows")
    heading.append(_row(tuple(tuple(replace(run, bold=True) for run in cell) for cell in table.head)))
    added.append(heading)
    for row in table.rows:
        added.append(_row(row))
    return added


def _row(cells: tuple[Runs, ...]) -> Element:
    row = Element.from_tag("table:table-row")
    row.set_attribute("table:style-name", "Row")
    for runs in cells:
        cell = Element.from_tag("table:table-cell")
        cell.set_attribute("table:style-name", "Cell")
        cell.set_attribute("office:value-type", "string")
        cell.append(_text("cell", runs))
        row.append(cell)
    return row
