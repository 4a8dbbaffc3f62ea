"""The one comment on a pull request: find it, and write it or bring it up to date."""

import re
import urllib.parse
from typing import Any

from ...forge.comment import MARKER, as_comment
from ...forge.review import Review, read_review
from ...words import Words
from ..upgrade.propose import Forge, ask
from .artefact import review_of_run
from .comments import say_once
from .errors import NotDone
from .together import is_content

CHECK = ".github/workflows/check.yml"
_MOST_PAGES = 30


def post_review(forge: Forge, event: dict[str, Any], given: Review | None, words: Words, copy: str = "") -> str:
    """Comment on the pull request that an event is about, and say in a sentence what was done.

    `given` is a review made in this very job; without it, the one that the run of the event left is fetched. Nothing
    in a fetched review says which pull request it is for: that follows from the event alone. `copy` is the address of a
    copy of the site with the proposal in it, if there is one. Raises NotDone.
    """
    pull = pull_of_run(forge, event) if given is None else _pull_of_event(event)
    if pull is None:
        return "No open pull request has this state any more, so there is nothing to comment on."
    number = int(pull["number"])
    if given is None:
        given = read_review(review_of_run(forge, int(event["workflow_run"]["id"])))
    body = as_comment(given, words, files_beside_content(forge, number), fails=_fails(event), copy=copy)
    done = say_once(forge, number, body, MARKER)
    return f"The comment on pull request {number} is {done}."


def _fails(event: dict[str, Any]) -> bool:
    """Whether the run as a whole did not pass, by the forge's own word; unknown where the job itself comments."""
    run = event.get("workflow_run")
    return isinstance(run, dict) and run.get("conclusion") != "success"


def _pull_of_event(event: dict[str, Any]) -> dict[str, Any]:
    pull = event.get("pull_request")
    if not isinstance(pull, dict) or not isinstance(pull.get("number"), int):
        raise NotDone("The event is not about a pull request.")
    return pull


def pull_of_run(forge: Forge, event: dict[str, Any]) -> dict[str, Any] | None:
    """The open pull request whose newest state the run has checked, or None. Raises NotDone if it is another run.

    GitHub names none for those from forks, so it is asked.
    """
    run = event.get("workflow_run")
    if not isinstance(run, dict) or run.get("event") != "pull_request" or not isinstance(run.get("id"), int):
        raise NotDone("The event is no run of a check of a pull request.")
    if str(run.get("path", "")).partition("@")[0] != CHECK:
        raise NotDone("Another workflow than the check has run, so what it left is not read.")
    commit = str(run.get("head_sha", ""))
    if not re.fullmatch(r"[0-9a-f]{40}|[0-9a-f]{64}", commit):
        raise NotDone("The event names no commit.")
    owner = str(((run.get("head_repository") or {}).get("owner") or {}).get("login", ""))
    head = urllib.parse.quote(f"{owner}:{run.get('head_branch', '')}", safe="")
    listed = ask(forge, "GET", f"{forge.api}/repos/{forge.project}/pulls?state=open&per_page=100&head={head}")
    return next((one for one in listed if (one.get("head") or {}).get("sha") == commit), None)


def files_beside_content(forge: Forge, number: int) -> int:
    """How many files of a pull request are not content, by the forge's own list, which goes up to 3,000."""
    count = 0
    for page in range(1, _MOST_PAGES + 1):
        size = "limit=50" if forge.name == "forgejo" else "per_page=100"
        listed = ask(forge, "GET", f"{forge.api}/repos/{forge.project}/pulls/{number}/files?{size}&page={page}")
        for one in listed:
            names = (str(one.get("filename", "")), str(one.get("previous_filename") or ""))
            count += any(name and not is_content(name) for name in names)
        if len(listed) < (50 if forge.name == "forgejo" else 100):
            break
    else:
        count += 1  # the list may go on, and what is not listed may be anything
    return count
