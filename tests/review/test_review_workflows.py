"""The workflows that ask for a review each week: no more rights than they need, and they stop no change."""

import re

import pytest
import yaml
from site_help import ROOT

GITHUB, FORGEJO, GITLAB = ".github/workflows/review.yml", ".forgejo/workflows/review.yml", ".gitlab/review.yml"
ALLOWED = (
    r"(PLAYBOOK_TOKEN=\"\$PLAYBOOK_ISSUES_TOKEN\" )?python3 run\.py (review-issues --post|links --post|build)",
    r"git -c \"http[^;|]* clone [^;|]*",
)  # fmt: skip


def read(path):
    """A workflow. YAML takes the key `on` for true."""
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


def lines(path):
    """Every line that a workflow gives to the shell."""
    jobs = read(path)
    for job in jobs.get("jobs", jobs).values():
        yield from job.get("script", [])
        for step in job.get("steps", []):
            yield from step.get("run", "").splitlines()


@pytest.mark.parametrize("path", [GITHUB, FORGEJO, GITLAB])
def test_all_work_is_in_the_repository(path):
    """Each line of the shell calls run.py or fetches the files, and none holds an expression of the forge's."""
    found = list(lines(path))
    assert {"review-issues", "links"} <= {word for line in found for word in line.split()}
    assert [line for line in found if "${{" in line or not any(re.fullmatch(one, line) for one in ALLOWED)] == []


def test_github_rights():
    """Nothing by default; each job may read the files and write issues; actions are pinned, and no token is kept."""
    workflow = read(GITHUB)
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        assert job["permissions"] == {"contents": "read", "issues": "write"}
        assert job["steps"][0]["with"] == {"persist-credentials": False}
    used = re.findall(r"uses: *(.*)", (ROOT / GITHUB).read_text(encoding="utf-8"))
    assert used and all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one) for one in used)


@pytest.mark.parametrize("path", [GITHUB, FORGEJO])
def test_no_change_waits_for_it(path):
    """It runs once a week or when somebody presses the button, never for a pull request."""
    assert set(read(path)[True]) == {"schedule", "workflow_dispatch"}


def test_gitlab_waits_for_a_schedule():
    """GitLab's job runs in a schedule that asks for it and has a token; it may fail, and the file is included."""
    job = read(GITLAB)["review"]
    assert job["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule" && $PLAYBOOK_REVIEW == "yes" && $PLAYBOOK_ISSUES_TOKEN'}]
    assert job["allow_failure"] is True and {"local": GITLAB} in read(".gitlab-ci.yml")["include"]
