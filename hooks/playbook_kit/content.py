"""Read and parse every file of the playbook: the whole content as objects, and all that is wrong with single files."""

import posixpath
import re
import typing
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

from .local.files import UNCITED_PATH as OWN_UNCITED_PATH
from .local.overlay import Origin, Text
from .local.own import Own, read_own
from .local.places import Places, to_files
from .local.wording import Drift
from .models import Council, Model, OwnWord, PlainWords, Synonyms, Tested, Uncited, UsedBy, Vocabulary
from .models.base import MarkdownText, Ref, WordLimit, markers
from .models.council import COUNCIL_PATH
from .models.kinds import KINDS, PLAIN_WORDS_PATH, SINGLE, SYNONYMS_PATH, TESTED_PATH, TOOLS_FOLDER, UNCITED_PATH, USED_BY_PATH, VOCABULARY_PATH, Kind
from .models.messages import model_at, validate
from .names import id_of, name_problems, readme_problem, sent_home, stray_problem
from .parse_cache import ParseCache
from .parsed import Parser
from .problem import Problem
from .read.files import TextFile, read_folder, read_text
from .read.markdown_text import Block, Outline, outline
from .read.yaml_text import Document, Mark, parse_yaml
from .words import FIRST_LANGUAGE, OF_A_LANGUAGE, languages

Where = tuple[str | int, ...]
Read = typing.TypeVar("Read", bound=Model)


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
    is_whole: bool = True
    """False if its text could not be read, or not as facts and body: it is there, and no more is known of it."""
    origin: Origin = "upstream"
    edit_path: str = ""
    """The file to open for a change: the council's own for what is its own or was replaced by it."""
    own_files: tuple[str, ...] = ()
    """The council's files in it."""
    is_hidden: bool = False
    """Whether the council does not show it: it is known, and stands nowhere on the site."""
    language: str = FIRST_LANGUAGE
    """The language of its text."""
    is_behind: bool = False
    """Whether it is a translation of a wording that is another now."""

    @property
    def path(self) -> str:
        """Its path in the repository; a council's own has the one that it would have beside the playbook's."""
        return self.file.path

    @property
    def facts(self) -> dict[str, Any]:
        """Its fields as they were read, right or not, so that rules can speak of a file that has another fault."""
        return self.document.value if isinstance(self.document.value, dict) else {}

    @cached_property
    def leaves(self) -> "list[Leaf]":
        """Every single value in its known fields, those in lists and groups included, right or not."""
        return leaves(self.kind.model, self.facts if self.model is None else self.model)

    @cached_property
    def pieces(self) -> "list[Piece]":
        """Every piece of Markdown in it: its body first, then its fields."""
        found = [Piece(self, (), self.body, self.outline)] if self.kind.has_body or self.body else []
        return found + [
            Piece(self, leaf.where, leaf.value, outline(leaf.value))
            for leaf in self.leaves if leaf.is_markdown and isinstance(leaf.value, str)
        ]  # fmt: skip

    def mark(self, *where: str | int) -> Mark:
        """The place of a field's value, for a problem."""
        return self.document.marks.get(where) or self.document.mark(where)


class Leaf(typing.NamedTuple):  # a tuple, because there are tens of thousands
    """One value in a field: the field's path, the value, whether it may hold Markdown, and of what it is an id.

    `is_prose` says whether the field holds sentences, in Markdown or not.
    """

    where: Where
    value: Any
    is_markdown: bool
    ref: str | None
    is_prose: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of Markdown in an item: its body, or one field; `where` is the field's path, empty for the body."""

    item: Item
    where: Where
    text: str
    outline: Outline

    def place(self, needle: str, line: int, column: int) -> tuple[int, int]:
        """The line and column in the file of something that stands at `line` and `column` of this piece."""
        if not self.where:
            return line, column
        at = _offset(self.text, line, column)
        return place_in_field(self.item, self.where, needle, bisect_left(_positions(self.text, needle), at))

    def place_in(self, block: Block, offset: int, needle: str) -> tuple[int, int]:
        """The line and column in the file of a text that begins at `offset` of one of this piece's blocks."""
        row, start = block.value.count("\n", 0, offset), block.value.rfind("\n", 0, offset) + 1
        begun = block.value[start:].partition("\n")[0]
        first_line = 1 if self.where else self.item.body_line
        shown = self.text.split("\n")[block.line - first_line + row]
        column = max(shown.find(begun), 0) + offset - start + 1
        return self.place(needle, block.line + row, column)


