"""How a paper lies on its side of A4: sizes in points, which the typesetter takes from here, and what they add up to.

Lines are counted as the typesetter breaks them: as many words as fit, no hyphenation. Kerning is left out, so that what
is counted here is never less than what is set.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .face import Weight, face
from .paper import Block, Bullets, Columns, Heading, Paper, Paragraph, Reason, Reply, Sheet, labelled, plain

PAGE = (595.28, 841.89)
MARGIN = {"top": 30.0, "bottom": 26.0, "side": 40.0}
GUTTER = 22.0
INDENT = {"ask": 11.0, "item": 13.0, "reason": 17.0, "strength": 21.0, "source": 13.0}
SPARE = 4.0
ROUNDING = 0.1
LONGEST_WORD = 24
TOLERANCE = 0.002
# A line may end after a space, but not between brackets or quotation marks and what they hold.
_BREAKS = re.compile("(?<=[^\\s(\\[{“‘] )(?![\\s)\\]}”’!?/,.;:…])|(?<=\u200b)")


@dataclass(frozen=True)
class Style:
    """Size and distance of lines, weight, and the space above, which falls away at the top of a column."""

    size: float
    line: float
    weight: Weight = "regular"
    above: float = 0.0


STYLES = {
    "top": Style(8, 11),
    "title": Style(21, 25, "bold", 12),
    "lead": Style(10, 13, above=2),
    "ask-heading": Style(8.8, 11.6, "bold", 10),
    "ask": Style(10, 13),
    "heading": Style(10, 13, "bold", 9),
    "body": Style(8.8, 11.6, above=2.5),
    "reply": Style(9.2, 11.8, "bold", 7),
    "strength": Style(8, 10.6, above=1.4),
    "reason": Style(8.5, 11, above=2.8),
    "item": Style(8.8, 11.6, above=2.4),
    "sources-heading": Style(7.6, 10, "bold", 12),
    "sources-note": Style(6.8, 10, above=1.2),
    "source": Style(6.8, 8.4, above=1.2),
    "foot": Style(7.6, 10, above=8),
    "note": Style(7.6, 10),
}
TEXT_WIDTH = PAGE[0] - 2 * MARGIN["side"]
COLUMN = (TEXT_WIDTH - GUTTER) / 2
ROOM = PAGE[1] - MARGIN["top"] - MARGIN["bottom"]


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


def pieces(lines: Iterable[Line]) -> Iterator[tuple[float, float]]:
    """Space above and height of everything that stays together: two lines at least at each end of a column."""
    above, held = 0.0, 0.0
    for line in lines:
        style, count = STYLES[line.style], line.count
        parts = [count] if line.holds or line.whole or count < 4 else [2, *[1] * (count - 4), 2]
        for number, part in enumerate(parts):
            space = 0.0 if number else style.above
            if held:
                held += space
            else:
                above = space
            held += part * style.line
            if not line.holds:
                yield above, held
                above, held = 0.0, 0.0


def column_height(lines: Iterable[Line]) -> float:
    """The least height of two columns that hold these texts one after the other."""
    found = list(pieces(lines))
    total = sum(above + height for above, height in found)
    best, used = total, 0.0
    for above, height in found:
        left, right = used - found[0][0], total - used - above
        best, used = min(best, max(left, right)), used + above + height
    return best


def column_break(lines: Iterable[Line]) -> int:
    """The number of the text that the second column best begins with, where no text may be broken."""
    found = list(lines)
    heights, total = [line.height for line in found], sum(line.height for line in found)

    def longer(number: int) -> float:
        left = sum(heights[:number])
        return max(left - STYLES[found[0].style].above, total - left - STYLES[found[number].style].above)

    places = [number for number in range(1, len(found)) if found[number].opens and not found[number - 1].holds]
    return min(places, key=longer, default=len(found))


def source_lines(paper: Paper) -> list[Line]:
    """The sources at the foot, as texts in a column."""
    width = COLUMN - INDENT["source"]
    return [Line("source", source.text, width, whole=True) for source in paper.sources]


def measure(paper: Paper) -> tuple[float, Sheet]:
    """How much taller than its page a paper is (below 0 if it fits), and the paper with the height of its columns."""
    texts = [
        Line("top", paper.top, TEXT_WIDTH), Line("title", paper.title, TEXT_WIDTH), Line("lead", plain(paper.lead), TEXT_WIDTH),
        Line("ask-heading", paper.ask[0].text, TEXT_WIDTH - INDENT["ask"]),
        Line("ask", plain(paper.ask[1].runs), TEXT_WIDTH - INDENT["ask"]),
        Line("sources-heading", f"{paper.sources_heading} {paper.sources_note}", TEXT_WIDTH),
        Line("foot", f"{paper.foot} {paper.printed_address}", TEXT_WIDTH), Line("note", paper.note, TEXT_WIDTH),
    ]  # fmt: skip
    lines = [line for block in paper.body for line in block_lines(block)]
    sources = source_lines(paper)
    heights = column_height(lines), column_height(sources)
    used = sum(line.height for line in texts) + STYLES["heading"].above + STYLES["source"].above + sum(heights)
    columns = (Columns(heights[0] + ROUNDING, column_break(lines)), Columns(heights[1] + ROUNDING, column_break(sources)))
    return used + SPARE - ROOM, Sheet(paper, *columns)
