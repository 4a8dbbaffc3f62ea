"""A font of the council's own is there, is a font for the web, is not too large and may be served."""

from collections.abc import Iterator
from pathlib import Path

from ..content import Content
from ..problem import Problem, nearest
from .rule import Rule, Settings

SIGNATURE = b"wOF2"
LARGEST = 300_000
"""Bytes: a page waits for it, and the playbook's own letters need 40,000."""
_LENGTH = slice(8, 12)
"""Where a WOFF2 file says how many bytes it has, the highest first (WOFF File Format 2.0, section 4.1)."""


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Files that are missing, empty, outside the repository, too large, or not what they are said to be."""
    said = content.council
    font = said.model.brand.font if said else None
    if said is None or font is None:
        return
    for use, path in font:
        if use == "name" or path is None:
            continue
        mark = said.document.mark(("brand", "font", use))
        wrong = _wrong(content.root, path, use == "licence")
        if wrong:
            yield Problem(said.path, mark.line, mark.column, use, *wrong)


def _wrong(root: Path, path: str, is_licence: bool) -> tuple[str, str] | None:
    """What is wrong with a file and what to do, or None."""
    file = root / path
    if not file.resolve().is_relative_to(root.resolve()):
        return f"{path} is a link to something outside the repository, which is not followed.", "Put the file itself there."
    if not file.is_file():
        near = nearest(path, [f"{file.parent.relative_to(root).as_posix()}/{one.name}" for one in _files(file.parent)])
        return f"There is no file {path}.", f"Did you mean “{near}”?" if near else "Put it there, or take this line out."
    data = file.read_bytes()
    if is_licence:
        return None if data.strip() else (f"The file {path} is empty.", "Put the text of the font's licence in it.")
    if not path.endswith(".woff2") or not data.startswith(SIGNATURE):
        return f"{path} is not a font in the format WOFF2.", "Ask whoever gave you the font for its WOFF2 file."
    if len(data) > LARGEST:
        return (
            f"{path} is {len(data):,} bytes; at most {LARGEST:,} are served, since each page waits for it.",
            "Take a version with fewer letters (a “subset” for Latin).",
        )
    if int.from_bytes(data[_LENGTH], "big") != len(data):
        return f"{path} is cut short or changed: it is not as long as it says.", "Copy the file once more."
    return None


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []


RULE = Rule("council-font", "A font that a browser cannot read leaves every page in another one, in silence.", find)
