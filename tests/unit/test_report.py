"""Problems as text and as JSON."""

import json
from dataclasses import asdict, replace

import pytest
from playbook_kit.problem import Problem
from playbook_kit.report import as_json, as_text, one_as_text, summary

WRONG = Problem(
    "playbook/arguments/a.yml", 4, 11, "answers", "There is no objection “x”.", "Write “é”.", rule="unknown-id"
)
NOTE = replace(WRONG, level="warning", rule="review-due")


@pytest.mark.parametrize(
    ("problem", "first"),
    [
        (WRONG, "playbook/arguments/a.yml:4:11: There is no objection “x”. (unknown-id)"),
        (NOTE, "playbook/arguments/a.yml:4:11: warning: There is no objection “x”. (review-due)"),
    ],
    ids=["error", "warning"],
)
def test_one_as_text(problem, first):
    """A problem is two lines: place, message and rule; then the fix, indented."""
    assert one_as_text(problem) == f"{first}\n    Write “é”."


@pytest.mark.parametrize(
    ("problems", "said"),
    [
        ([], "Nothing to mend."),
        ([WRONG], "1 error found."),
        ([WRONG, WRONG], "2 errors found."),
        ([NOTE], "1 warning found."),
        ([WRONG, NOTE, NOTE], "1 error and 2 warnings found."),
    ],
)
def test_summary(problems, said):
    """The last line counts errors and warnings in words."""
    assert summary(problems) == said
    assert as_text(problems).splitlines()[-1] == said


def test_as_text_keeps_order():
    """Every problem is printed, in the order given."""
    assert as_text(iter([NOTE, WRONG])) == f"{one_as_text(NOTE)}\n{one_as_text(WRONG)}\n1 error and 1 warning found."


def test_as_json():
    """The JSON holds the totals and every field of every problem, with letters as they are."""
    text = as_json(iter([WRONG, NOTE]))
    assert json.loads(text) == {"total": 2, "errors": 1, "items": [asdict(WRONG), asdict(NOTE)]}
    assert "“é”" in text
