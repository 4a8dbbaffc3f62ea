"""A release ZIP over an older one, and a small repository that names a release: all of it, or nothing."""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from playbook_kit.adapters.upgrade import unzipped
from playbook_kit.adapters.upgrade.errors import NotUpgraded
from playbook_kit.adapters.upgrade.release_file import expect_sha256, fetch, read_release
from playbook_kit.adapters.upgrade.releasing import write_release
from playbook_kit.adapters.upgrade.undo import UNFINISHED, keep, take_back
from playbook_kit.release.manifest import MANIFEST, from_bytes, is_safe, sha256
from simulation import commit, git
from site_help import ROOT, changed, tree
from upgrade_help import run, whole_playbook
from upstream_text import read, set_field, write

ARGUMENT = "playbook/arguments/same-as-the-phone.yml"
SMALL = ROOT / "small-repository"


@pytest.fixture
def releases(tmp_path):
    """A folder with the ZIPs of two releases: the second says something else, drops one file and brings another."""
    folder = tmp_path / "releases"
    folder.mkdir()
    tree = whole_playbook(tmp_path / "tree")
    write(tree, "docs/assets/old.csv", "a,b\n")
    write_release(tree, folder / "playbook-0.1.0.zip")
    set_field(tree, ARGUMENT, "one_liner", "This is the same trust.")
    (tree / "docs/assets/old.csv").unlink()
    write(tree, "docs/assets/new.csv", "a,b\n")
    write(tree, "VERSION", "0.2.0\n")
    write_release(tree, folder / "playbook-0.2.0.zip")
    return folder


@pytest.fixture
def council(releases, tmp_path):
    """A council's folder: the first release unpacked, with its own folder and a file that is nobody's."""
    root = tmp_path / "council"
    with zipfile.ZipFile(releases / "playbook-0.1.0.zip") as archive:
        for entry in archive.infolist():
            write_bytes(root / entry.filename.partition("/")[2], archive.read(entry))
    write(root, "local/council.yml", "name: Anytown Council\n")
    write(root, "local/chapters/policy.after.md", "We do it our own way.\r\n")
    write(root, "notes.txt", "ours\n")
    return root


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def take(root, releases, *options):
    """Run the upgrade from the second release, without building the site."""
    return run(root, "upgrade", "--from", releases / "playbook-0.2.0.zip", "--no-build", *options)


def test_zip_over_zip(releases, council):
    """New files come, changed ones change, dropped ones go; local/ and what is nobody's stay byte for byte."""
    ours = tree(council / "local")
    done = take(council, releases)
    assert done.returncode == 0, done.stdout + done.stderr
    assert read(council, "VERSION") == "0.2.0\n" and "This is the same trust." in read(council, ARGUMENT)
    assert (council / "docs/assets/new.csv").exists() and not (council / "docs/assets/old.csv").exists()
    assert changed(ours, council / "local") == [] and read(council, "notes.txt") == "ours\n"
    assert from_bytes((council / MANIFEST).read_bytes()).version == "0.2.0"
    assert "nothing to take" in take(council, releases).stdout


def test_edited_files_are_named(releases, council):
    """A file of the playbook that was edited is named and nothing is changed, unless one says that it may be replaced."""
    write(council, "docs/index.md", read(council, "docs/index.md") + "\nOurs.\n")
    before = tree(council)
    done = take(council, releases)
    assert done.returncode == 1 and "docs/index.md" in done.stderr and ARGUMENT not in done.stderr
    assert changed(before, council) == []
    assert take(council, releases, "--overwrite").returncode == 0
    assert "Ours." not in read(council, "docs/index.md")


def test_file_in_the_way(releases, council):
    """A file of the council's where the release brings one is named, not overwritten."""
    write(council, "docs/assets/new.csv", "ours\n")
    done = take(council, releases)
    assert done.returncode == 1 and "docs/assets/new.csv" in done.stderr
    assert read(council, "docs/assets/new.csv") == "ours\n"


def test_problem_in_local_is_not_taken(releases, council):
    """What does not pass with the council's folder is reported and not taken."""
    write(council, "local/chapters/no-such-chapter.after.md", "Ours.\n")
    before = tree(council / "playbook")
    done = take(council, releases)
    assert done.returncode == 1 and "no-such-chapter" in done.stdout
    assert changed(before, council / "playbook") == [] and read(council, "VERSION") != "0.2.0\n"


