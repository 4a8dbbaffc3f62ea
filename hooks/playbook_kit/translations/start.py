"""A file that begins a translation: every field that is translated, with its English above it."""

import textwrap
from typing import Any

from ..content import Item
from ..local.start import Start, folder_of
from ..local.wording import BASED_ON
from ..models import Model
from ..models.base import BLANK
from ..read.front_matter import FENCE
from .said import only_said, said_fields
from .wording import wording

WIDTH = 100


def start_translation(item: Item, language: str, is_local: bool) -> Start:
    """The file in which an item is translated, in the council's folder if `is_local`."""
    kind = item.kind
    folder = folder_of(kind) if is_local else kind.folder
    if is_local and kind.name == "glossary":
        folder = "local"
    name = kind.only or item.id
    lines = [
        f"# In “{language}”. Write each {BLANK}; the English stands above it. What is not here comes from the English.",
        f"{BASED_ON}: {wording(item)}",
        *_group(kind.model, only_said(kind.model, item.facts), ""),
    ]
    text = "\n".join(lines) + "\n"
    if kind.has_body:
        text = f"{FENCE}\n{text}{FENCE}\n{BLANK}: all that follows, then take this line out.\n\n{item.body.strip()}\n"
    return Start(f"{folder}/{name}.{language}{kind.ending}", text)


def _group(model: type[Model], values: dict[str, Any], indent: str) -> list[str]:
    lines = [f"{indent}id: {values['id']}"] if "id" in values else []
    for name, group in said_fields(model).items():
        if name not in values:
            continue
        value = values[name]
        if group is None and isinstance(value, list):
            lines.append(f"{indent}{name}:")
            for one in value:
                lines += [*_english(one, indent + "  "), f"{indent}  - {BLANK}"]
        elif group is None:
            lines += [*_english(value, indent), f"{indent}{name}: {BLANK}"]
        elif isinstance(value, list):
            lines.append(f"{indent}{name}:")
            for one in value:
                entry = _group(group, one, indent + "    ")
                first = next(number for number, line in enumerate(entry) if not line.lstrip().startswith("#"))
                entry[first] = f"{indent}  - {entry[first].strip()}"
                lines += entry
        else:
            lines += [f"{indent}{name}:", *_group(group, value, indent + "  ")]
    return lines


def _english(text: Any, indent: str) -> list[str]:
    shown = str(text).replace("\n", " ").strip()
    return [f"{indent}# {line}" for line in textwrap.wrap(shown, WIDTH - len(indent), break_on_hyphens=False)]
