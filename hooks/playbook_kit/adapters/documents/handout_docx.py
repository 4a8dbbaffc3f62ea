"""A handout as a Word document that people change: real headings, lists, tables and links."""

import datetime
import io
from dataclasses import replace
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from ...handouts.blocks import Block, Handout, Heading, Listing, Paragraph, Run, Runs, Table
from ...papers.sizes import PAGE
from .archive import pack, unpack
from .brand import Brand
from .docx_blank import LINK_STYLE, LISTS, blank, styled, twentieths
from .office import HANDOUT


def write_handout_docx(handout: Handout, brand: Brand) -> bytes:
    """The handout as a Word document, the same bytes for the same handout."""
    document = Document(io.BytesIO(blank(handout.language, brand.heading, HANDOUT)))
    _describe(document.core_properties, handout)
    writer = _Writer(document)
    writer.add("top", (Run(handout.top, bold=True), Run(f"\t{handout.version}")))
    writer.add("title", (Run(handout.title),))
    writer.add("lead", (Run(handout.lead),))
    for block in handout.body:
        writer.block(block)
    for number, block in enumerate(handout.notes):
        writer.block(block, on_new_page=number == 0)
    writer.add("foot", (Run(f"{handout.foot} "), Run(handout.printed_address, link=handout.address)))
    writer.add("note", (Run(handout.note),))
    _set_page(document.element.body.sectPr)
    buffer = io.BytesIO()
    document.save(buffer)
    return pack(unpack(buffer.getvalue()))


def _describe(properties: Any, handout: Handout) -> None:
    midnight = datetime.datetime.combine(handout.day, datetime.time())
    properties.title, properties.author, properties.language = handout.title, handout.top, handout.language
    properties.created = properties.modified = midnight
    properties.last_modified_by, properties.revision = handout.top, 1


class _Writer:
    """Adds blocks in our styles to a document."""

    def __init__(self, document: Any):
        self.document = document
        self.numbered = len(LISTS)

    def add(self, style: str, runs: Runs) -> Any:
        """A paragraph at the end of the document."""
        return self.fill(styled(self.document.add_paragraph(), style), runs)

    def fill(self, paragraph: Any, runs: Runs) -> Any:
        """Put text into a paragraph."""
        for run in runs:
            added = paragraph.add_run(run.text)
            added.bold, added.italic = run.bold or None, run.italic or None
            if run.link:
                added._r.style = LINK_STYLE
                link = OxmlElement("w:hyperlink")
                link.set(qn("r:id"), paragraph.part.relate_to(run.link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
                paragraph._p.append(link)
                link.append(added._r)
        return paragraph

    def block(self, block: Block, on_new_page: bool = False) -> None:
        """A block of the body; a heading may begin a new page."""
        if isinstance(block, Heading):
            added = self.add("heading" if block.level == 2 else "reply", (Run(block.text),))
            added.paragraph_format.page_break_before = on_new_page or None
        elif isinstance(block, Paragraph):
            self.add("aside" if block.note else "body", block.runs)
        elif isinstance(block, Listing):
            number = self._new_numbers() if block.marker == "number" else LISTS[block.marker]
            for item in block.items:
                numbers = self.add("item", item)._p.get_or_add_pPr().get_or_add_numPr()
                numbers.get_or_add_ilvl().val = 0
                numbers.get_or_add_numId().val = number
        else:
            self._table(block)

    def _new_numbers(self) -> int:
        """The number of a new list, which counts from 1 whatever came before it."""
        numbering = self.document.part.numbering_part.element
        added = numbering.add_num(LISTS["reason"])
        added.add_lvlOverride(ilvl=0).add_startOverride(1)
        return added.numId

    def _table(self, table: Table) -> None:
        added = self.document.add_table(rows=0, cols=len(table.head))
        added.alignment, added.autofit = WD_TABLE_ALIGNMENT.LEFT, False
        properties = added._tbl.tblPr
        properties.append(_borders())
        widths = [Pt(HANDOUT.width * share) for share in table.shares]
        for column, width in zip(added.columns, widths, strict=True):
            column.width = width
        for number, cells in enumerate((table.head, *table.rows)):
            row = added.add_row()
            if number == 0:
                # Word reads such a row aloud with its cells, and repeats it on the next page.
                row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, width, runs in zip(row.cells, widths, cells, strict=True):
                cell.width = width
                paragraph = styled(cell.paragraphs[0], "cell")
                self.fill(paragraph, runs if number else tuple(replace(run, bold=True) for run in runs))
        styled(self.document.add_paragraph(), "cell")


def _borders() -> Any:
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for key, value in {"val": "single", "sz": "4", "space": "0", "color": "767676"}.items():
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    return borders


def _set_page(section: Any) -> None:
    """A4 with the margins of a handout."""
    margin = HANDOUT.margin
    for name, values in {
        "w:pgSz": {"w": twentieths(PAGE[0]), "h": twentieths(PAGE[1])},
        "w:pgMar": {
            "top": twentieths(margin["top"]), "bottom": twentieths(margin["bottom"]),
            "left": twentieths(margin["side"]), "right": twentieths(margin["side"]),
            "header": 0, "footer": 0, "gutter": 0,
        },
    }.items():  # fmt: skip
        element = OxmlElement(name)
        for key, value in values.items():
            element.set(qn(f"w:{key}"), str(value))
        section.append(element)