def place_in_field(item: Item, where: Where, needle: str, number: int = 0) -> tuple[int, int]:
    """The line and column in the file of a text in a field (the one after `number` others), or those of the field.

    The file may spell it otherwise than the field says it, as YAML's `\\u002e` does; then a later field that has it is
    not meant.
    """
    mark, text = item.mark(*where), item.file.text
    found = _positions(text, needle)
    wanted = bisect_left(found, _offset(text, mark.line, mark.column)) + number
    at = found[wanted] if wanted < len(found) else len(text)
    if at >= _end_of_field(item, where):
        return mark.line, mark.column
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _end_of_field(item: Item, where: Where) -> int:
    """The position in an item's file at which the next value or key begins, after the field's own."""
    own, text = item.document.marks.get(where), item.file.text
    if own is None:
        return len(text)
    marks = (mark for kept in (item.document.marks, item.document.keys) for mark in kept.values())
    after = [(mark.line, mark.column) for mark in marks if (mark.line, mark.column) > (own.line, own.column)]
    return _offset(text, *min(after)) if after else len(text)


def _offset(text: str, line: int, column: int) -> int:
    """The position in a text of a line and column."""
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at + column - 1


@lru_cache(maxsize=64)
def _positions(text: str, needle: str) -> list[int]:
    """Where `needle` stands in a text; in a YAML file lines may be folded and quotation marks doubled."""
    parts = (re.escape(part).replace("'", "''?").replace('"', r'\\?"') for part in needle.split())
    pattern = r"\s+".join(parts)
    return [match.start() for match in re.finditer(pattern, text)] if pattern else []


COUNCIL = Kind("council", "local", ".yml", Council, None, only="council")
"""The council's own file, as a kind of file that rules can speak of."""


@dataclass(frozen=True)
class Listing(typing.Generic[Read]):
    """A file that is one list for a check: what it says, and where."""

    path: str
    model: Read
    document: Document
    file: TextFile


@dataclass(frozen=True)
class Translation:
    """A file that says in another language what an item says. `known_as` is the path beside the item, from which its
    links are counted."""

    kind: Kind
    id: str
    language: str
    file: TextFile
    known_as: str


@dataclass
class Content:
    """Everything that was read, in order of path, and the problems of single files."""

    root: Path
    items: list[Item] = field(default_factory=list)
    vocabulary: Vocabulary | None = None
    problems: list[Problem] = field(default_factory=list)
    uncited: "Listing[Uncited] | None" = None
    plain_words: "Listing[PlainWords] | None" = None
    synonyms: "Listing[Synonyms] | None" = None
    own_uncited: "Listing[Uncited] | None" = None
    used_by: "Listing[UsedBy] | None" = None
    tested: "Listing[Tested] | None" = None
    council: "Listing[Council] | None" = None
    terms: list[OwnWord] = field(default_factory=list)
    """The council's own words for things."""
    drift: list[Drift] = field(default_factory=list)
    """The council's changes whose playbook wording is another now."""
    assets: dict[str, bytes] = field(default_factory=dict)
    """The council's own pictures and papers, by their paths in the repository."""
    hidden: dict[tuple[str, str], int] = field(default_factory=dict)
    """Kind and id of what the council does not show, with the number of its entry in the council's list."""
    places: dict[str, Places] = field(default_factory=dict)
    """Where the lines of texts come from that were put together, by the path that rules know them under."""

    translations: list[Translation] = field(default_factory=list)
    """The files in other languages: the playbook's, then the council's, which take the place of the playbook's."""

    def to_files(self, problems: list[Problem]) -> list[Problem]:
        """The problems with the paths and lines of the files that people wrote."""
        return to_files(problems, self.places)

    def real_path(self, path: str, line: int = 1) -> str:
        """The file that a line comes from which rules know under a path."""
        return self.places[path].at(line)[0] if path in self.places else path

    def of(self, kind: str) -> list[Item]:
        """The items of one kind, right or not."""
        return list(self._by_kind.get(kind, ()))

    def ids(self, kind: str) -> frozenset[str]:
        """The ids of one kind, those of files with problems included, so that one fault is reported once."""
        return self._ids.get(kind, frozenset())

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {kind: frozenset(item.id for item in items) for kind, items in self._by_kind.items()}

    @cached_property
    def _by_kind(self) -> dict[str, list[Item]]:
        return by_kind(self.items)

    @cached_property
    def pieces(self) -> list[Piece]:
        """Every piece of Markdown, bodies and fields alike."""
        return [piece for item in [*self.items, *self._council_item] for piece in item.pieces]

    @property
    def _council_item(self) -> list[Item]:
        """The council's own file, whose banner and footer are held to what holds for all Markdown."""
        said = self.council
        return [Item(COUNCIL, COUNCIL.only, said.file, said.document, said.model)] if said else []


