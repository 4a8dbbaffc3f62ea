"""What lies in the council's folder: every file read once and known for what it is, and no file passed over."""

import os
import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path

from ..models.base import ID_PATTERN
from ..models.kinds import KINDS, TOOLS_FOLDER, Kind
from ..names import RESERVED_IDS, better_name
from ..problem import Problem, listed, nearest
from ..read.files import TextFile, read_folder, read_text
from .places import LOCAL

TERMS_PATH, WORDS_PATH, UNCITED_PATH = f"{LOCAL}/terms.yml", f"{LOCAL}/words.yml", f"{LOCAL}/uncited.yml"
FOLDERS = {
    "argument": f"{LOCAL}/arguments",
    "objection": f"{LOCAL}/objections",
    "source": f"{LOCAL}/sources",
    "chapter": f"{LOCAL}/chapters",
    "template": f"{LOCAL}/templates",
    "case-study": f"{LOCAL}/case_studies",
    "page": f"{LOCAL}/pages",
}
"""Where a council's items of each kind lie."""
TOOLS = f"{LOCAL}/tools"
"""Where its changes to the tools lie, of which there is one each."""
ELSEWHERE = ("assets", "brand", "council.yml", "README.md")
"""What lies in the folder and is read by somebody else, or by people alone."""
AROUND = ("before", "after")
IN_A_LANGUAGE = re.compile(r"(council|glossary|words)\.[a-z]{2}\.yml")
"""The files of the folder itself that there may be in other languages."""
LANGUAGE = "[a-z]{2}"
"""What stands between an id and the ending of a file in another language."""
REPLACE = "replace"


@dataclass
class Parts:
    """What a council has for one id: fields (or a whole new item), text around its own text, text instead of it."""

    fields: TextFile | None = None
    before: TextFile | None = None
    after: TextFile | None = None
    replace: TextFile | None = None
    unread: Problem | None = None
    """What is wrong with the file of its fields, if that could not be read."""

    @property
    def files(self) -> list[TextFile]:
        """All of its files."""
        return [file for file in (self.fields, self.before, self.after, self.replace) if file]


@dataclass(frozen=True)
class OwnTranslation:
    """A file of the council's that says in another language what an item says."""

    kind: Kind
    id: str
    language: str
    file: TextFile


@dataclass
class OwnFiles:
    """The council's files by kind and id, those in other languages, and what is wrong with their names and bytes."""

    parts: dict[tuple[str, str], Parts] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    terms: TextFile | None = None
    translations: list[OwnTranslation] = field(default_factory=list)

    def take(self, kind: str, item_id: str) -> Parts | None:
        """What there is for one id; what nobody takes belongs to no item of the playbook's."""
        return self.parts.pop((kind, item_id), None)


def read_local(root: Path) -> OwnFiles:
    """Read the council's folder below `root`, but for `ELSEWHERE`; it is empty if there is no such folder."""
    own = OwnFiles()
    if not (root / LOCAL).exists():
        return own
    for name, folder in FOLDERS.items():
        _read_kind(root, KINDS[name], folder, own)
    _read_tools(root, own)
    if (root / TERMS_PATH).exists():
        terms = read_text(root, root / TERMS_PATH)
        if isinstance(terms, Problem):
            own.problems.append(terms)
        else:
            own.terms = terms
    _read_glossaries(root, own)
    own.problems += _strays(root)
    return own


def has_text_around(kind: Kind) -> bool:
    """Whether a council can put text before or after what the playbook says."""
    return kind.has_body or kind.name in ("argument", "objection")


def _read_kind(root: Path, kind: Kind, folder: str, own: OwnFiles) -> None:
    endings = tuple(dict.fromkeys((kind.ending, ".md"))) if has_text_around(kind) else (kind.ending,)
    files, problems = read_folder(root, folder, endings)
    own.problems += problems
    for problem in problems:
        item_id, part, ending = _split(folder, problem.path)
        if not part and ending == kind.ending:
            own.parts.setdefault((kind.name, item_id), Parts()).unread = problem
    for file in files:
        item_id, part, ending = _split(folder, file.path)
        if re.fullmatch(LANGUAGE, part) and ending == kind.ending:
            own.translations.append(OwnTranslation(kind, item_id, part, file))
            continue
        fault = _name_problem(kind, folder, file, item_id, part, ending)
        if fault:
            own.problems.append(fault)
        else:
            setattr(own.parts.setdefault((kind.name, item_id), Parts()), part or "fields", file)


