"""The comments on GitLab: from the main branch, from data, one on each merge request, and no command to GitLab in them."""

import pytest
from forge_help import COMMIT, WORDS, forge_server
from playbook_kit.adapters.forge.gitlab_notes import post_reviews
from playbook_kit.adapters.forge.together import is_content
from playbook_kit.adapters.upgrade.propose import Forge
from playbook_kit.forge.comment import MARKER, as_comment
from playbook_kit.forge.review import LARGEST, Found, Part, Review, Seen, write_review

API = "/projects/42"
REVIEW = Review(errors=0, warnings=0)
RUN = {"id": 55, "project_id": 77, "sha": COMMIT, "ref": "refs/merge-requests/7/head", "status": "success"}


def answers(run=None, **changed):
    """What GitLab answers about one open merge request from another project, whose check left a review."""
    given = {
        "review": write_review(REVIEW), "diffs": [{"new_path": "docs/a.md", "old_path": "docs/a.md"}], "notes": [],
        "jobs": [{"id": 4, "name": "copy"}, {"id": 9, "name": "copy"}, {"id": 11, "name": "check"}],
    } | changed  # fmt: skip
    one = {"iid": 7, "sha": COMMIT, "source_project_id": 77, "head_pipeline": RUN | (run or {})}
    return {
        ("GET", "/user"): {"id": 3}, ("GET", f"{API}/merge_requests"): [{"iid": 7}], ("GET", f"{API}/merge_requests/7"): one,
        ("GET", "/projects/77/pipelines/55/jobs"): given["jobs"], ("GET", "/projects/77/jobs/9/artifacts/review/review.json"): given["review"],
        ("GET", f"{API}/merge_requests/7/diffs"): given["diffs"], ("GET", f"{API}/merge_requests/7/notes"): given["notes"],
        ("POST", f"{API}/merge_requests/7/notes"): {}, ("PUT", f"{API}/merge_requests/7/notes/99"): {},
    }  # fmt: skip


def post(given):
    """Bring the comments up to date; gives what is said of it, and what GitLab was asked."""
    with forge_server(given) as server:
        said = post_reviews(Forge("gitlab", server.address, "42", "secret"), WORDS)
    return said, server


def note(body, author=3):
    """A note that is there already."""
    return {"id": 99, "body": body, "author": {"id": author}}


def test_writes():
    """A merge request without a comment gets the one that belongs to the review that the newest job left."""
    said, server = post(answers())
    assert said == ["!7: the comment is written"]
    assert [one.data for one in server.sent("POST")] == [{"body": as_comment(REVIEW, WORDS)}]
    assert all(one.headers["Private-Token"] == "secret" for one in server.asked)


@pytest.mark.parametrize(
    ("notes", "posted", "put"),
    [
        ([note(f"{MARKER}\nold")], 0, 1), ([note(as_comment(REVIEW, WORDS))], 0, 0), ([note(f"{MARKER}\nReady!", author=4)], 1, 0),
        ([note("Hello"), note(f"{MARKER}\r\nold")], 0, 1),
    ],
)  # fmt: skip
def test_keeps_one(notes, posted, put):
    """Our own comment is brought up to date, and left alone if it says so already; that of somebody else is not ours."""
    _, server = post(answers(notes=notes))
    assert (len(server.sent("POST")), len(server.sent("PUT"))) == (posted, put)


def test_says_what_else():
    """Files that are not content are counted by GitLab's own list, and a pipeline that did not pass is not called ready."""
    diffs = [{"new_path": "docs/a.md", "old_path": "run.py"}, {"new_path": ".gitlab-ci.yml", "old_path": ".gitlab-ci.yml"}]
    _, server = post(answers({"status": "failed"}, diffs=diffs))
    body = server.sent("POST")[0].data["body"]
    assert WORDS("proposal.program", count=2) in body and WORDS("proposal.fails") in body and WORDS("proposal.ready") not in body


@pytest.mark.parametrize("run", [{"status": "running"}, {"sha": "0" * 40}, {"status": "created"}])
def test_not_checked_yet(run):
    """Of a state that is not checked to its end, nothing is said; a pipeline for the merged result has another commit."""
    said, server = post(answers(run))
    assert said == ["!7: its newest state is not checked yet"] and server.sent("POST") == []
    assert post(answers({"sha": "0" * 40, "ref": "refs/merge-requests/7/merge"}))[0] == ["!7: the comment is written"]


@pytest.mark.parametrize(
    "given",
    [{"review": b"{}"}, {"review": b" " * (LARGEST + 1)}, {"review": b"[" * 50_000}, {"review": (404, {}, b"")}, {"jobs": []},
     {"review": (302, {"Location": "http://e.example/x"}, b"")}],
)  # fmt: skip
def test_nothing_without_a_review(given):
    """Without a review of the known form nothing is said there, and the next merge request has its turn."""
    given = answers(**given)
    given["GET", f"{API}/merge_requests"] = [{"iid": 7}, {"iid": 8}]
    said, server = post(given)
    assert len(said) == 2 and all("nothing was said" in line for line in said)
    assert server.sent("POST") == server.sent("PUT") == []


def test_no_command_to_gitlab():
    """No line begins with a slash, which GitLab would take for a command, whatever a proposal puts into its review."""
    hostile = "\n/approve\n  /merge\n```\n/close\n````\n/label ~x"
    review = Review(
        errors=1, warnings=0, problems=(Found(path=hostile, line=1, column=1, message=hostile, fix=hostile, level="error", rule="x", instead=hostile),),
        parts=(Part(title=hostile, lead="/approve", entries=(Seen(title="/merge", lines=(hostile,)),)),),
    )  # fmt: skip
    _, server = post(answers(review=write_review(review)))
    body = server.sent("POST")[0].data["body"]
    assert "/approve" in body and [line for line in body.splitlines() if line.lstrip().startswith("/")] == []


@pytest.mark.parametrize("path", ["docs/a.md", "playbook/arguments/x.yml", "docs/assets/a.PNG", "local/brand/logo.svg", "case_studies/a.cy.md"])
def test_content(path):
    """Words and pictures in the folders of content are content."""
    assert is_content(path)


@pytest.mark.parametrize("path", ["docs/a.js", "docs/a.html", "playbook/x.py", "run.py", "README.md", "docs", "docs.md", ".github/docs/a.md", "local/a.css"])
def test_no_content(path):
    """Whatever could run, or lies elsewhere, is for a person to look at first."""
    assert not is_content(path)
