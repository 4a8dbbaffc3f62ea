"""YAML line by line, each line with the answer that it comes from. Whatever is given survives exactly."""

import json
import re
from typing import NamedTuple

WIDTH = 96
_PLAIN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_NOT_PLAIN = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


class Line(NamedTuple):
    """A line of a file, and the name of the answer that it comes from, or nothing."""

    text: str
    answer: str = ""


def scalar(text: str) -> str:
    """A text on one line: an id as it is, anything else in quotation marks; nothing for an empty one."""
    if not text:
        return ""
    if _PLAIN.fullmatch(text) and text not in _NOT_PLAIN:
        return text
    return json.dumps(text, ensure_ascii=False)


def field(name: str, text: str, answer: str, indent: str = "") -> list[Line]:
    """A field with a short text on its own line."""
    return [Line(f"{indent}{name}: {scalar(text)}".rstrip(), answer)]


def prose(name: str, text: str, answer: str, indent: str = "") -> list[Line]:
    """A field with a text of any length, folded: no sign in it has a meaning of its own.

    The text has no space at the beginning or end of a line, and none doubled.
    """
    if not text:
        return field(name, text, answer, indent)
    return [Line(f"{indent}{name}: >-", answer), *_folded(text, answer, indent + "  ")]


def ids(name: str, values: list[str], answer: str, indent: str = "") -> list[Line]:
    """A list of ids on one line; nothing where there is none."""
    listed = f"[{', '.join(map(scalar, values))}]" if values else ""
    return [Line(f"{indent}{name}: {listed}".rstrip(), answer)]


def entries(name: str, values: list[str], answer: str, indent: str = "") -> list[Line]:
    """A list of texts, each folded; nothing where there is none."""
    lines = [Line(f"{indent}{name}:", answer)]
    for value in values:
        lines += [Line(f"{indent}  - >-", answer), *_folded(value, answer, indent + "    ")]
    return lines


def _folded(text: str, answer: str, indent: str) -> list[Line]:
    """Lines that fold to the text: a line end in it is an empty line more."""
    lines: list[Line] = []
    for number, line in enumerate(text.split("\n")):
        if number:
            lines.append(Line("", answer))
        lines += [Line(f"{indent}{part}", answer) for part in wrap(line, WIDTH - len(indent))]
    return lines


def wrap(text: str, width: int) -> list[str]:
    """A line cut at spaces into lines of at most `width` characters, where its words allow."""
    lines: list[str] = []
    for word in text.split(" ") if text else []:
        if lines and len(lines[-1]) + len(word) + 1 <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