def _read_tools(root: Path, own: OwnFiles) -> None:
    """Changes to the tools, which each have one file, whose names are the ids."""
    files, problems = read_folder(root, TOOLS, (".yml",))
    own.problems += problems
    known = {kind.only: kind for kind in KINDS.values() if kind.folder == TOOLS_FOLDER and kind.only}
    for file in files:
        item_id, part, _ = _split(TOOLS, file.path)
        kind = known.get(item_id)
        if kind and re.fullmatch(LANGUAGE, part):
            own.translations.append(OwnTranslation(kind, item_id, part, file))
            continue
        kind = known.get(file.name)
        if kind and posixpath.dirname(file.path) == TOOLS:
            own.parts[kind.name, file.name] = Parts(fields=file)
            continue
        near = nearest(file.name, known)
        own.problems.append(
            Problem(
                file.path, 1, 1, "", f"The playbook has no tool “{file.name}”.",
                f"Rename it to {near}.yml." if near else f"The tools are {listed(sorted(known))}.", rule="local-orphan",
            )
        )  # fmt: skip


def _read_glossaries(root: Path, own: OwnFiles) -> None:
    """The playbook's glossary in other languages."""
    for path in sorted((root / LOCAL).glob("glossary.*.yml")):
        file = read_text(root, path)
        if isinstance(file, Problem):
            own.problems.append(file)
        elif IN_A_LANGUAGE.fullmatch(path.name):
            own.translations.append(OwnTranslation(KINDS["glossary"], "glossary", path.name.split(".")[1], file))


def _split(folder: str, path: str) -> tuple[str, str, str]:
    """A file's id, the part that its name says (`before`, `after`, `replace`, or nothing) and its ending."""
    stem, ending = posixpath.splitext(path.removeprefix(f"{folder}/"))
    item_id, _, part = stem.partition(".")
    return item_id, part, ending


def _name_problem(kind: Kind, folder: str, file: TextFile, item_id: str, part: str, ending: str) -> Problem | None:
    """What is wrong with the name or the place of one of the council's files."""
    parts = (*AROUND, REPLACE) if kind.has_body else AROUND
    name = posixpath.basename(file.path)
    rule = "local-name"
    if "/" in item_id and kind.name != "page":
        return Problem(
            file.path, 1, 1, "", f"The files of {folder}/ lie in it directly, not in folders of their own.",
            f"Move it to {folder}/{name}.", rule=rule,
        )  # fmt: skip
    if part == REPLACE and not kind.has_body:
        return Problem(
            file.path, 1, 1, "", f"What an {kind.name} says stands in its fields, which are changed one by one.",
            f"Write the fields that differ in {folder}/{item_id}{kind.ending}.", rule=rule,
        )  # fmt: skip
    if (part and part not in parts) or (part and ending != ".md") or (not part and ending != kind.ending):
        near = nearest(part, parts) if part else None
        known = listed([f"{item_id}{kind.ending}", *(f"{item_id}.{one}.md" for one in parts)])
        return Problem(
            file.path, 1, 1, "", f"Nothing reads a file with this name: there may be {known}.",
            f"Rename it to {item_id}.{near}.md." if near else "Rename it to one of these.", rule=rule,
        )  # fmt: skip
    bad = [one for one in item_id.split("/") if not re.match(ID_PATTERN, one) or (one in RESERVED_IDS and kind.name != "page")]
    if bad:
        return Problem(
            file.path, 1, 1, "", f"“{bad[0]}” cannot be an id, and the file's name begins with one.",
            f"Write lower-case letters and figures, joined by hyphens: {better_name(bad[0])}.", rule=rule,
        )  # fmt: skip
    return None


def _strays(root: Path) -> list[Problem]:
    """What lies in the folder and nothing reads."""
    folder = root / LOCAL
    if folder.is_symlink() or not folder.is_dir():
        return []
    known = {posixpath.basename(path) for path in (*FOLDERS.values(), TOOLS, TERMS_PATH, WORDS_PATH, UNCITED_PATH)}
    known |= set(ELSEWHERE)
    found = sorted(entry.name for entry in os.scandir(folder) if not entry.name.startswith("."))
    return [
        Problem(
            f"{LOCAL}/{name}", 1, 1, "", f"Nothing reads this: in {LOCAL}/ there may be {listed(sorted(known))}.",
            f"Rename it to {near}." if (near := nearest(name, known)) else "Take it out, or move it to one of these.",
            rule="local-stray",
        )
        for name in found if name not in known and not IN_A_LANGUAGE.fullmatch(name)
    ]  # fmt: skip
