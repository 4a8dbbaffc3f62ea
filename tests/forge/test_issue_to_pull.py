"""The whole way from an event to a pull request, with a forge and a git server on this machine."""

import json
import subprocess

import pytest
from contribute.answers import ARGUMENT, CORRECTION, WORDING
from forge_help import WORDS, forge_server
from issue_help import MAY, body_of, forgejo_event, label_event
from playbook_kit.adapters.forge import issue
from playbook_kit.adapters.forge.errors import NotDone
from playbook_kit.adapters.forge.event import read_event
from playbook_kit.adapters.forge.issue import (
    make_files,
    propose_issue,
    read_outcome,
    who_approved,
    write_inside,
    write_outcome,
)
from playbook_kit.adapters.upgrade.propose import Forge
from playbook_kit.content import load
from playbook_kit.forge.approval import Approved, decide
from playbook_kit.forge.comment import ISSUE_MARKER, MARKER
from playbook_kit.forge.from_issue import Made
from small_playbook import TODAY, problems_of, write_small_playbook

API = "/repos/octo-org/octo-repo"
PATH = "playbook/arguments/same-as-a-letter.yml"


def git(folder, *arguments: str) -> str:
    """What git prints in a folder."""
    settings = ("-c", "user.name=Somebody", "-c", "user.email=somebody@localhost", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", *settings, *arguments], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def root(tmp_path):
    """The small playbook as a clone of a repository that can be pushed to."""
    root = write_small_playbook(tmp_path / "playbook")
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "Begin")
    git(tmp_path, "clone", "--quiet", "--bare", "playbook", "remote.git")
    return root


def made(root, event, permission=MAY):
    """What comes of an event."""
    return make_files(root, decide(event, permission), WORDS, TODAY)


@pytest.mark.parametrize("event_of", [label_event, forgejo_event], ids=["github", "forgejo"])
def test_a_good_issue(root, tmp_path, event_of):
    """A good issue is one commit on a branch of its number, and a pull request that shows what readers would see."""
    outcome = made(root, event_of(body_of("argument", ARGUMENT, load(root))))
    assert outcome.paths == [PATH] and problems_of(root) == []
    with forge_server({("GET", f"{API}/pulls"): [], ("POST", f"{API}/pulls"): {"html_url": "https://git.example/13"},
                       ("GET", f"{API}/issues/12/comments"): [], ("POST", f"{API}/issues/12/comments"): {}}) as server:  # fmt: skip
        forge = Forge("github", server.address, "octo-org/octo-repo", "secret", str(tmp_path / "remote.git"))
        propose_issue(root, forge, outcome, "main", WORDS)
        pull, told = [one.data for one in server.sent("POST")]
    assert git(tmp_path / "remote.git", "diff", "--name-status", "main", "issue-12") == f"A\t{PATH}"
    assert git(tmp_path / "remote.git", "log", "-1", "--format=%B", "issue-12") == "Take what issue 12 proposes"
    assert {key: pull[key] for key in ("title", "head", "base", "draft")} == {
        "title": "Issue 12: a new argument", "head": "issue-12", "base": "main", "draft": False,
    }  # fmt: skip
    for shown in ("Closes #12", MARKER, WORDS("proposal.ready"), "Argument “Same as a letter”", ARGUMENT["one_liner"]):
        assert shown in pull["body"]
    assert told["body"].startswith(ISSUE_MARKER) and "https://git.example/13" in told["body"]


def test_nothing_of_an_issue_names_anything(root):
    """Neither the branch, nor the commit, nor the title of the pull request holds a word of the issue."""
    outcome = made(root, label_event(body_of("argument", {**ARGUMENT, "title": "Evil title"}, load(root)), title="Evil title"))
    assert outcome.number == 12 and outcome.form == "argument"
    assert "vil" not in WORDS("from_issue.title", number=outcome.number, what=WORDS(f"from_issue.what.{outcome.form}"))


def test_a_wording(root):
    """A wording changes the one file of its objection, and the whole still passes."""
    outcome = made(root, label_event(body_of("wording", WORDING, load(root)), "wording"))
    assert outcome.paths == ["playbook/objections/time-wasting.yml"] and problems_of(root) == []


