"""Compare two folders of the playbook, and write the report in its three forms."""

import filecmp
import json
from pathlib import Path

from ...changes import Outcome, Report, compare, make_report, read_ours
from ...changes.as_markdown import as_markdown
from ...changes.as_page import as_page
from ...changes.as_text import as_text
from ...content import load
from ...problem import Problem
from ...release.changelog import told
from ...release.version import VERSION_FILE
from ...words import Words, load_words

STYLES = ("1-tokens.css", "2-base.css")
CONTENT = ("playbook", "case_studies", "docs")
_GROUPS = {"theme": "look", "hooks": "program", "tests": "tests", "bench": "tests"}


def compare_folders(old: Path, new: Path, ours: Path | None, outcome: Path | None) -> tuple[Report, Words]:
    """The report on two folders without `local/`; `ours` holds a council's, `outcome` is what check and build said."""
    known = json.loads(outcome.read_text(encoding="utf-8")) if outcome else {}
    versions = _version(old), _version(new)
    log = new / "CHANGELOG.md"
    words = load_words(new)[0]
    result = Outcome(
        *versions, [Problem(**one) for one in known.get("problems", [])], known.get("builds"), known.get("message", ""),
        told(log.read_text(encoding="utf-8"), *versions) if log.is_file() else [], _others(old, new),
    )  # fmt: skip
    return make_report(compare(load(old), load(new), read_ours(ours) if ours else []), result, words), words


def write_forms(report: Report, words: Words, theme: Path, folder: Path | None) -> str:
    """The report's text; with a folder, `report.txt`, `report.md` and `report.html` are written there."""
    text = as_text(report)
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        styles = [theme / "theme/styles" / name for name in STYLES]
        style = "\n".join(path.read_text(encoding="utf-8") for path in styles if path.is_file())
        for name, form in (("txt", text), ("md", as_markdown(report, words)), ("html", as_page(report, words, style))):
            (folder / f"report.{name}").write_text(form, encoding="utf-8", newline="\n")
    return text


def _version(folder: Path) -> str:
    path = folder / VERSION_FILE
    return path.read_text(encoding="utf-8").strip() if path.is_file() else "?"


def _others(old: Path, new: Path) -> dict[str, int]:
    """How many files besides the content differ, by what they are for."""
    found = dict.fromkeys(("look", "program", "tests", "other"), 0)
    paths = {path.relative_to(folder).as_posix() for folder in (old, new) for path in folder.rglob("*") if path.is_file()}
    for path in sorted(paths):
        top = path.partition("/")[0]
        if top in (*CONTENT, "local", ".git", ".venv", ".cache") or "__pycache__" in path:
            continue
        both = (old / path).is_file() and (new / path).is_file()
        if not (both and filecmp.cmp(old / path, new / path, shallow=False)):
            found[_GROUPS.get(top, "other")] += 1
    return found
