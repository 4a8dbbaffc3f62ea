"""Contributed text on its way onto a paper: Markdown becomes plain words, citations become numbers."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from markdown_it import MarkdownIt

from ..dates import long_date
from ..index import Playbook
from ..read.markdown_text import CITATION, parse_citation
from ..words import Words
from .face import has_letter
from .paper import Cite, Run, Runs

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_MARKER = re.compile("\\s*\ue000(\\d+)\ue001")
_PRIVATE = re.compile("[\ue000\ue001]")
UNKNOWN = "?"
"""What is printed for a letter that the type does not have."""
_SINGLE = re.compile(r"(?P<opens>(?<![^\s(\[“‘\u2013\u2014/]))?'")
_DOUBLE = re.compile(r'(?P<opens>(?<![^\s(\[“‘\u2013\u2014/]))?"')
_SPACES = re.compile(" {2,}")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")


class Citations:
    """Numbers the sources of one paper in the order in which they are met."""

    def __init__(self, playbook: Playbook, words: Words):
        self.playbook, self.words = playbook, words
        self.order: dict[str, int] = {}

    def cite(self, *sources: str) -> Cite:
        """The numbers of these sources."""
        return Cite(tuple(sorted({self.order.setdefault(source, len(self.order) + 1) for source in sources})))

    def overdue(self, review_by: datetime.date | None, *sources: str) -> Runs:
        """The words that mark a claim which should have been looked at again by now."""
        due = self.playbook.overdue(review_by, sources)
        return (f" {self.words('review.overdue', date=long_date(due, self.words))}",) if due else ()

    def claim(self, text: str, source: str, review_by: datetime.date | None) -> Runs:
        """A plain text that rests on one source."""
        return (clean(text), self.cite(source), *self.overdue(review_by, source))

    def prose(self, markdown: str) -> Runs:
        """A Markdown text as words, with numbers for its citations."""
        found: list[Runs] = []

        def mark(match: re.Match[str]) -> str:
            ids, review_by, _ = parse_citation(match)
            found.append((self.cite(*ids), *self.overdue(review_by, *ids)) if ids else ())
            return f"\ue000{len(found) - 1}\ue001"

        marked = CITATION.sub(mark, _PRIVATE.sub("", markdown))
        runs: list[Run] = []
        for number, part in enumerate(_MARKER.split(words_of(marked))):
            runs += found[int(part)] if number % 2 else (clean(part, strip=False),)
        return tuple(run for run in runs if run)


@lru_cache(2_000)
def words_of(markdown: str) -> str:
    """Markdown as words alone; its paragraphs and entries follow each other."""
    parts = []
    for token in _PARSER.parse(markdown):
        if token.type == "inline":
            parts.append("".join(_inline(child) for child in token.children or ()))
        elif token.type in ("fence", "code_block"):
            parts.append(token.content)
    return " ".join(" ".join(parts).split())


def _inline(token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "text_special", "code_inline", "image") else ""


class _Shown(dict[int, str]):
    """What is printed for each letter, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        shown = " " if letter.isspace() and letter != "\u00a0" else UNKNOWN
        if unseen(letter):
            shown = ""
        elif has_letter(letter):
            shown = letter
        return self.setdefault(code, shown)


_SHOWN = _Shown({ord(space): " " for space in "\t\n\r\v\f\x85\u2028\u2029"})


@lru_cache(5_000)
def clean(text: str, strip: bool = True) -> str:
    """Plain text on one line, without characters that cannot be printed or that turn the line round."""
    shown = _SPACES.sub(" ", unicodedata.normalize("NFC", text).translate(_SHOWN))
    return curled(shown).strip() if strip else curled(shown)


class PrintedWords(Words):
    """The interface's words as papers print them: a council's may have letters that the type does not have."""

    def __call__(self, key: str, **given: object) -> str:
        """The words for `key`, without such letters. Raises KeyError like the words themselves."""
        text = super().__call__(key, **given)
        return text if text.isascii() else unicodedata.normalize("NFC", text).translate(_SHOWN)


def curled(text: str) -> str:
    """A text with printers' quotation marks for typewriter's ones."""
    return _SINGLE.sub(_curl("‘’"), _DOUBLE.sub(_curl("“”"), text))


def unseen(letter: str) -> bool:
    """Whether a character cannot be seen, such as one that turns the line round."""
    return unicodedata.category(letter) in _UNSEEN


def unknown_letters(text: str) -> list[str]:
    """The letters that `clean` could not keep, each once."""
    letters = dict.fromkeys(unicodedata.normalize("NFC", text))
    return [letter for letter in letters if letter != UNKNOWN and _SHOWN[ord(letter)] == UNKNOWN]


def _curl(marks: str) -> Callable[[re.Match[str]], str]:
    """Opening and closing quotation marks for typewriter's ones."""
    return lambda match: marks[0] if match["opens"] is not None else marks[1]
