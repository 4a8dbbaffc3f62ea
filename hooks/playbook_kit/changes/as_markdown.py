"""The report for the body of a pull request, which forges cut when it is long."""

from collections.abc import Iterator

from ..prose import escape_html
from ..words import Words
from .structure import Entry, Pair, Report, Section

LONGEST_BODY = 60_000
"""Characters. GitHub takes 65,536 and refuses more; the others take more."""


def as_markdown(report: Report, words: Words, most: int = LONGEST_BODY) -> str:
    """Markdown in which every word of the content is shown as it is: none links, mentions anybody or closes an issue.

    It has at most `most` characters (at least 2,000). What does not fit is left out entry by entry from the end, and a
    last line says how much.
    """
    sign = "✓" if report.is_well else "✗"
    parts = [f"# {plain_markdown(report.title)}", "\n".join([f"**{sign} {plain_markdown(report.verdict[0])}**", "", *_list(report.verdict[1:])])]
    room = most - sum(len(part) + 2 for part in parts) - 400
    left = 0
    for section in report.sections:
        heading = f"## {plain_markdown(section.title)}\n\n{plain_markdown(section.lead)}"
        for number, block in enumerate(_blocks(section)):
            text = f"{heading}\n\n{block}" if number == 0 else block
            if left or len(text) + 2 > room:
                left += 1
                continue
            parts.append(text)
            room -= len(text) + 2
    if left:
        parts.append(f"**{plain_markdown(words('upgrade.left_out', count=left))}**")
    return "\n\n".join(parts) + "\n"


def _blocks(section: Section) -> Iterator[str]:
    yield from map(_entry, section.entries)
    if section.text:
        yield section.text


def _entry(entry: Entry) -> str:
    if not entry.lines and not entry.pairs:
        return f"- {plain_markdown(entry.title)}"
    parts = [f"### {plain_markdown(entry.title)}", *([_listed(entry.lines)] if entry.lines else []), *map(_pair, entry.pairs)]
    return "\n\n".join(parts)


def _pair(pair: Pair) -> str:
    head = " | ".join(plain_markdown(name) for name, _ in pair.wordings)
    rule = " | ".join("---" for _ in pair.wordings)
    row = " | ".join(plain_markdown(text) for _, text in pair.wordings)
    place = [f"**{plain_markdown(pair.place)}**"] if pair.place else []
    return "\n\n".join([*place, f"| {head} |\n| {rule} |\n| {row} |", *([plain_markdown(pair.figures)] if pair.figures else [])])


def _listed(lines: tuple[str, ...]) -> str:
    return "\n".join(_list(lines))


def _list(lines: tuple[str, ...]) -> list[str]:
    return [f"- {plain_markdown(line)}" for line in lines]


def plain_markdown(text: str) -> str:
    """A text that no forge takes for more: its signs, mentions and references to issues are shown as they are."""
    shown = escape_html(" ".join(text.split())).replace("@", "&#64;").replace("!", "&#33;")
    return shown.replace("://", "&#58;//").replace("www.", "www&#46;")
