"""The comment on a pull request: the right one, one only, and nothing of the proposal believed."""

import io
import json
import zipfile

import pytest
from forge_help import COMMIT, WORDS, forge_server, run_event
from playbook_kit.adapters.forge.artefact import unpack
from playbook_kit.adapters.forge.errors import NotDone
from playbook_kit.adapters.forge.post import post_review
from playbook_kit.forge.comment import MARKER, as_comment
from playbook_kit.forge.review import LARGEST, Review, write_review

API = "/repos/octo-org/octo-repo"
REVIEW = Review(errors=0, warnings=0)
PULL = {"number": 7, "head": {"sha": COMMIT, "ref": "patch-1"}}


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP with these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            # A ZipInfo of its own has a fixed date: with the clock's, two workers would name a test differently.
            archive.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def answers(**changed):
    """What a forge answers about a pull request with one changed file of content."""
    given = {
        "pulls": [PULL], "artifacts": {"artifacts": [{"id": 3, "name": "review", "expired": False, "size_in_bytes": 200}]},
        "zip": zipped({"review.json": write_review(REVIEW)}), "files": [{"filename": "playbook/arguments/a.yml"}], "comments": [],
    } | changed  # fmt: skip
    return {
        ("GET", f"{API}/pulls"): given["pulls"],
        ("GET", f"{API}/actions/runs/289782451/artifacts"): given["artifacts"],
        ("GET", f"{API}/actions/artifacts/3/zip"): given["zip"],
        ("GET", f"{API}/pulls/7/files"): given["files"],
        ("GET", f"{API}/issues/7/comments"): given["comments"],
        ("POST", f"{API}/issues/7/comments"): {}, ("PATCH", f"{API}/issues/comments/99"): {},
    }  # fmt: skip


def ours(body: str, login: str = "github-actions[bot]") -> dict:
    """A comment that is there already."""
    return {"id": 99, "body": body, "user": {"login": login}}


def test_writes():
    """A pull request without a comment gets one, with the words that belong to the review that the check left."""
    with forge_server(answers()) as server:
        post_review(server.forge(), run_event(), None, WORDS)
        (sent,) = server.sent("POST")
    assert sent.data == {"body": as_comment(REVIEW, WORDS)}


def test_keeps_one():
    """Our own comment is brought up to date, and left alone if it says so already."""
    with forge_server(answers(comments=[{"id": 1, "body": "Hello", "user": {"login": "x"}}, ours(f"{MARKER}\nold")])) as server:
        post_review(server.forge(), run_event(), None, WORDS)
        assert [one.path for one in server.sent("PATCH")] == [f"{API}/issues/comments/99"] and server.sent("POST") == []
    with forge_server(answers(comments=[ours(as_comment(REVIEW, WORDS))])) as server:
        post_review(server.forge(), run_event(), None, WORDS)
        assert server.sent("PATCH") == server.sent("POST") == []


def test_a_marker_of_somebody_else():
    """A comment of somebody else's that begins with our marker is not ours."""
    with forge_server(answers(comments=[ours(f"{MARKER}\nReady!", login="helper")])) as server:
        post_review(server.forge(), run_event(), None, WORDS)
        assert len(server.sent("POST")) == 1 and server.sent("PATCH") == []


def test_files_beside_the_content():
    """If the forge lists a file that is no content, even under its old name, the comment says that first."""
    files = [{"filename": "playbook/a.yml"}, {"filename": ".github/workflows/check.yml"}, {"filename": "docs/x.md", "previous_filename": "run.py"}]
    with forge_server(answers(files=files)) as server:
        post_review(server.forge(), run_event(), None, WORDS)
        (sent,) = server.sent("POST")
    assert WORDS("proposal.program", count=2) in sent.data["body"]


@pytest.mark.parametrize("conclusion", ["failure", "cancelled", "timed_out", None])
def test_another_test_fails(conclusion):
    """If the forge says that the run did not pass, nothing is called ready, whatever the review says of itself."""
    with forge_server(answers()) as server:
        post_review(server.forge(), run_event(conclusion=conclusion), None, WORDS)
        (sent,) = server.sent("POST")
    assert WORDS("proposal.fails") in sent.data["body"] and WORDS("proposal.ready") not in sent.data["body"]


@pytest.mark.parametrize("pulls", [[], [{"number": 7, "head": {"sha": "0" * 40}}], [{"number": 7, "head": None}]])
def test_an_older_state(pulls):
    """If no open pull request has the state that was checked, nobody is told anything and nothing is fetched."""
    with forge_server(answers(pulls=pulls)) as server:
        post_review(server.forge(), run_event(), None, WORDS)
        assert [one.path.partition("?")[0] for one in server.asked] == [f"{API}/pulls"]


