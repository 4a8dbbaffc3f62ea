"""The type that papers are set in: how wide each letter is, read from the font files that the typesetter uses."""

import struct
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from .kerning import read_kerning

FONTS = Path(__file__).resolve().parents[3] / "theme" / "fonts-print"
FAMILY = "Atkinson Hyperlegible Next"
Weight = Literal["regular", "bold"]


@dataclass(frozen=True)
class Face:
    """One font: the width of each letter in thousandths of its size, and by how much pairs of letters differ."""

    widths: dict[str, float]
    kerning: dict[tuple[str, str], float]

    def width(self, text: str) -> float:
        """The width of a text in ems."""
        wide = sum(self.widths.get(letter, 1000.0) for letter in text)
        return (wide + sum(self.kerning.get(pair, 0.0) for pair in pairwise(text))) / 1000

    def joint(self, left: str, right: str) -> float:
        """By how many ems two letters that follow each other stand further apart than their widths say."""
        return self.kerning.get((left, right), 0.0) / 1000


@cache
def face(weight: Weight) -> Face:
    """The font of a weight."""
    return read_face((FONTS / f"atkinson-hyperlegible-next-{weight}.ttf").read_bytes())


def has_letter(letter: str) -> bool:
    """Whether both weights have this letter, so that it can be printed anywhere."""
    return all(letter in face(weight).widths for weight in ("regular", "bold"))


def read_face(data: bytes) -> Face:
    """Read what gives letters their widths in a TrueType font (`head`, `hhea`, `hmtx`, `cmap` and `GPOS`)."""
    tables = {}
    for number in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * number)
        tables[tag] = offset
    units = struct.unpack_from(">H", data, tables[b"head"] + 18)[0]
    count = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    advances = [struct.unpack_from(">H", data, tables[b"hmtx"] + 4 * number)[0] for number in range(count)]
    glyphs = _read_cmap(data, tables[b"cmap"])
    letters: dict[int, list[str]] = {}
    for code, glyph in glyphs.items():
        letters.setdefault(glyph, []).append(chr(code))
    pairs = read_kerning(data, tables[b"GPOS"]) if b"GPOS" in tables else {}
    kerning = {
        (left, right): value * 1000 / units
        for (first, second), value in pairs.items()
        for left in letters.get(first, ())
        for right in letters.get(second, ())
    }
    widths = {chr(code): advances[min(glyph, count - 1)] * 1000 / units for code, glyph in glyphs.items() if glyph}
    return Face(widths, kerning)


def _read_cmap(data: bytes, start: int) -> dict[int, int]:
    """The glyph of each letter, from the first subtable of format 4 (all that a font of European letters needs)."""
    for number in range(struct.unpack_from(">H", data, start + 2)[0]):
        at = start + struct.unpack_from(">L", data, start + 4 + 8 * number + 4)[0]
        if struct.unpack_from(">H", data, at)[0] == 4:
            return _read_format_4(data, at)
    raise ValueError("the font has no character map of format 4")


def _read_format_4(data: bytes, at: int) -> dict[int, int]:
    double = struct.unpack_from(">H", data, at + 6)[0]
    count = double // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", data, at + 14 + extra + double * part)
        for part, extra in enumerate((0, 2, 2, 2))
    )
    glyphs = {}
    range_at = at + 16 + double * 3
    for number, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            if offset == 0:
                glyph = (code + delta) & 0xFFFF
            else:
                place = range_at + 2 * number + offset + 2 * (code - first)
                glyph = struct.unpack_from(">H", data, place)[0]
                glyph = (glyph + delta) & 0xFFFF if glyph else 0
            glyphs[code] = glyph
    return glyphs
