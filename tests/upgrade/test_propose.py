"""A pull request for an upgrade: what is asked of each forge, with a forge on this machine that writes it down."""

import http.server
import json
import threading
from contextlib import contextmanager

import pytest
from playbook_kit.adapters.upgrade.errors import NotUpgraded
from playbook_kit.adapters.upgrade.propose import Forge, forge_here, propose
from simulation import git
from upgrade_help import fork, release, repository, run, whole_playbook
from upstream_text import set_field

API = {
    "github": {"GITHUB_API_URL": "https://api.example", "GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "a/b"},
    "forgejo": {"GITHUB_SERVER_URL": "https://git.example", "GITHUB_REPOSITORY": "a/b", "PLAYBOOK_FORGE": "forgejo"},
    "gitlab": {
        "GITLAB_CI": "true", "CI_API_V4_URL": "https://git.example/api/v4", "CI_PROJECT_ID": "7",
        "CI_SERVER_URL": "https://git.example", "CI_PROJECT_PATH": "a/b",
    },
}  # fmt: skip
PLACES = {"github": "/repos/a/b/pulls", "forgejo": "/repos/a/b/pulls", "gitlab": "/projects/7/merge_requests"}
OPEN = {
    "github": {"number": 4, "head": {"ref": "up"}}, "forgejo": {"number": 4, "head": {"ref": "up"}},
    "gitlab": {"iid": 4, "source_branch": "up"},
}  # fmt: skip


@contextmanager
def forge_server(known: list[dict], status: int = 200, has_drafts: bool = True):
    """A forge on this machine with these open pull requests; gives its address and what was asked of it."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            sent = json.loads(self.rfile.read(size) or b"null")
            asked.append((self.command, self.path, sent, dict(self.headers)))
            body = json.dumps(known if self.command == "GET" else {"html_url": "https://git.example/4"}).encode()
            self.send_response(422 if sent and sent.get("draft") and not has_drafts else status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = do_PUT = answer  # noqa: N815 (the names are the standard library's)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize("name", API)
def test_forge_of_the_workflow(name):
    """Each forge is known by what its workflows are told, and the token comes from one variable alone."""
    forge = forge_here({**API[name], "PLAYBOOK_TOKEN": "secret"})
    assert (forge.name, forge.token, forge.push_to) == (name, "secret", "https://git.example/a/b.git")


@pytest.mark.parametrize("settings", [{}, {"GITHUB_REPOSITORY": "a/b", "GITHUB_API_URL": "https://api.example"}])
def test_nowhere_to_ask(settings):
    """Outside a workflow, or without a token, nothing is asked of anybody."""
    with pytest.raises(NotUpgraded):
        forge_here(settings)


@pytest.mark.parametrize("name", API)
def test_opens(name):
    """Where no pull request of that branch is open, one is opened with the report; a draft if it does not pass."""
    with forge_server([]) as (address, asked):
        project = "7" if name == "gitlab" else "a/b"
        assert propose(Forge(name, address, project, "secret"), "Take 2", "The report", "up", "main", True) == "https://git.example/4"
    (listed, _, _, _), (method, path, sent, headers) = asked
    assert (listed, method, path) == ("GET", "POST", PLACES[name])
    assert "The report" in sent.values() and {"up", "main"} <= set(sent.values())
    assert sent.get("draft") is True or sent["title"].startswith(("Draft:", "WIP:"))
    assert "secret" in " ".join([headers.get("Authorization", ""), headers.get("Private-Token", "")])
    assert "secret" not in path + json.dumps(sent)


@pytest.mark.parametrize("name", API)
def test_brings_up_to_date(name):
    """An open pull request of that branch gets the new report; another branch's is left alone."""
    other = json.loads(json.dumps(OPEN[name]).replace("up", "theirs").replace("4", "3"))
    with forge_server([other, OPEN[name]]) as (address, asked):
        propose(Forge(name, address, "7" if name == "gitlab" else "a/b", "secret"), "Take 2", "The report", "up", "main", False)
    assert [(method, path) for method, path, _, _ in asked[1:]] == [("PUT" if name == "gitlab" else "PATCH", f"{PLACES[name]}/4")]
    assert "The report" in asked[1][2].values()


def test_workflow_from_end_to_end(tmp_path):
    """In a workflow the merge is pushed to a branch of its own and proposed with its report; main stays where it is."""
    upstream = repository(whole_playbook(tmp_path / "upstream"))
    council = fork(upstream, tmp_path / "council")
    git(tmp_path, "clone", "-q", "--bare", str(council), str(tmp_path / "anytown/copy.git"))
    set_field(upstream, "playbook/arguments/same-as-the-phone.yml", "one_liner", "This is the same trust.")
    release(upstream, "0.2.0")
    with forge_server([]) as (address, asked):
        done = run(
            council, "propose-upgrade", "--from", "origin", "--no-build", PLAYBOOK_FORGE="github", PLAYBOOK_TOKEN="secret",
            GITHUB_API_URL=address, GITHUB_SERVER_URL=tmp_path.as_uri(), GITHUB_REPOSITORY="anytown/copy",
        )  # fmt: skip
    assert done.returncode == 0 and done.stdout == "https://git.example/4\n", done.stdout + done.stderr
    pushed = tmp_path / "anytown/copy.git"
    assert git(pushed, "show", "playbook-upgrade:VERSION").stdout == "0.2.0\n"
    assert git(pushed, "rev-parse", "main").stdout == git(council, "rev-parse", "HEAD").stdout
    sent = asked[1][2]
    assert (sent["head"], sent["base"], sent["draft"]) == ("playbook-upgrade", "main", False)
    assert "This is the same trust" in sent["body"] or "We trust people with a telephone." in sent["body"]


def test_no_council_s_copy(tmp_path):
    """In the playbook's own repository the workflow has nothing to do, and does nothing."""
    root = repository(whole_playbook(tmp_path / "upstream"))
    done = run(root, "propose-upgrade", PLAYBOOK_TOKEN="secret")
    assert (done.returncode, "nothing to take" in done.stdout) == (0, True)


def test_plan_without_drafts():
    """Where GitHub's plan knows no drafts, the title says that it is not ready."""
    with forge_server([], has_drafts=False) as (address, asked):
        propose(Forge("github", address, "a/b", "secret"), "Take 2", "The report", "up", "main", True)
    assert [(sent["draft"], sent["title"]) for _, _, sent, _ in asked[1:]] == [(True, "Take 2"), (False, "Draft: Take 2")]


def test_refusal_is_said():
    """What a forge refuses is said in its own words, without the token."""
    with forge_server([], status=403) as (address, _), pytest.raises(NotUpgraded, match="403") as raised:
        propose(Forge("github", address, "a/b", "secret"), "Take 2", "The report", "up", "main", False)
    assert "secret" not in str(raised.value)
