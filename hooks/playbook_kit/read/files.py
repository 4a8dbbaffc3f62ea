"""Find and read text files safely: one that cannot be read becomes a problem, never an exception."""

import os
import posixpath
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..problem import Problem

LARGEST_FILE = 250_000  # bytes; the longest chapter is under 30,000
LARGEST_PICTURE = 2_000_000  # bytes; more than a logo may have, so that its own check can say what to do
LONGEST_LINE = 20_000  # characters
DEEPEST_FOLDER = 8
# Endings of text files: one of these among others is a page or a list of fields that somebody named wrongly.
_TEXT_ENDINGS = ("", ".yml", ".yaml", ".md", ".markdown", ".mkd", ".mkdn", ".mdown", ".txt")
_MARKDOWN_ENDINGS = (".md", ".markdown", ".mkd", ".mkdn", ".mdown")
LOST_LETTER = (
    "A letter was lost here: “\ufffd” stands in its place.",
    "Type the letter again, and save the file with the encoding UTF-8.",
)
LONG_LINE = ("This line has {count:,} characters; at most {most:,} are read.", "Break it into lines.")
# Control characters but tab and line end, line separators, a byte order mark inside the text, and non-characters.
HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class TextFile:
    """A file's text, with its path relative to the repository (forward slashes)."""

    path: str
    text: str

    @property
    def name(self) -> str:
        """The file's name without folder and ending: its id."""
        return posixpath.splitext(posixpath.basename(self.path))[0]


def read_folder(
    root: Path,
    folder: str,
    endings: tuple[str, ...],
    ignore: tuple[str, ...] = (),
    served: tuple[str, ...] = (),
) -> tuple[list[TextFile], list[Problem]]:
    """Read every file directly or indirectly in `root/folder` whose name has one of `endings`.

    `ignore` names files and folders that somebody else reads; `served` are endings of files that are published as they
    are, such as pictures. A file with any other ending is a problem, since it would otherwise be left out in silence or
    published unread. Hidden files (a leading dot) are passed over.
    """
    texts: list[TextFile] = []
    problems: list[Problem] = linked_folder(root, folder)
    if problems:
        return texts, problems
    for path in sorted(_walk(root, root / folder, ignore, problems)):
        if not path.name.endswith(endings):
            if not path.name.lower().endswith(served or ("/",)):
                problems.append(_unknown_ending(relative(root, path), endings, served))
            continue
        text = read_text(root, path)
        if isinstance(text, Problem):
            problems.append(text)
        else:
            texts.append(text)
    return texts, problems


def read_text(root: Path, path: Path) -> TextFile | Problem:
    """Read one UTF-8 file, with line ends made `\\n`; the problem says what is wrong with its bytes."""
    data = read_bytes(root, path, LARGEST_FILE, "Split it, or take out what does not belong in a text.", "a text file")
    return data if isinstance(data, Problem) else decode(relative(root, path), data)


def read_bytes(
    root: Path, path: Path, largest: int = LARGEST_PICTURE, fix: str = "Save it smaller.", what: str = "a picture"
) -> bytes | Problem:
    """Read one file of at most `largest` bytes; a link is followed only to a file inside the repository."""
    name = relative(root, path)
    try:
        status = os.lstat(path)
        if stat.S_ISLNK(status.st_mode):
            linked = _link_problem(root, path)
            if linked:
                return linked[0]
            status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return Problem(name, 1, 1, "", "This is not a plain file.", f"Put {what} in its place.", rule="unreadable")
        size = status.st_size
        if size > largest:
            return Problem(
                name, 1, 1, "", f"The file is {size:,} bytes; at most {largest:,} are read.", fix, rule="file-size",
            )  # fmt: skip
        return path.read_bytes()
    except FileNotFoundError:
        return Problem(name, 1, 1, "", "The file is missing.", "Take it from an earlier version.", rule="unreadable")
    except OSError as error:
        return Problem(
            name, 1, 1, "", f"The file cannot be read: {error.strerror or error}.",
            "Check that you may open it.", rule="unreadable",
        )  # fmt: skip


