"""What comes along when text is pasted from Word, Excel or a web page, and cannot be seen."""

import re
from collections.abc import Iterator

from ..content import Content, Item
from ..problem import Problem, cut
from .rule import Rule, Settings

_SOFT_HYPHEN = "\u00ad"
_NO_WIDTH = re.compile("[\u200b\u200c\u200e\u200f\u2060]")
_NO_BREAK = re.compile("[\u00a0\u202f]")
_CURLY = re.compile(r"[“„][^“”„]*”|‘[^‘’]*’", re.S)


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Soft hyphens, characters without width, spaces that do not break, tabs inside texts, curly marks for straight ones."""
    for item in content.items:
        if item.model is None:
            continue
        yield from _unseen(item)
        for leaf in item.leaves:
            if not isinstance(leaf.value, str):
                continue
            if "\t" in leaf.value:
                mark, name = item.mark(*leaf.where), str(leaf.where[0])
                yield Problem(
                    item.path, mark.line, mark.column, name, "A tab stands in this text, as between two cells of a table.",
                    "Put the cells into fields of their own, or write a comma and a space in its place.",
                )  # fmt: skip
            if not leaf.is_markdown and _CURLY.fullmatch(leaf.value.strip()):
                mark, name = item.mark(*leaf.where), str(leaf.where[0])
                yield Problem(
                    item.path, mark.line, mark.column, name,
                    "The curly quotation marks round this text would be shown as part of it.",
                    'Take them out, or write straight ones, "…", in their place.',
                )  # fmt: skip


def _unseen(item: Item) -> Iterator[Problem]:
    """Characters that cannot be seen, once for each line that has any."""
    if item.file.text.isascii():
        return
    for number, line in enumerate(item.file.text.split("\n"), start=1):
        if line.isascii():
            continue
        if _SOFT_HYPHEN in line:
            yield Problem(
                item.path, number, line.index(_SOFT_HYPHEN) + 1, "",
                f"There is a soft hyphen in “{_word(line, line.index(_SOFT_HYPHEN))}”, which nobody sees and no search finds.",
                "Delete the word and type it again.",
            )  # fmt: skip
        if match := _NO_WIDTH.search(line):
            yield Problem(
                item.path, number, match.start() + 1, "",
                f"There is a character that cannot be seen in “{_word(line, match.start())}”, such as web pages bring along.",
                "Delete the word and type it again.",
            )  # fmt: skip
        if match := _NO_BREAK.search(line):
            yield Problem(
                item.path, number, match.start() + 1, "",
                "A space here does not break, so that lines end where they should not. Word and web pages bring it along.",
                "Delete it and type a space, unless it is meant.", level="warning",
            )  # fmt: skip


def _word(line: str, at: int) -> str:
    """The word round a position, without what cannot be seen."""
    start, end = line.rfind(" ", 0, at) + 1, line.find(" ", at)
    return cut(_NO_WIDTH.sub("", line[start : end if end >= 0 else len(line)].replace(_SOFT_HYPHEN, "")), 40)


RULE = Rule("pasted", "What Word, Excel and web pages bring along is not seen, and breaks search, copying and lines.", find)
