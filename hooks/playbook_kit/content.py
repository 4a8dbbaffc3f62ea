"""Read and parse every file of the playbook: the whole content as objects, and all that is wrong with single files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from .models import Model, Vocabulary
from .models.base import ID_PATTERN, MarkdownText, markers
from .models.kinds import KINDS, VOCABULARY_PATH, Kind
from .models.messages import validate
from .problem import Problem
from .read.files import TextFile, read_folder, read_text
from .read.front_matter import split_front_matter
from .read.markdown_text import Outline, outline
from .read.yaml_text import Document, Mark, parse_yaml

RESERVED_IDS = {"index"}


@dataclass
class Item:
    """One file: its kind and id, its parsed facts (None if they are not right) and its Markdown body."""

    kind: Kind
    id: str
    file: TextFile
    document: Document
    model: Any = None
    body: str = ""
    body_line: int = 1
    outline: Outline = field(default_factory=Outline)

    @property
    def path(self) -> str:
        """Its path in the repository."""
        return self.file.path

    def mark(self, *where: str | int) -> Mark:
        """The place of a field's value, for a problem."""
        return self.document.marks.get(where) or self.document.mark(where)


@dataclass(frozen=True)
class Piece:
    """A piece of Markdown in an item: its body, or one field; `where` is the field's path, empty for the body."""

    item: Item
    where: tuple[str | int, ...]
    text: str
    outline: Outline

    def place(self, needle: str, line: int, column: int) -> tuple[int, int]:
        """The line and column in the file of something found in this piece."""
        if not self.where:
            return line, column
        mark = self.item.mark(*self.where)
        lines = self.item.file.text.split("\n")
        for number in range(mark.line - 1, len(lines)):
            at = lines[number].find(needle, mark.column - 1 if number == mark.line - 1 else 0)
            if at >= 0:
                return number + 1, at + 1
        return mark.line, mark.column


@dataclass
class Content:
    """Everything that was read, in order of path, and the problems of single files."""

    root: Path
    items: list[Item] = field(default_factory=list)
    vocabulary: Vocabulary | None = None
    problems: list[Problem] = field(default_factory=list)

    def of(self, kind: str) -> list[Item]:
        """The items of one kind, right or not."""
        return [item for item in self.items if item.kind.name == kind]

    def ids(self, kind: str) -> set[str]:
        """The ids of one kind, those of files with problems included, so that one fault is reported once."""
        return {item.id for item in self.items if item.kind.name == kind}

    @cached_property
    def pieces(self) -> list[Piece]:
        """Every piece of Markdown, bodies and fields alike."""
        found = []
        for item in self.items:
            if item.kind.has_body:
                found.append(Piece(item, (), item.body, item.outline))
            if item.model is not None:
                found += [Piece(item, where, text, outline(text)) for where, text in markdown_fields(item.model)]
        return found


def load(root: Path) -> Content:
    """Read every content file below `root`, the repository's folder."""
    content = Content(root)
    for kind in KINDS.values():
        files, problems = read_folder(
            root, kind.folder, (kind.ending,), kind.ignore, others_allowed=kind.name == "page"
        )
        content.problems += problems
        for file in files:
            content.items.append(_parse(kind, file, content.problems))
    content.items.sort(key=lambda item: item.path)
    content.vocabulary = _load_vocabulary(root, content.problems)
    return content


def markdown_fields(model: Model, prefix: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The path and the text of every Markdown field in a model, those in lists and groups included."""
    for name, info in type(model).model_fields.items():
        is_markdown = bool(markers(info.annotation, info.metadata, MarkdownText))
        value = getattr(model, name)
        for where, entry in [((name,), value)] if not isinstance(value, list) else [
            ((name, number), entry) for number, entry in enumerate(value)
        ]:  # fmt: skip
            if isinstance(entry, Model):
                yield from markdown_fields(entry, (*prefix, *where))
            elif is_markdown and isinstance(entry, str):
                yield (*prefix, *where), entry


def _parse(kind: Kind, file: TextFile, problems: list[Problem]) -> Item:
    problems += _id_problems(kind, file)
    if kind.has_body:
        front = split_front_matter(file)
        item = Item(kind, _id(kind, file), file, front.document, body=front.body, body_line=front.body_line)
        item.outline = outline(front.body, front.body_line)
    else:
        item = Item(kind, _id(kind, file), file, parse_yaml(file.text, file.path))
    item.model, found = validate(kind.model, item.document, file.path)
    problems += item.document.problems + found
    return item


def _id(kind: Kind, file: TextFile) -> str:
    """The file's name; for the site's own pages, their path below docs/."""
    if kind.name == "page":
        return file.path.removeprefix(f"{kind.folder}/").removesuffix(kind.ending)
    return file.name


def _id_problems(kind: Kind, file: TextFile) -> list[Problem]:
    problems = []
    if kind.name == "page":
        if file.name.lower() != "readme":
            return []
        return [
            Problem(file.path, 1, 1, "", "A README in docs/ takes the place of index.md in the same folder.",
                    "Rename it: a page's name is the end of its address.", rule="readme")
        ]  # fmt: skip
    if not re.match(ID_PATTERN, file.name) or file.name in RESERVED_IDS:
        wanted = re.sub(r"[^a-z0-9]+", "-", file.name.lower()).strip("-")
        better = wanted if wanted and wanted not in RESERVED_IDS else "a-name-that-says-what-it-is"
        problems.append(
            Problem(
                file.path, 1, 1, "",
                "The file's name is its id, so it must be lower-case letters and figures joined by hyphens"
                f"{', and not “' + file.name + '”' if file.name in RESERVED_IDS else ''}.",
                f"Rename it to {better}{kind.ending}.", rule="file-name",
            )
        )  # fmt: skip
    if kind.name != "tombstone" and Path(file.path).parent.as_posix() != kind.folder:
        problems.append(
            Problem(
                file.path, 1, 1, "", f"A {kind.name} lies directly in {kind.folder}/, not in a folder of its own.",
                f"Move it to {kind.folder}/{Path(file.path).name}.", rule="file-place",
            )
        )  # fmt: skip
    return problems


def _load_vocabulary(root: Path, problems: list[Problem]) -> Vocabulary | None:
    file = read_text(root, root / VOCABULARY_PATH)
    if isinstance(file, Problem):
        problems.append(file)
        return None
    document = parse_yaml(file.text, file.path)
    vocabulary, found = validate(Vocabulary, document, file.path)
    problems += document.problems + found
    return vocabulary
