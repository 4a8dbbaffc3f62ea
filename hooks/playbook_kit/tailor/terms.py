"""A council's own words put in place of ours, where the playbook speaks itself and cites nobody.

What is left as it is stands in the description of `OwnTerms`: a wrong word in a heading breaks an address, and one in
what a source says makes a false statement.
"""

import re
from collections.abc import Iterator, Mapping

from ..models import OwnWord
from ..read.markdown_text import CITATION, CODE, PLACEHOLDER
from ..read.sentences import sentences

SPEAKS: dict[str, tuple[str, ...]] = {
    "argument": ("one_liner", "short", "long", "concession", "comebacks"),
    "objection": ("responsible_for", "true_in_it", "short_answer", "controls", "unknown"),
    "chapter": ("summary",),
    "template": ("summary",),
    "page": ("summary",),
    "decision-tree": ("summary", "questions", "outcomes"),
    "self-check": ("summary", "questions"),
    "blocked": ("summary", "before", "groups", "asks"),
}
"""The fields of each kind in which the playbook speaks itself."""
NOT_SPOKEN = ("id", "go_to", "title", "label", "they_say", "reply", "when")
"""What is left as it is inside groups of these fields."""

_OUR_ADVICE = "(our advice"
_LABEL = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
_LEFT = (
    CODE,
    CITATION,
    PLACEHOLDER,
    re.compile(rf"!?{_LABEL}(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|{_LABEL})"),
    re.compile(r"<!--.*?-->|</?[a-z!][^>]*>", re.I | re.S),
    re.compile(r"(?<![\w/])(?:https?://|www\.)\S+|\S+@\S+"),
    re.compile(r"\{[^{}\n]*\}"),
    re.compile(r"“[^”]{1,400}”|(?<!\w)\"[^\"]{1,400}\"|(?<!\w)‘[^’]{1,400}’(?!\w)"),
    re.compile(r"(?<![*\w])(\*|_)(?![\s*_])[^*_]{1,400}(?<![\s*_])\1(?![*\w])"),
    re.compile(r"^ {0,3}(?:#{1,6}[ \t].*|\[[^\]]+\]:.*)$", re.M),
)
_CHUNK = re.compile(r"^[ \t>]*(?:[-*+][ \t]|\d+[.)][ \t]|\||#{1,6}[ \t]|$)", re.M)


def words_pattern(words: list[OwnWord]) -> re.Pattern[str] | None:
    """What finds the playbook's words, the longest first; None if there are none."""
    if not words:
        return None
    spelled = sorted((" ".join(word.playbook.split()) for word in words), key=lambda one: (-len(one), one))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_spelled, spelled))})(?![\w-])")


def put_own_words(text: str, pattern: re.Pattern[str], ours: Mapping[str, str]) -> str:
    """A text with the council's words; `ours` gives each of its words by the playbook's."""
    if not pattern.search(text):
        return text
    shown = text
    for left in _LEFT:
        shown = left.sub(lambda match: re.sub(r"[^\n]", "\0", match[0]), shown)
    parts, last = [], 0
    for start, end in _sentences(text):
        said = text[start:end]
        if CITATION.search(said) and _OUR_ADVICE not in said:
            continue
        for match in pattern.finditer(shown, start, end):
            parts += [text[last : match.start()], _ours(text[match.start() : match.end()], ours)]
            last = match.end()
    return "".join([*parts, text[last:]])


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, those of list entries and cells apart."""
    starts = sorted({0, len(text), *(match.start() for match in _CHUNK.finditer(text))})
    for first, last in zip(starts, starts[1:], strict=False):
        for start, end in sentences(text[first:last]):
            yield first + start, first + end


def _spelled(word: str) -> str:
    """A pattern for a word: its first letter may be a capital if it is not one, and a line may end inside it."""
    first, *rest = word.split(" ")
    begun = f"[{first[0]}{first[0].upper()}]{re.escape(first[1:])}" if first[0].islower() else re.escape(first)
    return r"\s+".join([begun, *map(re.escape, rest)])


def _ours(found: str, ours: Mapping[str, str]) -> str:
    """The council's word for one that was found, with a capital where that has one, and on as many lines."""
    word = " ".join(found.split())
    own = ours.get(word)
    if own is None:
        own = ours[word[0].lower() + word[1:]]
        own = own[0].upper() + own[1:]
    return own + "\n" * found.count("\n")
