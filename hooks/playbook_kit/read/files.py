"""Find and read text files safely: one that cannot be read becomes a problem, never an exception."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..problem import Problem

LARGEST_FILE = 1_000_000  # bytes; the longest chapter is under 30,000
LONGEST_LINE = 20_000  # characters
DEEPEST_FOLDER = 8


@dataclass(frozen=True)
class TextFile:
    """A file's text, with its path relative to the repository (forward slashes)."""

    path: str
    text: str

    @property
    def name(self) -> str:
        """The file's name without folder and ending: its id."""
        return Path(self.path).stem


def read_folder(
    root: Path,
    folder: str,
    endings: tuple[str, ...],
    ignore: tuple[str, ...] = (),
    others_allowed: bool = False,
) -> tuple[list[TextFile], list[Problem]]:
    """Read every file directly or indirectly in `root/folder` whose name has one of `endings`.

    `ignore` names files and folders that somebody else reads. A file with another ending is a problem, since it would
    otherwise be left out in silence, unless `others_allowed`. Hidden files (a leading dot) are passed over.
    """
    texts: list[TextFile] = []
    problems: list[Problem] = []
    for path in sorted(_walk(root, root / folder, ignore, problems)):
        if not path.name.endswith(endings):
            if not others_allowed:
                problems.append(_unknown_ending(relative(root, path), endings))
            continue
        text = read_text(root, path)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            texts.append(text)
    return texts, problems


def read_text(root: Path, path: Path) -> TextFile | Problem:
    """Read one UTF-8 file, with line ends made `\\n`; the problem says what is wrong with its bytes."""
    name = relative(root, path)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            return Problem(
                name, 1, 1, "", f"The file is {size:,} bytes; at most {LARGEST_FILE:,} are read.",
                "Split it, or take out what does not belong in a text.", rule="file-size",
            )  # fmt: skip
        data = path.read_bytes()
    except OSError as error:
        return Problem(
            name, 1, 1, "", f"The file cannot be read: {error.strerror or error}.",
            "Check that it exists and that you may open it.", rule="unreadable",
        )  # fmt: skip
    return decode(name, data)


def decode(name: str, data: bytes) -> TextFile | Problem:
    """Turn a file's bytes into text, or say which byte is not UTF-8 and where it stands."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(
            name, 1, 1, "", "The file is saved as UTF-16.",
            "Save it again with the encoding UTF-8.", rule="encoding",
        )  # fmt: skip
    nul = data.find(b"\0")
    if nul >= 0:
        line, column = _place(data, nul)
        return Problem(
            name, line, column, "", "The file holds a NUL byte, so it is not plain text.",
            "Copy the words into a new text file saved as UTF-8.", rule="encoding",
        )  # fmt: skip
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _place(data, error.start)
        guess = data[error.start : error.start + 1].decode("cp1252", "replace")
        return Problem(
            name, line, column, "",
            f"The file is not saved as UTF-8: the byte here would be “{guess}” in an older encoding.",
            "Save it again with the encoding UTF-8.", rule="encoding",
        )  # fmt: skip
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, content in enumerate(text.split("\n"), start=1):
        if len(content) > LONGEST_LINE:
            return Problem(
                name, number, 1, "", f"This line has {len(content):,} characters; at most {LONGEST_LINE:,} are read.",
                "Break it into lines.", rule="file-size",
            )  # fmt: skip
    return TextFile(name, text)


def relative(root: Path, path: Path) -> str:
    """The path as a person would write it: from the repository, with forward slashes."""
    return path.relative_to(root).as_posix()


def _place(data: bytes, offset: int) -> tuple[int, int]:
    before = data[:offset]
    return before.count(b"\n") + 1, offset - (before.rfind(b"\n") + 1) + 1


def _walk(
    root: Path, folder: Path, ignore: tuple[str, ...], problems: list[Problem], depth: int = 0
) -> Iterator[Path]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        problems.append(
            Problem(relative(root, folder), 1, 1, "", f"The folder cannot be read: {error.strerror}.",
                    "Check that you may open it.", rule="unreadable")
        )  # fmt: skip
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            problems.extend(_link_problem(root, path))
            if not _is_safe_link(root, path):
                continue
        if relative(root, path) in ignore:
            continue
        if path.is_dir():
            if depth >= DEEPEST_FOLDER:
                problems.append(
                    Problem(relative(root, path), 1, 1, "", f"Folders are nested more than {DEEPEST_FOLDER} deep here.",
                            "Move the files up.", rule="folder-depth")
                )  # fmt: skip
                continue
            yield from _walk(root, path, ignore, problems, depth + 1)
        else:
            yield path


def _is_safe_link(root: Path, path: Path) -> bool:
    """A link is followed only to a plain file inside the repository: folders could form a loop."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return False
    return target.is_file() and target.is_relative_to(root.resolve())


def _link_problem(root: Path, path: Path) -> list[Problem]:
    if _is_safe_link(root, path):
        return []
    name = relative(root, path)
    try:
        target = path.resolve(strict=True)
    except FileNotFoundError:
        what = "This is a link to a file that does not exist."
    except (OSError, RuntimeError):
        what = "This is a link that leads back to itself."
    else:
        inside = target.is_relative_to(root.resolve())
        what = (
            "This is a link to a folder, which is not followed."
            if inside
            else "This is a link to something outside the repository, which is not followed."
        )
    return [Problem(name, 1, 1, "", what, "Put the file itself here.", rule="symlink")]


def _unknown_ending(name: str, endings: tuple[str, ...]) -> Problem:
    wanted = " or ".join(endings)
    near = Path(name).with_suffix(endings[0]).name
    return Problem(
        name, 1, 1, "", f"Only files whose names end in {wanted} are read here; this one would be left out.",
        f"Rename it to {near}, or move it elsewhere.", rule="file-ending",
    )  # fmt: skip
