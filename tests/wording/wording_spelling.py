"""Spelling: every word of the content against the British dictionary and the project's own list of words.

Left out are code, addresses, ids, tags, words with digits in them, the sources' own titles, and what stands in double
quotation marks: a quotation keeps its author's spelling.
"""

import itertools
import re
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spylls.hunspell import Dictionary
from wording_passages import blanked, passages, sources, without_quotations

FOLDER = Path(__file__).resolve().parents[1] / "dictionary"
OWN_WORDS = FOLDER / "words.txt"
# The dictionary is that of “-ise”, yet knows some words in “-ize” as names or by other rules.
_AMERICAN = re.compile(r"([iy])z(e|ed|er|ers|es|ing|ation|ations|ational|able)$", re.I)
_TRULY_WITH_Z = frozenset(
    ["prize", "prizes", "prized", "size", "sizes", "sized", "sizing", "seize", "seizes", "seized", "seizing"]
)
_OTHER_AMERICAN = frozenset(["afterward", "dialog", "dialogs", "gotten", "toward"])
_LETTERS = r"[^\W\d_]+(?:['’][^\W\d_]+)*"
_WORD = re.compile(rf"(?<![\w@#]){_LETTERS}(?:-{_LETTERS})*(?![\w@])")
_TITLE_WORDS = 3


@dataclass(frozen=True, order=True)
class Unknown:
    """A word that is not known, and where it stands."""

    path: str
    line: int
    word: str

    def __str__(self) -> str:
        """The place and the word, as an editor's list of problems has them."""
        return f"{self.path}:{self.line}: {self.word}"


def own_words() -> list[str]:
    """The project's own words, as they stand in their file."""
    return OWN_WORDS.read_text(encoding="utf-8").split("\n")[:-1]


def words(root: Path) -> Iterator[tuple[str, int, str]]:
    """Each word to be checked, one with hyphens whole and without “'s”: its file, its line and the word."""
    titles = {str(source.get("title", "")) for source in sources(root).values()}
    long = {title for title in titles if len(title.split()) >= _TITLE_WORDS}
    for passage in passages(root):
        text = without_quotations(_without_titles(passage.text, long))
        for match in _WORD.finditer(text):
            yield passage.path, passage.line_of(match.start()), re.sub("'s$", "", match[0].replace("’", "'"))


def unknown_words(root: Path, own: Iterable[str]) -> list[Unknown]:
    """Every word of the content that neither the dictionary nor the project's list knows as British."""
    known = frozenset(own)
    return sorted(
        {Unknown(path, line, part) for path, line, word in words(root) for part in unknown_parts(word, known)}
    )


def unused_words(root: Path, own: Iterable[str]) -> list[str]:
    """Every word of the project's list that the content does not need: it is not there, or the dictionary knows it."""
    whole = {word for _, _, word in words(root)}
    parts = {part for word in whole for part in word.split("-")}
    needed = {form for word in whole | parts for form in (word, word.lower()) if not is_british(word)}
    return [word for word in own if word not in needed]


def unknown_parts(word: str, own: frozenset[str]) -> list[str]:
    """The parts of a word with hyphens, or the word itself, that nobody knows."""
    if _is_own(word, own):
        return []
    return [part for part in word.split("-") if not _is_own(part, own) and not is_british(part)]


def _is_own(word: str, own: frozenset[str]) -> bool:
    """Whether the project's list has a word; what stands there in small letters may have capitals in the text."""
    return word in own or word.lower() in own


@cache
def is_british(word: str) -> bool:
    """Whether the dictionary has a word, and not as an American spelling of one in “-ise” or “-yse”."""
    if british_for(word):
        return False
    if word.lower() in _OTHER_AMERICAN:
        return False
    return len(word) == 1 or all(_dictionary().lookup(part) for part in word.split("-"))


def british_for(word: str) -> str:
    """The British spelling of an American one in “-ize” or “-yze”, or nothing."""
    british = _AMERICAN.sub(r"\1s\2", word)
    return british if british != word and word.lower() not in _TRULY_WITH_Z and _dictionary().lookup(british) else ""


def suggestions(word: str, most: int = 3) -> list[str]:
    """The words of the dictionary that are most like one that it does not know."""
    found = (one for one in _dictionary().suggest(word) if is_british(one.replace(" ", "-")))
    return list(itertools.islice(found, most))


@cache
def _dictionary() -> Dictionary:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the library leaves its two files to be closed by Python
        return Dictionary.from_files(str(FOLDER / "index"))


def _without_titles(text: str, titles: set[str]) -> str:
    """A text without the titles of sources that it names."""
    flat = " ".join(text.split())
    for title in titles:
        if title in flat:
            pattern = r"\s+".join(map(re.escape, title.split()))
            text = re.sub(pattern, blanked, text)
    return text
