"""Where things stand in a text: from what a parser gives back to lines and columns of the file."""

import html
import re
from dataclasses import dataclass
from urllib.parse import unquote


@dataclass(frozen=True)
class Spot:
    """Something found in a text: what it is, and the line and column of the file where it stands."""

    value: str
    line: int
    column: int


class Places:
    """Turns a position in a text into a line and column of its file."""

    def __init__(self, text: str, first_line: int):
        self.text, self.first_line, self.last, self.line = text, first_line, 0, 0

    def __call__(self, position: int) -> tuple[int, int]:
        """The line and column of a position; quick if positions are asked for in their order."""
        if position < self.last:
            self.last = self.line = 0
        self.line += self.text.count("\n", self.last, position)
        self.last = position
        return self.first_line + self.line, position - self.text.rfind("\n", 0, position)


class Finder:
    """Finds the line and column of a piece of text inside one block; each search goes on after the last."""

    def __init__(self, lines: list[str], start: int, end: int, first_line: int):
        self.lines, self.start, self.end, self.first_line = lines, start, max(end, start + 1), first_line
        self.next: dict[str, tuple[int, int]] = {}
        self.used: set[tuple[int, int]] = set()

    def place(self, needle: str) -> tuple[int, int]:
        """The line and column of the next `needle`, or those at which the block begins."""
        needle = needle.split("\n")[0]
        row, column = self.next.get(needle, (self.start, 0))
        for number in range(row, min(self.end, len(self.lines))):
            at = self.lines[number].find(needle, column if number == row else 0)
            if at >= 0:
                self.next[needle] = (number, at + max(len(needle), 1))
                self.used.add((number, at))
                return number + self.first_line, at + 1
        return self.start + self.first_line, 1

    def place_of(self, address: str) -> tuple[int, int]:
        """The place of an address that the parser may have encoded, or of the line that holds it in other letters."""
        wanted = unescape(address)
        for needle in (wanted, address):
            if any(needle in line for line in self.lines[self.start : self.end]):
                return self.place(needle)
        for number, line in enumerate(self.lines[self.start : self.end], start=self.start):
            if wanted not in unquote(html.unescape(line)):
                continue
            for at in (match.end() for match in re.finditer(r"[(<]", line)):
                if (number, at) not in self.used and unquote(html.unescape(line[at:])).startswith(wanted):
                    self.used.add((number, at))
                    return number + self.first_line, at + 1
        return self.start + self.first_line, 1

    def spot(self, value: str, needle: str | None = None) -> Spot:
        """A spot for `value` at the next place of `needle`, or of the value itself."""
        return Spot(value, *self.place(needle if needle is not None else value))


def unescape(address: str) -> str:
    """An address as people wrote it: markdown-it percent-encodes it."""
    return unquote(address)
