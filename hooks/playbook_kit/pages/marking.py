"""Markdown in another language than the page that it stands on, marked as such: on the words, or on the block."""

import re

from ..prose import escape

_ITEM = re.compile(r"^ {0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+", re.M)
_NOT_PARAGRAPH = re.compile(r"^(?:\s*(?:#|>|\||<|```|~~~|:\s|\[\^|\[[^\]]+\]:)|    )|\{:|^[-=]{3,}\s*$", re.M)


def inline(text: str, language: str) -> str:
    """A run of words with the mark of its language; without one it stays as it is."""
    return f'<span lang="{language}">{text}</span>' if language and text.strip() else text


def block(text: str, language: str) -> str:
    """Markdown of any shape with the mark of its language: on each paragraph and entry of a list, else around the whole."""
    if not language or not text.strip():
        return text
    parts = re.split(r"\n[ \t]*\n", text.strip())
    if any(_NOT_PARAGRAPH.search(part) for part in parts):
        return f'<div lang="{language}" markdown>\n\n{text.strip()}\n\n</div>'
    return "\n\n".join(_part(part, language) for part in parts)


def _part(part: str, language: str) -> str:
    starts = [match.span() for match in _ITEM.finditer(part)]
    if not starts or starts[0][0] != 0:
        return inline(part, language)
    ends = [start for start, _ in starts[1:]] + [len(part)]
    return "".join(
        part[start:words]
        + inline(part[words:end].rstrip("\n"), language)
        + part[words:end][len(part[words:end].rstrip("\n")) :]
        for (start, words), end in zip(starts, ends, strict=True)
    )


def plain(text: str, language: str) -> str:
    """Plain text as Markdown that shows it unchanged, marked paragraph by paragraph."""
    escaped = escape(text)
    if not language:
        return escaped
    return "\n\n".join(inline(part, language) for part in escaped.split("\n\n"))
