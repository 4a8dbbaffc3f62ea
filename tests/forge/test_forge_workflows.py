"""The workflows about contributions: least rights, no text of others run, and nothing of a proposal's run with rights."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from site_help import ROOT

GITHUB = sorted([*(ROOT / ".github/workflows").glob("*.yml"), *(ROOT / "small-repository/.github/workflows").glob("*.yml")])
FORGEJO = sorted([*(ROOT / ".forgejo/workflows").glob("*.yml"), *(ROOT / "small-repository/.forgejo/workflows").glob("*.yml")])
NAMES = {path: path.relative_to(ROOT).as_posix() for path in [*GITHUB, *FORGEJO]}
OURS = [ROOT / f".github/workflows/{name}.yml" for name in ("check", "comment", "from-issue", "preview")]
KEPT = [ROOT / f"{folder}/workflows/dependencies.yml" for folder in (".github", ".forgejo")]
THEIRS = [ROOT / f".forgejo/workflows/{name}.yml" for name in ("check", "from-issue")]
TOKEN = "${{ github.token }}"
SECRET = "${{ secrets.PREVIEW_KEY }}"
# What may stand between the braces: numbers and hashes that the forge makes, its own address, and names that we give.
SAFE = {
    "github.event.pull_request.number", "github.event.pull_request.base.sha", "github.event.workflow_run.head_sha",
    "github.event.issue.number", "github.event.repository.default_branch", "github.token", "github.server_url",
    "github.repository", "!cancelled()", "!cancelled() && github.event.workflow_run.event == 'pull_request'",
    "vars.PREVIEW_REPOSITORY", "vars.PREVIEW_ADDRESS", "secrets.PREVIEW_KEY", "steps.show.outputs.address",
    "needs.preview.outputs.address", "github.ref_name", "steps.tests.outcome", "needs.renew.outputs.tests",
}  # fmt: skip
RUN = r"python3 (playbook/|\.cache/base/)?run\.py (review|pack|test|post-review|show-preview|prune-previews|who-approved|from-issue|propose-issue|audit|renew|propose-renewal|--help)\b[^;|&$]*|git [^;|&]*"


def read(path: Path) -> dict[Any, Any]:
    """A workflow. YAML takes the key `on` for true."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """Every step of every job."""
    for job in read(path)["jobs"].values():
        yield from job["steps"]


def step_of(path: Path, command: str) -> dict[str, Any]:
    """The one step that runs a command of ours."""
    (found,) = [step for step in steps(path) if f"run.py {command}" in step.get("run", "")]
    return found


@pytest.mark.parametrize("path", GITHUB, ids=NAMES.get)
def test_every_workflow_of_github(path):
    """Each has rights of its own, none by default, and names each action by the whole hash of a commit."""
    assert read(path)["permissions"] == {}
    used = re.findall(r"uses: *(.*)", path.read_text(encoding="utf-8"))
    assert used and [line for line in used if not re.fullmatch(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+\.\d+)?", line)] == []


@pytest.mark.parametrize("path", [*OURS, *THEIRS, *KEPT], ids=NAMES.get)
def test_no_text_of_others_is_run(path):
    """Each line of the shell is one of our commands or git, without an expression; expressions hold nothing that others write."""
    lines = [line for step in steps(path) for line in step.get("run", "").splitlines()]
    assert lines and [line for line in lines if not re.fullmatch(RUN, line) or "${{" in line] == []
    assert {one.strip() for one in re.findall(r"\$\{\{(.*?)\}\}", path.read_text(encoding="utf-8"))} <= SAFE


def test_the_check_has_no_rights():
    """What a proposal may change for itself gets no secret, no token of ours, and may read alone."""
    path = ROOT / ".github/workflows/check.yml"
    text = path.read_text(encoding="utf-8")
    assert set(read(path)[True]) == {"pull_request"}
    assert {name: job["permissions"] for name, job in read(path)["jobs"].items()} == {
        "content": {"contents": "read"}, "tests": {"contents": "read"},
    }  # fmt: skip
    assert "secrets." not in text and "github.token" not in text and "cache" not in text
    assert [step["with"]["persist-credentials"] for step in steps(path) if "checkout" in step.get("uses", "")] == [False] * 3


def test_the_check_runs_the_program_of_the_base():
    """The program that judges a proposal is that of the branch that it goes to, and what is built is its program too."""
    job = read(ROOT / ".github/workflows/check.yml")["jobs"]["content"]
    fetched = {step["with"]["path"]: step["with"].get("ref") for step in job["steps"] if "checkout" in step.get("uses", "")}
    assert fetched == {"proposal": None, "playbook": "${{ github.event.pull_request.base.sha }}"}
    run = [step["run"] for step in job["steps"] if "run" in step]
    assert run == [
        "python3 playbook/run.py review --proposal ../proposal --to ../review --format github",
        "python3 playbook/run.py pack --preview --root ../review/together --to ../preview.zip",
    ]


def test_the_comment_never_fetches_a_proposal():
    """The workflow that may write fetches the main branch alone, downloads nothing by an action, and follows the check."""
    path = ROOT / ".github/workflows/comment.yml"
    assert read(path)[True]["workflow_run"] == {"workflows": [read(OURS[0])["name"]], "types": ["completed"]}
    jobs = read(path)["jobs"]
    rights = {name: job["permissions"] for name, job in jobs.items()}
    assert rights == {
        "preview": {"actions": "read", "contents": "read", "pull-requests": "read"},
        "comment": {"actions": "read", "contents": "read", "pull-requests": "write"},
    }  # fmt: skip
    for name, command in (("preview", "show-preview"), ("comment", "post-review")):
        (fetch,) = [step for step in jobs[name]["steps"] if "uses" in step]
        assert "actions/checkout@" in fetch["uses"] and fetch["with"] == {"persist-credentials": False}
        assert [step["run"] for step in jobs[name]["steps"] if "run" in step] == ["python3 run.py --help", f"python3 run.py {command}"]


def test_copies_are_off_until_switched_on():
    """A copy is shown, and taken away, only where the variable names a repository, and only by jobs of the main branch's."""
    jobs = read(OURS[1])["jobs"]["preview"], read(OURS[3])["jobs"]["prune"]
    assert [job["if"].rpartition("&& ")[2] for job in jobs] == ["vars.PREVIEW_REPOSITORY != ''"] * 2
    assert set(read(OURS[3])[True]) == {"schedule", "workflow_dispatch"}
    assert jobs[1]["permissions"] == {"contents": "read", "pull-requests": "read"}
    assert jobs[1]["steps"][0]["with"] == {"persist-credentials": False}


