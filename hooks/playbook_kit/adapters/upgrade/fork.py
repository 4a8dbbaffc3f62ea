"""A fork: fetch, merge beside the working tree, check, build, report, and only then move the branch."""

import datetime
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ...release.manifest import LOCAL
from ...release.version import VERSION_FILE, newest, parts
from ...settings import read_defaults
from .errors import NotUpgraded
from .git import git, run_git
from .verify import verify, write_report

TAGS, HEAD = "refs/playbook/tags/", "refs/playbook/head"
LATEST = "latest"


@dataclass(frozen=True)
class Taken:
    """What an upgrade did: whether there was anything, the versions, if all is well, the report, where it is."""

    is_new: bool
    is_well: bool = True
    old: str = ""
    new: str = ""
    report: str = ""
    branch: str = ""


@dataclass(frozen=True)
class Wish:
    """What was asked for: the version (or `latest`, or nothing for the newest release), from where, and how."""

    to: str = ""
    source: str = ""
    branch: str = ""
    with_problems: bool = False
    build: bool = True


def upgrade_fork(root: Path, wish: Wish, today: datetime.date, reports: Path) -> Taken:
    """Merge a version of the playbook into the fork at `root`, or leave everything as it is.

    With `wish.branch` the merge is left on a branch of that name and the one that is checked out stays where it is.
    Raises NotUpgraded.
    """
    _expect_clean(root)
    target = _fetch(root, wish)
    if run_git(root, "merge-base", "--is-ancestor", target, "HEAD").returncode == 0:
        return Taken(is_new=False, new=_version(root, target))
    base = git(root, "merge-base", "HEAD", target, fine=(0, 1))
    if not base:
        raise NotUpgraded("This repository and that one have no history in common, so they cannot be merged.")
    if git(root, "ls-tree", target, "--", LOCAL):
        raise NotUpgraded(f"That version has a folder {LOCAL}/ of its own, which a playbook never has. Nothing was taken.")
    old, new = _version(root, base), _version(root, target)
    with _beside(root) as tree, tempfile.TemporaryDirectory(prefix="playbook-old-") as before:
        _merge(root, tree, target, f"Take version {new} of the playbook")
        merged = git(tree, "rev-parse", "HEAD")
        if _local(tree, merged) != _local(root, "HEAD"):
            raise NotUpgraded(f"The merge would have changed {LOCAL}/. Nothing was taken.")
        old_tree, new_tree = Path(before, "old"), Path(before, "new")
        unpack(root, base, old_tree)
        unpack(root, target, new_tree)
        verdict = verify(tree, root, today, wish.build)
        report = write_report(old_tree, new_tree, tree, root, today, verdict, reports)
        if not (verdict.is_well or wish.branch or (wish.with_problems and verdict.only_ours)):
            return Taken(True, False, old, new, report)
    if wish.branch:
        git(root, "branch", "--force", wish.branch, merged)
    else:
        git(root, "merge", "--quiet", "--ff-only", merged)
    return Taken(True, verdict.is_well, old, new, report, wish.branch or git(root, "rev-parse", "--abbrev-ref", "HEAD"))


def upstream_of(root: Path) -> str:
    """Where upgrades come from: the remote called upstream, or the address in mkdocs.yml."""
    if "upstream" in git(root, "remote").split():
        return "upstream"
    return read_defaults(root).forge.address


def _expect_clean(root: Path) -> None:
    changed = git(root, "status", "--porcelain", "--untracked-files=no")
    if changed:
        raise NotUpgraded("Some files have changes that are not committed. Commit them first:\n" + changed)


def _fetch(root: Path, wish: Wish) -> str:
    """Fetch the releases and the newest state, and give the commit that is wanted."""
    source = wish.source or upstream_of(root)
    if not source:
        raise NotUpgraded("Nobody knows where the playbook comes from. Name it: --from ADDRESS.")
    for ref in git(root, "for-each-ref", "--format=%(refname)", TAGS).split():
        git(root, "update-ref", "-d", ref)
    done = run_git(root, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", source, f"+refs/tags/v*:{TAGS}v*", f"+HEAD:{HEAD}")
    if done.returncode:
        raise NotUpgraded(f"{source} could not be reached: {done.stderr.strip()}\nName the playbook's address: --from ADDRESS.")
    if wish.to == LATEST:
        return git(root, "rev-parse", f"{HEAD}^{{commit}}")
    tags = [ref.removeprefix(TAGS) for ref in git(root, "for-each-ref", "--format=%(refname)", TAGS).split()]
    wanted = newest(tags) if not wish.to else next((tag for tag in tags if parts(tag) and parts(tag) == parts(wish.to)), None)
    if wanted is None:
        known = ", ".join(sorted((tag for tag in tags if parts(tag)), key=lambda tag: parts(tag) or (0, 0, 0)))
        what = f"There is no release {wish.to} there." if wish.to else "There is no release there yet."
        raise NotUpgraded(f"{what} {f'Releases: {known}.' if known else f'Take the newest state with --to {LATEST}.'}")
    return git(root, "rev-parse", f"{TAGS}{wanted}^{{commit}}")


def _version(root: Path, commit: str) -> str:
    done = run_git(root, "show", f"{commit}:{VERSION_FILE}")
    return done.stdout.strip() if done.returncode == 0 and done.stdout.strip() else git(root, "rev-parse", "--short", commit)


@contextmanager
def _beside(root: Path) -> Iterator[Path]:
    """A second working tree at the same commit, which is taken away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="playbook-upgrade-"))
    tree = folder / "tree"
    try:
        git(root, "worktree", "add", "--quiet", "--detach", str(tree), "HEAD")
        yield tree
    finally:
        run_git(root, "worktree", "remove", "--force", str(tree))
        shutil.rmtree(folder, ignore_errors=True)
        run_git(root, "worktree", "prune")


def _merge(root: Path, tree: Path, target: str, message: str) -> None:
    done = run_git(tree, "merge", "--quiet", "--no-ff", "-m", message, target)
    if done.returncode == 0:
        return
    stuck = git(tree, "diff", "--name-only", "--diff-filter=U")
    if not stuck:
        raise NotUpgraded(f"Git could not merge: {(done.stderr or done.stdout).strip()}")
    base = git(root, "merge-base", "HEAD", target)
    ours = git(root, "diff", "--name-only", base, "HEAD", "--", ".", f":!{LOCAL}")
    raise NotUpgraded(
        f"These files of the playbook were changed here and there, so git cannot merge them:\n{stuck}\n"
        f"Nothing was changed. Put what is yours into {LOCAL}/ and these files back as they were "
        f"(git checkout {base[:10]} -- FILE), then run the upgrade again. All files of the playbook that you changed:\n{ours}"
    )


def _local(root: Path, commit: str) -> str:
    return git(root, "ls-tree", commit, "--", LOCAL)


def unpack(root: Path, commit: str, folder: Path) -> None:
    """Write the files of a commit to a new folder."""
    archive = folder.with_suffix(".tar")
    git(root, "archive", "--format=tar", f"--output={archive}", commit)
    with tarfile.open(archive) as files:
        files.extractall(folder, filter="data")
