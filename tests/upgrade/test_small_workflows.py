"""What a small repository runs for its own proposals and reviews: least rights, and no secret where a proposal may run."""

import json
import re

import pytest
import yaml
from site_help import ROOT

SMALL = ROOT / "small-repository"
CHECKS, REVIEWS = ([SMALL / f".{forge}/workflows/{name}.yml" for forge in ("github", "forgejo")] for name in ("check", "review"))
NAMES = {path: path.relative_to(SMALL).as_posix() for path in [*CHECKS, *REVIEWS]}
CLONE = r'git -c "http\.extraHeader=Authorization: token \$TOKEN" (clone|fetch) [^;|&]*|git -c user[^;|&]* merge [^;|&]*'


def read(path):
    """A workflow. YAML takes the key `on` for true."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def lines(path):
    """Every line that a workflow gives to the shell."""
    return [line for job in read(path)["jobs"].values() for step in job["steps"] for line in step.get("run", "").splitlines()]


@pytest.mark.parametrize("path", [*CHECKS, *REVIEWS], ids=NAMES.get)
def test_all_work_is_in_the_release(path):
    """Each line of the shell calls playbook.py or fetches the files, and none holds an expression of the forge's."""
    assert [line for line in lines(path) if not re.fullmatch(rf"python3 playbook\.py [a-z -]+|{CLONE}", line)] == []


@pytest.mark.parametrize("path", CHECKS, ids=NAMES.get)
def test_a_proposal_gets_no_secret(path):
    """A proposal may bring its own program, so it is checked where the forge gives it nothing, and the site is built too."""
    text, ran = path.read_text(encoding="utf-8"), lines(path)
    assert set(read(path)[True]) == {"pull_request"} and "secrets." not in text and "PLAYBOOK_TOKEN" not in text
    assert "python3 playbook.py check --format github" in ran
    assert ran[-1] in ("python3 playbook.py pack --preview", "python3 playbook.py build")


def test_github_rights():
    """On GitHub the check may read, and the review may also write issues; neither keeps a token in the clone."""
    for path, rights in ((CHECKS[0], {"contents": "read"}), (REVIEWS[0], {"contents": "read", "issues": "write"})):
        (job,) = read(path)["jobs"].values()
        assert (read(path)["permissions"], job["permissions"]) == ({}, rights)
        assert job["steps"][0]["with"] == {"persist-credentials": False}
    assert "github.token" not in CHECKS[0].read_text(encoding="utf-8")


@pytest.mark.parametrize("path", REVIEWS, ids=NAMES.get)
def test_reviews_each_week(path):
    """The review runs once a week or when somebody asks, of the council's own files and of the links of its site."""
    assert set(read(path)[True]) == {"schedule", "workflow_dispatch"}
    assert [line for line in lines(path) if "playbook.py" in line] == [
        f"python3 playbook.py {command}" for command in ("review-issues --ours --post", "build", "links --post")
    ]


def test_gitlab():
    """On GitLab a merge request is checked without a token, and the review waits for a schedule that asks for it."""
    jobs = read(SMALL / ".gitlab-ci.yml")
    assert jobs["check"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "merge_request_event"'}]
    assert jobs["check"]["script"][0] == "python3 playbook.py check" and "TOKEN" not in json.dumps(jobs["check"])
    assert "--preview" in jobs["check"]["script"][1] and jobs["check"]["artifacts"]["paths"] == ["copy/"]
    (rule,) = jobs["review"]["rules"]
    assert rule == {"if": '$CI_PIPELINE_SOURCE == "schedule" && $PLAYBOOK_REVIEW == "yes" && $PLAYBOOK_ISSUES_TOKEN'}
    assert "review-issues --ours --post" in jobs["review"]["script"][0]


def test_each_is_explained():
    """The page of the small repository says what each of its workflows does."""
    text = (SMALL / "README.md").read_text(encoding="utf-8")
    assert [name for name in (path.stem for path in (SMALL / ".github/workflows").glob("*.yml")) if f"`{name}`" not in text] == []
