"""Propose renewed lock files: they come from where code of strangers runs, so they are data, and never installed."""

import os
from pathlib import Path

from ...forge.hostile_zip import Limits, Refused, read_zip
from ...locks import FITS, FOLDER, LARGEST, as_body, compare, read_pins, without_licence
from ...read.yaml_text import parse_yaml
from ...words import Words
from ..locks.files import lock_path, read_lock, read_locks
from ..upgrade.git import git
from ..upgrade.propose import Forge, propose, push
from .artefact import zip_of_run
from .errors import NotDone
from .issue import write_inside

NAME, BRANCH = "renewal", "playbook-renewal"
FILES = tuple(f"{name}.lock" for name in FITS)
LIMITS = Limits(LARGEST * len(FITS), len(FITS), LARGEST, LARGEST * len(FITS))
LICENCES = f"{FOLDER}/licences.yml"


def renewal_of_run(forge: Forge, run: int) -> dict[str, str]:
    """The texts of the lock files that a run handed on, by name. Raises NotDone if it handed on none or others."""
    data = zip_of_run(forge, run, NAME, LIMITS.zipped)
    try:
        found = read_zip(data, LIMITS)
        if sorted(found) != sorted(FILES):
            raise Refused("it holds other files than the lock files")
        return {file.removesuffix(".lock"): text.decode("ascii") for file, text in found.items()}
    except ValueError as error:
        raise NotDone(f"What the run left is no renewal: {error}.") from error


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
