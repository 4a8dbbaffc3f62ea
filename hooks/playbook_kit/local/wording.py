"""Whether the playbook still says what a council's change was made from."""

import datetime
import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from .merge import Change

BASED_ON = "based_on"
# Consonants alone: never a word, and never a number in YAML.
_LETTERS = "bcdfghjklmnpqrst"
_LENGTH = 10


@dataclass(frozen=True)
class Drift:
    """A change of the council's whose playbook wording has moved since, or was never said.

    `path` and `line` are those of `based_on` in the council's file, `now` is what would stand there today, and `changes`
    are both wordings of each part.
    """

    kind: str
    id: str
    path: str
    line: int
    column: int
    based_on: str
    now: str
    changes: tuple[Change, ...]


def wording_of(changes: Iterable[Change]) -> str:
    """A short name for the playbook's wording of all parts that are changed; how lines break does not matter."""
    return _short(sorted(([change.name, _plain(change.theirs)] for change in changes), key=lambda pair: pair[0]))


def wording_of_text(text: str) -> str:
    """The same for a page's text."""
    return _short(_plain(text))


def _short(value: Any) -> str:
    data = json.dumps(value, ensure_ascii=False, sort_keys=True).encode()
    number = int.from_bytes(hashlib.sha256(data).digest()[:_LENGTH])
    return "".join(_LETTERS[number >> (4 * place) & 15] for place in range(_LENGTH))


def _plain(value: Any) -> Any:
    """A value as JSON has it, with one space wherever a text has any."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, str):
        return " ".join(value.split())
    return value.isoformat() if isinstance(value, datetime.date) else value if value is None or isinstance(value, bool) else str(value)
