"""The lock files: what is installed is exactly what was looked at."""

import re

import pytest
from unit_help import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.lock"))


def requirements(path):
    """Each requirement with its options, continued lines joined, comments left out."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]
    return [entry for entry in re.sub(r"\\\n", " ", "\n".join(lines)).split("\n") if entry.strip()]


def test_there_are_lock_files():
    """There is a lock file for the site and one for each thing besides that is done with it, so the tests below test something."""
    assert [path.stem for path in LOCKS] == ["fuzz", "links", "site", "test", "update"]
    assert all(len(requirements(path)) > 10 for path in LOCKS)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_pinned_with_hashes(path):
    """Every requirement is one package at one version with a SHA-256 for each of its files, and nothing else."""
    pattern = re.compile(r"[a-z0-9][a-z0-9._-]*(\[[a-z,]+\])?==[^\s;]+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert [entry for entry in requirements(path) if not pattern.fullmatch(entry)] == []


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_no_other_place(path):
    """No lock file names an index, an address or a file to install from."""
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"https?://|--(extra-)?index-url|--find-links|--trusted-host|^-e |\bgit\+|@ file", text, re.M)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_each_package_once(path):
    """No package stands twice, unless for different Pythons."""
    names = [re.sub(r"\s+--hash.*", "", entry) for entry in requirements(path)]
    names = [re.sub(r"==[^ ]+( ;)?", "", name) for name in names]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.stem)
def test_holds_what_is_asked_for(path):
    """Everything that the .in file asks for is in the lock file."""
    asked = re.findall(r"^([a-z][a-z0-9-]*)", path.with_suffix(".in").read_text(encoding="utf-8"), re.M)
    assert asked and set(asked) <= {entry.partition("==")[0] for entry in requirements(path)}
