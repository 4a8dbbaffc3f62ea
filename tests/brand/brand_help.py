"""Made-up councils, and what their sites are made from."""

import struct
import zlib
from pathlib import Path

HOUSE = "M4 44V16L24 4l20 12v28H32V28H16v16z"
LINES = "M56 14h96v6H56zM56 26h72v6H56zM56 38h84v4H56z"
WIDE_LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 48"><style>.a{{fill:{colour}}}</style>'
    f'<path class="a" d="{HOUSE}"/><path class="a" d="{LINES}"/></svg>'
)
SQUARE_LOGO = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="{{colour}}" d="{HOUSE}"/></svg>'

COUNCIL = """\
name: Anytown Borough Council
short_name: Anytown
site:
  title: Social media at Anytown
  strapline: How we use it, and why.
  address: https://council.example/social-media/
repository:
  forge: github
  address: https://git.example.net/anytown/playbook
announcement:
  text: This is a *trial*. [What it is for](../docs/reuse.md).
contacts:
  communications: the Anytown press office
  duty: the Anytown duty telephone
  ict: the Anytown service desk
  monitoring_officer: the Anytown monitoring officer
  data_protection: the Anytown data inbox
  ripa: the Anytown legal team
  equality: the Anytown equality team
  accessibility: the Anytown web team
  privacy: the Anytown privacy inbox
brand:
  colours:
    brand: "{colour}"
"""
LOGO = """\
  logo:
    file: local/brand/logo.svg
    alt: The arms of Anytown
"""


def write_council(root: Path, colour: str, logo: str = "", more: str = "") -> None:
    """Write a made-up council's file below `root`, and its logo if it has one; `more` follows in the file's `brand`."""
    (root / "local/brand").mkdir(parents=True)
    text = COUNCIL.format(colour=colour) + (LOGO if logo else "") + more
    (root / "local/council.yml").write_text(text, encoding="utf-8")
    if logo:
        (root / "local/brand/logo.svg").write_text(logo, encoding="utf-8")


def png(width: int, height: int, *chunks: tuple[bytes, bytes], pixel: bytes = b"\x80\x10\x20") -> bytes:
    """A PNG picture of one colour, with more chunks before its pixels."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = (b"\0" + pixel * width) * height
    parts = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), *chunks, (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)
