"""What a file of the playbook says, parsed and held against its model, whatever other files say."""

import typing
from collections.abc import Iterable
from typing import Any

from .models.kinds import Kind
from .models.messages import validate
from .parse_cache import ParseCache
from .problem import Problem
from .processes import in_halves
from .read.files import TextFile
from .read.front_matter import facts_of, split_front_matter
from .read.markdown_text import Outline, outline, recall
from .read.yaml_text import Document, parse_yaml

LEAST_FOR_TWO = 1_000
"""From how many files on two processes are quicker than one: of fewer, a second one costs what it saves."""


class Parsed(typing.NamedTuple):
    """What a file was parsed to, without what its path says, and what is wrong with it."""

    document: Document
    model: Any
    body: str
    body_line: int
    is_whole: bool
    outline: Outline
    problems: list[Problem]


class Parser:
    """Parses files, each once; those that `cache` knows not at all."""

    def __init__(self, cache: ParseCache):
        self.cache = cache
        self.ready: dict[str, Parsed] = {}

    def begin(self, files: Iterable[tuple[Kind, TextFile]]) -> None:
        """Get ready what will be asked for: files that are not known are parsed, in two processes if they are many."""
        unknown = []
        for kind, file in files:
            if known := self.cache.get(file.path, file.text):
                self.ready[file.path] = known
            else:
                unknown.append((kind, file))
        for (_, file), parsed in zip(unknown, in_halves(_of_pair, unknown, LEAST_FOR_TWO), strict=True):
            self._add(file, parsed)

    def parse(self, kind: Kind, file: TextFile) -> Parsed:
        """What a file says and what is wrong with it."""
        found = self.ready.pop(file.path, None) or self.cache.get(file.path, file.text)
        if found is None:
            self._add(file, parse_file(kind, file))
            found = self.ready.pop(file.path)
        found.document.give_back(facts_of(file) if kind.has_body else file.text)
        if found.body:
            recall({(found.body, found.body_line): found.outline})
        return found

    def _add(self, file: TextFile, parsed: Parsed) -> None:
        self.ready[file.path] = parsed
        self.cache.put(file.path, file.text, parsed)


def _of_pair(pair: tuple[Kind, TextFile]) -> Parsed:
    return parse_file(*pair)


def parse_file(kind: Kind, file: TextFile) -> Parsed:
    """Parse one file of a kind."""
    body, body_line, is_whole, found = "", 1, True, Outline()
    if kind.has_body:
        front = split_front_matter(file)
        document, body, body_line, is_whole = front.document, front.body, front.body_line, front.is_whole
        found = outline(body, body_line)
    else:
        document = parse_yaml(file.text, file.path)
    model, problems = validate(kind.model, document, file.path)
    return Parsed(document, model, body, body_line, is_whole, found, document.problems + problems)