def test_one_step_has_the_key():
    """The key to the copies stands in an environment of its own, and reaches the one step of each job that pushes them."""
    having = []
    for path in GITHUB:
        for name, job in read(path)["jobs"].items():
            holding = [step["run"] for step in job["steps"] if SECRET in step.get("env", {}).values()]
            having += [(path.name, name, job["environment"], holding)] if holding else []
    assert having == [
        ("comment.yml", "preview", "preview", ["python3 run.py show-preview"]),
        ("preview.yml", "prune", "preview", ["python3 run.py prune-previews"]),
    ]
    assert sum(path.read_text(encoding="utf-8").count("secrets.") for path in GITHUB) == len(having)


def test_a_comment_without_a_copy():
    """The comment is written whether a copy was shown, could not be, or is not asked for."""
    job = read(OURS[1])["jobs"]["comment"]
    assert job["needs"] == "preview" and job["if"].startswith("${{ !cancelled() && ")
    assert job["steps"][-1]["env"]["PLAYBOOK_COPY"] == "${{ needs.preview.outputs.address }}"


@pytest.mark.parametrize("path", [OURS[2], THEIRS[1]], ids=NAMES.get)
def test_the_file_is_made_without_a_token(path):
    """The step that reads the issue has no token; those that ask and push do, and the label must be the one of maintainers."""
    (job,) = read(path)["jobs"].values()
    assert "env" not in step_of(path, "from-issue") and "PLAYBOOK_TOKEN" not in job.get("env", {})
    assert [step_of(path, name)["env"]["PLAYBOOK_TOKEN"] for name in ("who-approved", "propose-issue")] == [TOKEN, TOKEN]
    assert read(path)[True] == {"issues": {"types": ["labeled"]}}


def test_rights_of_an_issue():
    """On GitHub the job may push a branch, open a pull request and write in the issue, and waits for the one label."""
    (job,) = read(OURS[2])["jobs"].values()
    assert job["permissions"] == {"contents": "write", "issues": "write", "pull-requests": "write"}
    assert job["if"] == "github.event.label.name == 'approved'"


def test_forgejo_runs_nothing_of_a_proposal():
    """On Forgejo the workflow of the main branch may write, so it runs the program that it fetched from there and no other."""
    path = THEIRS[0]
    assert set(read(path)[True]) == {"pull_request_target"}
    ran = [step["run"] for step in steps(path) if "run.py" in step.get("run", "")]
    assert [re.findall(r"\S*run\.py \S+", run) for run in ran] == [["playbook/run.py review"], ["playbook/run.py post-review"]]
    assert "env" not in step_of(path, "review")
    assert "uses:" not in path.read_text(encoding="utf-8")


def test_new_packages_run_where_nothing_can_be_written():
    """The job that runs the new packages may only read, has no token, and hands the lock files on before it installs them;
    how its tests ended is the runner's own word.
    """
    jobs = read(KEPT[0])["jobs"]
    assert {name: jobs[name]["permissions"] for name in ("audit", "renew")} == {"audit": {"contents": "read"}, "renew": {"contents": "read"}}
    assert [step["with"] for job in jobs.values() for step in job["steps"] if "checkout" in step.get("uses", "")] == [
        {"persist-credentials": False}
    ] * 3
    renew = jobs["renew"]["steps"]
    assert not any("env" in step for job in (jobs["audit"], jobs["renew"]) for step in [job, *job["steps"]])
    done = [step.get("run") or step["uses"].partition("@")[0] for step in renew]
    assert done[1:] == [
        "python3 run.py renew --to .cache/renewed", "actions/upload-artifact", "python3 run.py renew --from .cache/renewed",
        "python3 run.py test",
    ]  # fmt: skip
    assert jobs["renew"]["outputs"] == {"tests": "${{ steps.tests.outcome }}"} and renew[-1]["id"] == "tests"


