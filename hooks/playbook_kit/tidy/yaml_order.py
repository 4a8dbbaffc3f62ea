"""The fields of a YAML text in the order of its model, each with the comments that stand above it."""

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

from ..models import Model
from ..models.base import fields_in_order
from ..models.messages import model_at

FIRST = "based_on"
"""Stands first in a council's file, and is no field of the model."""
_SCHEMA = re.compile(r"# yaml-language-server:")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def ordered(text: str, model: type[Model]) -> str:
    """The text with the fields of every group that is written out in the model's order; unknown ones come last."""
    # Each turn moves the fields of one group, after which the places of all others are looked up again.
    for _ in range(text.count("\n") + 1):
        for node, group in _groups(yaml.compose(text, Loader=_Loader), model, ()):
            made = _moved(text, node, [FIRST, *fields_in_order(group)])
            if made != text:
                text = made
                break
        else:
            break
    return text


def _groups(node: yaml.Node | None, model: type[Model], where: tuple) -> Iterator[tuple[yaml.MappingNode, type[Model]]]:
    group = model_at(model, where)
    if isinstance(node, yaml.MappingNode):
        if group is not None and not node.flow_style:
            yield node, group
        for key, value in node.value:
            yield from _groups(value, model, (*where, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _groups(value, model, (*where, number))


def _moved(text: str, node: yaml.MappingNode, order: list[str]) -> str:
    lines, names = text.split("\n"), [key.value for key, _ in node.value]
    wanted = sorted(names, key=lambda name: order.index(name) if name in order else len(order))
    if names == wanted or len(set(names)) != len(names):
        return text
    column = node.start_mark.column
    starts = [key.start_mark.line for key, _ in node.value]
    tops = [starts[0], *(_with_comments(lines, start, above + 1, column) for above, start in pairwise(starts))]
    if not column:
        tops[0] = max(_with_comments(lines, starts[0], 0, column), _after_head(lines))
    end = _end(lines, node, starts[-1] + 1)
    head = lines[starts[0]][:column]
    lines[starts[0]] = " " * column + lines[starts[0]][column:]
    blocks = {name: lines[top:below] for name, top, below in zip(names, tops, [*tops[1:], end], strict=True)}
    moved = [line for name in wanted for line in blocks[name]]
    first = next(number for number, line in enumerate(moved) if line.strip() and not line.lstrip().startswith("#"))
    # A comment cannot stand between the hyphen and the first field, so it goes above the hyphen.
    moved[first] = head + moved[first][column:]
    return "\n".join([*lines[: tops[0]], *moved, *lines[end:]])


def _with_comments(lines: list[str], line: int, least: int, column: int) -> int:
    """The first line of the comments that stand right above a field, in its own column."""
    while line > least and re.match(rf" {{{column}}}#", lines[line - 1]):
        line -= 1
    return line


def _after_head(lines: list[str]) -> int:
    """Where the comments about the whole file end: the line for editors, and what a blank line follows."""
    number = 1 if lines and _SCHEMA.match(lines[0]) else 0
    for line in range(number, len(lines)):
        if not lines[line].startswith("#"):
            return line + 1 if not lines[line].strip() else number
    return number


def _end(lines: list[str], node: yaml.MappingNode, least: int) -> int:
    """The line after the last that belongs to a group: blank lines and comments below belong to what follows."""
    last: yaml.Node = node
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
    end = min(last.end_mark.line + (1 if last.end_mark.column else 0), len(lines))
    while end > least and not lines[end - 1].strip():
        end -= 1
    return end