def by_kind(items: Iterable[Item]) -> dict[str, list[Item]]:
    """The items of each kind that has any, by its name."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.kind.name, []).append(item)
    return found


def load(root: Path, cache: ParseCache | None = None) -> Content:
    """Read every content file below `root`, the repository's folder; `cache` knows what was parsed before."""
    content = Content(root)
    parser = Parser(cache or ParseCache(None))
    council = content.council = _load_list(root, COUNCIL_PATH, Council, content.problems)
    own = read_own(root, council.model if council else None, council.document if council else None)
    folders = [(kind, *_read_kind(root, kind, content)) for kind in KINDS.values() if not kind.only]
    parser.begin((kind, file) for kind, files, _ in folders for file in files)
    for kind, files, problems in folders:
        content.problems += [sent_home(kind, problem) for problem in problems]
        content.items += [_unread(kind, problem) for problem in problems if problem.path != kind.folder]
        taken = {file.path for file in files}
        for file in files:
            content.items.append(_parse(kind, file, taken, own, content.problems, parser))
    for kind in SINGLE.values():
        found, problems = _single_translations(root, kind)
        content.problems += problems
        content.translations += found
    content.items += [
        _single(root, kind, own, content.problems, parser) for kind in SINGLE.values() if (root / kind.file).exists()
    ]
    _add_own(content, own)
    content.translations += [
        Translation(one.kind, one.id, one.language, one.file, f"{one.kind.folder}/{one.id}{one.kind.ending}")
        for one in own.files.translations
    ]
    content.problems += _strays(root)
    content.items.sort(key=lambda item: item.path)
    content.vocabulary = _load_vocabulary(root, content.problems)
    content.uncited = _load_list(root, UNCITED_PATH, Uncited, content.problems)
    content.own_uncited = _load_list(root, OWN_UNCITED_PATH, Uncited, content.problems)
    content.used_by = _load_list(root, USED_BY_PATH, UsedBy, content.problems)
    content.tested = _load_list(root, TESTED_PATH, Tested, content.problems)
    content.plain_words = _load_list(root, PLAIN_WORDS_PATH, PlainWords, content.problems)
    content.synonyms = _load_list(root, SYNONYMS_PATH, Synonyms, content.problems)
    return content


def _read_kind(root: Path, kind: Kind, content: Content) -> tuple[list[TextFile], list[Problem]]:
    """The files of a kind, and what is wrong with those that cannot be read; translations go to the content."""
    ignore = (*kind.ignore, *_in_languages(root, kind.ignore))
    files, problems = read_folder(root, kind.folder, (kind.ending,), ignore, kind.served)
    return _without_translations(kind, files, content), problems


def _without_translations(kind: Kind, files: list[TextFile], content: Content) -> list[TextFile]:
    """The files without those in other languages, which go to the content."""
    left = []
    for file in files:
        name = OF_A_LANGUAGE.match(posixpath.splitext(file.path)[0])
        if name is None:
            left.append(file)
            continue
        known_as = f"{name['stem']}{kind.ending}"
        item_id = id_of(kind, TextFile(known_as, ""))
        content.translations.append(Translation(kind, item_id, name["language"], file, known_as))
    return left


def _in_languages(root: Path, paths: Iterable[str]) -> Iterator[str]:
    """The paths of files in every other language that there are words in."""
    for path in paths:
        stem, ending = posixpath.splitext(path)
        if ending:
            yield from (f"{stem}.{language}{ending}" for language in languages(root) if language != FIRST_LANGUAGE)


