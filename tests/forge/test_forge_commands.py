"""The commands that workflows run, each in a process of its own."""

import json
import os
import subprocess
import sys

import pytest
from contribute.answers import ARGUMENT
from issue_help import MAY, body_of, label_event
from playbook_kit.adapters.forge.together import put_together
from playbook_kit.content import load
from playbook_kit.forge.review import read_review
from site_help import ROOT
from small_playbook import write_small_playbook

DAY = ("--today", "2026-11-21")
PATH = "playbook/arguments/same-as-the-phone.yml"


def run(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ours."""
    return subprocess.run(
        [sys.executable, "-m", "playbook_kit.cli", *arguments], capture_output=True, text=True, encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), **settings},
    )  # fmt: skip


@pytest.fixture
def root(tmp_path):
    """The playbook as it is."""
    return write_small_playbook(tmp_path / "playbook")


@pytest.fixture
def proposal(tmp_path):
    """A copy with one fault in it."""
    found = write_small_playbook(tmp_path / "proposal")
    text = (found / PATH).read_text(encoding="utf-8")
    (found / PATH).write_text(text.replace("[policy]", "[polcy]"), encoding="utf-8")
    return found


def test_check_for_forges(root, proposal):
    """`check` prints for GitHub and for GitLab, and ends with the same code as ever."""
    good, bad = run("check", "--root", str(root), "--format", "github", *DAY), run("check", "--root", str(proposal), "--format", "github", *DAY)
    assert (good.returncode, good.stdout) == (0, "Nothing to mend.\n")
    assert bad.returncode == 1 and bad.stdout.startswith(f"::error file={PATH},line=")
    listed = run("check", "--root", str(proposal), "--format", "gitlab-codequality", *DAY)
    assert json.loads(listed.stdout)[0]["location"]["path"] == PATH


def test_review(root, proposal, tmp_path):
    """`review` prints the problems, ends with 1 if there are any, and leaves the review in each of its forms."""
    done = run("review", "--root", str(root), "--proposal", str(proposal), "--to", str(tmp_path / "out"), *DAY)
    review = read_review((tmp_path / "out/review.json").read_bytes())
    assert done.returncode == 1 and f"{PATH}:" in done.stdout
    assert review.errors == 1 and review.problems[0].instead == "chapters: [policy]"
    assert "chapters: [policy]" in (tmp_path / "out/comment.md").read_text(encoding="utf-8")
    assert len(json.loads((tmp_path / "out/codequality.json").read_bytes())) == 1
    assert run("review", "--root", str(root), "--proposal", str(root), *DAY).returncode == 0


def test_the_words_are_our_own(root, proposal, tmp_path):
    """A proposal that changes the program or the interface's words changes nothing of what is said about it."""
    (proposal / "theme/words/en.yml").write_text("proposal: {ready: Merge me}\n", encoding="utf-8")
    (proposal / "hooks").mkdir(exist_ok=True)
    (proposal / "hooks/events.py").write_text("raise SystemExit('evil')\n", encoding="utf-8")
    run("review", "--root", str(root), "--proposal", str(proposal), "--to", str(tmp_path / "out"), *DAY)
    assert "Merge me" not in (tmp_path / "out/comment.md").read_text(encoding="utf-8")
    assert read_review((tmp_path / "out/review.json").read_bytes()).errors == 1
    assert not (tmp_path / "out/together/hooks/events.py").exists()


def test_a_link_is_not_followed(root, proposal, tmp_path):
    """A proposal that links to a file of the machine is told so, and nothing of that file is shown."""
    (tmp_path / "private.md").write_text("---\ntitle: Private\nsummary: Private.\n---\n\nPrivate words.\n", encoding="utf-8")
    (proposal / "docs/link.md").symlink_to(tmp_path / "private.md")
    done = run("review", "--root", str(root), "--proposal", str(proposal), "--to", str(tmp_path / "out"), *DAY)
    said = (tmp_path / "out/review.json").read_text(encoding="utf-8") + done.stdout
    assert "docs/link.md:1" in done.stdout and "Private" not in said


def test_together(tmp_path):
    """Content comes from the proposal, all else from the playbook as it is; links stay links; nothing hidden comes along."""
    base, proposal = write_small_playbook(tmp_path / "base"), write_small_playbook(tmp_path / "proposal")
    for folder in (".git", ".venv", "site"):
        (base / folder).mkdir()
    (base / "run.py").write_text("base", encoding="utf-8")
    (base / "hooks/tests").mkdir(parents=True)
    (base / "hooks/tests/site.py").write_text("base", encoding="utf-8")
    (proposal / "run.py").write_text("proposal", encoding="utf-8")
    (proposal / "mkdocs.yml").write_text("hooks: [evil.py]", encoding="utf-8")
    (proposal / "docs/new.md").write_text("new", encoding="utf-8")
    (proposal / "docs/link.md").symlink_to("/etc/hostname")
    found = put_together(base, proposal, tmp_path / "together")
    assert (found / "run.py").read_text(encoding="utf-8") == "base" and not (found / "mkdocs.yml").exists()
    assert (found / "hooks/tests/site.py").exists() and (found / "docs/new.md").exists() and (found / "docs/link.md").is_symlink()
    assert not any((found / folder).exists() for folder in (".git", ".venv", "site"))


def test_from_issue(root, tmp_path):
    """With an event and the forge's answer in files, the file is made and named; without a forge, without a network."""
    (tmp_path / "event.json").write_text(json.dumps(label_event(body_of("argument", ARGUMENT, load(root)))), encoding="utf-8")
    (tmp_path / "permission.json").write_text(json.dumps(MAY), encoding="utf-8")
    done = run("from-issue", "--root", str(root), "--permission", str(tmp_path / "permission.json"), "--to", str(tmp_path / "made"),
               *DAY, GITHUB_EVENT_PATH=str(tmp_path / "event.json"))  # fmt: skip
    assert (done.returncode, done.stdout) == (0, "playbook/arguments/same-as-a-letter.yml\n")
    assert json.loads((tmp_path / "made/outcome.json").read_bytes())["number"] == 12


def test_from_issue_by_hand(root, tmp_path):
    """On a desk, the text of an issue in a file is enough, which is the way for GitLab."""
    (tmp_path / "issue.md").write_text(body_of("argument", ARGUMENT, load(root)), encoding="utf-8")
    done = run("from-issue", "--root", str(root), "--body", str(tmp_path / "issue.md"), "--form", "argument", *DAY)
    assert (done.returncode, done.stdout) == (0, "playbook/arguments/same-as-a-letter.yml\n")
    again = run("from-issue", "--root", str(root), "--body", str(tmp_path / "issue.md"), "--form", "wording", *DAY)
    assert again.returncode == 1 and again.stderr == ""


@pytest.mark.parametrize(
    "command",
    [["post-review"], ["post-reviews"], ["show-preview"], ["prune-previews"], ["who-approved", "--to", "x.json"], ["from-issue"]],
)
def test_without_an_event(command, root, tmp_path):
    """Without an event, or outside a workflow, each says so in a sentence and ends with 1."""
    settings = {"GITHUB_EVENT_PATH": "", "GITHUB_REPOSITORY": "", "GITLAB_CI": ""}
    done = run(*command, "--root", str(root), *DAY, **settings)
    assert done.returncode == 1 and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr


def test_comments_of_gitlab_alone(root):
    """The command for GitLab's schedule does nothing on another forge, and says what is for that one."""
    settings = {"PLAYBOOK_FORGE": "github", "PLAYBOOK_TOKEN": "x", "GITHUB_API_URL": "http://127.0.0.1:9", "GITHUB_REPOSITORY": "a/b"}
    done = run("post-reviews", "--root", str(root), **settings)
    assert done.returncode == 1 and "for GitLab" in done.stderr


@pytest.mark.parametrize("address", ["javascript:x", "http://a.example/", "https://a.example/ [x](y)", "https://a.example/\n@all"])
def test_a_copy_that_is_nowhere(root, tmp_path, address):
    """The comment is given the address of a copy or none: nothing else reaches it."""
    (tmp_path / "event.json").write_text('{"pull_request": {"number": 7}}', encoding="utf-8")
    settings = {"PLAYBOOK_TOKEN": "x", "GITHUB_API_URL": "http://127.0.0.1:9", "GITHUB_REPOSITORY": "a/b", "PLAYBOOK_COPY": address}
    done = run("post-review", "--root", str(root), "--event", str(tmp_path / "event.json"), **settings)
    assert done.returncode == 1 and done.stderr == "The address of the copy is none.\n"


def test_propose_without_an_outcome(root, tmp_path):
    """Without what the step before leaves, nothing is pushed, and a sentence says so."""
    done = run("propose-issue", "--root", str(root), "--made", str(tmp_path), *DAY)
    assert done.returncode == 1 and "outcome.json" in done.stderr and "Traceback" not in done.stderr


def test_issue_forms_check():
    """The committed forms are as they should be, by the command that writes them."""
    assert run("issue-forms", "--check").returncode == 0
