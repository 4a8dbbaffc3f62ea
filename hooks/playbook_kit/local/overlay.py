"""One item of the playbook with what a council has for it: fields over fields, text around text or instead of it."""

from dataclasses import dataclass, field
from typing import Literal

from ..models.kinds import Kind
from ..problem import Problem, spoken
from ..read.files import TextFile
from ..read.front_matter import FENCE, split_front_matter
from ..read.markdown_text import outline
from ..read.yaml_text import Document, parse_yaml
from .based_on import Found, check_based_on
from .files import Parts
from .merge import Change, merge, removed_in_vain, without
from .places import Places, lowered
from .wording import BASED_ON, Drift, wording_of, wording_of_text

Origin = Literal["upstream", "changed", "local"]
"""Whose an item is: the playbook's, the playbook's with something of the council's, or the council's own."""

TURN = "\f"
"""Stands between the text before and the text after, where an item has no text of its own. No file may hold it."""


@dataclass
class Text:
    """An item as it was read: its file, its facts and its text, and whose it is.

    `edit_path` is the file to open for a change, `own_files` are the council's files in it.
    """

    file: TextFile
    document: Document
    body: str = ""
    body_line: int = 1
    is_whole: bool = True
    origin: Origin = "upstream"
    edit_path: str = ""
    own_files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layer:
    """Fields to lay over an item's own: the file that they stand in, that part of its text, and what it says."""

    path: str
    text: str
    first_line: int
    document: Document


@dataclass
class Laid:
    """An item with everything laid over it, where its lines came from, and what was wrong or has drifted."""

    text: Text
    places: Places | None = None
    problems: list[Problem] = field(default_factory=list)
    drift: list[Drift] = field(default_factory=list)

    def add(self, found: Found) -> None:
        """Keep what was found in one of the council's files."""
        self.problems += found.problems
        self.drift += found.drift


def read_text_of(kind: Kind, file: TextFile) -> Text:
    """A file as facts and text; what is wrong with it is in `document.problems`."""
    if not kind.has_body:
        return Text(file, parse_yaml(file.text, file.path), edit_path=file.path)
    front = split_front_matter(file)
    return Text(file, front.document, front.body, front.body_line, front.is_whole, edit_path=file.path)


def as_if_in(kind: Kind, item_id: str, file: TextFile) -> tuple[TextFile, Places]:
    """A council's own item as if it lay beside the playbook's of its kind: links in it are written as they are there."""
    path = f"{kind.folder}/{item_id}{kind.ending}"
    places = Places(path)
    places.add(file.path, file.text)
    return TextFile(path, file.text), places


def lay_over(kind: Kind, item_id: str, base: Text, parts: Parts, layers: list[Layer]) -> Laid:
    """The playbook's item with the council's parts and further layers of fields. Neither is changed."""
    laid = Laid(base)
    if not isinstance(base.document.value, dict):
        return laid  # whoever reads the playbook's file speaks of it
    places = laid.places = Places(base.file.path)
    lines = base.file.text.split("\n")
    places.add(base.edit_path, "\n".join(lines[: base.body_line - 1]) if kind.has_body else base.file.text)
    document = base.document
    for layer in layers:
        document, _ = merge(document, lowered(layer.document, places.add(layer.path, layer.text, layer.first_line)))
    edit_path = base.edit_path
    own = _own_fields(kind, parts.fields, laid) if parts.fields else None
    if own is not None and parts.fields:
        fields, offset = without(own, [BASED_ON]), places.add(parts.fields.path, parts.fields.text)
        changes = merge(base.document, fields)[1]
        laid.problems += _in_vain(kind, base, own, parts.fields)
        document, _ = merge(document, lowered(fields, offset))
        laid.add(check_based_on(kind.name, item_id, parts.fields.path, own, wording_of(changes), changes))
    replaced = _replacing(kind, item_id, base, parts, laid)
    if replaced:
        edit_path = replaced[0]
    body, body_line = _body(kind, base, parts, replaced, laid)
    laid.text = Text(
        TextFile(base.file.path, places.text), document, body, body_line, base.is_whole,
        "changed" if parts.files else base.origin, edit_path, tuple(file.path for file in parts.files),
    )  # fmt: skip
    return laid


def _own_fields(kind: Kind, file: TextFile, laid: Laid) -> Document | None:
    """The council's fields, or None if there is nothing right to lay over."""
    text = read_text_of(kind, file)
    laid.problems += text.document.problems
    if text.body.strip():
        line = text.body_line + next(number for number, one in enumerate(text.body.split("\n")) if one.strip())
        laid.problems.append(
            Problem(
                file.path, line, 1, "", "The playbook has this text already, so it is not clear what this one is to do.",
                "Move it to a file of the same name that ends in .before.md, .after.md or .replace.md.", rule="local-text",
            )
        )  # fmt: skip
    value = text.document.value
    if value is None and text.document.problems:
        return None
    if not isinstance(value, dict) or not set(value) - {BASED_ON}:
        laid.problems.append(
            Problem(
                file.path, 1, 1, "", "This file changes nothing.", "Write the fields that differ, or take the file out.",
                rule="local-empty",
            )
        )  # fmt: skip
        return None
    return text.document


