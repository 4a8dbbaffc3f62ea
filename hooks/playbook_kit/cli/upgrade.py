"""What the commands about versions do: compare two, take a newer one, see whether one may be released."""

import argparse
import sys
import tempfile
from pathlib import Path

from ..adapters.upgrade.errors import NotUpgraded
from ..adapters.upgrade.fork import Taken, Wish, upgrade_fork
from ..adapters.upgrade.git import git, is_repository
from ..adapters.upgrade.pinned import upgrade_pin
from ..adapters.upgrade.propose import forge_here, propose, push
from ..adapters.upgrade.release_file import expect_sha256, fetch
from ..adapters.upgrade.unzipped import upgrade_unzipped
from ..problem import errors
from ..report import as_text
from .places import REPORTS


def changes(options: argparse.Namespace) -> int:
    """Print what differs between two folders, and write the report's forms if asked; 0 always, since nothing is wrong."""
    from ..adapters.upgrade.report_files import compare_folders, write_forms

    report, words = compare_folders(options.old, options.new, options.ours, options.outcome)
    print(write_forms(report, words, options.new, options.to), end="")
    return 0


def upgrade(options: argparse.Namespace) -> int:
    """Take a newer version if it passes; 1 if it was not taken, with everything as it was."""
    try:
        taken = _upgrade(options)
    except NotUpgraded as failed:
        print(failed, file=sys.stderr)
        return 1
    if not taken.is_new:
        print(f"There is nothing to take: this is version {taken.new} or newer.")
        return 0
    print(taken.report)
    where = options.reports or options.root / REPORTS
    print(f"The whole report: {where / 'report.html'}")
    if taken.is_well:
        done = f"Version {taken.new} is on the branch {taken.branch}." if taken.branch else f"Version {taken.new} is in place."
        print(done)
        return 0
    if options.branch:
        print(f"Version {taken.new} is on the branch {taken.branch}, where the above needs mending before anybody merges it.")
        return 1
    print("Nothing was changed. To mend your own files together with the new version, take it to a branch of its own", end=" ")
    print("(--branch NAME), or take it as it is if all that is wrong is in local/ (--with-problems).")
    return 1


def propose_upgrade(options: argparse.Namespace) -> int:
    """Take a newer version to a branch, push it, open a pull request; 0 also if there is nothing to take."""
    try:
        repository = options.pin.resolve() if options.pin else options.root
        if not (repository / "local").is_dir():
            print("This repository has no folder local/, so it is no council's copy, and there is nothing to take.")
            return 0
        forge = forge_here()
        base = options.base or git(repository, "rev-parse", "--abbrev-ref", "HEAD")
        options.branch = options.branch or "playbook-upgrade"
        taken = _upgrade(options)
        if not taken.is_new:
            print(f"There is nothing to take: this is version {taken.new} or newer.")
            return 0
        push(repository, forge, options.branch)
        body = ((options.reports or options.root / REPORTS) / "report.md").read_text(encoding="utf-8")
        title = f"Take version {taken.new} of the playbook"
        print(propose(forge, title, body, options.branch, base, draft=not taken.is_well))
    except (NotUpgraded, OSError) as failed:
        print(failed, file=sys.stderr)
        return 1
    return 0


def release(options: argparse.Namespace) -> int:
    """Say what stands in the way of a release, and write its ZIP if nothing does; 1 if something does."""
    from ..adapters.upgrade.releasing import last_release, write_release
    from ..content import load
    from ..release.ready import problems_of_release

    try:
        with tempfile.TemporaryDirectory(prefix="playbook-last-") as folder:
            version, last = last_release(options.root, options.last, Path(folder))
            found = problems_of_release(options.root, load(options.root), version, last)
        print(f"Compared with version {version}." if last else "There is no release before this one to compare with.")
        print(as_text(found))
        if errors(found):
            return 1
        if options.to:
            print(write_release(options.root, options.to))
    except (NotUpgraded, OSError) as failed:
        print(failed, file=sys.stderr)
        return 1
    return 0


def _upgrade(options: argparse.Namespace) -> Taken:
    wish = Wish(options.version or "", options.source or "", options.branch or "", options.with_problems, not options.no_build)
    reports = options.reports or options.root / REPORTS
    if options.pin:
        return upgrade_pin(options.pin.resolve(), options.root, wish, options.today, reports)
    if wish.source.endswith(".zip") or not is_repository(options.root):
        if not wish.source:
            raise NotUpgraded("This folder is no git repository. Name the release to take: --from playbook-1.4.0.zip.")
        data = fetch(wish.source)
        if options.sha256:
            expect_sha256(data, options.sha256, wish.source)
        return upgrade_unzipped(options.root, data, wish, options.today, reports, options.overwrite)
    return upgrade_fork(options.root, wish, options.today, reports)