def _single_translations(root: Path, kind: Kind) -> tuple[list[Translation], list[Problem]]:
    """The other languages of the one file of a kind."""
    found, problems = [], []
    for path in _in_languages(root, (kind.file,)):
        if (root / path).exists():
            file = read_text(root, root / path)
            language = path.split(".")[-2]
            if isinstance(file, Problem):
                problems.append(file)
            else:
                found.append(Translation(kind, kind.only, language, file, kind.file))
    return found, problems


def _add_own(content: Content, own: Own) -> None:
    """Add what is the council's own, and mark what it hides, once all of the playbook is read."""
    here = by_kind(content.items)
    stones = {(item.model.kind, item.id): item.model for item in here.get("tombstone", ()) if item.model}
    known = {kind: {item.id for item in here.get(kind, ())} for kind in KINDS}
    for kind, item_id, text in own.rest(known, stones):
        if isinstance(text, Problem):
            content.items.append(_unread(kind, text))
        else:
            content.items.append(_put_together(kind, item_id, text, content.problems))
    here = by_kind(content.items)
    content.hidden = own.hidden({kind: {item.id for item in here.get(kind, ())} for kind in KINDS}, stones)
    for item in content.items:
        item.is_hidden = (item.kind.name, item.id) in content.hidden
    content.problems += own.problems
    content.drift, content.places, content.assets = own.drift, own.places, own.assets
    content.terms = own.terms.words if own.terms else []


def load_council(root: Path) -> Council | None:
    """What a council says of itself, or None if it says nothing or its file is not right, which `load` reports."""
    found = _load_list(root, COUNCIL_PATH, Council, [])
    return found.model if found else None


def leaves(model: type[Model], values: Any, prefix: Where = ()) -> list[Leaf]:
    """Every single value in a model's fields; `values` is an object of that model, or a map that is not right yet."""
    found: list[Leaf] = []
    _add_leaves(model, values, prefix, found)
    return found


def _add_leaves(model: type[Model], values: Any, prefix: Where, found: list[Leaf]) -> None:
    of_field = values.get if isinstance(values, dict) else values.__dict__.get
    for name, group, is_list, about in _fields(model):
        value = of_field(name)
        if isinstance(value, list) is not is_list:
            continue
        for number, entry in enumerate(value) if is_list else ((None, value),):
            where = (*prefix, name) if number is None else (*prefix, name, number)
            if isinstance(entry, (dict, list, Model)):
                if group is not None and not isinstance(entry, list):
                    _add_leaves(group, entry, where, found)
                elif isinstance(entry, Model):
                    found.append(Leaf(where, entry, *about))
            else:
                found.append(Leaf(where, entry, *about))


def markdown_fields(model: Model) -> Iterator[tuple[Where, str]]:
    """The path and the text of every Markdown field in a model, those in lists and groups included."""
    for leaf in leaves(type(model), model):
        if leaf.is_markdown and isinstance(leaf.value, str):
            yield leaf.where, leaf.value


@cache
def _fields(model: type[Model]) -> tuple[tuple[str, type[Model] | None, bool, tuple[bool, str | None, bool]], ...]:
    """Each field's name, the model of its groups, if it is a list, and of each leaf what `Leaf` says: whether it may
    hold Markdown, its kind of id, if it holds sentences."""
    found = []
    for name, info in model.model_fields.items():
        refs = markers(info.annotation, info.metadata, Ref)
        group = model_at(model, (name,)) or model_at(model, (name, 0))
        is_markdown = bool(markers(info.annotation, info.metadata, MarkdownText))
        is_prose = is_markdown or bool(markers(info.annotation, info.metadata, WordLimit))
        about = is_markdown, refs[0].kind if refs else None, is_prose
        found.append((name, group, typing.get_origin(info.annotation) is list, about))
    return tuple(found)


def _unread(kind: Kind, problem: Problem) -> Item:
    """A file that could not be read: its id is known, so that one fault is reported once."""
    file = TextFile(problem.path, "")
    item_id = posixpath.splitext(id_of(kind, file))[0]
    return Item(kind, item_id, file, Document(problems=[problem]), is_whole=False)


