"""The repository that copies of the site lie in: one branch, one commit, one folder for each pull request.

Each push writes the whole branch anew, so that what is taken away is gone from its history too. If somebody else has
pushed meanwhile, it is done again from what they left.
"""

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from ..upgrade.git import git, run_git
from .errors import NotDone

BRANCH = "pages"
_TRIES = 6
_AS_IT_IS = ("-c", "core.autocrlf=false", "-c", "core.symlinks=false", "-c", "core.fsmonitor=false")


@dataclass(frozen=True)
class Change:
    """Folders that go, and files that are written, by their paths from the top."""

    gone: Iterable[str] = ()
    files: dict[str, bytes] = field(default_factory=dict)


def change_copies(remote: str, change: Callable[[set[str]], Change], settings: dict[str, str]) -> bool:
    """Change the branch of copies, and say whether there was anything to change. Raises NotDone or NotUpgraded.

    `change` is given the names at the top. `settings` are settings of git, such as the command for SSH.
    """
    for _ in range(_TRIES):
        with tempfile.TemporaryDirectory(prefix="playbook-copies-") as folder:
            done = _try(Path(folder), remote, change, settings)
        if done is not None:
            return done
    raise NotDone("Others kept changing the copies at the same time. Run this job again.")


def _try(folder: Path, remote: str, change: Callable[[set[str]], Change], settings: dict[str, str]) -> bool | None:
    """One attempt; None if somebody else was faster."""
    git(folder, "init", "--quiet")
    listed = git(folder, "ls-remote", remote, f"refs/heads/{BRANCH}", secrets=settings)
    tip = listed.split()[0] if listed else ""
    there: set[str] = set()
    if tip:
        git(folder, "fetch", "--quiet", "--depth=1", "--no-tags", remote, f"refs/heads/{BRANCH}", secrets=settings)
        if git(folder, "rev-parse", "FETCH_HEAD") != tip:
            return None
        git(folder, "read-tree", tip)
        there = set(git(folder, "ls-tree", "--name-only", "-z", tip).split("\0")) - {""}
    wanted = change(there)
    for name in sorted(set(wanted.gone) & there):
        git(folder, "rm", "--quiet", "-r", "--cached", "--", name)
    for path, text in wanted.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text)
    if wanted.files:
        git(folder, *_AS_IT_IS, "add", "--force", "--", *sorted({path.partition("/")[0] for path in wanted.files}))
    if not tip and not wanted.files:
        return False
    tree = git(folder, "write-tree")
    if tip and tree == git(folder, "rev-parse", f"{tip}^{{tree}}"):
        return False
    commit = git(folder, "commit-tree", tree, "-m", "Show what is proposed")
    lease = f"--force-with-lease=refs/heads/{BRANCH}:{tip}"
    done = run_git(folder, "push", "--quiet", lease, remote, f"{commit}:refs/heads/{BRANCH}", secrets=settings)
    if done.returncode == 0:
        return True
    if "stale info" in done.stderr or "cannot lock ref" in done.stderr or "fetch first" in done.stderr:
        return None
    raise NotDone(f"The copies could not be pushed: {done.stderr.strip()}")
