"""Bring issues on the forge up to date: each is opened once, changed afterwards, and closed when nothing is left in it."""

import urllib.parse
from collections.abc import Iterable
from typing import Any

from ...review import Issue
from ..upgrade.errors import NotUpgraded
from ..upgrade.propose import Forge, ask

_PAGE = 50
_MOST_PAGES = 40


class NotPosted(Exception):
    """The forge refused; says what it answered."""


def post(forge: Forge, issues: Iterable[Issue]) -> list[str]:
    """Open, change or close each issue; gives a line on what was done for each. Raises NotPosted."""
    try:
        known = list(_open_issues(forge))
        return [line for issue in issues if (line := _post_one(forge, issue, known))]
    except NotUpgraded as failed:
        raise NotPosted(str(failed)) from failed


def _post_one(forge: Forge, issue: Issue, known: list[dict[str, Any]]) -> str:
    mine = next((one for one in known if _body(one).startswith(issue.marker)), None)
    if mine is None and not issue.count:
        return ""
    body = f"{issue.marker}\n{issue.body}"
    if mine is None:
        answer = ask(forge, "POST", _list(forge), {"title": issue.title, _body_key(forge): body})
        return f"Opened: {issue.title} {_address(answer)}"
    number = mine["iid" if forge.name == "gitlab" else "number"]
    changed: dict[str, Any] = {"title": issue.title, _body_key(forge): body}
    if not issue.count:
        changed |= {"state_event": "close"} if forge.name == "gitlab" else {"state": "closed"}
    answer = ask(forge, "PUT" if forge.name == "gitlab" else "PATCH", f"{_list(forge)}/{number}", changed)
    return f"{'Brought up to date' if issue.count else 'Closed'}: {issue.title} {_address(answer)}"


def _open_issues(forge: Forge) -> Iterable[dict[str, Any]]:
    """All open issues, oldest first, without pull requests, which GitHub lists among them."""
    size = "limit" if forge.name == "forgejo" else "per_page"
    said = {"state": "opened" if forge.name == "gitlab" else "open", size: _PAGE}
    said |= {"type": "issues"} if forge.name == "forgejo" else {}
    found: list[dict[str, Any]] = []
    for page in range(1, _MOST_PAGES + 1):
        part = ask(forge, "GET", f"{_list(forge)}?{urllib.parse.urlencode({**said, 'page': page})}")
        found += part
        if len(part) < _PAGE:
            break
    mine = [one for one in found if not one.get("pull_request")]
    return sorted(mine, key=lambda one: one.get("iid") or one["number"])


def _list(forge: Forge) -> str:
    if forge.name == "gitlab":
        return f"{forge.api}/projects/{urllib.parse.quote(forge.project, safe='')}/issues"
    return f"{forge.api}/repos/{forge.project}/issues"


def _body_key(forge: Forge) -> str:
    return "description" if forge.name == "gitlab" else "body"


def _body(issue: dict[str, Any]) -> str:
    return issue.get("description") or issue.get("body") or ""


def _address(answer: dict[str, Any]) -> str:
    return str(answer.get("html_url") or answer.get("web_url") or "")
