"""Whether this tree may be released: its version, its changelog, and the addresses of the release before."""

import re
from pathlib import Path

from ..content import Content
from ..problem import Problem
from ..read.files import read_text
from .changelog import FOR_COUNCILS, entries, for_councils
from .published import gone_dark, sources_gone
from .version import VERSION_FILE, parts

CHANGELOG = "CHANGELOG.md"
FEWEST_WORDS = 10


def problems_of_release(root: Path, content: Content, last_version: str, last: Content | None) -> list[Problem]:
    """What stands in the way of a release; `last` is the content of the one before, None for the first."""
    file = read_text(root, root / VERSION_FILE)
    if isinstance(file, Problem):
        return [file]
    version = file.text.strip()
    if not parts(version):
        return [_problem(VERSION_FILE, f"“{version}” is no version.", "Write three numbers: 1.4.0.", "version")]
    found = []
    if parts(last_version) and parts(version) <= parts(last_version):  # type: ignore[operator]
        message = f"Version {version} does not come after {last_version}, the last release."
        found.append(_problem(VERSION_FILE, message, "Raise the number.", "version"))
    found += _changelog(root, version)
    if last is not None:
        found += [
            _problem(
                path, f"The address /{place} was published in {last_version} and would lead nowhere.",
                f"Write a tombstone in playbook/tombstones/{_id_of(path)}.yml, with “now” if something took its place.",
                "address-dark",
            )
            for place, path in sorted(gone_dark(last, content).items())
        ]  # fmt: skip
        found += [
            _problem(
                f"playbook/sources/{one}.yml", f"The source “{one}” was listed in {last_version} and is gone without a word.",
                f"Write a tombstone in playbook/tombstones/{one}.yml.", "address-dark",
            )
            for one in sources_gone(last, content)
        ]  # fmt: skip
    return sorted(found)


def _changelog(root: Path, version: str) -> list[Problem]:
    file = read_text(root, root / CHANGELOG)
    if isinstance(file, Problem):
        return [file]
    body = dict(entries(file.text)).get(version)
    if body is None:
        return [_problem(CHANGELOG, f"Nothing is said of version {version}.", f"Write a heading “## {version}”.", "changelog")]
    if len(re.findall(r"\w+", for_councils(body))) < FEWEST_WORDS:
        message = f"Version {version} does not say what it means for a council that runs a copy."
        fix = f"Write a part “### {FOR_COUNCILS}” under it: what they gain, what they must look at, what they must do."
        return [_problem(CHANGELOG, message, fix, "changelog")]
    return []


def _problem(path: str, message: str, fix: str, rule: str) -> Problem:
    return Problem(path, 1, 1, "", message, fix, rule=rule)


def _id_of(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]
