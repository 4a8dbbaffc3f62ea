"""A folder that was unpacked from a release ZIP: put a newer release in its place, and leave `local/` byte for byte."""

import datetime
import os
import shutil
import tempfile
from pathlib import Path

from ...release.manifest import MANIFEST, Manifest, edited, from_bytes, sha256, to_bytes
from .errors import NotUpgraded
from .fork import Taken, Wish
from .release_file import copy_local, read_release, write_files
from .undo import forget, keep, remove_empty, take_back
from .verify import verify, write_report

CACHE = ".cache"
MOST_NAMED = 20


def upgrade_unzipped(root: Path, data: bytes, wish: Wish, today: datetime.date, reports: Path, overwrite: bool = False) -> Taken:
    """Replace the playbook's files in the folder `root` by those of the release in `data`, or leave all as it is.

    Files that the release does not have any more are removed, files that are nobody's are kept. `overwrite` gives up what
    was changed in the playbook's own files. Raises NotUpgraded.
    """
    if take_back(root):
        raise NotUpgraded("An earlier upgrade was cut off. Every file is as it was before it. Run the upgrade again.")
    new, files = read_release(data)
    old = _installed(root)
    _expect_unedited(root, old, new, overwrite)
    if dict(old.files) == dict(new.files):
        return Taken(is_new=False, new=new.version)
    (root / CACHE).mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="upgrade-", dir=root / CACHE) as temporary:
        staged, before, after = (Path(temporary, name) for name in ("staged", "old", "new"))
        write_files(staged, files)
        write_files(after, files)
        write_files(before, {path: (root / path).read_bytes() for path in old.files if (root / path).is_file()})
        copy_local(root, staged)
        verdict = verify(staged, root, today, wish.build)
        report = write_report(before, after, staged, root, today, verdict, reports)
        if not (verdict.is_well or (wish.with_problems and verdict.only_ours)):
            return Taken(True, False, old.version, new.version, report)
        shutil.rmtree(staged / "local", ignore_errors=True)
        write_files(staged, {MANIFEST: to_bytes(new)})
        fresh = [path for path in [*new.files, MANIFEST] if not _is_same(staged / path, root / path)]
        swap(root, staged, sorted(set(old.files) - set(new.files)), fresh)
    return Taken(True, verdict.is_well, old.version, new.version, report)


def swap(root: Path, staged: Path, stale: list[str], fresh: list[str]) -> None:
    """Move the fresh files in, the list of them last, and take the stale ones away.

    What was there is kept first. If one move fails, all is taken back at once; if the process is cut off, the next run
    of the program takes it back. Each file is whole at every moment.
    """
    keep(root, [*stale, *fresh])
    try:
        for path in fresh:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(staged / path, root / path)
        for path in stale:
            (root / path).unlink(missing_ok=True)
    except BaseException as error:
        take_back(root)
        if isinstance(error, OSError):
            raise NotUpgraded(f"{error.filename} could not be written: {error.strerror}. Everything is as it was.") from error
        raise
    forget(root)
    for path in sorted(stale, reverse=True):
        remove_empty(root, (root / path).parent)


def _installed(root: Path) -> Manifest:
    path = root / MANIFEST
    found = from_bytes(path.read_bytes()) if path.is_file() else None
    if found is None:
        raise NotUpgraded(
            f"This folder holds no {MANIFEST}, so nobody can say which files are the playbook's and which you changed. Unpack the "
            "new release beside it, and copy your folder local/ there."
        )
    return found


def _is_same(one: Path, other: Path) -> bool:
    return other.is_file() and one.read_bytes() == other.read_bytes()


def _expect_unedited(root: Path, old: Manifest, new: Manifest, overwrite: bool) -> None:
    now = {path: sha256((root / path).read_bytes()) for path in {*old.files, *new.files} if (root / path).is_file()}
    changed = edited(old, now)
    strangers = sorted(path for path, value in new.files.items() if path not in old.files and now.get(path, value) != value)
    if overwrite or not (changed or strangers):
        return
    listed = "\n".join(f"  {path}" for path in [*changed, *strangers][:MOST_NAMED])
    more = len(changed) + len(strangers) - MOST_NAMED
    raise NotUpgraded(
        f"These files of the playbook were changed, added or taken out in this folder:\n{listed}\n"
        + (f"  and {more} more\n" if more > 0 else "")
        + "Nothing was changed. Put what is yours into local/. Then run the upgrade again with --overwrite, which replaces them."
    )
