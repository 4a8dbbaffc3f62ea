"""Only a maintainer's label on an open issue of one form makes anything."""

import copy

import pytest
from issue_help import MAINTAINER, MAY, forgejo_event, label_event
from playbook_kit.forge.approval import LONGEST_BODY, Approved, Refused, decide

BODY = "### A short name\n\nSame as a letter"


@pytest.mark.parametrize("event", [label_event(BODY), forgejo_event(BODY)], ids=["github", "forgejo"])
@pytest.mark.parametrize("role", ["admin", "write", "owner"])
def test_a_maintainer(event, role):
    """The label of somebody who may merge gives the issue's number, its form, and its text as the event has it."""
    assert decide(event, {**MAY, "permission": role}) == Approved(12, "argument", BODY)


ISSUE = label_event(BODY)["issue"]
OTHER = [{"name": "argument"}, {"name": "urgent"}]


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (label_event(BODY, action="opened"), "not_event"),
        (label_event(BODY, action="edited"), "not_event"),
        (label_event(BODY, action="unlabeled"), "not_event"),
        (label_event(BODY, issue=None), "not_event"),
        (label_event(BODY, issue="text"), "not_event"),
        (label_event(BODY, sender=None), "not_event"),
        (label_event(BODY, number="12; rm -rf /"), "not_event"),
        (label_event(BODY, number=True), "not_event"),
        (label_event(BODY, number=-1), "not_event"),
        (label_event(["text"]), "not_event"),
        ({}, "not_event"),
        (label_event(BODY, label={"name": "urgent"}), "not_label"),
        (label_event(BODY, label={"name": "Approved"}), "not_label"),
        (label_event(BODY, label={"name": ["approved"]}), "not_label"),
        (forgejo_event(BODY, labels=OTHER), "not_label"),
        (forgejo_event(BODY, labels=None), "not_label"),
        (label_event(BODY) | {"issue": {**ISSUE, "pull_request": {"url": "https://api.github.com/repos/o/r/pulls/12"}}}, "not_issue"),
        (label_event(BODY, state="closed"), "not_open"),
        (label_event(BODY, sender={**MAINTAINER, "type": "Bot"}), "not_maintainer"),
        (label_event(BODY, sender={**MAINTAINER, "id": 5}), "not_maintainer"),
        (label_event(BODY, sender={**MAINTAINER, "id": None}), "not_maintainer"),
    ],
)  # fmt: skip
def test_nothing_happens(event, why):
    """Other events, pull requests, closed issues, other labels and other people make nothing, and no issue is told."""
    assert decide(event, MAY) == Refused(why)


@pytest.mark.parametrize(
    "permission",
    [
        {}, {"permission": "write"}, {**MAY, "permission": "read"}, {**MAY, "permission": "none"}, {**MAY, "permission": "triage"},
        {**MAY, "permission": None}, {**MAY, "permission": ["write"]}, {**MAY, "user": {"login": "octo-maintainer"}},
        {**MAY, "user": {"id": 6, "login": "octo-maintainer"}}, {**MAY, "user": None}, {"message": "Not Found", "status": "404"},
    ],
)  # fmt: skip
def test_who_may_not_merge(permission):
    """An answer that does not say that this very person may merge is a no: a role that only sorts issues is not enough."""
    assert decide(label_event(BODY), permission) == Refused("not_maintainer")


@pytest.mark.parametrize("labels", [["approved"], ["approved", "argument", "wording"], []])
def test_one_form(labels):
    """Without one label of a form, the issue is asked for it, since nobody can tell what it should become."""
    event = label_event(BODY)
    event["issue"]["labels"] = [{"name": name} for name in labels]
    assert decide(event, MAY) == Refused("which_form", 12)


def test_a_huge_text():
    """A text beyond any forge's limit is not read."""
    assert decide(label_event("x" * (LONGEST_BODY + 1)), MAY) == Refused("too_long", 12, LONGEST_BODY + 1)


def test_no_text():
    """An issue without a text, for which GitHub sends null, is one with an empty text."""
    assert decide(label_event(None), MAY) == Approved(12, "argument", "")


def test_edited_afterwards():
    """What counts is the text in the event: a text of later, and dates of later, are nowhere asked for."""
    event = label_event(BODY)
    later = copy.deepcopy(event)
    later["issue"]["updated_at"] = "2027-01-01T00:00:00Z"
    assert decide(event, MAY) == decide(later, MAY) == Approved(12, "argument", BODY)
