"""PNG and JPEG: their size is read, and everything that is not the picture itself is left out (places, names, dates)."""

import struct
import zlib
from collections.abc import Iterator

from .picture import SIGNATURES, Flaw, Picture

LARGEST_SIDE = 4096  # pixels
SMALLEST_SIDE = 64  # pixels; below that a logo is blurred on most screens
OF_A_LOGO = "Save it smaller: a logo in the header is 40 pixels high."
_PNG_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"IDAT", b"IEND"}
_FRAMES = {0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF}
_BARE = {0x01, *range(0xD0, 0xD8)}
# JFIF says how the picture is encoded, and so does Adobe's segment; all other such segments are about its making.
_JPEG_DROPPED = {*range(0xE1, 0xF0), 0xFE} - {0xEE}
_DAMAGED = Flaw("The picture is damaged: it ends too early, or its parts do not fit together.", "Save it again.")

Read = tuple[Picture | None, list[Flaw]]


def read_png(data: bytes) -> Read:
    """A PNG picture without anything but its pixels and their colours."""
    try:
        chunks = [(kind, body) for kind, body in _chunks(data) if kind in _PNG_KEPT]
        width, height = struct.unpack(">II", chunks[0][1][:8]) if chunks and chunks[0][0] == b"IHDR" else (0, 0)
        flaws = _size(width, height)
        if not flaws or not flaws[0].stops:
            _try_pixels(b"".join(body for kind, body in chunks if kind == b"IDAT"), chunks[0][1])
    except (ValueError, IndexError, struct.error, zlib.error):
        return None, [_DAMAGED]
    kept = b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    return Picture("png", SIGNATURES["png"] + kept, width, height), flaws


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks up to the end of the picture; ValueError if one is damaged or the end is missing."""
    at = 8
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        check = data[at + 8 + length : at + 12 + length]
        if len(body) != length or check != struct.pack(">I", zlib.crc32(kind + body)):
            raise ValueError("a chunk is damaged")
        yield kind, body
        if kind == b"IEND":
            return
        at += 12 + length
    raise ValueError("the end is missing")


def _try_pixels(packed: bytes, header: bytes) -> None:
    """Unpack the pixels, never more of them than the header promises; ValueError if there are fewer or more."""
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(colour)
    if channels is None or depth not in (1, 2, 4, 8, 16):
        raise ValueError("an unknown kind of pixel")
    most = height * (1 + (width * channels * depth + 7) // 8)
    # An interlaced picture has a few more bytes, for the rows of its seven passes.
    room = most + (2 * (width + height) + 64 if interlaced else 0)
    found = len(zlib.decompressobj().decompress(packed, room + 1))
    if found > room or found < most:
        raise ValueError("the pixels do not fit the size")


def read_jpeg(data: bytes) -> Read:
    """A JPEG picture without remarks, places and previews."""
    try:
        kept, size = _segments(data)
    except (IndexError, ValueError, struct.error):
        return None, [_DAMAGED]
    width, height = size
    return Picture("jpeg", kept, width, height), _size(width, height)


def _segments(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """What is kept of a JPEG file, and its width and height; ValueError if it has no picture or no end."""
    kept, size, at = bytearray(data[:2]), None, 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker where one must be")
        while data[at + 1] == 0xFF:
            at += 1
        marker = data[at + 1]
        if marker == 0xD9:
            if size is None:
                raise ValueError("no picture")
            return bytes(kept + b"\xff\xd9"), size
        if marker in _BARE:
            kept += data[at : at + 2]
            at += 2
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        end = at + 2 + length
        if length < 2 or end > len(data):
            raise ValueError("a segment is too long")
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            size = width, height
        if marker == 0xDA:
            end = _after_scan(data, end)
        if marker not in _JPEG_DROPPED:
            kept += data[at:end]
        at = end


def _after_scan(data: bytes, at: int) -> int:
    """Where the next marker stands after the packed pixels that begin at `at`."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise ValueError("the end is missing")
        if data[at + 1] == 0x00 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        else:
            return at


def _size(width: int, height: int) -> list[Flaw]:
    if not width or not height:
        return [_DAMAGED]
    if max(width, height) > LARGEST_SIDE:
        return [Flaw(
            f"The picture is {width:,} by {height:,} pixels; at most {LARGEST_SIDE:,} on a side are taken.",
            OF_A_LOGO,
        )]  # fmt: skip
    if min(width, height) < SMALLEST_SIDE:
        return [Flaw(
            f"The picture is {width} by {height} pixels, so it will look blurred on most screens.",
            f"Save it at least {SMALLEST_SIDE} pixels high, or as SVG.", stops=False,
        )]  # fmt: skip
    return []
