"""Whether an event means that a maintainer has approved an issue, and what the issue said at that moment.

The text is that of the event, which the forge wrote when the label was set. It is never asked for again: what somebody
changes afterwards changes nothing, and what somebody changed a moment before is seen in the pull request, which is what
is merged in the end. GitHub dates an issue anew when it is labelled, so its dates could not tell the two apart.
"""

from dataclasses import dataclass
from typing import Any, Literal

from ..contribute import FORMS

LABEL = "approved"
LONGEST_BODY = 100_000
"""Characters. GitHub takes 65,536."""
_ACTIONS = ("labeled", "label_updated")
_MAY_MERGE = ("admin", "write", "owner")
"""What the forges call a role that may merge. GitHub says “write” of its role “maintain”, and “read” of “triage”."""

Why = Literal["not_event", "not_label", "not_issue", "not_open", "not_maintainer", "which_form", "too_long"]


@dataclass(frozen=True)
class Approved:
    """An issue that may become a file: its number, the form that it was written in, and its text."""

    number: int
    form: str
    body: str


@dataclass(frozen=True)
class Refused:
    """Why nothing is made, by the key of the words that say so; `number` if the issue should be told, else 0."""

    why: Why
    number: int = 0
    count: int = 0


def decide(event: dict[str, Any], permission: dict[str, Any]) -> Approved | Refused:
    """Look at an event, and at the forge's answer to what the person who caused it may do. Anything odd is refused."""
    issue, sender = event.get("issue"), event.get("sender")
    if not isinstance(issue, dict) or not isinstance(sender, dict) or event.get("action") not in _ACTIONS:
        return Refused("not_event")
    # GitHub sends the label that was set; Forgejo all that are there now.
    label = event.get("label")
    labels = _names(issue.get("labels"))
    if LABEL not in ([str(label.get("name"))] if isinstance(label, dict) else labels):
        return Refused("not_label")
    if issue.get("pull_request"):
        return Refused("not_issue")
    if issue.get("state") != "open":
        return Refused("not_open")
    if not _may_merge(sender, permission):
        return Refused("not_maintainer")
    number, body = issue.get("number"), issue.get("body") or ""
    if type(number) is not int or number < 1 or not isinstance(body, str):
        return Refused("not_event")
    forms = [form.name for form in FORMS if form.name in labels]
    if len(forms) != 1:
        return Refused("which_form", number)
    if len(body) > LONGEST_BODY:
        return Refused("too_long", number, len(body))
    return Approved(number, forms[0], body)


def _names(labels: object) -> list[str]:
    return [str(one.get("name")) for one in labels if isinstance(one, dict)] if isinstance(labels, list) else []


def _may_merge(sender: dict[str, Any], permission: dict[str, Any]) -> bool:
    """Whether the answer is about the very person who caused the event, who is no program, and allows a merge."""
    who = permission.get("user")
    same = isinstance(who, dict) and type(sender.get("id")) is int and who.get("id") == sender["id"]
    return same and sender.get("type", "User") == "User" and permission.get("permission") in _MAY_MERGE
