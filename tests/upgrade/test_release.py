"""A release is ready: its version, what councils are told, and no address of the last one that goes dark."""

import subprocess
import sys

import pytest
from playbook_kit.content import Content, load
from playbook_kit.release.changelog import entries, for_councils, told
from playbook_kit.release.published import gone_dark
from playbook_kit.release.ready import problems_of_release
from playbook_kit.release.version import between, newest, parts
from simulation import commit, git
from site_help import ROOT
from small_playbook import write_small_playbook
from upstream_text import write

CHANGELOG = """\
# Changelog

## Unreleased

## 1.1.0, 21 November 2026

### For councils

Nothing must be done. You gain two arguments and a shorter policy template.

### Added

- Two arguments.

## 1.0.0

- The first.
"""


@pytest.fixture
def tree(tmp_path):
    """A small playbook, ready to be released as 1.1.0."""
    root = write_small_playbook(tmp_path / "tree")
    write(root, "VERSION", "1.1.0\n")
    write(root, "CHANGELOG.md", CHANGELOG)
    return root


def said(root, last="1.0.0", before=None):
    """The rules that stand in the way."""
    return [(one.path, one.rule) for one in problems_of_release(root, load(root), last, before)]


def test_ready(tree):
    """With a higher version, words for councils and every address kept, nothing stands in the way."""
    assert said(tree, before=load(tree)) == []


@pytest.mark.parametrize(
    ("path", "text", "rule"),
    [
        ("VERSION", "one\n", "version"), ("VERSION", "1.0.0\n", "version"), ("VERSION", "0.9.9\n", "version"),
        ("CHANGELOG.md", "# Changelog\n", "changelog"), ("CHANGELOG.md", CHANGELOG.replace("For councils", "Other"), "changelog"),
        ("CHANGELOG.md", CHANGELOG.replace("Nothing must be done. You gain two arguments and a shorter policy template.", "See below."), "changelog"),
    ],
)  # fmt: skip
def test_not_ready(tree, path, text, rule):
    """A version that is none or no higher, or a changelog that tells councils nothing, stands in the way."""
    write(tree, path, text)
    assert (path, rule) in said(tree)


def test_address_goes_dark(tree, tmp_path):
    """A page, a source or a draft made of what was published stands in the way until a tombstone stands for it."""
    before = load(write_small_playbook(tmp_path / "before"))
    (tree / "playbook/arguments/same-as-the-phone.yml").unlink()
    (tree / "playbook/sources/acas-policy.yml").unlink()
    found = problems_of_release(tree, load(tree), "1.0.0", before)
    assert [one.path for one in found] == ["playbook/arguments/same-as-the-phone.yml", "playbook/sources/acas-policy.yml"]
    assert "/arguments/same-as-the-phone/" in found[0].message and "tombstones/same-as-the-phone.yml" in found[0].fix
    write(tree, "playbook/tombstones/same-as-the-phone.yml", "kind: argument\nbecause: Withdrawn.\non: 2026-11-21\n")
    write(tree, "playbook/tombstones/acas-policy.yml", "kind: source\nbecause: Withdrawn.\non: 2026-11-21\n")
    assert problems_of_release(tree, load(tree), "1.0.0", before) == []


def test_tombstone_that_goes(tree, tmp_path):
    """A tombstone may not be taken away either: its address was published."""
    before = load(write_small_playbook(tmp_path / "before"))
    (tree / "playbook/tombstones/the-phone-line.yml").unlink()
    assert list(gone_dark(before, load(tree))) == ["arguments/the-phone-line/"]


def test_versions():
    """Versions are compared by number, not by letter, and what is no version is passed over."""
    assert newest(["v1.9.0", "v1.10.0", "vnext", "1.2"]) == "v1.10.0" and newest(["x"]) is None
    assert parts("v1.2.3") == parts("1.2.3") == (1, 2, 3) and parts("1.2") is None
    assert between("1.1.0", "1.0.0", "1.1.0") and not between("1.0.0", "1.0.0", "1.1.0") and not between("1.2.0", "1.0.0", "1.1.0")


def test_changelog():
    """Each version's entry is found whatever follows its number, and councils get their part of it."""
    found = dict(entries(CHANGELOG))
    assert list(found) == ["1.1.0", "1.0.0"] and for_councils(found["1.1.0"]).startswith("Nothing must be done.")
    assert told(CHANGELOG, "1.0.0", "1.1.0") == [("1.1.0", for_councils(found["1.1.0"]))]
    assert [version for version, _ in told(CHANGELOG, "?", "1.1.0")] == ["1.1.0", "1.0.0"]


def test_this_version_is_told():
    """The version that stands in VERSION has its entry in the changelog, with a part for councils."""
    version = (ROOT / "VERSION").read_text(encoding="utf-8").strip()
    log = dict(entries((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")))
    assert for_councils(log[version])
    assert problems_of_release(ROOT, Content(ROOT), "", None) == []


def test_command_compares_with_the_last_tag(tree):
    """The command finds the last release by its tag, names what would go dark, and ends with 1."""
    write(tree, "VERSION", "1.0.0\n")
    git(tree, "init", "-q", "-b", "main")
    commit(tree, "1.0.0")
    git(tree, "tag", "v1.0.0")
    write(tree, "VERSION", "1.1.0\n")
    commit(tree, "1.1.0")
    run = [sys.executable, "-m", "playbook_kit.cli", "release", "--root", str(tree), "--to", str(tree.parent / "out.zip")]
    done = subprocess.run(run, cwd=ROOT / "hooks", capture_output=True, encoding="utf-8")
    assert done.returncode == 0 and "Compared with version 1.0.0" in done.stdout and (tree.parent / "out.zip").exists()
    (tree / "playbook/arguments/same-as-the-phone.yml").unlink()
    commit(tree, "Remove")
    done = subprocess.run(run, cwd=ROOT / "hooks", capture_output=True, encoding="utf-8")
    assert done.returncode == 1 and "/arguments/same-as-the-phone/" in done.stdout
