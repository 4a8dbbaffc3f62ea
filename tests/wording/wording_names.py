"""Nobody is invented: every name of a person or body in the content stands in a list beside the source that bears it.

A name is a run of words with capitals: in the middle of a sentence any such word is one; at the start of a sentence, a
heading or a link only if the dictionary does not know it in small letters. Words between capitals that belong to a name
(“of”, “for”, “v”) are part of the run. Names in the list are found first, the longest first, and what is left over is
new. Days, months and “I” are no names.

What this cannot see: a name that is also an ordinary word, alone at the start of a sentence (“Reading says so”); a name
written in small letters; whether two bodies share one name; and whether the source says what the sentence says.
Accounts and tags (@name, #name) and what stands in code or in addresses are left out. A source's own title, author and
publisher need no list: they are the source.
"""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from wording_passages import BREAK, Passage, blanked, passages, sources
from wording_spelling import is_british, own_words

NAMES = Path(__file__).resolve().parents[1] / "names.yml"
_NO_NAMES = frozenset({*calendar.month_name, *calendar.day_name, "I"})
_TOKEN = re.compile(r"(?<![\w@#])[^\W\d_]\w*(?:['’&./-]\w+)*")
_OWNED = re.compile(r"['’]s$")
_JOINS = re.compile(r"(?:\s+(?:of|for|v|upon|de)(?:\s+the)?)?\s+")
# What may stand between the end of a sentence, or its beginning, and its first word.
_OPENERS = " \n\t()]“\"‘'*_~"
_ENDS = f".!?:;…{BREAK}|"


@dataclass(frozen=True)
class Entry:
    """A name in the list: the sources that bear it, or a reason why it needs none, and a note."""

    name: str
    sources: tuple[str, ...] = ()
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, order=True)
class Found:
    """A name in the content, and where it stands."""

    path: str
    line: int
    name: str

    def __str__(self) -> str:
        """The place and the name, as an editor's list of problems has them."""
        return f"{self.path}:{self.line}: {self.name}"


def listed(path: Path = NAMES) -> list[Entry]:
    """The list: a name with its source or sources, with sources and a note, or with a reason for having none."""
    return [_entry(name, value) for name, value in yaml.safe_load(path.read_text(encoding="utf-8")).items()]


def _entry(name: str, value: Any) -> Entry:
    if isinstance(value, str):
        return Entry(name, reason=value)
    if isinstance(value, dict):
        return Entry(name, tuple(value["sources"]), note=value["note"])
    return Entry(name, tuple(value))


def unlisted(root: Path, entries: Iterable[Entry]) -> list[Found]:
    """Every name in the content that is not in the list."""
    pattern = _pattern(entry.name for entry in entries)
    return sorted(
        {
            Found(passage.path, passage.line_of(at), name)
            for passage in passages(root)
            for at, name in names_in(pattern.sub(_known, passage.text))
        }
    )


def faults(root: Path, entries: Iterable[Entry]) -> list[str]:
    """What is wrong with the list: names not used, sources that are not there or do not bear the name, no reason."""
    entries, known = list(entries), sources(root)
    used = _used(passages(root), entries)
    found = [
        f"{entry.name}: stands nowhere in the content; take it off the list"
        for entry in entries
        if entry.name not in used
    ]
    for entry in entries:
        if not entry.sources and not entry.reason.strip():
            found.append(f"{entry.name}: has neither a source nor a reason for having none")
        for source in entry.sources:
            if source not in known:
                found.append(f"{entry.name}: there is no source {source}")
            elif not entry.note.strip() and not bears(known[source], entry.name):
                found.append(
                    f"{entry.name}: not in the title, author or publisher of {source}; say in a note where it stands"
                )
    return sorted(found)


def bears(source: dict[str, Any], name: str) -> bool:
    """Whether a source's title, author or publisher holds a name."""
    text = " ".join(str(source.get(field) or "") for field in ("title", "author", "publisher"))
    return bool(_pattern([name]).search(text.replace("’", "'")))


def names_in(text: str) -> Iterator[tuple[int, str]]:
    """Every run of words in a text that is a name, with its position."""
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if not token[0][0].isupper() or _OWNED.sub("", token[0]) in _NO_NAMES or token[0].startswith(("I'", "I’")):
            continue
        if run and (_OWNED.search(run[-1][0]) or not _JOINS.fullmatch(text[run[-1].end() : token.start()])):
            yield from _named(text, run)
            run = []
        run.append(token)
    yield from _named(text, run)


def _named(text: str, run: list[re.Match[str]]) -> Iterator[tuple[int, str]]:
    """The name that a run of words with capitals is, without an ordinary word that only begins a sentence."""
    if run and _begins(text, run[0].start()) and is_ordinary(run[0][0]):
        run = run[1:]
    if run:
        name = " ".join(text[run[0].start() : run[-1].end()].split())
        yield run[0].start(), _OWNED.sub("", name)


def is_ordinary(word: str) -> bool:
    """Whether a word with a capital is one that the dictionary, or the project's list, knows in small letters."""
    parts = re.split(r"[-/.&]", _OWNED.sub("", word).replace("’", "'").lower())
    return all(part in _own_words() or is_british(part) for part in parts)


@cache
def _own_words() -> frozenset[str]:
    return frozenset(own_words())


def _begins(text: str, position: int) -> bool:
    """Whether a sentence, a heading, an entry or a quotation begins at a position."""
    before = text[:position].rstrip(_OPENERS)
    return not before or before[-1] in _ENDS or text[len(before) : position].strip()[-1:] in tuple('“"')


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some names, whatever the spaces and apostrophes in it, the longest first."""
    ordered = sorted(names, key=len, reverse=True)
    written = (r"\s+".join(re.escape(part).replace("'", "['’]") for part in name.split()) for name in ordered)
    return re.compile(rf"(?<![\w@#])(?:{'|'.join(written) or '(?!)'})(?!\w)")


def _used(texts: Iterable[Passage], entries: list[Entry]) -> set[str]:
    pattern = _pattern(entry.name for entry in entries)
    return {
        " ".join(match[0].replace("’", "'").split()) for passage in texts for match in pattern.finditer(passage.text)
    }


def _known(match: re.Match[str]) -> str:
    """What stands in a known name's place: no space, so that what follows it does not begin a sentence."""
    return blanked(match, ",")