def test_wrong_sha256(releases, council):
    """A ZIP that is not the one that was named is not looked at."""
    done = take(council, releases, "--sha256", "0" * 64)
    assert done.returncode == 1 and "SHA-256" in done.stderr
    assert take(council, releases, "--sha256", sha256((releases / "playbook-0.2.0.zip").read_bytes())).returncode == 0


@pytest.fixture
def halves(tmp_path):
    """A folder with three files of the playbook's and one of nobody's, and a newer version of it that drops one and brings two."""
    root, staged = tmp_path / "root", tmp_path / "root/.cache/upgrade-x/staged"
    for name in ("a", "b/b", "c/c", "notes"):
        write(root, name, f"old {name}\n")
    for name in ("a", "b/b", "d/d", "e"):
        write(staged, name, f"new {name}\n")
    return root, staged


STALE, FRESH = ["c/c"], ["a", "b/b", "d/d", "e"]
OLD = {"a": "old a\n", "b/b": "old b/b\n", "c/c": "old c/c\n", "notes": "old notes\n"}
NEW = {"a": "new a\n", "b/b": "new b/b\n", "d/d": "new d/d\n", "e": "new e\n", "notes": "old notes\n"}


def contents(root):
    """What each file says that is not the cache's; a folder with nothing in it says nothing."""
    found = [path for path in root.rglob("*") if ".cache" not in path.parts and (path.is_file() or not any(path.iterdir()))]
    return {path.relative_to(root).as_posix(): path.read_text() if path.is_file() else None for path in found}


def test_swap(halves):
    """All of the new is in place, what was dropped is gone with its folder, and nothing is left to be taken back."""
    root, staged = halves
    unzipped.swap(root, staged, STALE, FRESH)
    assert contents(root) == NEW and not take_back(root)
    assert [path.name for path in (root / ".cache").iterdir()] == ["upgrade-x"]


@pytest.mark.parametrize("number", range(len(FRESH)))
def test_failed_move_is_taken_back(halves, monkeypatch, number):
    """If a file cannot be put in place, every file is where it was."""
    root, staged = halves
    count, real = iter(range(100)), os.replace

    def fails_once(source, target):
        if next(count) == number:
            raise OSError(28, "No space left on device", str(target))
        real(source, target)

    monkeypatch.setattr(unzipped.os, "replace", fails_once)
    with pytest.raises(NotUpgraded, match="Everything is as it was"):
        unzipped.swap(root, staged, STALE, FRESH)
    assert contents(root) == OLD and not (root / UNFINISHED).exists()


STEPS = ("os.replace", "os.rename", "pathlib.Path.unlink", "shutil.copy2", "shutil.rmtree")


def cut_off(work, number):
    """Do some work in a process that ends, as if the power went, before its step of this number; True if it had so many."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    count = iter(range(10_000))

    def counted(real):
        def step(*given, **named):
            if next(count) == number:
                os._exit(9)
            return real(*given, **named)

        return step

    try:
        for name in STEPS:
            owner, _, attribute = name.rpartition(".")
            owner = {"os": os, "pathlib.Path": Path, "shutil": shutil}[owner]
            setattr(owner, attribute, counted(getattr(owner, attribute)))
        work()
    except BaseException:
        os._exit(1)
    os._exit(0)


def numbers(work, prepare):
    """Each step before which the work can be cut off, with a folder in which it was."""
    for number in range(1000):
        prepare()
        if not cut_off(work, number):
            return
        yield number


def test_cut_off_at_every_step(halves, tmp_path):
    """Wherever an upgrade is cut off, each file is whole, and the next run takes it back, or it was done already."""
    root, staged = halves
    shutil.copytree(root, tmp_path / "kept")

    def prepare():
        shutil.rmtree(root)
        shutil.copytree(tmp_path / "kept", root)

    outcomes = []
    for _ in numbers(lambda: unzipped.swap(root, staged, STALE, FRESH), prepare):
        between = contents(root)
        assert all(text in (OLD.get(path), NEW.get(path)) for path, text in between.items())
        was_unfinished = take_back(root)
        found = contents(root)
        assert found == OLD if was_unfinished else found in (OLD, {**NEW, "c": None})
        assert not take_back(root)
        outcomes.append((was_unfinished, found == OLD))
    assert (True, True) in outcomes and (False, True) in outcomes and (False, False) in outcomes


def test_taking_back_is_cut_off(halves, tmp_path):
    """Taking back can be cut off at every step too: the next one finishes it."""
    root, staged = halves
    moves = 2 + len(OLD) + len(FRESH)  # somewhere in the middle of the files
    assert cut_off(lambda: unzipped.swap(root, staged, STALE, FRESH), moves) and (root / UNFINISHED).exists()
    shutil.copytree(root, tmp_path / "kept")

    def prepare():
        shutil.rmtree(root)
        shutil.copytree(tmp_path / "kept", root)

    seen = 0
    for _ in numbers(lambda: take_back(root), prepare):
        take_back(root)
        assert contents(root) == OLD and not (root / UNFINISHED).exists()
        seen += 1
    assert seen > len(OLD)


def test_what_was_kept_runs_by_itself(halves):
    """The program that takes an upgrade back needs nothing of the playbook's, whose files may be halves of two versions."""
    root, staged = halves
    assert cut_off(lambda: unzipped.swap(root, staged, STALE, FRESH), 2 + len(OLD) + len(FRESH))
    done = subprocess.run([sys.executable, "-I", root / UNFINISHED / "undo.py"], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "") and "Every file is as it was" in done.stdout
    assert contents(root) == OLD


