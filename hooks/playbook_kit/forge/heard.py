"""A wording that somebody heard, put into the list of its objection."""

import re

from ..content import Content
from ..contribute.yaml_lines import scalar

_FIELD = re.compile(r"^heard_as:\s*(#.*)?$")
_ENTRY = re.compile(r"^( *)- ")


def with_wording(content: Content, objection: str, heard: str) -> tuple[str, str] | None:
    """The path of the objection's file and its text with one wording more; None if its list is of another form."""
    item = next((one for one in content.of("objection") if one.id == objection), None)
    if item is None or item.origin != "upstream":
        return None
    lines = item.file.text.split("\n")
    start = next((number for number, line in enumerate(lines) if _FIELD.match(line)), None)
    if start is None:
        return None
    last, indent = start, None
    for number in range(start + 1, len(lines)):
        entry = _ENTRY.match(lines[number])
        if entry and indent in (None, entry[1]):
            last, indent = number, entry[1]
        elif indent is not None and lines[number].startswith(f"{indent}  ") and lines[number].strip():
            last = number
        elif lines[number].strip():
            break
    if indent is None:
        return None
    lines.insert(last + 1, f"{indent}- {scalar(heard)}")
    return item.path, "\n".join(lines)