def decode(name: str, data: bytes) -> TextFile | Problem:
    """Turn a file's bytes into text, or say which byte is not text in UTF-8 and where it stands."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(
            name, 1, 1, "", "The file is saved as UTF-16.",
            "Save it again with the encoding UTF-8: in Notepad, “Save as” and then “Encoding”.", rule="encoding",
        )  # fmt: skip
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(data[: error.start].decode("utf-8"))
        guess = data[error.start : error.start + 1].decode("cp1252", "replace")
        shown = f": the letter here would be “{guess}” in an older encoding" if guess.isprintable() else ""
        return Problem(
            name, line, column, "", f"The file is not saved as UTF-8{shown}.",
            "Save it again with the encoding UTF-8: in Notepad, “Save as” and then “Encoding”.", rule="encoding",
        )  # fmt: skip
    return _unfit(name, text) or TextFile(name, text)


def _unfit(name: str, text: str) -> Problem | None:
    """What makes a text unfit to be read on: characters that nobody sees, lost letters, endless lines."""
    # To ask of every letter whether it can be seen is much quicker than to look for those that cannot.
    hidden = None if text.replace("\n", "").isprintable() else HIDDEN.search(text)
    if hidden and hidden[0] == "\0":
        return Problem(
            name, *_place(text[: hidden.start()]), "", "The file is not plain text; it may be a Word document or a picture.",
            "Copy the words into a new text file saved as UTF-8.", rule="encoding",
        )  # fmt: skip
    if hidden:
        return Problem(
            name, *_place(text[: hidden.start()]), "",
            f"Between the letters here stands a character that cannot be seen (U+{ord(hidden[0]):04X}).",
            "Delete it, and type the space or the new line again.", rule="hidden-character",
        )  # fmt: skip
    lost = text.find("\ufffd")
    if lost >= 0:
        return Problem(
            name, *_place(text[:lost]), "", *LOST_LETTER, rule="encoding",
        )  # fmt: skip
    for number, content in enumerate(text.split("\n"), start=1) if len(text) > LONGEST_LINE else ():
        if len(content) > LONGEST_LINE:
            return Problem(
                name, number, 1, "", LONG_LINE[0].format(count=len(content), most=LONGEST_LINE), LONG_LINE[1],
                rule="file-size",
            )  # fmt: skip
    return None


def relative(root: Path, path: Path) -> str:
    """The path as a person would write it: from the repository, with forward slashes."""
    whole, start = path.as_posix(), f"{root.as_posix()}/"
    return whole[len(start) :] if whole.startswith(start) else path.relative_to(root).as_posix()


def _place(before: str) -> tuple[int, int]:
    """The line and column of what follows `before`."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


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
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        if entry.is_symlink():
            problems.extend(_link_problem(root, path))
            if not _is_safe_link(root, path):
                continue
        if ignore and relative(root, path) in ignore:
            continue
        if entry.is_dir():
            if depth >= DEEPEST_FOLDER:
                problems.append(
                    Problem(relative(root, path), 1, 1, "", f"Folders are nested more than {DEEPEST_FOLDER} deep here.",
                            "Move the files up.", rule="folder-depth")
                )  # fmt: skip
                continue
            yield from _walk(root, path, ignore, problems, depth + 1)
        else:
            yield path


def linked_folder(root: Path, folder: str) -> list[Problem]:
    """A problem if the folder or one around it is a link: links to folders are not followed."""
    path = root
    for part in Path(folder).parts:
        path = path / part
        if path.is_symlink():
            return _link_problem(root, path)
    return []


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
    name, fix = relative(root, path), "Put the file itself here."
    try:
        target = path.resolve(strict=True)
    except FileNotFoundError:
        what = "This is a link to a file that does not exist."
    except (OSError, RuntimeError):
        what = "This is a link that leads back to itself."
    else:
        inside = target.is_relative_to(root.resolve())
        fix = "Put the files themselves here." if target.is_dir() else fix
        what = (
            "This is a link to a folder, which is not followed."
            if inside
            else "This is a link to something outside the repository, which is not followed."
        )
    return [Problem(name, 1, 1, "", what, fix, rule="linked-file")]


def _unknown_ending(name: str, endings: tuple[str, ...], served: tuple[str, ...]) -> Problem:
    if served and Path(name).suffix.lower() not in _MARKDOWN_ENDINGS:
        return Problem(
            name, 1, 1, "", f"Nothing checks what a file that ends in “{Path(name).suffix}” would do in a reader's browser.",
            f"Take it out, or save it as one of these: {', '.join([*endings, *served])}.", rule="file-ending",
        )  # fmt: skip
    wanted = " or ".join(endings)
    near = Path(name).with_suffix(endings[0]).name
    is_text = Path(name).suffix.lower() in _TEXT_ENDINGS
    return Problem(
        name, 1, 1, "", f"Only files whose names end in {wanted} are read here; this one would be left out.",
        f"Rename it to {near}, or move it elsewhere." if is_text
        else "Move it elsewhere; pictures and documents belong in docs/assets/.",
        rule="file-ending",
    )  # fmt: skip
