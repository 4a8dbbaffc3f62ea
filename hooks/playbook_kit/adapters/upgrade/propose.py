"""Put a branch with an upgrade before a person: push it, and open a pull request, or bring an open one up to date."""

import base64
import json
import os
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from .errors import NotUpgraded
from .git import run_git

ForgeName = Literal["github", "gitlab", "forgejo"]
_TIMEOUT = 30  # seconds


@dataclass(frozen=True)
class Forge:
    """Where a pull request is opened: the forge, the address of its API, the project there, and a token."""

    name: ForgeName
    api: str
    project: str
    token: str
    push_to: str = ""

    @property
    def _list(self) -> str:
        if self.name == "gitlab":
            return f"{self.api}/projects/{urllib.parse.quote(self.project, safe='')}/merge_requests"
        return f"{self.api}/repos/{self.project}/pulls"

    def find(self, branch: str) -> str:
        """The address that lists the open pull requests of a branch."""
        if self.name == "gitlab":
            return f"{self._list}?state=opened&source_branch={urllib.parse.quote(branch, safe='')}"
        owner = self.project.partition("/")[0]
        head = f"&head={owner}:{urllib.parse.quote(branch, safe='')}" if self.name == "github" else "&limit=50"
        return f"{self._list}?state=open{head}"

    def open(self, title: str, body: str, branch: str, base: str, draft: bool) -> tuple[str, str, dict[str, Any]]:
        """The request that opens a pull request."""
        if self.name == "gitlab":
            shown = f"Draft: {title}" if draft else title
            return "POST", self._list, {"title": shown, "description": body, "source_branch": branch, "target_branch": base}
        asked = {"title": f"WIP: {title}" if draft and self.name == "forgejo" else title, "body": body, "head": branch, "base": base}
        return "POST", self._list, asked | ({"draft": draft} if self.name == "github" else {})

    def update(self, number: int, title: str, body: str) -> tuple[str, str, dict[str, Any]]:
        """The request that gives an open pull request another title and text."""
        if self.name == "gitlab":
            return "PUT", f"{self._list}/{number}", {"title": title, "description": body}
        return "PATCH", f"{self._list}/{number}", {"title": title, "body": body}

    def number_of(self, found: list[dict[str, Any]], branch: str) -> int | None:
        """The number of the open pull request of a branch among those listed."""
        if self.name == "gitlab":
            return next((one["iid"] for one in found if one.get("source_branch") == branch), None)
        return next((one["number"] for one in found if one.get("head", {}).get("ref") == branch), None)

    @property
    def headers(self) -> dict[str, str]:
        """What proves who asks."""
        named = {"gitlab": ("PRIVATE-TOKEN", self.token), "github": ("Authorization", f"Bearer {self.token}")}
        key, value = named.get(self.name, ("Authorization", f"token {self.token}"))
        return {key: value, "Accept": "application/json", "Content-Type": "application/json", "User-Agent": "playbook"}


def forge_here(settings: Mapping[str, str] = os.environ) -> Forge:
    """The forge whose workflow this runs in. Raises NotUpgraded if there is none, or no token."""
    token = settings.get("PLAYBOOK_TOKEN", "")
    named = settings.get("PLAYBOOK_FORGE") or ("gitlab" if settings.get("GITLAB_CI") else "github")
    if named == "gitlab":
        name, api, project = "gitlab", settings.get("CI_API_V4_URL", ""), settings.get("CI_PROJECT_ID", "")
        push = f"{settings.get('CI_SERVER_URL', '')}/{settings.get('CI_PROJECT_PATH', '')}.git"
    else:
        server, project = settings.get("GITHUB_SERVER_URL", ""), settings.get("GITHUB_REPOSITORY", "")
        name = "forgejo" if named == "forgejo" else "github"
        api = f"{server}/api/v1" if name == "forgejo" else settings.get("GITHUB_API_URL", "")
        push = f"{server}/{project}.git"
    if not (api and project):
        raise NotUpgraded("This is no workflow of GitHub, GitLab or Forgejo, so there is nowhere to open a pull request.")
    if not token:
        raise NotUpgraded("The workflow gave no token: set PLAYBOOK_TOKEN to one that may push a branch and open a pull request.")
    return Forge(name, api.rstrip("/"), project, token, push)  # type: ignore[arg-type]


def push(root: Path, forge: Forge, branch: str) -> None:
    """Push a branch with the forge's token, which no list of processes shows. Raises NotUpgraded."""
    user = {"github": "x-access-token", "gitlab": "oauth2", "forgejo": "playbook"}[forge.name]
    basic = base64.b64encode(f"{user}:{forge.token}".encode()).decode()
    secret = {f"http.{forge.push_to}.extraHeader": f"Authorization: Basic {basic}"}
    done = run_git(root, "push", "--quiet", "--force", forge.push_to, f"{branch}:refs/heads/{branch}", secrets=secret)
    if done.returncode == 0:
        return
    more = ""
    if "workflow" in done.stderr:
        more = "\nThe new version changes a workflow, which GitHub lets no workflow push. Use “Sync fork” on the repository's page."
    raise NotUpgraded(f"The branch {branch} could not be pushed: {done.stderr.strip()}{more}")


def propose(forge: Forge, title: str, body: str, branch: str, base: str, draft: bool) -> str:
    """Open a pull request for a pushed branch, or bring the open one up to date; gives its address."""
    known = forge.number_of(ask(forge, "GET", forge.find(branch)), branch)
    if known is None:
        answer = _open(forge, title, body, branch, base, draft)
    else:
        answer = ask(forge, *forge.update(known, title, body))
    return str(answer.get("html_url") or answer.get("web_url") or "")


def _open(forge: Forge, title: str, body: str, branch: str, base: str, draft: bool) -> Any:
    """Open a pull request; where GitHub's plan has no drafts, one whose title says that it is not ready."""
    try:
        return ask(forge, *forge.open(title, body, branch, base, draft))
    except NotUpgraded:
        if not (draft and forge.name == "github"):
            raise
        return ask(forge, *forge.open(f"Draft: {title}", body, branch, base, draft=False))


def ask(forge: Forge, method: str, address: str, data: dict[str, Any] | None = None) -> Any:
    """Ask the forge and give what it answers. Raises NotUpgraded with what it said if that is a refusal."""
    sent = json.dumps(data).encode() if data is not None else None
    request = urllib.request.Request(address, data=sent, method=method, headers=forge.headers)
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        said = error.read().decode(errors="replace")[:500]
        raise NotUpgraded(f"{address.partition('?')[0]} answered {error.code}: {said}") from error
    except (OSError, ValueError) as error:
        raise NotUpgraded(f"{address.partition('?')[0]} could not be asked: {error}") from error
