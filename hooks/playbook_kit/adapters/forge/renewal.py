"""Propose renewed lock files: they come from where code of strangers runs, so they are data, and never installed."""

import os
from pathlib import Path

from ...locks import FITS, FOLDER, LARGEST, as_body, compare, read_pins, without_licence
from ...read.yaml_text import parse_yaml
from ...words import Words
from ..locks.files import lock_path, read_lock, read_locks
from ..upgrade.git import git
from ..upgrade.propose import Forge, propose, push
from .artefact import artefact_of_run, names_in, read_files
from .errors import NotDone
from .issue import write_inside

NAME, BRANCH = "renewal", "playbook-renewal"
FILES = tuple(f"{name}.lock" for name in FITS)
LICENCES = f"{FOLDER}/licences.yml"


def renewal_of_run(forge: Forge, run: int) -> dict[str, str]:
    """The texts of the lock files that a run handed on, by their names. Raises NotDone if it handed on others."""
    data = artefact_of_run(forge, run, NAME, LARGEST * len(FITS))
    if data is None:
        return {}
    found = read_files(data, NAME, FILES, LARGEST)
    if sorted(names_in(data)) != sorted(FILES):
        raise NotDone("What the run left holds other files than a renewal does, so nothing was proposed.")
    try:
        return {file.removesuffix(".lock"): text.decode("ascii") for file, text in found.items()}
    except UnicodeDecodeError as error:
        raise NotDone("What the run left is no renewal: a lock file holds letters that none of ours has.") from error


def renewal_of_folder(folder: Path) -> dict[str, str]:
    """The same from a folder, which may be missing. Raises NotDone, or NotALock for a file that cannot be one."""
    if not folder.is_dir():
        return {}
    if sorted(os.listdir(folder)) != sorted(FILES) or any((folder / file).is_symlink() for file in FILES):
        raise NotDone(f"{folder} holds other files than a renewal does, so it was not read.")
    return {file.removesuffix(".lock"): read_lock(folder / file) for file in FILES}


def propose_renewal(root: Path, forge: Forge, texts: dict[str, str], tests: str, base: str, words: Words) -> str:
    """Push these lock files on the one branch, and open its pull request or bring it up to date; says what was done.

    `tests` is one of OUTCOMES. Raises NotALock before anything is written if a line is none of a lock file's, NotDone
    and NotUpgraded as the rest does.
    """
    new = {name: read_pins(text, lock_path(name)) for name, text in texts.items()}
    changes = compare(read_locks(root), new)
    if not changes:
        return "There is nothing to renew."
    licences = without_licence(changes, parse_yaml((root / LICENCES).read_text(encoding="utf-8"), LICENCES).value or {})
    paths = {lock_path(name): text for name, text in texts.items()}
    git(root, "switch", "--quiet", "--force-create", BRANCH)
    for path, text in paths.items():
        write_inside(root, path, text)
    git(root, "add", "--", *paths)
    git(root, "commit", "--quiet", "-m", "Renew the packages", "--", *paths)
    push(root, forge, BRANCH)
    body = as_body(changes, licences, tests, words)
    address = propose(forge, words("renewal.title"), body, BRANCH, base, draft=tests == "failure")
    return f"The renewal is in a pull request: {address or BRANCH}"
