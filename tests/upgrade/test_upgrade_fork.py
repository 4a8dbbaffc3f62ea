"""A fork takes a newer version with real git: all of it and checked, or none of it."""

import pytest
from simulation import git
from site_help import changed, tree
from upgrade_help import fork, release, repository, run, whole_playbook
from upstream_text import read, set_field, write

ARGUMENT = "playbook/arguments/same-as-the-phone.yml"


@pytest.fixture
def upstream(tmp_path):
    """A small playbook's own repository, at its first release."""
    return repository(whole_playbook(tmp_path / "upstream"))


@pytest.fixture
def council(upstream, tmp_path):
    """A council's fork of it, with two files of its own."""
    return fork(upstream, tmp_path / "council", {"local/chapters/policy.after.md": "We do it our own way.\n"})


def head(root):
    """The commit that is checked out."""
    return git(root, "rev-parse", "HEAD").stdout


def take(root, *options):
    """Run the upgrade from the clone's origin, without building the site."""
    return run(root, "upgrade", "--from", "origin", "--no-build", *options)


def test_takes_the_newest_release(upstream, council):
    """The newest tag is merged, local/ stays byte for byte, and the report says what changed and lies where it is said."""
    before = git(council, "rev-parse", "HEAD:local").stdout
    set_field(upstream, ARGUMENT, "one_liner", "This is the same trust.")
    release(upstream, "0.2.0")
    write(upstream, "docs/later.md", "---\ntitle: Later\nsummary: Not released yet.\n---\n\nLater.\n")
    git(upstream, "add", "-A")
    git(upstream, "commit", "-qm", "Later")
    done = take(council)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (read(council, "VERSION"), (council / "docs/later.md").exists()) == ("0.2.0\n", False)
    assert git(council, "rev-parse", "HEAD:local").stdout == before
    assert "Same as the phone" in done.stdout and "We trust people with a telephone." in done.stdout
    assert sorted(path.name for path in (council / ".cache/upgrade-report").iterdir()) == ["report.html", "report.md", "report.txt"]
    assert git(council, "status", "--porcelain").stdout == "" and len(git(council, "worktree", "list").stdout.splitlines()) == 1


def test_named_version_and_again(upstream, council):
    """A version that is named is taken instead of the newest, and a second time there is nothing to take."""
    for version in ("0.2.0", "0.3.0"):
        write(upstream, "docs/index.md", read(upstream, "docs/index.md") + f"\nVersion {version} is here.\n")
        release(upstream, version)
    assert take(council, "--to", "v0.2.0").returncode == 0
    assert read(council, "VERSION") == "0.2.0\n"
    again = take(council, "--to", "0.2.0")
    assert (again.returncode, "nothing to take" in again.stdout) == (0, True)


def test_unknown_version(upstream, council):
    """A release that does not exist is said with those that do, and nothing is touched."""
    start = head(council)
    done = take(council, "--to", "9.9.9")
    assert done.returncode == 1 and "9.9.9" in done.stderr and "v0.1.0" in done.stderr
    assert head(council) == start


def test_conflict_leaves_everything(upstream, council):
    """Where a council edited the playbook's own file, that file is named and nothing at all is changed."""
    set_field(council, ARGUMENT, "one_liner", "Ours is better.")
    git(council, "commit", "-qam", "Edit in place")
    set_field(upstream, ARGUMENT, "one_liner", "This is the same trust.")
    release(upstream, "0.2.0")
    start, files = head(council), tree(council / "playbook")
    done = take(council)
    assert done.returncode == 1 and ARGUMENT in done.stderr and "local/" in done.stderr
    assert head(council) == start and changed(files, council / "playbook") == []
    assert git(council, "status", "--porcelain").stdout == ""


def test_uncommitted_work_is_safe(upstream, council):
    """With changes that are not committed, nothing is begun."""
    write(council, "local/council.yml", "name: Elsewhere\n")
    release(upstream, "0.2.0")
    done = take(council)
    assert done.returncode == 1 and "local/council.yml" in done.stderr
    assert read(council, "local/council.yml") == "name: Elsewhere\n"


def retire_the_chapter(upstream):
    """Rename a chapter that the council adds text to."""
    (upstream / "playbook/policy.md").rename(upstream / "playbook/the-policy.md")
    for path in ("docs/index.md", "case_studies/anytown.md", "playbook/templates/trial-plan.md", ARGUMENT):
        write(upstream, path, read(upstream, path).replace("policy.md", "the-policy.md"))
    for path in (ARGUMENT, "playbook/objections/time-wasting.yml", "playbook/tools/should-i-reply.yml", "playbook/tools/self-check.yml"):
        write(upstream, path, read(upstream, path).replace("[policy]", "[the-policy]").replace("chapter: policy", "chapter: the-policy"))
    path = "playbook/tools/should-i-reply.yml"
    write(upstream, path, read(upstream, path).replace("policy.md", "the-policy.md"))
    path = "playbook/templates/trial-plan.md"
    write(upstream, path, read(upstream, path).replace("[policy]", "[the-policy]"))
    write(upstream, "playbook/tombstones/policy.yml", "kind: chapter\nnow: the-policy\nbecause: Clearer.\non: 2026-11-21\n")
    release(upstream, "0.2.0")


def test_orphan_is_not_taken(upstream, council):
    """An orphan is reported with its advice, and the branch stays as it was."""
    retire_the_chapter(upstream)
    start = head(council)
    done = take(council)
    assert done.returncode == 1 and head(council) == start
    said = " ".join(done.stdout.split())
    assert "local/chapters/policy.after.md" in said and "rename this file to the-policy.after.md" in said


def test_orphan_on_a_branch(upstream, council):
    """With a branch of its own the merge is left there to be mended; the branch that is published stays where it is."""
    retire_the_chapter(upstream)
    start = head(council)
    done = take(council, "--branch", "newer")
    assert done.returncode == 1 and head(council) == start
    assert git(council, "show", "newer:VERSION").stdout == "0.2.0\n"
    git(council, "switch", "-q", "newer")
    git(council, "mv", "local/chapters/policy.after.md", "local/chapters/the-policy.after.md")
    assert run(council, "check").returncode == 0


def test_broken_release_is_not_taken(upstream, council):
    """A release that does not pass its own check is not taken, asked for or not."""
    write(upstream, ARGUMENT, read(upstream, ARGUMENT).replace("strength: medium", "strength: huge", 1))
    release(upstream, "0.2.0")
    start = head(council)
    assert take(council, "--with-problems").returncode == 1
    assert head(council) == start


def test_upstream_with_a_council_s_folder(upstream, council):
    """A version that brings a local/ of its own is refused."""
    write(upstream, "local/council.yml", "name: Upstream\n")
    release(upstream, "0.2.0")
    done = take(council)
    assert done.returncode == 1 and "local/" in done.stderr
    assert read(council, "local/council.yml") == "name: Anytown Council\n"


def test_build_that_fails(upstream, council):
    """With the build, a release that passes its check and does not build is not taken."""
    path = upstream / "theme/base.html"
    path.write_text("{{ no.such.thing }}" + path.read_text(encoding="utf-8"), encoding="utf-8")
    release(upstream, "0.2.0")
    start = head(council)
    done = run(council, "upgrade", "--from", "origin")
    assert done.returncode == 1 and head(council) == start
    assert "does not build" in done.stdout
