"""What a reader reads, taken out of the content's files: prose with the lines that it stands on, markup left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import yaml
from playbook_kit.content import Content, Item, load
from playbook_kit.models import Model
from playbook_kit.models.base import ID_PATTERN, Address, Ref, markers
from playbook_kit.models.kinds import VOCABULARY_PATH
from playbook_kit.models.messages import model_at
from playbook_kit.read.markdown_text import CITATION, CODE, PLACEHOLDER, parse_citation

WORDS_PATH = "theme/words/en.yml"
# Of a source all else is its publisher's: the title, the name, the address.
SOURCE_FIELDS = ("extent",)
BREAK = "¶"
"""Stands where a new block begins: a heading, an entry of a list, a cell, a link's text."""

# In this order: what stands first may hold what stands later.
_NOT_PROSE = (
    CODE,
    re.compile(r"<!--.*?-->", re.S),
    CITATION,
    PLACEHOLDER,
    re.compile(r"(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"),  # where a link leads
    re.compile(r"^[ \t]*(?:>[ \t]?)+", re.M),
    re.compile(r"^\s{0,3}\[[^\]]+\]:\s*\S+.*$", re.M),
    re.compile(r"</?[a-z][^<>]*>", re.I),
    re.compile(r"\{:?[^{}\n]*\}"),
    re.compile(r"\b(?:https?://|www\.)[^\s<>\"”)]+|\bmailto:\S+", re.I),
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    re.compile(r"(?<!\w)[#@]\w+|(?<![\w.])\.[a-z]{2,4}\b"),  # tags, accounts, the endings of files
    re.compile(
        r"(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|gov|eu|md|yml|py|json|xml|csv|pdf|docx|odt|html)\b(?:/\S*)?"
    ),
)
QUOTATION = re.compile(rf'“[^“”{BREAK}]*”|"[^"{BREAK}]*"')
_BLOCK = re.compile(r"^[ \t]*(?:[-*+][ \t]+(?=\S)|\d+[.)][ \t]+|#{1,6}[ \t]+|\|)(?:☐)?|\n[ \t]*(?=\n)|\||\[", re.M)


@dataclass(frozen=True)
class Passage:
    """One text as its readers have it: the file, the line on which it begins, and its prose."""

    path: str
    line: int
    text: str

    def line_of(self, position: int) -> int:
        """The line of the file on which a position in the prose stands."""
        return self.line + self.text.count("\n", 0, position)


@lru_cache(8)
def passages(root: Path) -> tuple[Passage, ...]:
    """All prose of the content below `root`, the interface's words with it, in order of path."""
    assert _content(root).items, f"no content was found in {root}"
    found = [passage for item in _content(root).items for passage in _of_item(item)]
    vocabulary = (root / VOCABULARY_PATH).read_text(encoding="utf-8")
    found += _of_yaml(VOCABULARY_PATH, vocabulary, lambda where: where[-1] in ("label", "description"))
    found += _of_yaml(WORDS_PATH, (root / WORDS_PATH).read_text(encoding="utf-8"), lambda where: True)
    return tuple(sorted(found, key=lambda passage: (passage.path, passage.line)))


def sources(root: Path) -> dict[str, dict[str, Any]]:
    """The fields of every source, by its id."""
    return {item.id: item.facts for item in _content(root).of("source")}


def citations(root: Path, path: str) -> set[str]:
    """The ids of the sources that a file cites, in its text or under its evidence."""
    return {cited for item in _content(root).items if item.path == path for cited in _cited(item)}


@lru_cache(8)
def _content(root: Path) -> Content:
    return load(root)


def prose(text: str) -> str:
    """A text without what is not prose in it; every line stays on its line."""
    for pattern in _NOT_PROSE:
        text = pattern.sub(blanked, text)
    return _BLOCK.sub(lambda match: "\n" * match[0].count("\n") + f" {BREAK} ", text)


def without_quotations(text: str) -> str:
    """A text without what stands in double quotation marks, straight or curly, inside one block."""
    return QUOTATION.sub(blanked, text)


def _cited(item: Item) -> Iterator[str]:
    """The ids in a file's citations and in its fields that name a source."""
    for match in CITATION.finditer(item.file.text):
        yield from parse_citation(match)[0]
    yield from (leaf.value for leaf in item.leaves if leaf.ref == "source" and isinstance(leaf.value, str))


def blanked(match: re.Match[str], sign: str = " ") -> str:
    """As many signs as the match is long, on as many lines: what follows keeps its place."""
    return re.sub(r"[^\n]", sign, match[0])


def _of_item(item: Item) -> Iterator[Passage]:
    front, body = item.file.text, ""
    if item.kind.has_body:
        lines = front.split("\n")
        front, body = "\n".join(lines[: item.body_line - 2]), "\n".join(lines[item.body_line - 1 :])
    yield from _of_yaml(item.path, front, lambda where: _is_prose(item, where))
    if body.strip():
        yield Passage(item.path, item.body_line, prose(body))


def _of_yaml(path: str, text: str, wanted: Any) -> Iterator[Passage]:
    """The prose in a YAML text: those of its values that `wanted` says yes to, by their path."""
    for where, node in _values((), yaml.compose(text, Loader=yaml.CSafeLoader)):
        if where and wanted(where):
            written = text[node.start_mark.index : node.end_mark.index]
            yield Passage(path, node.start_mark.line + 1, prose(_unwrapped(written, node.style)))


def _unwrapped(written: str, style: str | None) -> str:
    """A YAML value as it is read, but on its lines as they were written."""
    if style == "'":
        return written[1:-1].replace("''", "'")
    if style == '"':
        return written[1:-1].replace('\\"', '"')
    return re.sub(r"^[|>][-+\d]*", "", written) if style else written


def _values(where: tuple, node: Any) -> Iterator[tuple[tuple, Any]]:
    """Every single value below a YAML node, with its path."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _values((*where, key.value), value)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            yield from _values((*where, number), value)
    elif node is not None:
        yield where, node


def _is_prose(item: Item, where: tuple) -> bool:
    """Whether the field at this path is text that somebody writes for readers: no id, choice, date or address."""
    if item.kind.name == "source" and where[0] not in SOURCE_FIELDS:
        return False
    names = [part for part in where if isinstance(part, str)]
    model: type[Model] | None = item.kind.model
    for number, name in enumerate(names):
        if model is None or name not in model.model_fields:
            return False
        if number == len(names) - 1:
            return _is_text(model.model_fields[name])
        model = model_at(model, (name,)) or model_at(model, (name, 0))
    return False


def _is_text(info: Any) -> bool:
    kinds = set(_kinds(info.annotation))
    is_address = any(entry in info.metadata for entry in get_args(Address)[1:])
    is_ref = bool(markers(info.annotation, info.metadata, Ref))
    is_id = any(getattr(entry, "pattern", None) == ID_PATTERN for entry in info.metadata)
    return str in kinds and Literal not in kinds and not is_address and not is_ref and not is_id


def _kinds(annotation: Any) -> Iterator[Any]:
    """The types that an annotation is made of; `Literal` for a closed list."""
    if get_origin(annotation) is Literal:
        yield Literal
    elif get_args(annotation):
        for part in get_args(annotation):
            yield from _kinds(part)
    else:
        yield annotation
