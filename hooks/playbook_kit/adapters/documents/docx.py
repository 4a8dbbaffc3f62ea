"""A paper as a Word document: real headings, lists and links, and no more than the paper says."""

import datetime
import io
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from ...papers.paper import Block, Bullets, Columns, Heading, Paper, Paragraph, Reason, Reference, Runs, Sheet, plain
from ...papers.sizes import GUTTER, MARGIN, PAGE
from .archive import pack, unpack
from .brand import Brand
from .docx_blank import LINK_STYLE, LISTS, blank, styled, twentieths


def write_docx(sheet: Sheet, brand: Brand) -> bytes:
    """The paper as a Word document, the same bytes for the same paper."""
    paper = sheet.paper
    document = Document(io.BytesIO(blank(paper.language, brand.heading)))
    _describe(document.core_properties, paper)
    writer = _Writer(document)
    top = writer.add("top", "")
    top.add_run(paper.top).bold = True
    top.add_run(f"\t{paper.date}").font.color.rgb = RGBColor(0, 0, 0)
    writer.add("title", paper.title)
    writer.add("lead", plain(paper.lead))
    writer.add("ask-heading", paper.ask[0].text)
    writer.end_section(writer.add("ask", plain(paper.ask[1].runs)), columns=1)
    writer.end_columns([text for block in paper.body for text in writer.block(block)], sheet.body)
    writer.add("sources-heading", paper.sources_heading)
    writer.end_section(writer.add("sources-note", paper.sources_note), columns=1)
    writer.end_columns([writer.source(source) for source in paper.sources], sheet.sources)
    writer.link(writer.add("foot", f"{paper.foot} "), paper.printed_address, paper.address)
    writer.add("note", paper.note)
    _set_page(document.element.body.sectPr, columns=1)
    buffer = io.BytesIO()
    document.save(buffer)
    return pack(unpack(buffer.getvalue()))


def _describe(properties: Any, paper: Paper) -> None:
    midnight = datetime.datetime.combine(paper.day, datetime.time())
    properties.title, properties.author, properties.language = paper.title, paper.top, paper.language
    properties.created = properties.modified = midnight
    properties.last_modified_by, properties.revision = paper.top, 1


class _Writer:
    """Adds paragraphs in our styles to a document."""

    def __init__(self, document: Any):
        self.document = document

    def add(self, style: str, text: str) -> Any:
        """A paragraph; the text is shown as it is."""
        return styled(self.document.add_paragraph(text), style)

    def block(self, block: Block) -> list[Any]:
        """A block of the body, as paragraphs."""
        if isinstance(block, Heading):
            return [self.add("heading", block.text)]
        if isinstance(block, Paragraph):
            return [self._labelled(block)]
        if isinstance(block, Bullets):
            return [self._item(item, block.tick) for item in block.items]
        if isinstance(block, Reason):
            entry = self.add("reason", f"{block.one_liner} ")
            entry.add_run(plain(block.strength_text)).italic = True
            return [entry]
        above = [self.add("reply", block.heading), self.add("strength", plain(block.strength_text))]
        return above + [self._labelled(part) for part in block.below]

    def _labelled(self, paragraph: Paragraph) -> Any:
        added = self.add("body", "")
        if paragraph.label:
            added.add_run(f"{paragraph.label} ").bold = True
        added.add_run(plain(paragraph.runs))
        return added

    def _item(self, runs: Runs, tick: bool) -> Any:
        added = self.add("item", plain(runs))
        if tick:
            number = added._p.get_or_add_pPr().get_or_add_numPr()
            number.get_or_add_ilvl().val = 0
            number.get_or_add_numId().val = LISTS["tick"]
        return added

    def source(self, source: Reference) -> Any:
        """An entry of the list of sources, its title a link."""
        added = self.add("source", "")
        if source.url:
            self.link(added, source.title, source.url)
        else:
            added.add_run(source.title)
        added.add_run(f" {source.about}")
        return added

    def link(self, paragraph: Any, text: str, address: str) -> None:
        """A link at the end of a paragraph."""
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        paragraph._p.append(link)
        run = paragraph.add_run(text)._r
        run.style = LINK_STYLE
        link.append(run)

    def end_columns(self, texts: list[Any], columns: Columns) -> None:
        """End a part in two columns that holds these paragraphs."""
        if columns.turn < len(texts):
            turn = OxmlElement("w:r")
            turn.append(OxmlElement("w:br"))
            turn[0].set(qn("w:type"), "column")
            texts[columns.turn].paragraph_format.space_before = 0
            texts[columns.turn]._p.get_or_add_pPr().addnext(turn)
        self.end_section(texts[-1], columns=2)

    def end_section(self, last: Any, columns: int) -> None:
        """End a part of the page that has so many columns with the paragraph `last`."""
        section = OxmlElement("w:sectPr")
        last._p.get_or_add_pPr().append(section)
        _set_page(section, columns)


def _set_page(section: Any, columns: int) -> None:
    """A4 with our margins. Parts of one page follow each other, and each is as tall as what is in it."""
    for name, values in {
        "w:type": {"val": "continuous"},
        "w:pgSz": {"w": twentieths(PAGE[0]), "h": twentieths(PAGE[1])},
        "w:pgMar": {
            "top": twentieths(MARGIN["top"]), "bottom": twentieths(MARGIN["bottom"]),
            "left": twentieths(MARGIN["side"]), "right": twentieths(MARGIN["side"]),
            "header": 0, "footer": 0, "gutter": 0,
        },
        "w:cols": {"num": columns, "space": twentieths(GUTTER)},
    }.items():  # fmt: skip
        element = OxmlElement(name)
        for key, value in values.items():
            element.set(qn(f"w:{key}"), str(value))
        section.append(element)
