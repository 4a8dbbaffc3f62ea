"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?][\"”’')\]*_]*\s+(?=[\"“‘'(\[*_]*[A-Z0-9£$€])")
# What ends with a full stop and does not end a sentence: at all, or where a number follows.
_SHORT = re.compile(r"(?:^|[\s(\[\"“‘*])(?:e\.g|i\.e|cf|vs?|St|Mr|Mrs|Ms|Dr|Prof|[A-Z])$")
_BEFORE_NUMBER = re.compile(r"(?:^|[\s(\[\"“‘*])(?:[Nn]os?|[Pp]aras?|[Rr]egs?|[Aa]rt)$")
_SHORT_REACH = 8  # characters: the longest of these, with what stands before it


def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by name, for what finds sentences in another language."""
    return {"end": _END, "short": _SHORT, "beforeNumber": _BEFORE_NUMBER}


def ends(text: str, start: int = 0) -> Iterator[int]:
    """The positions at or after `start` at which a new sentence begins."""
    for match in _END.finditer(text, start):
        before = text[max(0, match.start() - _SHORT_REACH) : match.start()]
        if text[match.start()] == "." and (
            _SHORT.search(before) or (_BEFORE_NUMBER.search(before) and text[match.end()].isdigit())
        ):
            continue
        yield match.end()


def sentences(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Where each sentence from `start` on begins and ends."""
    for end in ends(text, start):
        yield start, end
        start = end
    if text[start:].strip():
        yield start, len(text)
