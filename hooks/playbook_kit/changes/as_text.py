"""The report for a terminal."""

import textwrap
from collections.abc import Iterator

from .structure import Report, Section

WIDTH = 96


def as_text(report: Report) -> str:
    """Plain text, wrapped, with nothing in it that a terminal would obey."""
    return "\n".join(map(_visible, _lines(report))).rstrip() + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield from (report.title, "=" * min(len(report.title), WIDTH), "")
    for line in report.verdict:
        yield from _wrapped(line)
    for section in report.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[str]:
    yield from ("", "", section.title, "-" * min(len(section.title), WIDTH))
    yield from _wrapped(section.lead)
    for entry in section.entries:
        yield ""
        yield from _wrapped(entry.title, "* ", "  ")
        for line in entry.lines:
            yield from _wrapped(line, "  ")
        for pair in entry.pairs:
            yield from _wrapped(f"[{pair.place}]" if pair.place else "", "  ")
            for name, text in pair.wordings:
                yield from _wrapped(f"{name}: {text}", "    ", "      ")
            yield from _wrapped(pair.figures, "    ")
    if section.text:
        yield ""
        yield from section.text.split("\n")


def _wrapped(text: str, first: str = "", later: str | None = None) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=first if later is None else later) if text else []


def _visible(text: str) -> str:
    return "".join(letter if letter.isprintable() or letter == "\u00ad" else "?" for letter in text)