def _parse(
    kind: Kind, file: TextFile, taken: set[str], own: Own, problems: list[Problem], parser: Parser
) -> Item:
    readme = readme_problem(kind, file)
    if readme:
        problems.append(readme)
        return _unread(kind, readme)
    problems += name_problems(kind, file, taken)
    return _as_item(kind, file, own, problems, parser)


def _as_item(kind: Kind, file: TextFile, own: Own, problems: list[Problem], parser: Parser) -> Item:
    """A file that was read and is rightly named, with what the council has for it, against its model."""
    known = parser.parse(kind, file)
    item = Item(
        kind, id_of(kind, file), file, known.document, known.model, known.body, known.body_line, known.outline,
        known.is_whole, edit_path=file.path,
    )  # fmt: skip
    base = Text(file, item.document, item.body, item.body_line, item.is_whole, edit_path=file.path)
    text = own.over(kind, item.id, base)
    if text is not base:
        return _put_together(kind, item.id, text, problems)
    problems += known.problems
    return item


def _put_together(kind: Kind, item_id: str, text: Text, problems: list[Problem]) -> Item:
    """What was put together from files, or is the council's own, against its model."""
    item = Item(
        kind, item_id, text.file, text.document, body=text.body, body_line=text.body_line, is_whole=text.is_whole,
        origin=text.origin, edit_path=text.edit_path, own_files=text.own_files,
    )  # fmt: skip
    if text.body:
        item.outline = outline(text.body, text.body_line)
    item.model, found = validate(kind.model, item.document, text.file.path)
    problems += item.document.problems + found
    return item


def _single(root: Path, kind: Kind, own: Own, problems: list[Problem], parser: Parser) -> Item:
    """The one file of a kind that has no more."""
    file = read_text(root, root / kind.file)
    if isinstance(file, Problem):
        problems.append(file)
        return _unread(kind, file)
    return _as_item(kind, file, own, problems, parser)


def _strays(root: Path) -> list[Problem]:
    """Files in the folder of the tools that no tool reads: they would be left out in silence."""
    if not (root / TOOLS_FOLDER).exists():
        return []
    here = [kind for kind in SINGLE.values() if kind.folder == TOOLS_FOLDER]
    known = tuple(kind.file for kind in here)
    files, problems = read_folder(root, TOOLS_FOLDER, (".yml",), (*known, *_in_languages(root, known)))
    return [*problems, *(stray_problem(file, here) for file in files)]


def _load_vocabulary(root: Path, problems: list[Problem]) -> Vocabulary | None:
    file = read_text(root, root / VOCABULARY_PATH)
    if isinstance(file, Problem):
        problems.append(file)
        return None
    document = parse_yaml(file.text, file.path)
    vocabulary, found = validate(Vocabulary, document, file.path)
    problems += document.problems + found + (_terms_twice(vocabulary, document, file.path) if vocabulary else [])
    return vocabulary


def _load_list(root: Path, path: str, model: type[Read], problems: list[Problem]) -> Listing[Read] | None:
    """A list that a check reads, or None: a playbook may do without it."""
    if not (root / path).exists():
        return None
    file = read_text(root, root / path)
    if isinstance(file, Problem):
        problems.append(file)
        return None
    document = parse_yaml(file.text, file.path)
    found, faults = validate(model, document, file.path)
    problems += document.problems + faults
    return Listing(path, found, document, file) if found else None


def _terms_twice(vocabulary: Vocabulary, document: Document, path: str) -> list[Problem]:
    """Ids and labels that stand twice in one list, of which one would be left out in silence."""
    problems = []
    for listing in Vocabulary.model_fields:
        for part in ("id", "label"):
            seen: set[str] = set()
            for number, term in enumerate(getattr(vocabulary, listing)):
                value, mark = getattr(term, part), document.marks.get((listing, number, part), Mark(1, 1))
                if value in seen and not (part == "label" and problems and problems[-1].line == mark.line):
                    problems.append(
                        Problem(
                            path, mark.line, mark.column, part, f"“{value}” stands twice under “{listing}”.",
                            f"Give one of the two another {part}, or take it out.", rule="term-twice",
                        )
                    )  # fmt: skip
                seen.add(value)
    return problems
