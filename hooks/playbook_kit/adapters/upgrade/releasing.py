"""The release before this one, and the ZIP of this one."""

from pathlib import Path

from ...content import Content, load
from ...release.manifest import MANIFEST, make_manifest, sha256, to_bytes
from ...release.version import VERSION_FILE, newest
from ..packing import release_zip, repository_files
from .errors import NotUpgraded
from .fork import unpack
from .git import git, is_repository, run_git


def last_release(root: Path, named: str, folder: Path) -> tuple[str, Content | None]:
    """The version and the content of the release before this one: the tag `named`, or the newest tag before this commit."""
    if not is_repository(root):
        raise NotUpgraded("This folder is no git repository, so its last release is not known.")
    tag = named
    if not tag:
        # A tag of the commit itself is the release that is being made.
        done = run_git(root, "tag", "--list", "v*", "--merged", "HEAD", "--no-contains", "HEAD")
        tag = newest(done.stdout.split()) or ""
    if not tag:
        return "", None
    git(root, "rev-parse", "--verify", "--quiet", f"{tag}^{{commit}}")
    unpack(root, tag, folder / "last")
    return tag.removeprefix("v"), load(folder / "last")


def release_files(root: Path) -> dict[str, bytes]:
    """Every file of a release, the list of them included; `local/` is no part of it."""
    files = {path: data for path, data in repository_files(root).items() if path.split("/")[0] != "local" and path != MANIFEST}
    version = files.get(VERSION_FILE, b"").decode().strip()
    return {**files, MANIFEST: to_bytes(make_manifest(files, version))}


def write_release(root: Path, target: Path) -> str:
    """Write the ZIP, and its SHA-256 beside it; gives a line that says so."""
    data = release_zip(release_files(root))
    target.write_bytes(data)
    target.with_name(f"{target.name}.sha256").write_text(f"{sha256(data)}  {target.name}\n", encoding="utf-8", newline="\n")
    return f"{target} is written. Its SHA-256 is {sha256(data)}"
