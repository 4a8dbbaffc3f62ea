"""A paragraph with a line for each sentence, and long sentences on several lines, broken at a comma if one is near."""

import re

from ..read.sentences import sentences

WIDTH = 100
"""The columns that a line has at most, unless one word or one link is longer."""
_NEAR = 30
"""How much shorter a line may be for the sake of ending at a comma."""

# What is kept on one line: a citation, a link or picture, code, a placeholder, an attribute list, a tag.
_WHOLE = re.compile(r"\[@[^\]]*\]|!?\[[^\]\[]*\](?:\([^)]*\)|\[[^\]]*\])?|`+[^`]*`+|\{\{.*?\}\}|\{:?[^}]*\}|<[^>]*>")
# What would begin a list, a heading, a quotation, a table, a definition or a rule, if it began a line; or, in YAML,
# nothing else.
_BLOCK = re.compile(r"(?:[-+*]|#{1,6}|>.*|\d{1,9}[.)]|\|.*|:|=+|-+|~{3,}.*|`{3,}.*|!{3}|\[\^.*\]:.*|\*\[.*|<.*)\Z")


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """The lines of a paragraph, given with line ends or without; joined by spaces they say the same words."""
    joined = " ".join(text.split())
    lines: list[str] = []
    for start, end in _kept_together(joined):
        lines += _sentence(joined[start:end].strip(), width)
    return _no_block(lines)


def _kept_together(text: str) -> list[tuple[int, int]]:
    """Where sentences begin and end, none of which ends inside a link or a citation."""
    wholes = [match.span() for match in _WHOLE.finditer(text)]
    found: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if found and any(first < start < last for first, last in wholes):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _sentence(text: str, width: int) -> list[str]:
    lines, rest = [], _words(text)
    while rest:
        count = 1
        while count < len(rest) and len(" ".join(rest[: count + 1])) <= width:
            count += 1
        if count < len(rest):
            count = _at_comma(rest, count, width)
        lines.append(" ".join(rest[:count]))
        rest = rest[count:]
    return lines


def _at_comma(words: list[str], count: int, width: int) -> int:
    """How many of the words to take: up to the last comma, if the line is not much shorter then."""
    for fewer in range(count, 0, -1):
        if len(" ".join(words[:fewer])) < width - _NEAR:
            break
        if words[fewer - 1].endswith((",", ";", ":", ",”", ";”")):
            return fewer
    return count


def _words(text: str) -> list[str]:
    """The words of a sentence, where a link, a citation or code counts as one with what touches it."""
    kept: list[str] = []
    hidden = _WHOLE.sub(lambda match: _hide(match[0], kept), text)
    return [re.sub("\x00(\\d+)\x00", lambda match: kept[int(match[1])], word) for word in hidden.split(" ")]


def _hide(text: str, kept: list[str]) -> str:
    kept.append(text)
    return f"\x00{len(kept) - 1}\x00"


def _no_block(lines: list[str]) -> list[str]:
    """The lines, where one that would begin a list or a heading is joined to the one above."""
    found: list[str] = []
    for line in lines:
        if found and _BLOCK.match(line.split(" ", 1)[0]):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found
