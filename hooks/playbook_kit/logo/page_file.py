"""What a council's own pages show or offer: pictures as PNG or JPEG, papers as PDF, tables as CSV."""

import csv
import io
import re
from dataclasses import replace

from .picture import SIGNATURES, Flaw
from .raster import LARGEST_SIDE, OF_A_LOGO, read_jpeg, read_png

LARGEST = {"png": 1_000_000, "jpg": 1_000_000, "jpeg": 1_000_000, "pdf": 2_000_000, "csv": 500_000}
"""By the ending of a file's name, how many bytes it may have; a page waits for its pictures."""
_SMALLER = {
    "png": "Save it smaller: a page is at most 1,200 pixels wide. A photograph is smaller as JPEG.",
    "pdf": "Save it for the web, or split it.",
    "csv": "Split it.",
}
_OTHER_PICTURE = Flaw("This is not the kind of picture that its name says.", "Save it as PNG or as JPEG, and name it so.")
_PDF_BEGINS, _PDF_ENDS = re.compile(rb"%PDF-[12]\.\d"), b"%%EOF"
_PDF_ACTS = re.compile(rb"/(JavaScript|JS|Launch|EmbeddedFile)\b")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def read_page_file(ending: str, data: bytes) -> tuple[bytes, list[Flaw]]:
    """What may be served of a file whose name ends in `ending`, one of `LARGEST`, and what is wrong with it.

    Of pictures nothing is kept but the picture itself: no place, no name, no date.
    """
    kind = "jpg" if ending == "jpeg" else ending
    if len(data) > LARGEST[ending]:
        fix = _SMALLER["png" if kind == "jpg" else kind]
        return b"", [Flaw(f"The file is {len(data):,} bytes; at most {LARGEST[ending]:,} are served.", fix)]
    if kind in ("png", "jpg"):
        return _picture(kind, data)
    return data, _pdf(data) if kind == "pdf" else _csv(data)


def _picture(kind: str, data: bytes) -> tuple[bytes, list[Flaw]]:
    if not data.startswith(SIGNATURES["png" if kind == "png" else "jpeg"]):
        return b"", [_OTHER_PICTURE]
    picture, flaws = (read_png if kind == "png" else read_jpeg)(data)
    stops = [
        replace(flaw, fix=f"Save it with at most {LARGEST_SIDE:,} pixels on a side.") if flaw.fix == OF_A_LOGO else flaw
        for flaw in flaws if flaw.stops
    ]  # fmt: skip
    return (picture.data if picture and not stops else b""), stops


def _pdf(data: bytes) -> list[Flaw]:
    """What can be told of a PDF without opening it: that it is one, is whole, and openly runs and carries nothing."""
    if not _PDF_BEGINS.match(data):
        return [Flaw("This is not a PDF.", "Save the paper as PDF.")]
    if _PDF_ENDS not in data[-1024:]:
        return [Flaw("The PDF is cut short: its end is missing.", "Copy the file once more.")]
    found = _PDF_ACTS.search(data)
    if found:
        what = f"The PDF has a part that acts or carries a file (/{found[1].decode()})."
        return [Flaw(what, "Save it as PDF/A, which has none.")]
    return []


def _csv(data: bytes) -> list[Flaw]:
    """What would be lost or would run when a table is opened in a spreadsheet."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return [Flaw("The table is not saved as UTF-8.", "Save it again as “CSV UTF-8”.", line=line)]
    if "\0" in text or not text.strip():
        return [Flaw("This is not a table in text.", "Save it as “CSV UTF-8”.")]
    flaws = []
    rows = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in rows:
            for cell in row:
                if cell.startswith(_FORMULA) and not _is_number(cell):
                    what = f"The cell “{cell[:30]}” would run as a formula in a spreadsheet."
                    flaws.append(Flaw(what, "Begin the cell with a letter or a figure, or write what the formula comes to.", line=rows.line_num))
    except csv.Error:
        return [Flaw("This is not a table in text.", "Save it as “CSV UTF-8”.", line=rows.line_num)]
    return flaws[:10]


def _is_number(cell: str) -> bool:
    return bool(re.fullmatch(r"[-+]?[\d,]*\.?\d+%?", cell.strip()))
