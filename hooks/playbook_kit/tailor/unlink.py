"""Links to what a council hides, made plain text: what they said stays, and nothing leads nowhere."""

import re
from collections.abc import Collection

from ..addresses import resolve, split_target
from ..prose import outside_code

_LABEL = r"\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
_ATTRIBUTES = r"(?:\{[ .#:][^{}\n]*\})?"
_LINK = re.compile(rf"(?<!!){_LABEL}\(\s*<?(?P<target>[^)\s>]*)>?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)" + _ATTRIBUTES)
_DEFINED = re.compile(r"^ {0,3}\[(?P<name>[^\]^@]+)\]:[ \t]*<?(?P<target>[^\s>]+)>?[^\n]*$", re.M)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)


def unlink(text: str, path: str, hidden: Collection[str]) -> str:
    """A Markdown text of the file `path` in which links to `hidden` paths are their words alone; lines stay as many."""
    if not hidden or ("](" not in text and "]:" not in text):
        return text

    def leads(target: str) -> bool:
        return not _OUTSIDE.match(target) and resolve(path, split_target(target)[0]) in hidden

    def inline(match: re.Match[str]) -> str:
        return match["label"] if match["target"] and leads(match["target"]) else match[0]

    names = {" ".join(match["name"].lower().split()) for match in _DEFINED.finditer(text) if leads(match["target"])}
    text = outside_code(_LINK, inline, text)
    if names:
        text = outside_code(_DEFINED, lambda match: "" if leads(match["target"]) else match[0], text)
        by_name = re.compile(rf"(?<!!){_LABEL}(?:\[(?P<name>[^\[\]]*)\])?(?![:(])")
        text = outside_code(by_name, lambda match: _named(match, names), text)
    return text


def _named(match: re.Match[str], names: set[str]) -> str:
    name = " ".join((match["name"] or match["label"]).lower().split())
    return match["label"] if name in names else match[0]
