"""What a council has for an id that the playbook does not have: an item of its own, or something left behind."""

import posixpath
from collections.abc import Collection

from ..models import Tombstone
from ..models.kinds import Kind
from ..problem import Problem, nearest, spoken
from ..read.files import TextFile
from ..read.yaml_text import Document
from .files import AROUND, Parts
from .wording import BASED_ON


def orphans(
    kind: Kind, item_id: str, parts: Parts, document: Document | None, known: Collection[str], stone: Tombstone | None
) -> list[Problem]:
    """The problems of parts whose id the playbook does not have; none if they are one new item.

    `document` is what the file of fields says, `known` are the playbook's ids of the kind, `stone` says what became of
    this one.
    """
    value = document.value if document else None
    is_change = isinstance(value, dict) and BASED_ON in value
    if parts.fields and not is_change and stone is None and not kind.only:
        own = [file for file in parts.files if file is not parts.fields]
        return [_own_text(file, parts.fields) for file in own]
    found = []
    for file in parts.files:
        mark = document.mark((BASED_ON,)) if document and file is parts.fields and is_change else None
        line, column = (mark.line, mark.column) if mark else (1, 1)
        found.append(Problem(file.path, line, column, "", *_said(kind, item_id, file, known, stone), rule="local-orphan"))
    return found


def _said(kind: Kind, item_id: str, file: TextFile, known: Collection[str], stone: Tombstone | None) -> tuple[str, str]:
    """What to say of a file for an id that there is not, and what to do."""
    what, ending = spoken(kind.name), posixpath.basename(file.path).partition(".")[2]
    if stone is not None:
        message = f"The playbook’s {what} “{item_id}” is gone: {stone.because}"
        if stone.now:
            return message, f"It is now “{stone.now}”: rename this file to {stone.now}.{ending}."
        return message, "Take this file out, or give it another id if it is to be your own."
    near = nearest(item_id, known)
    fix = f"Did you mean “{near}”? Then rename it to {near}.{ending}." if near else f"Rename it to the id of a {what}, with which the address of its page ends."
    return f"The playbook has no {what} “{item_id}”, so there is nothing to change.", fix


def _own_text(file: TextFile, fields: TextFile) -> Problem:
    """The problem of text around an item that is the council's own."""
    part = next((part for part in AROUND if file.path.endswith(f".{part}.md")), "replace")
    return Problem(
        file.path, 1, 1, "", f"This text belongs to {fields.path}, which is your own, so there is nothing to put it {part}."
        if part in AROUND else f"This text belongs to {fields.path}, which is your own, so there is nothing to replace.",
        f"Write it in {fields.path}.", rule="local-text",
    )  # fmt: skip
