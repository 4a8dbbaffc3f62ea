"""The commands about a council's folder: begin a change, keep it, see what drifted; and the check for upstream."""

import json
import subprocess
from pathlib import Path

import pytest
from local_help import ARGUMENT, council
from playbook_kit.cli import main
from playbook_kit.content import load
from playbook_kit.local.reviews import months_later
from playbook_kit.local.upstream_check import committed_here, same_place
from playbook_kit.report import as_text
from small_playbook import FILES, problems_of, write

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(tmp_path, capsys):
    """Run a command on a council's small playbook; gives its exit code and what it printed."""
    root = council(tmp_path / "playbook", {})

    def command(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main([*arguments, "--root", str(root)])
        return ended.value.code or 0, capsys.readouterr().out

    command.root = root
    return command


@pytest.mark.parametrize(
    ("command", "path"),
    [
        (("override", "argument/same-as-the-phone", "one_liner", "comebacks", "answers"), ARGUMENT),
        (("override", "objection/time-wasting", "heard_as"), "local/objections/time-wasting.yml"),
        (("override", "source/acas-policy", "title"), "local/sources/acas-policy.yml"),
        (("override", "chapter/policy", "title", "review_by"), "local/chapters/policy.md"),
        (("override", "case-study/anytown", "organisation"), "local/case_studies/anytown.md"),
        (("override", "decision-tree/should-i-reply", "questions", "outcomes"), "local/tools/should-i-reply.yml"),
        (("override", "blocked/blocked", "groups", "often"), "local/tools/blocked.yml"),
        (("replace", "chapter/policy"), "local/chapters/policy.replace.md"),
        (("replace", "page/index"), "local/pages/index.replace.md"),
        (("replace", "template/trial-plan"), "local/templates/trial-plan.replace.md"),
    ],
)
def test_begin(run, command, path):
    """What is begun holds the playbook's own words, passes as it is, changes nothing and is not begun twice."""
    before = {(item.kind.name, item.id): (item.model, item.body.split()) for item in load(run.root).items}
    code, said = run("local", *command)
    assert (code, path in said) == (0, True)
    assert as_text(problems_of(run.root)) == "Nothing to mend."
    after = {(item.kind.name, item.id): (item.model, item.body.split()) for item in load(run.root).items}
    assert after == before
    assert [item.own_files for item in load(run.root).items if item.own_files] == [(path,)]
    assert run("local", *command)[0] == 1


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("override", "argument/same-as-a-phone", "title"), "There is no argument “same-as-a-phone”. Did you mean “same-as-the-phone”?"),
        (("override", "arguments/x", "title"), "There is no kind “arguments”. Did you mean “argument”?"),
        (("override", "argument/../../secret", "title"), "There is no argument “../../secret”."),
        (("override", "argument/same-as-the-phone", "one_linr"), "“one_linr” is not a field of the argument “same-as-the-phone”."),
        (("override", "argument/same-as-the-phone", "contributors"), "has no “contributors” yet"),
        (("override", "source/acas-policy"), "Name the fields to change: title, publisher, url"),
        (("replace", "argument/same-as-the-phone"), "What it says stands in its fields"),
        (("keep", "argument/same-as-the-phone"), "Nothing of yours for “argument/same-as-the-phone” has drifted."),
    ],
)
def test_not_begun(run, command, said):
    """What cannot be begun is said in words, with the nearest name; nothing is written."""
    code, out = run("local", *command)
    assert (code, said in out) == (1, True)
    assert not (run.root / "local").exists()
    assert json.loads(run("local", *command, "--json")[1])["ok"] is False


def test_drift_and_keep(run):
    """A drifted change is reported with both wordings, as text and as JSON, until somebody says that it is still right."""
    run("local", "override", "argument/same-as-the-phone", "one_liner")
    file = run.root / ARGUMENT
    file.write_text(file.read_text(encoding="utf-8").replace("We trust people with", "At Anytown we trust people with"), encoding="utf-8")
    assert run("drift")[1] == "Nothing has drifted: the playbook still says what your changes were made from.\n"
    theirs = FILES["playbook/arguments/same-as-the-phone.yml"].replace("the same trust.", "the very same trust.")
    write(run.root, "playbook/arguments/same-as-the-phone.yml", theirs.encode())
    code, said = run("drift")
    assert code == 0
    assert said == (
        "argument/same-as-the-phone, changed in local/arguments/same-as-the-phone.yml\n  one_liner\n"
        "    The playbook says now:\n      We trust people with a telephone. This is the very same trust.\n"
        "    Yours says:\n      At Anytown we trust people with a telephone. This is the same trust.\n"
        "  If yours is still right: playbook local keep argument/same-as-the-phone\n\n"
        "1 of your changes rests on a wording that is another now.\n"
    )
    found = json.loads(run("drift", "--json")[1])
    assert (found["total"], found["items"][0]["changes"][0]["field"]) == (1, "one_liner")
    before = file.read_text(encoding="utf-8")
    assert run("local", "keep", "argument/same-as-the-phone")[0] == 0
    item = found["items"][0]
    assert file.read_text(encoding="utf-8") == before.replace(item["based_on"], item["now"])
    assert problems_of(run.root) == []


