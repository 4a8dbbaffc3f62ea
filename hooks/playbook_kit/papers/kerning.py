"""How much nearer or further two letters stand than their widths say: pair adjustment in a font's `GPOS` table.

Only what the kerning of a font of European letters takes: pairs of glyphs and of classes, the advance of the first.
"""

from collections.abc import Iterator
from struct import unpack_from

Pairs = dict[tuple[int, int], int]
PAIRS, EXTENSION = 2, 9
X_ADVANCE = 4


def read_kerning(data: bytes, start: int) -> Pairs:
    """The adjustment of each pair of glyphs that has one, in units of the font; `start` is where the table begins."""
    found: Pairs = {}
    lookups = start + _number(data, start + 8)
    for lookup in _offsets(data, lookups, lookups):
        own: Pairs = {}
        settled: set[int] = set()
        for table in _pair_tables(data, lookup):
            covered = list(_coverage(data, table + _number(data, table + 2)))
            by_class = _number(data, table) == 2
            read = _class_pairs if by_class else _glyph_pairs
            for pair, value in read(data, table, covered):
                if pair[0] not in settled:
                    own.setdefault(pair, value)
            settled |= set(covered) if by_class else set()
        for pair, value in own.items():
            found[pair] = found.get(pair, 0) + value
    return {pair: value for pair, value in found.items() if value}


def _number(data: bytes, at: int) -> int:
    return unpack_from(">H", data, at)[0]


def _offsets(data: bytes, base: int, at: int) -> list[int]:
    """The places of tables that are listed at a place, counted from another."""
    return [base + offset for offset in unpack_from(f">{_number(data, at)}H", data, at + 2)]


def _pair_tables(data: bytes, lookup: int) -> Iterator[int]:
    kind = _number(data, lookup)
    for table in _offsets(data, lookup, lookup + 4):
        if kind == EXTENSION and _number(data, table + 2) == PAIRS:
            yield table + unpack_from(">L", data, table + 4)[0]
        elif kind == PAIRS:
            yield table


def _shape(data: bytes, table: int) -> tuple[int, int]:
    """The size of a pair's two values, and where the first one's advance stands in it."""
    first, second = unpack_from(">2H", data, table + 4)
    return 2 * (first.bit_count() + second.bit_count()), 2 * (first & (X_ADVANCE - 1)).bit_count()


def _glyph_pairs(data: bytes, table: int, covered: list[int]) -> Iterator[tuple[tuple[int, int], int]]:
    size, advance = _shape(data, table)
    for left, pairs in zip(covered, _offsets(data, table, table + 8), strict=True):
        for number in range(_number(data, pairs)):
            entry = pairs + 2 + number * (2 + size)
            yield (left, _number(data, entry)), unpack_from(">h", data, entry + 2 + advance)[0]


def _class_pairs(data: bytes, table: int, covered: list[int]) -> Iterator[tuple[tuple[int, int], int]]:
    size, advance = _shape(data, table)
    classes, rights = (dict(_classes(data, table + offset)) for offset in unpack_from(">2H", data, table + 8))
    count = _number(data, table + 14)
    members: dict[int, list[int]] = {}
    for right, group in rights.items():
        members.setdefault(group, []).append(right)
    for left in covered:
        row = table + 16 + classes.get(left, 0) * count * size + advance
        for group, group_members in members.items():
            value = unpack_from(">h", data, row + group * size)[0]
            if value:
                yield from (((left, right), value) for right in group_members)


def _coverage(data: bytes, at: int) -> Iterator[int]:
    """The glyphs that a table speaks of, in order."""
    form, count = unpack_from(">2H", data, at)
    if form == 1:
        yield from unpack_from(f">{count}H", data, at + 4)
    else:
        for number in range(count):
            first, last, _ = unpack_from(">3H", data, at + 4 + 6 * number)
            yield from range(first, last + 1)


def _classes(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """The class of each glyph that has one."""
    form, first = unpack_from(">2H", data, at)
    if form == 1:
        yield from enumerate(unpack_from(f">{_number(data, at + 4)}H", data, at + 6), start=first)
    else:
        for number in range(first):
            start, last, group = unpack_from(">3H", data, at + 4 + 6 * number)
            yield from ((glyph, group) for glyph in range(start, last + 1))
