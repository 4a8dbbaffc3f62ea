"""GitLab's way to the one comment: a job of the main branch asks what the checks of open merge requests left.

It runs in a scheduled pipeline, where no text of a proposal is run, and has the token that no job of a proposal gets.
What a check left is read as on GitHub: data of a known form and size, put into words anew.
"""

import re
import urllib.parse
from collections.abc import Iterator
from typing import Any

from ...forge.comment import MARKER, as_comment
from ...forge.review import LARGEST, read_review
from ...words import Words
from ..upgrade.errors import NotUpgraded
from ..upgrade.propose import Forge, ask
from .artefact import download
from .errors import NotDone
from .together import is_content

JOB, FILE = "copy", "review/review.json"
_PAGE, _MOST_PAGES = 100, 10
_UNFINISHED = ("created", "waiting_for_resource", "preparing", "pending", "running", "scheduled", "manual")
_COMMAND = re.compile(r"^(?=\s*/)", re.M)
_JOINER = "\u2060"
"""Invisible. Before a slash that begins a line, it keeps GitLab from taking the line for a command to itself."""


def post_reviews(forge: Forge, words: Words) -> list[str]:
    """Bring the comment on each open merge request up to date; a line on each. Raises NotUpgraded if there is no list.

    What is wrong with one of them stops none of the others.
    """
    me = int(ask(forge, "GET", f"{forge.api}/user")["id"])
    lines = []
    for one in _pages(forge, f"{_project(forge)}/merge_requests?state=opened"):
        number = int(one["iid"])
        try:
            lines.append(f"!{number}: {_post_one(forge, number, me, words)}")
        except (NotDone, NotUpgraded, ValueError, KeyError, TypeError) as error:
            lines.append(f"!{number}: nothing was said, because what its check left cannot be used: {str(error)[:300]}")
    return lines


def _post_one(forge: Forge, number: int, me: int, words: Words) -> str:
    place = f"{_project(forge)}/merge_requests/{number}"
    request = ask(forge, "GET", place)
    run = request.get("head_pipeline") or {}
    is_merged_result = str(run.get("ref", "")).endswith("/merge")
    if run.get("status", "created") in _UNFINISHED or (run.get("sha") != request.get("sha") and not is_merged_result):
        return "its newest state is not checked yet"
    review = read_review(_left(forge, int(run.get("project_id") or request["source_project_id"]), int(run["id"])))
    body = as_comment(review, words, _beside_content(forge, place), fails=run["status"] != "success")
    return _say_once(forge, place, me, _COMMAND.sub(_JOINER, body))


def _left(forge: Forge, project: int, run: int) -> bytes:
    """The review that the newest run of the job left. A proposal from elsewhere is checked in its own project."""
    place = f"{forge.api}/projects/{project}"
    jobs = ask(forge, "GET", f"{place}/pipelines/{run}/jobs?per_page={_PAGE}")
    found = [int(one["id"]) for one in jobs if one.get("name") == JOB]
    if not found:
        raise NotDone(f"there is no job “{JOB}” in its pipeline")
    return download(forge, f"{place}/jobs/{max(found)}/artifacts/{FILE}", LARGEST)


def _beside_content(forge: Forge, place: str) -> int:
    """How many files of a merge request are not content, by GitLab's own list."""
    changed = list(_pages(forge, f"{place}/diffs"))
    beside = [one for one in changed if not (is_content(str(one["new_path"])) and is_content(str(one["old_path"])))]
    # A list that is full may go on, and what is not listed may be anything.
    return len(beside) + (len(changed) >= _PAGE * _MOST_PAGES)


def _say_once(forge: Forge, place: str, me: int, body: str) -> str:
    """Write the note that begins with our marker, or bring it up to date if it is our own."""
    ours = (one for one in _pages(forge, f"{place}/notes") if (one.get("author") or {}).get("id") == me)
    known = next((one for one in ours if str(one.get("body", "")).startswith(MARKER)), None)
    if known is None:
        ask(forge, "POST", f"{place}/notes", {"body": body})
        return "the comment is written"
    if str(known["body"]).replace("\r\n", "\n").strip() == body.strip():
        return "the comment is kept"
    ask(forge, "PUT", f"{place}/notes/{int(known['id'])}", {"body": body})
    return "the comment is changed"


def _pages(forge: Forge, address: str) -> Iterator[dict[str, Any]]:
    mark = "&" if "?" in address else "?"
    for page in range(1, _MOST_PAGES + 1):
        listed = ask(forge, "GET", f"{address}{mark}per_page={_PAGE}&page={page}")
        yield from listed
        if len(listed) < _PAGE:
            return


def _project(forge: Forge) -> str:
    return f"{forge.api}/projects/{urllib.parse.quote(forge.project, safe='')}"
