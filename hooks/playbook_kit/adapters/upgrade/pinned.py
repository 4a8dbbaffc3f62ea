"""A small repository: a council's own folder, and one file that names a release of the playbook by version and SHA-256."""

import datetime
import json
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ...release.manifest import sha256, to_bytes
from ...release.version import newest, parts
from .errors import NotUpgraded
from .fork import Taken, Wish
from .git import git, is_repository
from .release_file import copy_local, expect_sha256, fetch, read_release, write_files
from .verify import verify, write_report

PIN = "playbook.json"


@dataclass(frozen=True)
class Pin:
    """The release that a small repository stands on; `zip` is its address with {version} in it."""

    version: str
    sha256: str
    zip: str
    repository: str = ""

    def address(self, version: str) -> str:
        """Where the ZIP of a version lies."""
        return self.zip.replace("{version}", version)


def read_pin(path: Path) -> Pin:
    """Read the file. Raises NotUpgraded with what is wrong with it."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        pin = Pin(str(found["version"]), str(found["sha256"]), str(found["zip"]), str(found.get("repository") or ""))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotUpgraded(f"{path.name} cannot be read: it needs version, sha256 and zip ({error}).") from error
    if not parts(pin.version) or not re.fullmatch(r"[0-9a-f]{64}", pin.sha256) or "{version}" not in pin.zip:
        raise NotUpgraded(f"{path.name} needs a version such as 1.4.0, a SHA-256 of 64 letters and figures, and {{version}} in zip.")
    return pin


def upgrade_pin(small: Path, running: Path, wish: Wish, today: datetime.date, reports: Path) -> Taken:
    """Try the council's folder in `small` with a newer release, and write that release into the pin if all is well.

    `running` is the release whose program runs now. Raises NotUpgraded.
    """
    pin = read_pin(small / PIN)
    if wish.branch and (not is_repository(small) or git(small, "status", "--porcelain", "--untracked-files=no")):
        raise NotUpgraded("Some files have changes that are not committed. Commit them first.")
    version = _wanted(pin, wish)
    if parts(version) == parts(pin.version):
        return Taken(is_new=False, new=pin.version)
    version = version.removeprefix("v")
    place = wish.source or pin.address(version)
    data = fetch(place)
    published = _published(place)
    if published:
        expect_sha256(data, published, place)
    manifest, files = read_release(data)
    if manifest.version != version:
        raise NotUpgraded(f"{place} holds version {manifest.version}, and {version} was wanted. Nothing was taken.")
    old_data = fetch(pin.address(pin.version))
    expect_sha256(old_data, pin.sha256, pin.address(pin.version))
    with tempfile.TemporaryDirectory(prefix="playbook-upgrade-") as folder:
        old, new, staged = (Path(folder, name) for name in ("old", "new", "staged"))
        write_files(old, read_release(old_data)[1])
        write_files(new, files)
        write_files(staged, {**files, "release.json": to_bytes(manifest)})
        copy_local(small, staged)
        verdict = verify(staged, running, today, wish.build)
        report = write_report(old, new, staged, running, today, verdict, reports)
    if not (verdict.is_well or wish.branch or (wish.with_problems and verdict.only_ours)):
        return Taken(True, False, pin.version, version, report)
    write_pin(small / PIN, Pin(version, sha256(data), pin.zip, pin.repository))
    if wish.branch:
        _commit(small, wish.branch, f"Take version {version} of the playbook")
    return Taken(True, verdict.is_well, pin.version, version, report, wish.branch)


def write_pin(path: Path, pin: Pin) -> None:
    """Write the file whole or not at all."""
    text = json.dumps({"version": pin.version, "sha256": pin.sha256, "zip": pin.zip, "repository": pin.repository}, indent=2)
    part = path.with_name(f"{path.name}.part")
    part.write_text(f"{text}\n", encoding="utf-8", newline="\n")
    part.replace(path)


def _commit(small: Path, branch: str, message: str) -> None:
    """Commit the new pin on a branch of its own; what is checked out stays as it was."""
    start, name = git(small, "rev-parse", "HEAD"), git(small, "rev-parse", "--abbrev-ref", "HEAD")
    try:
        git(small, "switch", "--quiet", "--force-create", branch)
        git(small, "commit", "--quiet", "-m", message, "--", PIN)
    finally:
        git(small, "switch", "--quiet", "--discard-changes", *([name] if name != "HEAD" else ["--detach", start]))


def _wanted(pin: Pin, wish: Wish) -> str:
    if wish.to:
        if not parts(wish.to):
            raise NotUpgraded(f"“{wish.to}” is no version. Write three numbers, such as 1.4.0.")
        return wish.to
    if not pin.repository:
        raise NotUpgraded(f"Name the version (--to 1.4.0), or write the playbook's address as “repository” in {PIN}.")
    with tempfile.TemporaryDirectory() as folder:
        tags = re.findall(r"refs/tags/(v[\d.]+)$", git(Path(folder), "ls-remote", "--tags", pin.repository), re.M)
    found = newest(tags)
    if found is None:
        raise NotUpgraded(f"{pin.repository} has no release yet.")
    return found


def _published(place: str) -> str:
    """The SHA-256 that stands beside a ZIP, in a file of the same name with .sha256 at the end; empty if there is none."""
    try:
        found = re.match(rb"[0-9a-f]{64}", fetch(f"{place}.sha256"))
    except NotUpgraded:
        return ""
    return found[0].decode() if found else ""
