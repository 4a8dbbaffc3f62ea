"""Answers as the lines of a YAML file: plain where YAML reads the same words, in quotation marks where it would not."""

import datetime
import json
from typing import Any

from ..read.yaml_text import parse_yaml
from ..tidy.wrap import WIDTH, wrapped


def yaml_lines(name: str, value: Any, indent: str = "") -> list[str]:
    """The lines of one field; entries of a list that are groups begin with their first field after the hyphen."""
    if isinstance(value, dict):
        return [f"{indent}{name}:", *(line for key, one in value.items() for line in _inner(key, one, f"{indent}  "))]
    if not isinstance(value, list):
        return _text(f"{indent}{name}: ", value, len(indent) + 2)
    lines = [f"{indent}{name}:"]
    for entry in value:
        if isinstance(entry, dict):
            inner = [line for key, one in entry.items() for line in _inner(key, one, f"{indent}    ")]
            inner[0] = f"{indent}  - {inner[0].strip()}"
            lines += inner
        else:
            lines += _text(f"{indent}  - ", entry, len(indent) + 4)
    return lines


def _inner(name: str, value: Any, indent: str) -> list[str]:
    known = isinstance(value, (str, list, dict, bool, datetime.date))
    return yaml_lines(name, value if known else "FILL IN", indent)


def _text(begin: str, value: Any, indent: int) -> list[str]:
    if isinstance(value, bool):
        return [f"{begin}{str(value).lower()}"]
    if isinstance(value, datetime.date):
        return [f"{begin}{value.isoformat()}"]
    value = " ".join(str(value).split())
    if len(begin) + len(value) > WIDTH:
        return [f"{begin}>-", *(" " * indent + line for line in wrapped(value, WIDTH - indent))]
    document = parse_yaml(f"x: {value}\n", "")
    is_plain = not document.problems and document.value == {"x": value}
    return [begin + (value if is_plain else json.dumps(value, ensure_ascii=False))]
