"""What the tests of issues share: the text of an issue as a forge writes it, and the event of its label."""

from collections.abc import Mapping
from typing import Any

from forge_help import WORDS
from playbook_kit.content import Content
from playbook_kit.contribute.forms import form_named
from playbook_kit.forge.issue_fields import questions

MAINTAINER = {"login": "octo-maintainer", "id": 21031067, "type": "User", "site_admin": False}
MAY = {"permission": "write", "user": {"id": 21031067, "login": "octo-maintainer"}}
PROMISE = f"### {WORDS('issue_forms.promise.label')}\n\n- [X] {WORDS('issue_forms.promise.option')}"


def body_of(form: str, answers: Mapping[str, str], content: Content, empty: str = "_No response_") -> str:
    """The text that a forge makes of answers: each label as a heading, with what was written or chosen under it."""
    assert content.vocabulary
    parts = []
    for question in questions(form_named(form), content.vocabulary, WORDS):
        text = answers.get(question.name, "")
        if question.options and text:
            text = ", ".join(question.options.get(one, one) for one in text.split("\n"))
        parts.append(f"### {question.label}\n\n{text or empty}")
    return "\n\n".join([*parts, PROMISE])


def label_event(body: Any, form: str = "argument", **changed: Any) -> dict[str, Any]:
    """An issue that was labelled, in the shape of GitHub's example of the event `issues`, without its many addresses."""
    labels = [
        {"id": 1362934389, "name": name, "color": "d73a4a", "default": False, "description": ""} for name in (form, "approved")
    ]
    issue = {
        "url": "https://api.github.com/repos/octo-org/octo-repo/issues/12", "id": 444500041, "number": 12,
        "title": "Argument: Same as a letter", "user": {"login": "helper", "id": 5, "type": "User", "site_admin": False},
        "labels": labels, "state": "open", "locked": False, "assignee": None, "assignees": [], "milestone": None,
        "comments": 0, "created_at": "2026-11-20T15:20:18Z", "updated_at": "2026-11-21T15:20:18Z", "closed_at": None,
        "author_association": "NONE", "active_lock_reason": None, "body": body,
    }  # fmt: skip
    event = {
        "action": "labeled", "issue": issue, "label": labels[-1],
        "repository": {"full_name": "octo-org/octo-repo", "default_branch": "main", "private": False, "fork": False},
        "sender": MAINTAINER,
    }  # fmt: skip
    for key, value in changed.items():
        place = event if key in event else issue
        place[key] = value
    return event


def forgejo_event(body: str, form: str = "argument", **changed: Any) -> dict[str, Any]:
    """The same as Forgejo tells it: another action, all labels with the issue, and no type of account."""
    event = label_event(body, form, **changed)
    del event["label"]
    event["action"] = "label_updated"
    event["sender"] = {key: value for key, value in event["sender"].items() if key != "type"} | {"username": "octo-maintainer"}
    return event
