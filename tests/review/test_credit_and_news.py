"""Who is thanked, who uses the playbook, and what is new: all of it from the files alone."""

import re

import pytest
from playbook_kit.plan import make_plan
from playbook_kit.report import as_text
from small_playbook import FILES, TODAY, problems_of, write, write_small_playbook

DATED = (
    "playbook/arguments/same-as-the-phone.yml", "playbook/objections/time-wasting.yml", "playbook/policy.md",
    "playbook/templates/trial-plan.md", "case_studies/anytown.md", "playbook/tools/should-i-reply.yml",
    "playbook/tools/self-check.yml",
)  # fmt: skip
NAME = "Zuleika Quux"


@pytest.fixture
def root(tmp_path):
    """The small playbook."""
    return write_small_playbook(tmp_path)


def put(root, path, lines):
    """Add lines to an item's facts."""
    write(root, path, FILES[path].replace("added_on:", f"{lines}\nadded_on:", 1).encode())


def pages(root, today=TODAY):
    """Every page's Markdown by its address."""
    plan = make_plan(root, today)
    assert plan.pages, as_text(plan.problems)
    return {page.uri: page.body for page in plan.pages}


@pytest.mark.parametrize("path", DATED)
def test_credit_on_every_kind(root, path):
    """Whoever helped with an item of any kind is thanked on its page, and on the page of contributors with a link to it."""
    put(root, path, f"contributors: [{NAME}]\norganisations: [Anytown Library]")
    made = pages(root)
    assert [uri for uri, body in made.items() if f"With thanks to {NAME}, Anytown Library." in body]
    people, _, others = made["contributors.md"].partition("## Organisations")
    assert f"- **{NAME}**: [" in people and "- **Anytown Library**: [" in others


def test_one_name_for_many_items(root):
    """A name on two items, spelled with other capitals, is one entry with two links."""
    put(root, DATED[0], f"contributors: [{NAME}]")
    put(root, DATED[1], f"contributors: [{NAME.upper()}]")
    body = pages(root)["contributors.md"]
    assert len(re.findall(NAME, body, re.I)) == 1 and body.count("](objections/") == 1 and body.count("](arguments/") == 1


def test_nobody_has_to_be_named(root):
    """Without names nobody is thanked, and the page of contributors says that nobody asked to be named."""
    made = pages(root)
    assert not [uri for uri, body in made.items() if "With thanks to" in body]
    assert "Nobody has asked to be named yet." in made["contributors.md"]
    assert "Nobody is listed yet." in made["contributors.md"]


def test_a_name_taken_out_leaves_no_trace(root):
    """A name that is taken out of the items stands in no page and in no file of the site."""
    for path in DATED:
        put(root, path, f"contributors: [{NAME}]")
    def everywhere():
        plan = make_plan(root, TODAY)
        texts = [*(page.body + str(page.facts) for page in plan.pages), *(str(one.text) for one in plan.data)]
        return sum(NAME in text for text in texts)

    assert everywhere() > len(DATED)
    for path in DATED:
        write(root, path, FILES[path].encode())
    assert everywhere() == 0


def test_who_uses_it(root):
    """An organisation that asked to be named is listed with its country, its address and what it says, sorted by name."""
    write(root, "playbook/used-by.yml", b"""organisations:
  - {name: Ztown Council, country: uk, added_on: 2026-11-21}
  - {name: Anytown Council, country: uk, address: "https://anytown.example/", says: We *use* it, added_on: 2026-11-21}
""")
    body = pages(root)["contributors.md"]
    assert "- [Anytown Council](https://anytown.example/), UK: “We \\*use\\* it”\n- Ztown Council, UK\n" in body


def test_changes_are_told_by_day(root):
    """A change that an item tells of stands under its day among what is new, once that day has come."""
    put(root, DATED[0], "changes:\n  - {on: 2027-02-03, what: A newer figure.}\n  - {on: 2027-03-04, what: Another *one*.}")
    assert "A newer figure" not in pages(root)["whats-new.md"]
    body = pages(root, TODAY.replace(year=2027, month=2, day=3))["whats-new.md"]
    assert body.index("## 3 February 2027") < body.index("[Same as the phone](arguments/same-as-the-phone.md): A newer figure.")
    assert "Another" not in body and body.index("## 3 February") < body.index("## 21 November 2026")


def test_what_has_gone_is_told(root):
    """What is gone stands under its day with the reason."""
    assert "**What has gone**\n\n- the-phone-line: It said the same." in pages(root)["whats-new.md"]


def test_the_feed_tells_of_the_change(root):
    """The feed's entry of an item that tells of a change has the day and the sentence of the latest one."""
    put(root, DATED[0], "changes:\n  - {on: 2027-02-03, what: A newer figure.}\n  - {on: 2027-03-04, what: Another.}")
    feed = next(one.text for one in make_plan(root, TODAY.replace(year=2027, month=2, day=4)).data if one.uri == "feed.xml")
    entry = next(part for part in feed.split("<entry>") if "arguments/same-as-the-phone" in part)
    assert "Changed: Same as the phone" in entry and "A newer figure." in entry and "2027-02-03T" in entry


def test_dates_come_from_files_alone(root, monkeypatch):
    """What is new is the same in a copy without git and with other times on its files."""
    before = pages(root)["whats-new.md"]
    monkeypatch.setenv("PATH", "")
    for path in root.rglob("*"):
        if path.is_file():
            path.touch()
    assert pages(root)["whats-new.md"] == before


def test_changes_are_checked(root):
    """A change without a sentence, or with a day that is none, is refused like any other field."""
    put(root, DATED[0], "changes:\n  - {on: 3/2/27, what: A newer figure.}\n  - {on: 2026-11-21}")
    assert [problem.field for problem in problems_of(root)] == ["changes, entry 1, on", "changes, entry 2, what"]
