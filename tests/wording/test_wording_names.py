"""Nobody is invented: every name of a person or body in the content stands beside the source that bears it."""

import re

import pytest
from site_help import ROOT
from small_playbook import write_small_playbook
from wording_names import NAMES, Entry, faults, listed, names_in, unlisted
from wording_passages import prose
from wording_said import mend
from wording_said import names as names_said


@pytest.fixture
def small(tmp_path):
    """A function that gives a small playbook with a text in one of its chapters."""

    def made(text: str = "Ask three people."):
        root = write_small_playbook(tmp_path / "playbook")
        path = root / "playbook" / "policy.md"
        path.write_text(path.read_text(encoding="utf-8").replace("Ask three people.", text), encoding="utf-8")
        return root

    return made


def names(text: str) -> list[str]:
    """The names in a Markdown text."""
    return [name for _, name in names_in(prose(text))]


def test_every_name_is_listed():
    """Every name in the content is in tests/names.yml: add it there with its source, or with why it needs none."""
    mend(names_said(unlisted(ROOT, listed())))


def test_the_list_is_right():
    """Each name in the list is used, and its sources are there and bear it, or a note says where they do."""
    assert faults(ROOT, listed()) == []


def test_each_name_once():
    """No name stands twice in the list."""
    keys = re.findall(r'^"?([^#\s"][^:"]*)"?:', NAMES.read_text(encoding="utf-8"), re.M)
    assert len(keys) > 400 and sorted(keys) == sorted(set(keys))
    assert sorted(keys) == sorted(entry.name for entry in listed())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was agreed by Jane Example in May.", ["Jane Example"]),
        ("Jane Example agreed it.", ["Jane Example"]),
        ("Southshire agreed it.", ["Southshire"]),
        ("Nobody at the University of Southshire agreed.", ["University of Southshire"]),
        ("We asked the\nNational Office\nfor the Sea.", ["National Office for the Sea"]),
        ("Ask Southshire's Jane Example.", ["Southshire", "Jane Example"]),
        ("The case of Smith v Southshire is old.", ["Smith v Southshire"]),
        ("- **Southshire:** it has rules", ["Southshire"]),
        ("| Who | What |\n| --- | --- |\n| Southshire | Rules |", ["Southshire"]),
        ("> “Go away,” said Jane Example.", ["Jane Example"]),
        ("As [Southshire’s policy](a.md) says [@jane-example].", ["Southshire"]),
        ("The ABC-DEF and Q4 reports.", ["ABC-DEF", "Q4"]),
        ("It ended with the Council.", ["Council"]),
    ],
)
def test_is_a_name(text, found):
    """A word with a capital is a name in the middle of a sentence, and at its start if it is no ordinary word."""
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ask the people. Then wait. Who knows?",
        "## Talk to security\n\n- Start small\n- “Keep it short”\n\n1. Say so.",
        "> **Risk it answers:** nobody knows. (Most do not.) *Some* do.\n>\n> **Carries out:** [Start small](a.md#do)",
        "| Who | What |\n| --- | --- |\n| Staff | Rules |",
        "See [Same as the phone](a.md) on Monday, 3 March, when I'm there and I say so.",
        "Run `Jane Example` at https://example.org/Jane or ask @Jane about #Jane.",
        "[If you agree.] In our words: it works.",
    ],
)
def test_is_no_name(text):
    """Ordinary words that begin something are no names, nor are days, months, code, addresses, accounts or tags."""
    assert names(text) == []


def test_unlisted_name(small):
    """A name that is not in the list is said with file, line and name; one in the list is not, nor a part of it."""
    root = small("We asked Jane\nExample, of the Southshire Office, and Southshire.")
    found = [str(one) for one in unlisted(root, [Entry("Southshire Office")]) if one.line >= 34]
    assert [one for one in found if one.startswith("playbook/policy.md")] == [
        "playbook/policy.md:34: Jane Example", "playbook/policy.md:35: Southshire",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            Entry("Anytown", ("acas-policy",)),
            "Anytown: not in the title, author or publisher of acas-policy; say in a note where it stands",
        ),
        (Entry("Acas", ("no-such",)), "Acas: there is no source no-such"),
        (Entry("Jane Example", reason="a place"), "Jane Example: stands nowhere in the content; take it off the list"),
        (Entry("Acas", reason=" "), "Acas: has neither a source nor a reason for having none"),
    ],
)
def test_faults(small, entry, fault):
    """An entry that is not used, has no such source, or whose source does not bear it without a note, is refused."""
    assert faults(small(), [entry]) == [fault]


@pytest.mark.parametrize(
    "entry",
    [
        Entry("Acas", ("acas-policy",)),
        Entry("Anytown", ("acas-policy",), note="In its text."),
        Entry("Facebook", reason="a platform"),
    ],
)
def test_no_fault(small, entry):
    """An entry is right with a source that bears it, with a note, or with a reason."""
    assert faults(small(), [entry]) == []