def test_upgrade_after_a_cut(releases, council):
    """An upgrade that finds one cut off takes it back and says so; then it can be made."""
    before = tree(council)
    keep(council, ["VERSION", "docs/index.md", "docs/new.md"])
    write(council, "VERSION", "0.1.5\n")
    write(council, "docs/new.md", "half\n")
    done = take(council, releases)
    assert done.returncode == 1 and "An earlier upgrade was cut off" in done.stderr
    assert [path for path in changed(before, council) if not path.startswith(".cache")] == []
    assert take(council, releases).returncode == 0 and read(council, "VERSION") == "0.2.0\n"


def packed(files: dict[str, bytes], manifest: dict | None = None) -> bytes:
    """A ZIP of these files, with a right list of them or another."""
    right = {"version": "1.0.0", "files": {path: sha256(data) for path, data in files.items()}}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path, data in {**files, MANIFEST: json.dumps(manifest or right).encode()}.items():
            archive.writestr(f"playbook/{path}", data)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no zip", "no ZIP"),
        (packed({"a": b"1"}, {"version": "1.0.0", "files": {"a": sha256(b"2")}}), "not what its list says: a"),
        (packed({}, {"version": "1.0.0", "files": {"a": sha256(b"2")}}), "not what its list says: a"),
        (packed({"a": b"1", "b": b"2"}, {"version": "1.0.0", "files": {"a": sha256(b"1")}}), "not what its list says: b"),
        (packed({"../a": b"1"}), "no list of its files"),
        (packed({"local/council.yml": b"name: X"}), "no list of its files"),
        (packed({".git/hooks/x": b"1"}), "no list of its files"),
        (packed({"a": b"1"}, {"files": 3}), "no list of its files"),
    ],
    ids=["no zip", "changed", "missing", "unlisted", "outside", "local", "git", "bad list"],
)
def test_bad_release(data, said):
    """A ZIP that is no release, or whose files are not what its list says, or would leave its folder, is refused."""
    with pytest.raises(NotUpgraded, match=said):
        read_release(data)


@pytest.mark.parametrize("path", ["", "/a", "a/../b", "a//b", "C:/a", "a\\b", "local/x", ".git/x", "./a"])
def test_unsafe_path(path):
    """No such path is part of a release."""
    assert not is_safe(path)


@pytest.mark.parametrize("place", ["http://example.org/a.zip", "ftp://example.org/a.zip", "/no/such/file.zip"])
def test_fetch_refuses(place):
    """A release is fetched over an encrypted connection or read from a file that is there."""
    with pytest.raises(NotUpgraded):
        fetch(place)


def test_sha256_is_compared():
    """The right SHA-256 passes in either case, another does not."""
    expect_sha256(b"a", sha256(b"a").upper(), "a.zip")
    with pytest.raises(NotUpgraded, match=r"a\.zip"):
        expect_sha256(b"b", sha256(b"a"), "a.zip")