def test_same_by_now(run):
    """Where the playbook came to say what the council says, that is said, and the wording is not repeated."""
    write(run.root, ARGUMENT, b"based_on: bcdfghjklm\none_liner: We trust people with a telephone. This is the same trust.\n")
    assert "  one_liner\n    Both say the same now.\n  If yours" in run("drift")[1]


def test_unrelated_change_is_no_drift(run):
    """The playbook may change every other field of what a council changed, and nothing is said."""
    run("local", "override", "argument/same-as-the-phone", "one_liner")
    theirs = FILES["playbook/arguments/same-as-the-phone.yml"]
    for old in ("title: Same as the phone", "A post is public", "That was years ago"):
        theirs = theirs.replace(old, f"{old} and more")
    write(run.root, "playbook/arguments/same-as-the-phone.yml", theirs.encode())
    assert problems_of(run.root) == []


def test_drift_of_replaced_text(run):
    """A replaced text drifts with any word of the original, and not with its line breaks."""
    run("local", "replace", "page/index")
    page = FILES["docs/index.md"]
    write(run.root, "docs/index.md", page.replace("Begin with", "Begin\nwith").encode())
    assert load(run.root).drift == []
    write(run.root, "docs/index.md", page.replace("Begin with", "Start with").encode())
    drift = load(run.root).drift
    assert [(one.kind, one.id, one.changes[0].theirs.strip()[:10]) for one in drift] == [("page", "index", "Start with")]


def test_new_of_ones_own(run):
    """`new --local` begins an item in the council's folder."""
    assert run("new", "source", "our-guide", "--local")[1].startswith("Made local/sources/our-guide.yml.")
    assert "$schema=../../site/schema/source.json" in (run.root / "local/sources/our-guide.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [("2026-11-21", 6, "2027-05-21"), ("2026-08-31", 6, "2027-02-28"), ("2026-12-01", 12, "2027-12-01"), ("2027-08-31", 6, "2028-02-29")],
)
def test_months_later(day, months, expected):
    """Some months later is the same day of the month, or its last."""
    import datetime

    assert str(months_later(datetime.date.fromisoformat(day), months)) == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://git.example/a/playbook", "https://git.example/a/playbook.git", "git@git.example:a/playbook.git",
        "ssh://git@git.example/a/playbook", "ssh://git@git.example:22/a/playbook/", "HTTPS://GIT.example/a/playbook/",
    ],
)  # fmt: skip
def test_same_place(address):
    """One repository's addresses are one, however they are written."""
    assert same_place(address) == "git.example/a/playbook"


def git(root, *arguments):
    """Run git below `root`."""
    subprocess.run(["git", "-c", "user.name=Test", "-c", "user.email=test@a.test", *arguments], cwd=root, check=True, capture_output=True)


@pytest.mark.parametrize(
    ("origin", "path", "code"),
    [
        ("https://git.example/a/playbook.git", "local/chapters/x.md", 1),
        ("https://git.example/a/playbook.git", "local.example/council.yml", 0),
        ("https://git.example/anytown/playbook.git", "local/chapters/x.md", 0),
        ("", "local/chapters/x.md", 0),
    ],
)
def test_upstream_check(run, origin, path, code):
    """A committed file in local/ is refused in the playbook's own repository, and nowhere else."""
    write(run.root, "mkdocs.yml", b"repo_url: https://git.example/a/playbook\n")
    write(run.root, path, b"x\n")
    git(run.root, "init", "-q")
    if origin:
        git(run.root, "remote", "add", "origin", origin)
    git(run.root, "add", "-A")
    found, said = run("local", "upstream-check")
    assert (found, "local/chapters/x.md:1:1" in said) == (code, bool(code))


def test_uncommitted_is_fine(run):
    """In the playbook's own repository somebody may try a folder out, as long as it is not committed."""
    assert committed_here([], "https://git.example/a", "https://git.example/a") == []


def test_without_git(run):
    """In a folder that is no repository there is nothing to refuse."""
    write(run.root, "mkdocs.yml", b"site_name: x\n")
    assert run("local", "upstream-check") == (0, "Nothing to mend.\n")


def test_nothing_is_committed_here(run, capsys):
    """Nothing stands in local/ of this repository, if it is the playbook's own."""
    with pytest.raises(SystemExit) as ended:
        main(["local", "upstream-check", "--root", str(ROOT)])
    assert (ended.value.code, capsys.readouterr().out) == (0, "Nothing to mend.\n")
