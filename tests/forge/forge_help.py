"""What the tests of forges share: a forge on this machine, and events as the forges send them."""

import http.server
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playbook_kit.adapters.upgrade.propose import Forge
from playbook_kit.words import load_words
from site_help import ROOT

WORDS = load_words(ROOT)[0]
COMMIT = "3484a3fb816e0859fd6e1cea078d76385ff50625"


@dataclass
class Asked:
    """One request that reached the forge."""

    method: str
    path: str
    data: Any
    headers: dict[str, str]


@dataclass
class Server:
    """A forge that answers by the path before the question mark, and remembers what it was asked."""

    address: str = ""
    answers: dict[tuple[str, str], Any] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def forge(self, name: str = "github") -> Forge:
        """It, as the program knows it."""
        return Forge(name, self.address, "octo-org/octo-repo", "secret", f"{self.address}/octo-org/octo-repo.git")

    def sent(self, method: str) -> list[Asked]:
        """The requests by one method."""
        return [one for one in self.asked if one.method == method]


@contextmanager
def forge_server(answers: dict[tuple[str, str], Any]) -> Iterator[Server]:
    """A forge with these answers: JSON, bytes, or (status, headers, bytes). What it does not know it answers with 404."""
    server = Server(answers=answers)

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self) -> None:
            size = int(self.headers.get("Content-Length") or 0)
            sent = json.loads(self.rfile.read(size) or b"null")
            server.asked.append(Asked(self.command, self.path, sent, dict(self.headers)))
            found = server.answers.get((self.command, self.path.partition("?")[0]))
            status, headers, body = found if isinstance(found, tuple) else (200 if found is not None else 404, {}, found)
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(data))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer  # noqa: N815 (the names are the standard library's)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as http_server:
        server.address = f"http://127.0.0.1:{http_server.server_port}"
        thread = threading.Thread(target=http_server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            http_server.shutdown()
            thread.join()


def run_event(**changed: Any) -> dict[str, Any]:
    """A finished check of a pull request from a fork, in the shape of GitHub's example of `workflow_run`.

    As there, `pull_requests` is empty, which it always is for a fork.
    """
    run = {
        "id": 289782451, "name": "Check", "path": ".github/workflows/check.yml", "event": "pull_request",
        "conclusion": "success", "head_branch": "patch-1", "head_sha": COMMIT, "pull_requests": [],
        "head_repository": {"full_name": "helper/octo-repo", "fork": True, "owner": {"login": "helper", "type": "User"}},
    }  # fmt: skip
    return {
        "action": "completed", "workflow_run": run | changed,
        "repository": {"full_name": "octo-org/octo-repo", "default_branch": "main", "fork": False},
        "sender": {"login": "helper", "type": "User"},
    }  # fmt: skip


Change = Callable[[dict[str, Any]], Any]