def test_same_release_same_bytes(tmp_path):
    """A release is the same file whenever it is made, says its own files, and leaves local/ out."""
    root = whole_playbook(tmp_path / "tree")
    write(root, "local/council.yml", "name: Anytown Council\n")
    for name in ("one.zip", "two.zip"):
        write_release(root, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    manifest, files = read_release((tmp_path / "one.zip").read_bytes())
    assert not any(path.startswith("local/") for path in files) and set(manifest.files) == set(files)
    assert (tmp_path / "one.zip.sha256").read_text().startswith(sha256((tmp_path / "one.zip").read_bytes()))


@pytest.fixture
def small(releases, tmp_path):
    """A small repository: local/, the file that names the first release, and the program that fetches it."""
    root = tmp_path / "small"
    write(root, "local/council.yml", "name: Anytown Council\n")
    (root / "playbook.py").write_bytes((SMALL / "playbook.py").read_bytes())
    pin = {
        "version": "0.1.0", "sha256": sha256((releases / "playbook-0.1.0.zip").read_bytes()),
        "zip": f"{releases.as_uri()}/playbook-{{version}}.zip", "repository": "",
    }  # fmt: skip
    write(root, "playbook.json", json.dumps(pin))
    return root


def bootstrap(small, *arguments, **environment):
    """Run the small repository's program, which runs the release with the Python of the tests."""
    return subprocess.run(
        [sys.executable, "playbook.py", *arguments], cwd=small, capture_output=True, encoding="utf-8",
        env={**os.environ, "PLAYBOOK_PYTHON": sys.executable, "PYTHONDONTWRITEBYTECODE": "1", **environment},
    )  # fmt: skip


def test_small_repository_checks(small):
    """The pinned release is fetched, held against its SHA-256, and run with the council's folder; a second run fetches nothing."""
    done = bootstrap(small, "check")
    assert done.returncode == 0, done.stdout + done.stderr
    write(small, "local/chapters/no-such-chapter.after.md", "Ours.\n")
    write(small, "playbook.json", read(small, "playbook.json").replace("file://", "file:///nowhere"))
    again = bootstrap(small, "check")
    assert again.returncode == 1 and "no-such-chapter" in again.stdout


def test_small_repository_checks_for_a_forge(small):
    """What its workflow prints names the file of the repository itself, so that the forge marks the line of the change."""
    write(small, "local/chapters/no-such-chapter.after.md", "Ours.\n")
    done = bootstrap(small, "check", "--format", "github")
    assert done.returncode == 1 and "::error file=local/chapters/no-such-chapter.after.md,line=1," in done.stdout


def test_small_repository_looks_at_its_own_site(small):
    """Links are checked on the site that it built, beside its own files, unless another is named."""
    done = bootstrap(small, "links", "--json")
    assert done.returncode == 1 and f"There is no site in {small / 'site'}." in done.stderr
    done = bootstrap(small, "review-issues", "--ours", "--json", "--today", "2030-01-01")
    assert done.returncode == 0 and '"total": 0' in done.stdout


def test_small_repository_refuses_another_file(small):
    """A ZIP that is not the one that was pinned is never unpacked."""
    pin = json.loads(read(small, "playbook.json"))
    pin["sha256"] = "0" * 64
    write(small, "playbook.json", json.dumps(pin))
    done = bootstrap(small, "check")
    assert done.returncode == 1 and "SHA-256" in done.stderr
    assert not list(small.glob(".playbook/*/run.py"))


def test_small_repository_upgrades(small, releases):
    """The newer release is tried with the council's folder and then pinned by its SHA-256; local/ is not touched."""
    ours = tree(small / "local")
    done = bootstrap(small, "upgrade", "--to", "0.2.0", "--no-build")
    assert done.returncode == 0, done.stdout + done.stderr
    pin = json.loads(read(small, "playbook.json"))
    assert (pin["version"], pin["sha256"]) == ("0.2.0", sha256((releases / "playbook-0.2.0.zip").read_bytes()))
    assert changed(ours, small / "local") == [] and "We trust people with a telephone." in done.stdout


def test_small_repository_on_a_branch(small):
    """With a branch the new pin is committed there, to be mended; what is checked out keeps the old one."""
    write(small, ".gitignore", read(SMALL, ".gitignore"))
    write(small, "local/chapters/no-such-chapter.after.md", "Ours.\n")
    git(small, "init", "-q", "-b", "main")
    commit(small, "Begin")
    done = bootstrap(small, "upgrade", "--to", "0.2.0", "--no-build", "--branch", "newer")
    assert done.returncode == 1 and "no-such-chapter" in done.stdout
    assert json.loads(read(small, "playbook.json"))["version"] == "0.1.0"
    assert json.loads(git(small, "show", "newer:playbook.json").stdout)["version"] == "0.2.0"
    assert git(small, "status", "--porcelain").stdout == "" and git(small, "branch", "--show-current").stdout == "main\n"


def test_small_repository_stays(small):
    """A release that does not pass with the council's folder is not pinned."""
    write(small, "local/chapters/no-such-chapter.after.md", "Ours.\n")
    before = read(small, "playbook.json")
    done = bootstrap(small, "upgrade", "--to", "0.2.0", "--no-build")
    assert done.returncode == 1 and "no-such-chapter" in done.stdout
    assert read(small, "playbook.json") == before