@pytest.mark.parametrize(
    "changed",
    [
        {"event": "push"}, {"event": "pull_request_target"}, {"id": "1"}, {"path": ".github/workflows/other.yml"},
        {"path": "../check.yml"}, {"head_sha": "main"}, {"head_sha": None},
    ],
)  # fmt: skip
def test_another_run(changed):
    """The run of another workflow or another event is nothing to us, whatever it is called."""
    with forge_server(answers()) as server, pytest.raises(NotDone):
        post_review(server.forge(), run_event(**changed), None, WORDS)
    assert server.asked == []


def test_a_branch_with_any_name():
    """The name of a branch, which its author chooses, reaches the forge as one value of a query."""
    with forge_server(answers()) as server:
        post_review(server.forge(), run_event(head_branch="a&state=closed#x/../?b"), None, WORDS)
        assert server.asked[0].path == f"{API}/pulls?state=open&per_page=100&head=helper%3Aa%26state%3Dclosed%23x%2F..%2F%3Fb"


@pytest.mark.parametrize(
    "data",
    [
        b"", b"PK", b"no zip", zipped({"other.json": b"{}"}), zipped({"../review.json": b"{}"}), zipped({"review.json": b" " * (LARGEST + 1)}),
        zipped({"review.json": b"x"})[:-30],
    ],
)  # fmt: skip
def test_no_review_in_it(data):
    """What is no ZIP, holds no review, or unpacks to more than any of ours is refused, and written nowhere."""
    with pytest.raises(NotDone):
        unpack(data)


@pytest.mark.parametrize(
    "given",
    [{"artifacts": {"artifacts": []}}, {"artifacts": {"artifacts": [{"id": 3, "name": "review", "size_in_bytes": 10**9}]}},
     {"zip": zipped({"review.json": b'{"errors": "none"}'})}, {"zip": zipped({"review.json": b"[" * 50_000})}],
)  # fmt: skip
def test_no_comment_without_a_review(given):
    """Without a review of the known form, nothing is said."""
    with forge_server(answers(**given)) as server, pytest.raises((NotDone, ValueError)):
        post_review(server.forge(), run_event(), None, WORDS)
    assert server.sent("POST") == server.sent("PATCH") == []


def test_the_token_goes_to_the_forge_alone():
    """Where the forge sends us elsewhere for the file, we go without the token."""
    given = answers()
    with forge_server({("GET", "/blob"): zipped({"review.json": write_review(REVIEW)})}) as elsewhere:
        given["GET", f"{API}/actions/artifacts/3/zip"] = (302, {"Location": f"{elsewhere.address}/blob"}, b"")
        with forge_server(given) as server:
            post_review(server.forge(), run_event(), None, WORDS)
            assert len(server.sent("POST")) == 1 and all("Authorization" in one.headers for one in server.asked)
        assert [list(one.headers) for one in elsewhere.asked if "Authorization" in one.headers] == [] and len(elsewhere.asked) == 1


def test_not_to_a_place_without_https():
    """A forge that sends us to a place that anybody could listen in on is not followed."""
    given = answers(zip=(302, {"Location": "http://e.example/blob"}, b""))
    with forge_server(given) as server, pytest.raises(NotDone):
        post_review(server.forge(), run_event(), None, WORDS)


def test_forgejo():
    """On Forgejo the review is made in the same job, and the event names the pull request."""
    event = {"action": "synchronized", "pull_request": {"number": 7}}
    with forge_server(answers()) as server:
        post_review(server.forge("forgejo"), event, REVIEW, WORDS)
        (sent,) = server.sent("POST")
    assert sent.path == f"{API}/issues/7/comments" and sent.headers["Authorization"] == "token secret"


@pytest.mark.parametrize("event", [{}, {"pull_request": None}, {"pull_request": {"number": "7"}}, {"issue": {"number": 7}}])
def test_not_about_a_pull_request(event):
    """An event about something else is refused before anybody is asked."""
    with forge_server(answers()) as server, pytest.raises(NotDone):
        post_review(server.forge("forgejo"), event, REVIEW, WORDS)
    assert server.asked == []


def test_the_shape_of_the_review():
    """What the check leaves is JSON of numbers, texts and lists alone, so that it can be read without trust."""
    assert set(json.loads(write_review(REVIEW))) == {"errors", "warnings", "problems", "parts", "left_out"}
