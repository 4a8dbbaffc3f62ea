"""The ready-made workflows that look for a newer version: no more rights than they need, and no text of others run."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from site_help import ROOT

SMALL = ROOT / "small-repository"
GITHUB = (ROOT / ".github/workflows/upgrade.yml", SMALL / ".github/workflows/upgrade.yml")
FORGEJO = (ROOT / ".forgejo/workflows/upgrade.yml", SMALL / ".forgejo/workflows/upgrade.yml")
GITLAB = (ROOT / ".gitlab/upgrade.yml", SMALL / ".gitlab-ci.yml")
ALL = [*GITHUB, *FORGEJO, *GITLAB]
NAMES = [path.relative_to(ROOT).as_posix() for path in ALL]
ALLOWED = (
    r"(PLAYBOOK_TOKEN=\"\$PLAYBOOK_ISSUES_TOKEN\" )?python3 (run|playbook)\.py (propose-upgrade|build|publish-to|check|review-issues|links)\b[^;|]*",
    r"git -c \"http[^;|]* clone [^;|]*",
)  # fmt: skip


def read(path: Path) -> dict[Any, Any]:
    """A workflow."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def lines(path: Path) -> Iterator[str]:
    """Every line that a workflow gives to the shell."""
    jobs = read(path)
    for job in jobs.get("jobs", jobs).values():
        yield from job.get("script", []) if isinstance(job, dict) else []
        for step in job.get("steps", []) if isinstance(job, dict) else []:
            yield from step.get("run", "").splitlines()


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_all_work_is_in_the_repository(path):
    """Each line of the shell calls the program or fetches the files, and none holds an expression of the forge's."""
    found = list(lines(path))
    assert any("propose-upgrade" in line for line in found)
    assert [line for line in found if not any(re.fullmatch(one, line) for one in ALLOWED) or "${{" in line] == []


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_the_program_is_the_right_one(path):
    """A fork calls run.py, a small repository its own playbook.py."""
    program = "playbook.py" if path.is_relative_to(SMALL) else "run.py"
    assert {match for line in lines(path) for match in re.findall(r"(?:run|playbook)\.py", line)} == {program}


@pytest.mark.parametrize("path", GITHUB)
def test_github_rights(path):
    """Nothing by default; the one job may push a branch and open a pull request, and keeps no token in the clone."""
    workflow = read(path)
    (job,) = workflow["jobs"].values()
    assert workflow["permissions"] == {} and job["permissions"] == {"contents": "write", "pull-requests": "write"}
    assert job["steps"][0]["with"] == {"fetch-depth": 0, "persist-credentials": False}


@pytest.mark.parametrize("path", [*GITHUB, SMALL / ".github/workflows/publish.yml"], ids=lambda path: path.parts[-1])
def test_actions_are_pinned(path):
    """Each action is one of the forge's own, named by the whole hash of a commit with its version beside it."""
    used = re.findall(r"uses: *(.*)", path.read_text(encoding="utf-8"))
    assert used and [line for line in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+(\.\d+\.\d+)?", line)] == []


@pytest.mark.parametrize("path", FORGEJO, ids=NAMES[2:4])
def test_forgejo_uses_nobody_else_s_actions(path):
    """Forgejo's workflow uses no action."""
    assert "uses:" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", GITLAB, ids=NAMES[4:])
def test_gitlab_waits_for_a_schedule(path):
    """GitLab's job runs in a schedule for which a token was given, and not in that of the comments, which is for itself."""
    (rule,) = read(path)["upgrade"]["rules"]
    apart = ' && $PLAYBOOK_COMMENTS != "yes"' if path == GITLAB[0] else ""
    assert rule == {"if": f'$CI_PIPELINE_SOURCE == "schedule" && $PLAYBOOK_TOKEN{apart}'}


def test_the_small_program_needs_nothing_else():
    """The small repository's program imports the standard library alone."""
    text = (SMALL / "playbook.py").read_text(encoding="utf-8")
    named = set(re.findall(r"^(?:import|from) (\w+)", text, re.M))
    assert named and named <= set(sys.stdlib_module_names)
