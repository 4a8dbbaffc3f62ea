"""The interface's words in one language, from one file."""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from .problem import Problem
from .read.files import read_text
from .read.yaml_text import Document, parse_yaml

WORDS_FOLDER = "theme/words"
FIRST_LANGUAGE = "en"
"""The language that everything is written in first, so that its words are always there."""


OF_A_LANGUAGE = re.compile(r"^(?P<stem>.+)\.(?P<language>[a-z]{2})$")
"""A file's name without its ending, if it is that of something in another language: `same-as-the-phone.cy`."""


class Words:
    """Looks words up by a dotted key; `{name}` in them is replaced by what is given under that name."""

    def __init__(self, language: str, values: dict[str, Any]):
        self.language, self.values = language, values

    def __call__(self, key: str, **given: object) -> str:
        """The words for `key`; with `count`, the entry `one` or `other` below it.

        Raises KeyError for a key that the file does not have: that is a fault of ours, never of a contributor.
        """
        found: Any = self.values
        for part in key.split("."):
            found = found[part]
        if isinstance(found, dict):
            found = found["one" if given.get("count") == 1 else "other"]
        return str(found).format(**given) if given else str(found)

    def group(self, key: str) -> dict[str, str]:
        """All words below a key, for a script's data."""
        found: Any = self.values
        for part in key.split("."):
            found = found[part]
        return found


def languages(root: Path) -> list[str]:
    """The languages that there are words in: one more file in the folder is one more language."""
    return sorted(path.stem for path in (root / WORDS_FOLDER).glob("*.yml"))


def base_of(language: str) -> str:
    """How the addresses of a language begin: nothing for the first one, `cy/` for another."""
    return "" if language == FIRST_LANGUAGE else f"{language}/"


def load_words(root: Path, language: str = FIRST_LANGUAGE) -> tuple[Words, list[Problem]]:
    """Read the words of one language and the problems of their file."""
    file = read_text(root, root / WORDS_FOLDER / f"{language}.yml")
    if isinstance(file, Problem):
        return Words(language, {}), [file]
    document = _parsed(file.text, file.path)
    return Words(language, document.value or {}), list(document.problems)


@lru_cache(maxsize=16)
def _parsed(text: str, path: str) -> Document:
    """The document is shared by all that read the same text: nothing may change it."""
    return parse_yaml(text, path)
