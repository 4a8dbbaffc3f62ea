"""What a file's name and folder say: its id, and what is wrong with them."""

import posixpath
import re
import unicodedata
from dataclasses import replace
from .models.base import ID_PATTERN
from .models.kinds import KINDS, Kind
from .problem import Problem, listed, nearest
from .read.files import TextFile

RESERVED_IDS = {"index", "compare"}


def id_of(kind: Kind, file: TextFile) -> str:
    """The file's name; for the site's own pages, their path below docs/."""
    if kind.name == "page":
        return file.path.removeprefix(f"{kind.folder}/").removesuffix(kind.ending)
    return file.name


def sent_home(kind: Kind, problem: Problem) -> Problem:
    """A problem of a wrong ending, with the folder for such files if there is one besides this kind's."""
    folder, name = posixpath.split(problem.path)
    stem, ending = posixpath.splitext(name)
    ending = {".yaml": ".yml"}.get(ending.lower(), ending.lower())
    homes = [other.folder for other in KINDS.values() if other.ending == ending and not other.only]
    if problem.rule != "file-ending" or ending == kind.ending or not homes:
        return problem
    near = nearest(folder, homes)
    fix = f"Move it to {near}/{stem}{ending}." if near else f"Move it to one of: {', '.join(homes)}."
    return replace(problem, fix=fix)


def readme_problem(kind: Kind, file: TextFile) -> Problem | None:
    """The problem of a file with a name that means something else to people and to MkDocs."""
    if file.name.lower() != "readme":
        return None
    if kind.name == "page":
        return Problem(
            file.path, 1, 1, "", "A README in docs/ takes the place of index.md in the same folder.",
            "Rename it: a page's name is the end of its address.", rule="readme",
        )  # fmt: skip
    return Problem(
        file.path, 1, 1, "", f"A README in {kind.folder}/ would be published like the files beside it.",
        "Move its words to CONTRIBUTING.md or to a page in docs/.", rule="readme",
    )  # fmt: skip


def stray_problem(file: TextFile, here: list[Kind]) -> Problem:
    """The problem of a file in a folder of kinds of one file each (`here`) that is none of those."""
    known = {kind.only: posixpath.basename(kind.file) for kind in here}
    near = nearest(file.name, known)
    return Problem(
        file.path, 1, 1, "",
        f"Nothing reads this file: in {here[0].folder}/ there are {listed(sorted(known.values()))} alone.",
        f"Rename it to {known[near]}, or take it out." if near else "Take it out.", rule="file-name",
    )  # fmt: skip


def name_problems(kind: Kind, file: TextFile, taken: set[str]) -> list[Problem]:
    """What is wrong with a file's name or its folder; `taken` are the paths of all files of its kind."""
    problems = []
    is_page = kind.name == "page"
    parts = id_of(kind, file).split("/")
    bad = [part for part in parts if not re.match(ID_PATTERN, part)] or [
        part for part in parts if part in RESERVED_IDS and not is_page
    ]
    if bad:
        folder = posixpath.dirname(file.path)
        better = "/".join(map(better_name, parts))
        named = better.rpartition("/")[2] + kind.ending
        rename = f"Rename it to {named}."
        if is_page and parts[:-1] != better.split("/")[:-1]:
            rename = f"Move it to {kind.folder}/{better}{kind.ending}."
        elif f"{folder}/{named}" in taken:
            rename = f"Give it another name; {named} is there already."
        word = bad[0] in RESERVED_IDS
        problems.append(
            Problem(
                file.path, 1, 1, "",
                ("The file's name becomes part of its address" if is_page else "The file's name is its id")
                + ", so it must be lower-case letters and figures joined by hyphens"
                + (f", and not “{bad[0]}”." if word else "."),
                rename, rule="file-name",
            )
        )  # fmt: skip
    if kind.name not in ("tombstone", "page") and posixpath.dirname(file.path) != kind.folder:
        problems.append(
            Problem(
                file.path, 1, 1, "", f"The files of {kind.folder}/ lie in it directly, not in folders of their own.",
                f"Move it to {kind.folder}/{posixpath.basename(file.path)}.", rule="file-place",
            )
        )  # fmt: skip
    return problems


def better_name(name: str) -> str:
    """The id that is nearest to a name: `My Süd page` → `my-sud-page`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    wanted = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return wanted if wanted and wanted not in RESERVED_IDS else "a-name-that-says-what-it-is"
