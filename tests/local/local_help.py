"""What the tests of a council's folder share: the small playbook with files of a made-up council's."""

import datetime
from pathlib import Path

from playbook_kit.content import Content, Item, load
from playbook_kit.index import Playbook, join
from playbook_kit.local.merge import merge
from playbook_kit.local.overlay import Text, read_text_of
from playbook_kit.local.wording import wording_of, wording_of_text
from playbook_kit.models.kinds import KINDS
from playbook_kit.read.files import TextFile
from playbook_kit.read.yaml_text import Document
from small_playbook import FILES, TODAY, write, write_small_playbook

ARGUMENT = "local/arguments/same-as-the-phone.yml"


def council(root: Path, files: dict[str, str]) -> Path:
    """The small playbook below `root` with these files of a council's."""
    write_small_playbook(root)
    for path, text in files.items():
        write(root, path, text.encode())
    return root


def theirs(kind: str, item_id: str) -> Text:
    """An item of the small playbook as it is read."""
    known = KINDS[kind]
    path = known.file if known.only else f"{known.folder}/{item_id}{known.ending}"
    return read_text_of(known, TextFile(path, FILES[path]))


def based_on(kind: str, item_id: str, *fields: str) -> str:
    """The name of the small playbook's wording of some fields of an item, or of its text."""
    base = theirs(kind, item_id)
    if not fields:
        return wording_of_text(base.body)
    return wording_of(merge(base.document, Document({name: base.document.value.get(name) for name in fields}))[1])


def item(content: Content, kind: str, item_id: str) -> Item:
    """One item of what was read."""
    return next(one for one in content.of(kind) if one.id == item_id)


def joined(root: Path, today: datetime.date = TODAY) -> Playbook:
    """The content below `root`, joined."""
    return join(load(root), today)
