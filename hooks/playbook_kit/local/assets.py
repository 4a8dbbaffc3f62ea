"""The council's own pictures and papers, which its pages show: each read, checked and served as it may be."""

import os
import posixpath
import re
from pathlib import Path

from ..logo.page_file import LARGEST, read_page_file
from ..problem import Problem, listed
from ..read.files import linked_folder, read_bytes
from .places import LOCAL

FOLDER = f"{LOCAL}/assets"
SERVED_AT = "assets/local"
"""Where the files stand on the site."""
MOST = 300
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+")
_INSTEAD = (
    (("webp", "avif", "gif", "svg", "bmp", "tif", "tiff", "heic"), "Save it as PNG or JPEG."),
    (("doc", "docx", "odt", "ppt", "pptx", "odp"), "Save it as PDF, or write a page."),
    (("xls", "xlsx", "ods"), "Save it as “CSV UTF-8”."),
)
"""What to do with a file of another kind, by its ending."""
_KNOWN = listed(sorted(f".{ending}" for ending in LARGEST))


def served_as(path: str) -> str:
    """Where a file that lies in the repository stands on the site: one of the council's, or one below docs/."""
    if path.startswith(f"{FOLDER}/"):
        return f"{SERVED_AT}/{path.removeprefix(f'{FOLDER}/')}"
    return path.removeprefix("docs/")


def read_assets(root: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """What is served of the folder's files, by their paths in the repository, and what is wrong with them."""
    linked = linked_folder(root, FOLDER)
    if linked or not (root / FOLDER).is_dir():
        return {}, linked
    names = sorted(entry.name for entry in os.scandir(root / FOLDER) if not entry.name.startswith("."))
    if len(names) > MOST:
        message = f"There are {len(names)} files here; at most {MOST} are served."
        return {}, [Problem(FOLDER, 1, 1, "", message, "Take out what no page shows.", rule="local-asset")]
    served: dict[str, bytes] = {}
    problems: list[Problem] = []
    for name in names:
        data = _read(root, f"{FOLDER}/{name}", problems)
        if data is not None:
            served[f"{FOLDER}/{name}"] = data
    return served, problems


def _read(root: Path, path: str, problems: list[Problem]) -> bytes | None:
    """The bytes of one file that may be served, or None and what is wrong."""
    name = posixpath.basename(path)
    ending = name.rpartition(".")[2]
    fault = None
    if (root / path).is_dir():
        fault = f"The files of {FOLDER}/ lie in it directly, not in folders of their own.", f"Move them to {FOLDER}/."
    elif ending.lower() not in LARGEST:
        fault = f"Nothing checks what a file of this kind would do: {FOLDER}/ serves {_KNOWN}.", _instead(ending)
    elif not _NAME.fullmatch(name):
        stem = re.sub(r"[^a-z0-9]+", "-", name.lower().rpartition(".")[0]).strip("-") or "a-name-that-says-what-it-is"
        fault = "The file's name becomes part of its address.", f"Rename it to {stem}.{ending.lower()}."
    if fault:
        problems.append(Problem(path, 1, 1, "", *fault, rule="local-asset"))
        return None
    data = read_bytes(root, root / path, 10 * max(LARGEST.values()), what="the file")
    if isinstance(data, Problem):
        problems.append(data)
        return None
    kept, flaws = read_page_file(ending, data)
    problems += [Problem(path, flaw.line, 1, "", flaw.message, flaw.fix, rule="local-asset") for flaw in flaws]
    return None if flaws else kept


def _instead(ending: str) -> str:
    return next((fix for endings, fix in _INSTEAD if ending.lower() in endings), "Take it out.")
