"""One comment of ours on an issue or a pull request, found again by its marker."""

from typing import Any

from ..upgrade.propose import Forge, ask

_OURS = ("github-actions[bot]", "forgejo-actions", "gitea-actions")
_MOST_PAGES = 30


def say_once(forge: Forge, number: int, body: str, marker: str) -> str:
    """Write the comment that begins with `marker`, or bring ours up to date; says which, or “kept”."""
    known = _find(forge, number, marker)
    if known is None:
        ask(forge, "POST", f"{_issue(forge, number)}/comments", {"body": body})
        return "written"
    if str(known.get("body", "")).replace("\r\n", "\n").strip() == body.strip():
        return "kept"
    ask(forge, "PATCH", f"{forge.api}/repos/{forge.project}/issues/comments/{int(known['id'])}", {"body": body})
    return "changed"


def _find(forge: Forge, number: int, marker: str) -> dict[str, Any] | None:
    """Our own comment: that of the forge's own account. Anybody could write one that begins with the marker."""
    for page in range(1, _MOST_PAGES + 1):
        listed = ask(forge, "GET", f"{_issue(forge, number)}/comments?per_page=100&page={page}")
        for one in listed:
            author = str((one.get("user") or {}).get("login", ""))
            if author in _OURS and str(one.get("body", "")).startswith(marker):
                return one
        if forge.name == "forgejo" or len(listed) < 100:  # Forgejo gives all at once
            break
    return None


def _issue(forge: Forge, number: int) -> str:
    return f"{forge.api}/repos/{forge.project}/issues/{number}"
