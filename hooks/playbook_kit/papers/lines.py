"""How many lines a text takes, counted as the typesetter breaks them: as many words as fit, kerned, no hyphenation.

It may break in places that are left out here (after a hyphen, say), so what is counted is never less than what is set.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from .face import Weight, face
from .paper import Block, Bullets, Heading, Paper, Paragraph, Reason, labelled, plain
from .sizes import COLUMN, INDENT, STYLES

LONGEST_WORD = 24
TOLERANCE = 0.002
# A line may end after a space, but not between brackets or quotation marks and what they hold.
_BREAKS = re.compile("(?<=[^\\s(\\[{“‘] )(?![\\s)\\]}”’!?/,.;:…])|(?<=\u200b)")


@dataclass(frozen=True)
class Line:
    """A text in one style, as wide as it may be.

    `holds` keeps it with what follows, `whole` keeps it in one piece; it may begin a column where it `opens` something.
    """

    style: str
    text: str
    width: float
    holds: bool = False
    whole: bool = False
    opens: bool = True

    @property
    def count(self) -> int:
        """How many lines it takes."""
        return count_lines(self.text, STYLES[self.style].weight, STYLES[self.style].size, self.width)

    @property
    def height(self) -> float:
        """Its height with the space above."""
        return STYLES[self.style].above + self.count * STYLES[self.style].line


def breakable(text: str) -> str:
    """The text with places to break in words that are longer than a line could hold."""
    return re.sub(rf"[^\s\u200b]{{{LONGEST_WORD}}}(?=[^\s\u200b])", "\\g<0>\u200b", text)


@lru_cache(5_000)
def count_lines(text: str, weight: Weight, size: float, width: float) -> int:
    """How many lines a text takes."""
    room, font = width / size - TOLERANCE, face(weight)
    lines, used, last = 1, 0.0, ""
    for part in _BREAKS.split(breakable(text)):
        whole, bare = _widths(part, weight)
        joint = font.joint(last, part[:1])
        if used and used + joint + bare > room:
            lines, used = lines + 1, whole
        else:
            used += joint + whole
        last = part[-1:]
    return lines


@lru_cache(20_000)
def _widths(part: str, weight: Weight) -> tuple[float, float]:
    """The width of a part of a line, and without the space at its end."""
    return face(weight).width(part), face(weight).width(part.rstrip(" \u200b"))


def block_lines(block: Block) -> Iterator[Line]:
    """The texts of a block in a column."""
    if isinstance(block, Heading):
        yield Line("heading", block.text, COLUMN, holds=True)
    elif isinstance(block, Paragraph):
        yield _paragraph(block)
    elif isinstance(block, Bullets):
        yield from (Line("item", plain(item), COLUMN - INDENT["item"]) for item in block.items)
    elif isinstance(block, Reason):
        yield Line("reason", block.text, COLUMN - INDENT["reason"], whole=True)
    else:
        yield Line("reply", block.heading, COLUMN, holds=True)
        yield Line("strength", plain(block.strength_text), COLUMN - INDENT["strength"], bool(block.below), opens=False)
        for part in block.below:
            yield from block_lines(part)


def _paragraph(paragraph: Paragraph) -> Line:
    """A paragraph as if its bold label were not bold, in a column that is narrower by what makes up for it."""
    size, label = STYLES["body"].size, paragraph.label
    extra = (face("bold").width(label) - face("regular").width(label)) * size
    return Line("body", labelled(paragraph), COLUMN - max(0.0, extra))


def source_lines(paper: Paper) -> list[Line]:
    """The sources at the foot, as texts in a column."""
    width = COLUMN - INDENT["source"]
    return [Line("source", source.text, width, whole=True) for source in paper.sources]
