"""The ready-made workflows: whole, with no more rights than they need, and calling run.py alone."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playbook_kit.models.council import PublishTo
from unit_help import ROOT

GITHUB, FORGEJO, GITLAB = ".github/workflows/publish.yml", ".forgejo/workflows/publish.yml", ".gitlab-ci.yml"
TARGETS = {GITHUB: "github-pages", FORGEJO: "forgejo-pages", GITLAB: "gitlab-pages"}
ALLOWED = (
    r"python3 run\.py build( --site public)?", r"git .+", r'echo "target=\$\(python3 run\.py publish-to\)" >> "\$GITHUB_OUTPUT"',
    r'test "\$\(python3 run\.py publish-to\)" = gitlab-pages \|\| exit 78',
)  # fmt: skip


def read(path: str) -> dict[Any, Any]:
    """A workflow. YAML takes the key `on` for true."""
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def lines(path: str) -> Iterator[str]:
    """Every line that a workflow gives to the shell."""
    jobs = read(path)
    if path == GITLAB:
        for job in jobs.values():
            yield from job.get("script", []) if isinstance(job, dict) else []
    else:
        for job in jobs["jobs"].values():
            for step in job["steps"]:
                yield from step.get("run", "").splitlines()


@pytest.mark.parametrize("path", TARGETS)
def test_workflows_call_run_py_alone(path: str) -> None:
    """Each line of the shell is a call of run.py or of git: what is done stands in the repository, not here."""
    found = list(lines(path))
    assert any("run.py build" in line for line in found)
    assert [line for line in found if not any(re.fullmatch(one, line) for one in ALLOWED)] == []


@pytest.mark.parametrize("path", TARGETS)
def test_workflows_publish_only_where_the_council_says_so(path: str) -> None:
    """Each names one of the targets that the council's file may name, and publishes for that one alone."""
    text = (ROOT / path).read_text(encoding="utf-8")
    named = {target for target in PublishTo.__args__ if re.search(rf"(== '|= ){target}\b", text)}
    assert named == {TARGETS[path]}


@pytest.mark.parametrize("path", [GITHUB, FORGEJO])
def test_no_text_of_others_reaches_the_shell(path: str) -> None:
    """No line of the shell holds an expression: what somebody else may name arrives as a variable."""
    assert [line for line in lines(path) if "${{" in line] == []


def test_github_rights_are_the_least() -> None:
    """Nothing by default; reading for the build; Pages and a proof of origin for publishing, which runs none of ours."""
    workflow = read(GITHUB)
    jobs = workflow["jobs"]
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "build": {"contents": "read"}, "publish": {"pages": "write", "id-token": "write"},
    }  # fmt: skip
    assert [step for step in jobs["publish"]["steps"] if "run" in step] == []


def test_github_actions_are_pinned() -> None:
    """Each action is named by the whole hash of a commit, with its version beside it, and is one of GitHub's own."""
    used = re.findall(r"uses: *(.*)", (ROOT / GITHUB).read_text(encoding="utf-8"))
    assert len(used) == 3
    assert [line for line in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    assert "uses:" not in (ROOT / FORGEJO).read_text(encoding="utf-8")


def test_zizmor_finds_nothing() -> None:
    """zizmor, which knows how workflows are attacked, finds nothing in ours at its strictest, without a network."""
    beside = Path(sys.executable).with_name("zizmor")
    program = str(beside) if beside.exists() else shutil.which("zizmor")
    assert program, "zizmor is in requirements/test.lock and is not installed: run `python3 run.py test`"
    done = subprocess.run(
        [program, "--offline", "--no-config", "--persona", "pedantic", "--format", "plain", ROOT / GITHUB],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0 and "No findings" in done.stdout + done.stderr, done.stdout + done.stderr
