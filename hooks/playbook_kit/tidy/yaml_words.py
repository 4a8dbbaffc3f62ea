"""The texts in a YAML file: sentences on lines of their own, straight double quotation marks, no spaces at line ends."""

import re

import yaml

from ..models import Model
from ..models.base import MarkdownText, WordLimit, markers
from ..models.messages import model_at
from .wrap import WIDTH, wrapped

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Paragraphs, and spaces that a new line end would change.
_ODD = re.compile(r"[ ]{2}|\n|\t|^[ ]|[ ]$")
_HEADER = re.compile(r">-?[ ]*(?:#.*)?\Z")


def rewrapped(text: str, model: type[Model]) -> str:
    """The text with every block of sentences that begins with “>-” or “>” broken anew, and long prose put into one."""
    lines = text.split("\n")
    for where, node, key in reversed(_scalars(text)):
        if not node.value or _ODD.search(node.value.rstrip("\n")):
            continue
        first, last = node.start_mark.line, _last(node, lines)
        indent = _indent(lines[first], key)
        if node.style == ">" and _HEADER.match(lines[first][node.start_mark.column :]):
            lines[first + 1 : last] = _block(node.value, indent)
        elif not node.style and _is_prose(model, where) and (last > first + 1 or len(lines[first]) > WIDTH):
            begin = lines[first][: node.start_mark.column].rstrip()
            if "#" not in "".join(lines[first:last]):
                lines[first:last] = [f"{begin} >-", *_block(node.value, indent)]
    return "\n".join(lines)


def quoted(text: str) -> str:
    """The text with "…" in place of '…', where nothing in it would need another sign then."""
    lines = text.split("\n")
    for _, node, _ in reversed(_scalars(text)):
        start, end = node.start_mark, node.end_mark
        if node.style == "'" and start.line == end.line and not re.search(r"[\\\"]", node.value):
            line = lines[start.line]
            lines[start.line] = f'{line[: start.column]}"{node.value}"{line[end.column :]}'
    return "\n".join(lines)


def spaced(text: str) -> str:
    """The text without spaces at the ends of lines and with one blank line at most, outside texts of many lines."""
    inside = {
        line for _, node, _ in _scalars(text) if node.style in ("|", ">", '"', "'")
        for line in range(node.start_mark.line + (node.style in ("|", ">")), _last(node, text.split("\n")))
    }  # fmt: skip
    kept: list[str] = []
    for number, line in enumerate(text.split("\n")):
        line = line if number in inside and line.strip() else line.rstrip()
        if line or number in inside or (kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).rstrip("\n") + "\n"


def _scalars(text: str) -> list[tuple[tuple, yaml.ScalarNode, yaml.Node | None]]:
    """Every value that is one text, with its place and with the key or the entry that it belongs to."""
    found: list[tuple[tuple, yaml.ScalarNode, yaml.Node | None]] = []

    def walk(node: yaml.Node | None, where: tuple, key: yaml.Node | None) -> None:
        if isinstance(node, yaml.ScalarNode):
            found.append((where, node, key))
        elif isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                walk(value, (*where, name.value), None if node.flow_style else name)
        elif isinstance(node, yaml.SequenceNode):
            for number, value in enumerate(node.value):
                walk(value, (*where, number), None)

    walk(yaml.compose(text, Loader=_Loader), (), None)
    return found


def _last(node: yaml.Node, lines: list[str]) -> int:
    """The line after the last one of a text; blank lines below a block are not its own."""
    end = node.end_mark.line + (1 if node.end_mark.column else 0)
    while end > node.start_mark.line + 1 and not lines[end - 1].strip():
        end -= 1
    return end


def _indent(line: str, key: yaml.Node | None) -> int:
    """The column in which the lines of a block begin: two further than its field or its hyphen."""
    if key is not None:
        return key.start_mark.column + 2
    hyphen = re.match(r"[ ]*(?:- )*", line)
    return hyphen.end() if hyphen else 2


def _block(value: str, indent: int) -> list[str]:
    return [" " * indent + line for line in wrapped(value, WIDTH - indent)]


def _is_prose(model: type[Model], where: tuple) -> bool:
    """Whether sentences stand at a place, which may go over lines."""
    names = [number for number, part in enumerate(where) if isinstance(part, str)]
    group = model_at(model, where[: names[-1]]) if names else None
    info = group.model_fields.get(where[names[-1]]) if group else None
    return bool(info and any(markers(info.annotation, info.metadata, kind) for kind in (MarkdownText, WordLimit)))