def _in_vain(kind: Kind, base: Text, own: Document, file: TextFile) -> list[Problem]:
    """The problems of entries that are taken out and are not there."""
    found = []
    for where, entry_id in removed_in_vain(base.document.value, own.value):
        mark = own.mark(where)
        found.append(
            Problem(
                file.path, mark.line, mark.column, str(where[0]),
                f"The playbook’s {spoken(kind.name)} has no entry “{entry_id}” to take out.",
                "Write the id of an entry that is there, or take these lines out.", rule="local-orphan",
            )
        )  # fmt: skip
    return found


def _replacing(kind: Kind, item_id: str, base: Text, parts: Parts, laid: Laid) -> tuple[str, str, int] | None:
    """The text that takes the place of the playbook's: its file, itself, and its first line."""
    file = parts.replace
    if not file:
        return None
    if parts.before or parts.after:
        laid.problems.append(
            Problem(
                file.path, 1, 1, "", "This takes the place of the whole text, so nothing stands before or after it.",
                "Move the text of the other file into this one.", rule="local-text",
            )
        )  # fmt: skip
        return None
    if file.text.split("\n", 1)[0].rstrip() != FENCE:
        laid.problems.append(
            Problem(
                file.path, 1, 1, BASED_ON, "This takes the place of the playbook’s text and does not say of which wording.",
                f"Begin the file with three lines: “{FENCE}”, “{BASED_ON}: {wording_of_text(base.body)}” and “{FENCE}”.",
                rule="based-on",
            )
        )  # fmt: skip
        return None
    front = split_front_matter(file)
    document = front.document
    laid.problems += document.problems
    if not front.is_whole or not isinstance(document.value, dict | None) or document.problems:
        return None
    document.value = document.value or {}
    for key in document.value:
        if key != BASED_ON:
            mark = document.mark((key,))
            laid.problems.append(
                Problem(
                    file.path, mark.line, mark.column, str(key), f"“{key}” is not a field here: this file replaces text.",
                    f"Write it in a file named {item_id.rpartition('/')[2]}{kind.ending}.", rule="unknown-field",
                )
            )  # fmt: skip
    if not _is_sound(file, front.body, front.body_line, laid):
        return None
    change = Change("text", base.body, front.body)
    laid.add(check_based_on(kind.name, item_id, file.path, document, wording_of_text(base.body), [change]))
    return file.path, front.body, front.body_line


def _body(kind: Kind, base: Text, parts: Parts, replaced: tuple[str, str, int] | None, laid: Laid) -> tuple[str, int]:
    """The whole text of an item and the line on which it begins, its parts added to the places."""
    around = {}
    for name in ("before", "after"):
        file = getattr(parts, name)
        around[name] = (file.path, file.text, 1) if file and not parts.replace and _is_plain(kind, file, laid) else None
    if kind.has_body:
        middle = replaced or (base.edit_path, base.body, base.body_line)
        texts = [around["before"], middle, around["after"]]
    elif any(around.values()):
        texts = [around["before"], (base.edit_path, TURN, 1), around["after"]]
    else:
        return base.body, base.body_line
    places = laid.places or Places(base.file.path)
    start, whole = places.text.count("\n") + 1, ""
    for one in texts:
        if one:
            text = one[1].rstrip("\n") + "\n\n"
            places.add(one[0], text, one[2])
            whole += text
    return whole, start


def _is_plain(kind: Kind, file: TextFile, laid: Laid) -> bool:
    """Whether a file is text alone, as one that is put before or after must be."""
    if file.text.split("\n", 1)[0].rstrip() == FENCE:
        laid.problems.append(
            Problem(
                file.path, 1, 1, "", "This file is text alone: it has no facts at its top.",
                f"Take the lines out up to the second “{FENCE}”. Facts of the {spoken(kind.name)} go into a file of the same "
                f"name that ends in {kind.ending} alone.", rule="local-text",
            )
        )  # fmt: skip
        return False
    return _is_sound(file, file.text, 1, laid)


def _is_sound(file: TextFile, text: str, first_line: int, laid: Laid) -> bool:
    """Whether a text is there and ends what it begins, so that what follows it is not swallowed."""
    if not text.strip():
        laid.problems.append(
            Problem(file.path, first_line, 1, "", "There are no words here.", "Write them, or take the file out.", rule="local-empty")
        )
        return False
    for spot in outline(text, first_line).unclosed:
        ending = "-->" if spot.value == "<!--" else spot.value
        laid.problems.append(
            Problem(
                file.path, spot.line, spot.column, "",
                f"What begins here with {spot.value} has no end, so all that follows would belong to it.",
                f"Write {ending} where it ends.", rule="structure",
            )
        )  # fmt: skip
        return False
    return True
