"""Which files are put in order, and each file as it is and as it would be."""

from dataclasses import dataclass
from pathlib import Path

from ..local.files import FOLDERS, TERMS_PATH, TOOLS
from ..local.files import UNCITED_PATH as OWN_UNCITED_PATH
from ..models import Council, Model, OwnTerms
from ..models.council import COUNCIL_PATH
from ..models.kinds import KINDS, LISTS, SINGLE
from ..problem import Problem
from ..read.files import TextFile, read_text
from ..read.front_matter import FENCE, split_front_matter
from ..read.yaml_text import parse_yaml
from .markdown import tidy_markdown
from .yaml_order import ordered
from .yaml_words import quoted, rewrapped, spaced

ENDINGS = (".yml", ".md")


@dataclass(frozen=True)
class Tidied:
    """A file as it is (`before`) and in order (`after`), and `why` they differ.

    `why` holds some of `order`, `lines`, `quotes`, `bullets` and `spaces`; `fault` is what must be mended first.
    """

    path: str
    before: str
    after: str
    why: tuple[str, ...] = ()
    fault: Problem | None = None

    @property
    def is_in_order(self) -> bool:
        """Whether there is nothing to change and nothing to mend first."""
        return self.before == self.after and not self.fault


def content_files(root: Path, wanted: list[Path]) -> list[str]:
    """The content files below `root`, or those among the files and folders in `wanted`; all others are passed over."""
    places = wanted or [root / folder for folder in ("playbook", "case_studies", "docs", "local")]
    found: set[str] = set()
    for place in places:
        below = [place] if place.is_file() else sorted(place.rglob("*"))
        for file in below:
            if file.is_file() and not file.is_symlink() and file.resolve().is_relative_to(root.resolve()):
                path = file.resolve().relative_to(root.resolve()).as_posix()
                if model_of(path):
                    found.add(path)
    return sorted(found)


def model_of(path: str) -> type[Model] | None:
    """The model of a content file by the place where it lies, or None if it is no content file."""
    single = {kind.file: kind.model for kind in SINGLE.values()} | {
        f"{TOOLS}/{kind.only}.yml": kind.model for kind in SINGLE.values()
    } | {where: model for where, model in LISTS.values()} | {
        COUNCIL_PATH: Council, TERMS_PATH: OwnTerms, OWN_UNCITED_PATH: LISTS["uncited"][1],
    }  # fmt: skip
    if path in single:
        return single[path]
    folders = {kind.folder: name for name, kind in KINDS.items() if not kind.only} | {
        folder: name for name, folder in FOLDERS.items()
    }
    folder = next((folder for folder in sorted(folders, key=len, reverse=True) if path.startswith(f"{folder}/")), "")
    kind = KINDS[folders[folder]] if folder else None
    is_own_field_file = path.startswith("local/") and path.endswith(ENDINGS)
    return kind.model if kind and (path.endswith(kind.ending) or is_own_field_file) else None


def tidy_file(root: Path, path: str) -> Tidied:
    """One file of the repository in order; the file itself is left as it is."""
    file = read_text(root, root / path)
    if isinstance(file, Problem):
        return Tidied(path, "", "", fault=file)
    return tidy_text(file)


def tidy_text(file: TextFile) -> Tidied:
    """A file's text in order, by the model of the place where it lies."""
    model = model_of(file.path)
    if model is None:
        return Tidied(file.path, file.text, file.text)
    if not file.path.endswith(".md"):
        return _tidy(file, file.text, "", model)
    if not file.text.startswith(f"{FENCE}\n"):  # a council's text beside a page of ours may do without facts
        after, why = tidy_markdown(file.text)
        return Tidied(file.path, file.text, after, tuple(sorted(why)))
    front = split_front_matter(file)
    if not front.is_whole:
        return Tidied(file.path, file.text, file.text, fault=front.document.problems[0])
    lines = file.text.split("\n")
    return _tidy(file, "\n".join(lines[1 : front.body_line - 2]) + "\n", front.body, model)


def _tidy(file: TextFile, facts: str, body: str, model: type[Model]) -> Tidied:
    before = parse_yaml(facts, file.path)
    if before.problems:
        return Tidied(file.path, file.text, file.text, fault=before.problems[0])
    why: set[str] = set()
    made = facts
    steps = (("order", lambda text: ordered(text, model)), ("quotes", quoted), ("lines", lambda text: rewrapped(text, model)))
    for name, step in (*steps, ("spaces", spaced)):
        changed = _kept_if_same(made, step(made), before.value, file.path)
        if changed != made:
            made, _ = changed, why.add(name)
    if not file.path.endswith(".md"):
        return Tidied(file.path, file.text, made, tuple(sorted(why)))
    words, reasons = tidy_markdown(body)
    return Tidied(file.path, file.text, f"{FENCE}\n{made}{FENCE}\n{words}", tuple(sorted(why | reasons)))


def _kept_if_same(old: str, new: str, value: object, path: str) -> str:
    """The new text if it says exactly what `value` says and keeps every comment, else the old one."""
    if new == old:
        return old
    document = parse_yaml(new, path)
    is_same = not document.problems and document.value == value and _comments(new) == _comments(old)
    return new if is_same else old


def _comments(text: str) -> list[str]:
    return sorted(line.strip() for line in text.split("\n") if line.lstrip().startswith("#"))
