"""An entry put at the end of a list in a file, whose other lines stay as they are."""

import re
from collections.abc import Sequence

_ENTRY = re.compile(r"^( *)- ")
_USUAL = "  "


def into_list(text: str, field: str, entry: Sequence[str]) -> tuple[str, int] | None:
    """A file's text with one entry more in the list under the top-level `field`, and the line on which it begins.

    `entry` is its lines as they stand under a field, two spaces in. Comments and the order of what is there are kept.
    None where the list is not in the usual form, so that a person has to look at it.
    """
    lines = text.split("\n")
    pattern = re.compile(rf"^({re.escape(field)}:)\s*(\[\s*\]\s*)?(#.*)?$")
    start = next((number for number, line in enumerate(lines) if pattern.match(line)), None)
    if start is None:
        return None
    last, indent = start, None
    for number in range(start + 1, len(lines)):
        found = _ENTRY.match(lines[number])
        if found and indent in (None, found[1]):
            last, indent = number, found[1]
        elif indent is not None and lines[number].startswith(f"{indent}  ") and lines[number].strip():
            last = number
        elif lines[number].strip() and not lines[number].lstrip().startswith("#"):
            break
    if last == start and indent is None and lines[start + 1 :] and _holds_more(lines[start + 1 :]):
        return None
    lines[start] = pattern.sub(lambda match: " ".join(filter(None, (match[1], match[3]))), lines[start])
    indent = _USUAL if indent is None else indent
    lines[last + 1 : last + 1] = [f"{indent}{line.removeprefix(_USUAL)}" for line in entry]
    ends = [""] if lines[-1] else []  # a last line without an end would run into the entry's
    return "\n".join(lines + ends), last + 2


def _holds_more(lines: Sequence[str]) -> bool:
    """Whether the first line that says anything belongs to the field above, in a form of its own."""
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), "")
    return first.startswith((" ", "-"))
