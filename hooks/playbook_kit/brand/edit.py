"""Change a few values in a council's file and leave every other letter of it, remarks included, as it is."""

import json
from collections.abc import Mapping
from typing import Any

import yaml

from ..models.council import COUNCIL_PATH
from ..read.yaml_text import parse_yaml

Path = tuple[str, ...]
HEAD = """\
# What this council says of itself, once, for every page and document.
# The council guide explains every key. Colours and addresses stand in quotation marks.
"""
REMARKS: dict[Path, str] = {
    ("name",): "As it stands in a sentence.",
    ("short_name",): "For later mentions.",
    ("site", "address"): "Where the site will stand.",
    ("brand", "colours", "brand"): "The header keeps this colour; all others are made from it.",
    ("brand", "logo", "file"): "SVG, PNG or JPEG.",
    ("brand", "logo", "alt"): "What it shows, for those who do not see it.",
    ("contacts", "accessibility"): "Whom to tell about a page that somebody cannot use.",
}


def with_values(text: str, values: Mapping[Path, str]) -> str | None:
    """The text with these values at their keys; None if it is written in a way that cannot be changed so.

    Whatever comes out says what went in and these values, and nothing else: that is read back before it is given.
    """
    wanted = parse_yaml(text, COUNCIL_PATH).value
    if wanted is not None and not isinstance(wanted, dict):
        return None
    wanted = json.loads(json.dumps(wanted or {}, default=str))
    changed = text or HEAD
    for path, value in values.items():
        try:
            root = yaml.compose(changed, Loader=yaml.SafeLoader)
        except yaml.YAMLError:
            return None
        made = _set(changed, root, path, value)
        if made is None:
            return None
        changed = made
        _put(wanted, path, value)
    found = parse_yaml(changed, COUNCIL_PATH)
    same = json.loads(json.dumps(found.value, default=str)) == wanted
    return changed if same and not found.problems else None


def _put(values: dict[str, Any], path: Path, value: str) -> None:
    for key in path[:-1]:
        inner = values.get(key)
        if not isinstance(inner, dict):
            inner = values[key] = {}
        values = inner
    values[path[-1]] = value


def _set(text: str, root: Any, path: Path, value: str) -> str | None:
    """The text with one value changed or added."""
    if root is None:
        return f"{text.rstrip()}\n{_lines(path, path, value, 0)}" if text.strip() else _lines(path, path, value, 0)
    node, left = root, path
    while left:
        if not isinstance(node, yaml.MappingNode) or node.flow_style:
            return None
        inner = next((one for key, one in node.value if key.value == left[0]), None)
        if inner is None:
            return _added(text, node, path, left, value)
        node, left = inner, left[1:]
        if left and isinstance(node, yaml.ScalarNode) and not node.value:
            at, indent = node.start_mark.index, _indent(text, node.start_mark.index) + 2
            return text[:at] + "\n" + _lines(path, left, value, indent).rstrip("\n") + text[at:]
    if not isinstance(node, yaml.ScalarNode):
        return None
    start, end = node.start_mark.index, node.end_mark.index
    space = "" if text[start - 1 : start].isspace() else " "
    return text[:start] + space + json.dumps(value, ensure_ascii=False) + ("\n" if text[start:end].endswith("\n") else "") + text[end:]


def _added(text: str, node: Any, path: Path, left: Path, value: str) -> str:
    """The text with a new key at the end of a group."""
    last = node
    while isinstance(last, yaml.CollectionNode) and last.value:
        last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
    end = last.end_mark.index
    at = end if text[end - 1 : end] == "\n" else text.find("\n", end) + 1 or len(text)
    before = text[:at] if text[:at].endswith("\n") else f"{text[:at]}\n"
    return before + _lines(path, left, value, node.start_mark.column) + text[at:]


def _lines(path: Path, left: Path, value: str, indent: int) -> str:
    """The lines of a new key and of the groups around it that are new too."""
    space, lines = " " * indent, []
    for depth, key in enumerate(left):
        inner = space + "  " * depth
        if depth + 1 == len(left):
            remark = REMARKS.get(path)
            lines += [f"{inner}# {remark}"] if remark else []
            lines.append(f"{inner}{key}: {json.dumps(value, ensure_ascii=False)}")
        else:
            lines.append(f"{inner}{key}:")
    return "\n".join(lines) + "\n"


def _indent(text: str, at: int) -> int:
    line = text[text.rfind("\n", 0, at) + 1 :]
    return len(line) - len(line.lstrip(" "))