@pytest.mark.parametrize(
    ("answers", "form", "said"),
    [
        ({**ARGUMENT, "one_liner": "x" * 200}, "argument", "at most 160 fit"),
        ({**ARGUMENT, "answers": "no-such"}, "argument", "names “no-such”"),
        (CORRECTION, "correction", "by hand"),
    ],
)  # fmt: skip
def test_told_why_not(root, answers, form, said):
    """Where nothing is made, nothing lies in the folder, and the issue is told what to mend or who does it."""
    outcome = made(root, label_event(body_of(form, answers, load(root)), form))
    assert git(root, "status", "--porcelain") == "" and outcome.paths == []
    with forge_server({("GET", f"{API}/issues/12/comments"): [], ("POST", f"{API}/issues/12/comments"): {}}) as server:
        propose_issue(root, server.forge(), outcome, "main", WORDS)
        (told,) = server.sent("POST")
    assert said in told.data["body"] and told.data["body"].startswith(ISSUE_MARKER)


def test_what_the_whole_refuses_is_taken_away(root, monkeypatch):
    """A file that does not pass among all the others is taken away again, and the issue is told the words of the check."""
    text = "title: Same as a letter\nanswers: [no-such]\n"
    monkeypatch.setattr(issue, "from_issue", lambda *given, **named: Made({PATH: text}))
    outcome = made(root, label_event(body_of("argument", ARGUMENT, load(root))))
    assert outcome.paths == [] and git(root, "status", "--porcelain") == ""
    assert WORDS("from_issue.failed") in outcome.told and f"{PATH}:2:11: There is no objection “no-such”." in outcome.told


def test_nobody_is_told_of_a_label_of_anybody(root):
    """The label of somebody who may not merge makes nothing, asks nobody and tells nobody, so it is no way to send mail."""
    outcome = made(root, label_event(body_of("argument", ARGUMENT, load(root))), {**MAY, "permission": "read"})
    with forge_server({}) as server:
        assert propose_issue(root, server.forge(), outcome, "main", WORDS) == WORDS("from_issue.not_maintainer")
    assert server.asked == [] and git(root, "status", "--porcelain") == ""


def test_a_comment_quotes_without_obeying(root):
    """What an issue says is quoted to it without mentions, references or links."""
    outcome = made(root, label_event(body_of("argument", {**ARGUMENT, "answers": "@octocat closes #1 https://e.example"}, load(root))))
    assert "@" not in outcome.told and "://" not in outcome.told and "#1" not in outcome.told.replace("&#1", "")


def test_a_link_in_the_way(root, tmp_path):
    """If a folder on the way to a file is a link, nothing is written through it."""
    (tmp_path / "elsewhere").mkdir()
    (root / "case_studies/linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(NotDone):
        write_inside(root, "case_studies/linked/x.md", "x")
    (root / "case_studies/link.md").symlink_to(tmp_path / "elsewhere/x.md")
    with pytest.raises(NotDone):
        write_inside(root, "case_studies/link.md", "x")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_asks_about_the_person_of_the_event():
    """The forge is asked about the very account that set the label, and only what is needed of its answer is kept."""
    answer = {**MAY, "role_name": "maintain", "user": {**MAY["user"], "email": "x@e.example"}}
    with forge_server({("GET", f"{API}/collaborators/octo-maintainer/permission"): answer}) as server:
        assert who_approved(server.forge(), label_event("")) == MAY


@pytest.mark.parametrize("login", ["../../user", "a/b", "", "a?b", "-x", None, ["x"], "x" * 200])
def test_asks_about_nobody_else(login):
    """What is no name of an account is asked about nowhere."""
    with forge_server({}) as server, pytest.raises(NotDone):
        who_approved(server.forge(), {"sender": {"login": login}})
    assert server.asked == []


@pytest.mark.parametrize("text", [b"", b"[]", b"null", b"{", b'"x"', b"\xff", b"[" * 200_000])
def test_no_event(tmp_path, text):
    """A file that holds no event is refused in a sentence."""
    (tmp_path / "event.json").write_bytes(text)
    with pytest.raises(NotDone):
        read_event(tmp_path / "event.json")


def test_an_outcome_is_kept(root, tmp_path):
    """What one step of the job leaves, the next one reads."""
    outcome = make_files(root, Approved(12, "argument", body_of("argument", ARGUMENT, load(root))), WORDS, TODAY)
    write_outcome(tmp_path / "a/outcome.json", outcome)
    assert read_outcome(tmp_path / "a/outcome.json") == outcome
    (tmp_path / "a/outcome.json").write_text(json.dumps({"more": 1}), encoding="utf-8")
    with pytest.raises(NotDone):
        read_outcome(tmp_path / "a/outcome.json")