def test_what_proposes_installs_nothing_new():
    """The job that may write fetches the main branch and runs its program, and no other step of it has the token."""
    job = read(KEPT[0])["jobs"]["propose"]
    assert job["permissions"] == {"actions": "read", "contents": "write", "pull-requests": "write"} and job["needs"] == "renew"
    assert [step["uses"].partition("@")[0] for step in job["steps"] if "uses" in step] == ["actions/checkout"]
    assert [step["run"] for step in job["steps"] if "run" in step] == ["python3 run.py --help", "python3 run.py propose-renewal"]
    assert [set(step.get("env", {})) for step in job["steps"]] == [set(), set(), {"PLAYBOOK_FORGE", "PLAYBOOK_TOKEN", "PLAYBOOK_TESTS"}]


def test_forgejo_runs_no_new_package():
    """On Forgejo nothing of the new packages is run at all: they are looked up to a folder of their own, and proposed from there."""
    jobs = read(KEPT[1])["jobs"]
    ran = [step["run"] for step in jobs["propose"]["steps"] if "run.py" in step["run"]]
    assert ran == ["python3 run.py renew --to .cache/renewed", "python3 run.py propose-renewal --made .cache/renewed"]
    assert [step["name"] for step in jobs["propose"]["steps"] if "PLAYBOOK_TOKEN" in step.get("env", {})] == ["Propose"]


@pytest.mark.parametrize("path", KEPT, ids=NAMES.get)
def test_looked_after_each_week(path):
    """The packages are looked at once a week and by hand, and a known fault fails the run."""
    assert set(read(path)[True]) == {"schedule", "workflow_dispatch"}
    assert re.fullmatch(r"\d+ \d+ \* \* \d", read(path)[True]["schedule"][0]["cron"])
    assert step_of(path, "audit").keys() == {"name", "run"}


def test_gitlab_runs_the_program_of_the_base():
    """On GitLab the check is made by the program of the branch that a merge request goes to, and its report is taken up."""
    jobs = read(ROOT / ".gitlab/check.yml")
    job, lines = jobs["check"], [line for one in jobs.values() for line in one["script"]]
    assert all(re.fullmatch(r"git worktree add [^;|&]*|python3 \.cache/base/run\.py (review|build) [^;|&]*", line) for line in lines)
    assert all(one["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}] for one in jobs.values())
    assert " --preview " in jobs["copy"]["script"][-1] and jobs["copy"]["artifacts"]["paths"] == ["copy/", "review/review.json"]
    assert job["artifacts"]["reports"] == {"codequality": "review/codequality.json"}
    assert {"local": ".gitlab/check.yml"} in read(ROOT / ".gitlab-ci.yml")["include"]


def test_gitlab_comments_from_the_main_branch():
    """On GitLab the comments are written in a schedule that asks for it and has a token, and by no job of a merge request."""
    (job,) = read(ROOT / ".gitlab/comment.yml").values()
    assert job["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule" && $PLAYBOOK_COMMENTS == "yes" && $PLAYBOOK_ISSUES_TOKEN'}]
    assert job["script"][-1] == 'PLAYBOOK_TOKEN="$PLAYBOOK_ISSUES_TOKEN" python3 run.py post-reviews'
    whole = read(ROOT / ".gitlab-ci.yml")
    assert {"local": ".gitlab/comment.yml"} in whole["include"] and '!= "yes"' in whole["pages"]["rules"][0]["if"]
    assert "TOKEN" not in (ROOT / ".gitlab/check.yml").read_text(encoding="utf-8")


def test_zizmor_finds_nothing():
    """zizmor, which knows how workflows are attacked, finds nothing in any of ours at its strictest, without a network."""
    beside = Path(sys.executable).with_name("zizmor")
    program = str(beside) if beside.exists() else shutil.which("zizmor")
    assert program, "zizmor is in requirements/test.lock and is not installed: run `python3 run.py test`"
    done = subprocess.run(
        [program, "--offline", "--no-config", "--persona", "pedantic", "--format", "plain", *map(str, GITHUB)],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0 and "No findings" in done.stdout + done.stderr, done.stdout + done.stderr


def test_one_thing_is_allowed_by_name():
    """Of what zizmor would say, one thing alone is waved through: that a workflow follows another, which it has to."""
    found = [(path.name, line) for path in GITHUB for line in path.read_text(encoding="utf-8").splitlines() if "zizmor:" in line]
    assert [(name, re.findall(r"ignore\[(.*?)\]", line)) for name, line in found] == [("comment.yml", ["dangerous-triggers"])]
