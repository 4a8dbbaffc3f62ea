"""What a citation covers, and which parts of a page need none; the messages are pinned in tests/bad_input."""

import pytest
from playbook_kit.content import load
from playbook_kit.models.kinds import UNCITED_PATH
from playbook_kit.rules import Settings
from playbook_kit.rules.uncited_claim import RULE
from unit_help import ROOT, TODAY, change, write

TEMPLATE = """\
---
title: A form
summary: A form to fill in.
status: published
version: "1.0"
chapters: [policy]
topics: [time]
owner: Playbook maintainers
added_on: 2026-11-21
reviewed_on: 2026-11-21
review_by: 2027-11-21
---

Used since 2012.

## A clause

Keep it for 12 months, or for [24 months from 2020]. It holds from 2013.

| What | When |
| --- | --- |
| For example, a page | 3 March |
| A rule | 4 March |

> **Risk it answers:** 26 people asked in 2014 [@acas-policy]. So did 27.
>
> **Carries out:** [what the surveys of 2015 say](../policy.md#do)
"""


def found(root):
    """The first words of each message: the claim."""
    return [problem.message.split("”")[0].removeprefix("“") for problem in RULE.run(load(root), Settings(TODAY))]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("It was so in 2012 [@acas-policy].", []),
        ("It was so in 2012. It still is [@acas-policy].", []),
        ("It is so [@acas-policy] since 2012.", []),
        ("It is so [@acas-policy]. It was in 2012.", ["2012"]),
        ("It was so in 2012.\n\nIt still is [@acas-policy].", ["2012"]),
        ("It was so in 2012 (our advice, drawn from [@acas-policy]).", []),
        ("Ask again in 2027 (our advice).", []),
        ("It was so in 2012 `[@acas-policy]`.", ["2012"]),
        ("- in 2012\n\n  more [@acas-policy]\n- in 2013", ["2013"]),
        ("- in 2012\n- in 2013 [@acas-policy]", ["2012"]),
        ("| A | B |\n| - | - |\n| 2012 | [@acas-policy] |\n| 2013 | c |", ["2013"]),
        ("It was 2012 and 2013. It was 2014.", ["2012", "2014"]),
        ("See [it in 2012](objections/time-wasting.yml).", []),
        ("See [it in 2012](https://example.org/2013).", ["2012"]),
        ("It is in `2012` and <https://example.org/2013>.", []),
        ("We found nothing after 2012.", []),
        ("We found 26 of them in 2012.", ["26"]),
        ("For example, if 100 people came, 20 would go.", []),
        ("If 100 people came in 2012, 20 would go.", ["2012"]),
        ("## What we do not know\n\n- Whether 58% came in 2012\n- It fell in 2013", ["2013"]),
        ("### In 2012\n\nIt was so.", []),
    ],
)
def test_covered(small_root, text, claims):
    """A citation covers its sentence and what stands before it in its paragraph, entry or row, and nothing else."""
    change(small_root, "playbook/policy.md", "`[@acas-policy]` is how a citation is written.", text)
    assert found(small_root) == claims


@pytest.mark.parametrize("heading", ["Do", "What you need to do", "How to check that it works", "If it goes wrong"])
def test_advice(small_root, heading):
    """Where advice is given, our own numbers are not claims; elsewhere the same sentence is."""
    said = "\n\nAsk 20 people for 3 days. It was 2012.\n"
    change(small_root, "playbook/policy.md", f"## {heading}\n", f"## {heading}{said}")
    assert found(small_root) == ["2012"]
    change(small_root, "playbook/policy.md", "## Why\n", "## Why\n\nAsk 20 people for 3 days.\n")
    assert sorted(found(small_root)) == ["20", "2012"]


def test_template(small_root):
    """In a template, numbers in clauses, blanks, made-up rows and links to advice need no source; the rest does."""
    write(small_root, "playbook/templates/form.md", TEMPLATE)
    assert found(small_root) == ["2012", "2013", "4 March", "27"]


def test_case_field(small_root):
    """A citation anywhere in a field of a case study covers that field, and no other."""
    path = "case_studies/monmouthshire.md"
    text = (small_root / path).read_text(encoding="utf-8")
    before = next(line for line in text.splitlines() if line.startswith("before:"))
    change(small_root, path, before, "before: Blocked [@mon-guidance]. It was so in 2009.")
    assert found(small_root) == []
    change(small_root, path, "Blocked [@mon-guidance]. It was", "Blocked. It was")
    assert found(small_root) == ["2009"]


def test_origin(small_root):
    """The day on which an argument was suggested needs no source; what else is said of its origin does."""
    path = "playbook/arguments/same-as-the-phone.yml"
    assert "origin: Suggested by a council officer in 2026." in (small_root / path).read_text(encoding="utf-8")
    assert found(small_root) == []
    change(small_root, path, "origin: Suggested by", "origin: It is from a list of 2012. Suggested by")
    assert found(small_root) == ["2012"]


def test_plain_fields(small_root):
    """Plain fields stand beside their evidence and need no citation, which could not be written there."""
    change(small_root, "playbook/policy.md", "summary: How", "summary: Since 2012, how")
    assert found(small_root) == []


def test_site_pages(small_root):
    """The site's own pages are about the site, and are not looked at."""
    with (small_root / "docs/about.md").open("a", encoding="utf-8") as page:
        page.write("\nIt began in 2012.\n")
    assert found(small_root) == []


def test_exception(small_root):
    """An exception lets its sentence pass wherever the lines break, and is refused when the sentence changes."""
    change(small_root, "playbook/policy.md", "`[@acas-policy]` is how a citation is written.", "It was\nso in 2012.")
    write(
        small_root, UNCITED_PATH,
        "exceptions:\n  - path: playbook/policy.md\n    text: It was so in 2012.\n    reason: It is made up.\n",
    )  # fmt: skip
    assert found(small_root) == []
    change(small_root, "playbook/policy.md", "so in 2012.", "so in 2013.")
    problems = RULE.run(load(small_root), Settings(TODAY))
    assert [(problem.path, problem.line, problem.level) for problem in problems] == [
        ("playbook/policy.md", 47, "error"), (UNCITED_PATH, 3, "error"),
    ]  # fmt: skip


def test_real_exceptions_are_few_and_needed():
    """Each exception of the playbook itself is needed, and says why; they are few enough to be read."""
    content = load(ROOT)
    assert [problem for problem in RULE.run(content, Settings(TODAY)) if problem.path == UNCITED_PATH] == []
    assert len(content.uncited.model.exceptions) <= 20
