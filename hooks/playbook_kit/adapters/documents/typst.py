"""The typesetter, and papers as PDF/UA-1. Texts go in as data, so that nothing in them can be read as code."""

import datetime
import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from ...papers.data import sheet_data
from ...papers.face import FONTS
from ...papers.paper import Sheet
from .brand import Brand

HERE = Path(__file__).parent
PAPER = HERE / "paper.typ"


@cache
def _compiler(template: Path) -> typst.Compiler:
    """The typesetter for a template. It knows our fonts alone, so that every machine gives the same page."""
    return typst.Compiler(input=template, root=HERE, font_paths=[FONTS], ignore_system_fonts=True)


def typeset(template: Path, data: dict[str, Any], **options: Any) -> bytes:
    """Set a template of ours with this data."""
    return _compiler(template).compile(sys_inputs={"data": json.dumps(data, ensure_ascii=False)}, **options)


def set_paper(sheet: Sheet, brand: Brand) -> bytes:
    """A paper as a tagged PDF of one page, dated with the day that stands on it."""
    midnight = datetime.datetime.combine(sheet.paper.day, datetime.time(), datetime.UTC)
    data = {**sheet_data(sheet), "brand": brand.heading, "mark": brand.mark(brand.heading)}
    return typeset(PAPER, data, format="pdf", pdf_standards="ua-1", timestamp=int(midnight.timestamp()))
