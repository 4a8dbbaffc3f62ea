"""What several unit tests share: where things lie, a fixed day, and a small playbook in a folder of its own."""

import datetime
import shutil
from pathlib import Path

from playbook_kit.models.kinds import KINDS, LISTS, SINGLE
from playbook_kit.problem import Problem
from playbook_kit.read.files import read_folder

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "hooks" / "playbook_kit"
GOLDEN = ROOT / "tests" / "golden"
TODAY = datetime.date(2026, 11, 21)


def copy_small(folder: Path) -> Path:
    """Copy the small playbook of tests/golden/content to `folder`, with the interface's words."""
    shutil.copytree(GOLDEN / "content", folder)
    shutil.copytree(ROOT / "theme" / "words", folder / "theme" / "words")
    return folder


def change(root: Path, path: str, old: str, new: str) -> None:
    """Replace `old`, which must stand exactly once in the file, by `new`."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    (root / path).write_text(text.replace(old, new), encoding="utf-8")


def write(root: Path, path: str, text: str = "") -> Path:
    """Write a file below `root`, making its folder."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")
    return root / path


def real_files() -> list[tuple[str, str]]:
    """Kind and path of every real content file, the lists and those of which there is one among them."""
    found = [
        (kind.name, file.path)
        for kind in KINDS.values() if not kind.only
        for file in read_folder(ROOT, kind.folder, (kind.ending,), kind.ignore, kind.served)[0]
    ]
    single = ((kind.name, kind.file) for kind in SINGLE.values())
    return [*found, *single, *((name, path) for name, (path, _) in LISTS.items())]


def rules_of(problems: list[Problem]) -> list[str]:
    """The names of the rules that the problems break, in their order."""
    return [problem.rule for problem in problems]
