"""How a paper lies on its side of A4: two columns under its head, sources at the foot, and what that adds up to."""

from collections.abc import Iterable, Iterator

from .lines import Line, block_lines, source_lines
from .paper import Columns, Paper, Sheet, plain
from .sizes import INDENT, ROOM, SPARE, STYLES, TEXT_WIDTH

ROUNDING = 0.1


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


def measure(paper: Paper) -> tuple[float, Sheet]:
    """How much taller than its page a paper is (below 0 if it fits), and the paper with the height of its columns."""
    whole_width = {
        "top": paper.top,
        "title": paper.title,
        "lead": plain(paper.lead),
        "sources-heading": f"{paper.sources_heading} {paper.sources_note}",
        "foot": f"{paper.foot} {paper.printed_address}",
        "note": paper.note,
    }
    beside_bar = {"ask-heading": paper.ask[0].text, "ask": plain(paper.ask[1].runs)}
    texts = [Line(style, text, TEXT_WIDTH) for style, text in whole_width.items()]
    texts += [Line(style, text, TEXT_WIDTH - INDENT["ask"]) for style, text in beside_bar.items()]
    lines = [line for block in paper.body for line in block_lines(block)]
    sources = source_lines(paper)
    heights = column_height(lines), column_height(sources)
    used = sum(line.height for line in texts) + STYLES["heading"].above + STYLES["source"].above + sum(heights)
    columns = (
        Columns(heights[0] + ROUNDING, column_break(lines)),
        Columns(heights[1] + ROUNDING, column_break(sources)),
    )
    return used + SPARE - ROOM, Sheet(paper, *columns)
