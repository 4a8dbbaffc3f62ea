"""Regular expressions as browsers read them, and those by which a claim without a source is found."""

import re

from ..models.base import CITATION_SPACE
from ..read import claims, sentences
from ..read.markdown_text import CITATION
from ..rules import uncited_claim

_LETTER = r"\p{L}\p{N}_"
_OUTSIDE = {
    "w": f"[{_LETTER}]", "W": f"[^{_LETTER}]", "d": r"\p{Nd}", "Z": "$",
    "b": f"(?:(?<=[{_LETTER}])(?![{_LETTER}])|(?<![{_LETTER}])(?=[{_LETTER}]))",
}  # fmt: skip
_INSIDE = {"w": _LETTER, "d": r"\p{Nd}"}
_SIGNS = set("^$\\.*+?()[]{}|/-")


def for_browser(pattern: re.Pattern[str]) -> dict[str, str]:
    """A pattern's source and flags as `new RegExp` takes them, with letters and figures of every script."""
    flags = "u" + "".join(sign for flag, sign in ((re.I, "i"), (re.M, "m"), (re.S, "s")) if pattern.flags & flag)
    return {"source": _source(pattern.pattern.replace("(?P<", "(?<")), "flags": flags}


def _source(text: str) -> str:
    made, inside, at = [], False, 0
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            made.append(_escaped(text[at + 1], inside))
            at += 2
            continue
        inside = (sign == "[" or inside) and not (sign == "]" and inside)
        made.append(sign)
        at += 1
    return "".join(made)


def _escaped(sign: str, inside: bool) -> str:
    found = (_INSIDE if inside else _OUTSIDE).get(sign)
    if found:
        return found
    if sign.isalnum():
        return f"\\{sign}"
    return f"\\{sign}" if sign in _SIGNS and (inside or sign != "-") else sign


PATTERNS = {
    "citation": for_browser(CITATION),
    "citationWithSpace": for_browser(CITATION_SPACE),
    **{name: for_browser(pattern) for name, pattern in claims.patterns().items()},
    **{name: for_browser(pattern) for name, pattern in sentences.patterns().items()},
    **{name: for_browser(pattern) for name, pattern in uncited_claim.patterns().items()},
}
