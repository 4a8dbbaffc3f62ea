"""What the browser searches."""

import json

import pytest
from playbook_kit.pages.search_index import search_index
from playbook_kit.plan import to_json


@pytest.fixture
def records(playbook, words):
    """The records of the small playbook."""
    return search_index(playbook, words)["items"]


def test_records(records):
    """There is one record for each thing that can be found: drafts, sources and the home page are none."""
    assert [(record["kind"], record["address"]) for record in records] == [
        ("objection", "objections/time-wasting/"),
        ("argument", "arguments/same-as-the-phone/"),
        ("argument", "arguments/an-old-figure/"),
        ("chapter", "playbook/policy/"),
        ("chapter", "playbook/policy/#in-one-minute"),
        ("chapter", "playbook/policy/#do"),
        ("chapter", "playbook/policy/#do-not"),
        ("chapter", "playbook/policy/#what-you-need-to-do"),
        ("chapter", "playbook/policy/#how-to-check-that-it-works"),
        ("chapter", "playbook/policy/#why"),
        ("chapter", "playbook/policy/#if-it-goes-wrong"),
        ("case-study", "case-studies/monmouthshire/"),
        ("template", "templates/trial-plan/"),
        ("decision-tree", "should-i-reply/"),
        ("self-check", "where-are-you-now/"),
        ("blocked", "what-is-blocked/"),
        ("term", "glossary/#acas"),
        ("term", "glossary/#mistake"),
        ("term", "glossary/#share"),
        ("page", "about/"),
    ]


def test_record_ids_count_up(records):
    """Each record's id is its place in the list."""
    assert [record["id"] for record in records] == list(range(len(records)))


def test_sections_hold_their_own_text(records):
    """A chapter's section holds the text under its heading, and nothing of the next."""
    text = {record["address"]: record["text"] for record in records}
    assert text["playbook/policy/#how-to-check-that-it-works"] == "Ask three people what it says."
    assert text["playbook/policy/#do-not"] == "- do not copy a policy that you have not read"
    assert "ask when in doubt" in text["playbook/policy/#what-you-need-to-do"]
    assert text["playbook/policy/#if-it-goes-wrong"] == "1. Say so."


def test_sections_after_an_opening(playbook, words):
    """Text before a chapter's first heading does not move the sections."""
    entry = next(iter(playbook.chapters.values()))
    first = min(heading.line for heading in entry.outline.headings)
    assert entry.body.split("\n")[entry.outline.headings[0].line - first + 1].startswith("## In one minute")


def test_other_wordings_are_found(records):
    """An objection is found by every way in which people say it, and by its terms."""
    also = records[0]["also"]
    assert "They'll be on Facebook all day" in also and "skiving" in also


def test_tools_are_found_by_what_they_say(records):
    """A tool is found by its questions, its answers, its outcomes and its steps, and not by its ids."""
    text = {record["kind"]: record["text"] for record in records}
    for said in ("Could somebody be in danger?", "No, and it is about danger", "Ring for help first", "Ring 999."):
        assert said in text["decision-tree"]
    assert "ring-first" not in text["decision-tree"]
    assert "Is there a policy?" in text["self-check"] and "Write one with staff" in text["self-check"]


def test_kinds_have_words(playbook, words):
    """Every kind of record has the words that readers see."""
    index = search_index(playbook, words)
    assert index["kinds"] == {
        "objection": "What people say", "argument": "Argument", "chapter": "Chapter", "case-study": "Case study",
        "template": "Template", "decision-tree": "Tool", "self-check": "Tool", "page": "About this site",
        "blocked": "Tool", "term": "Word explained",
    }  # fmt: skip


def test_no_markup_reaches_the_reader(records):
    """No record's text holds a citation, an address of a link or a placeholder."""
    text = json.dumps([[record["text"], record["title"], record["also"]] for record in records])
    assert not [mark for mark in ("[@", "](", "{{", "**") if mark in text]


def test_same_bytes(playbook, words):
    """The same playbook gives the same bytes."""
    assert to_json(search_index(playbook, words)) == to_json(search_index(playbook, words))


def test_terms_are_found(records):
    """A term of the glossary is found by its other spellings, and what it means is its text."""
    term = next(record for record in records if record["address"] == "glossary/#mistake")
    assert (term["title"], term["also"], term["text"]) == (
        "mistake", "slip", "Something that went wrong and was not meant."
    )  # fmt: skip


def test_rows_of_the_tool_are_found(records):
    """“What is blocked?” is found by what stands on its list."""
    assert "YouTube" in next(record for record in records if record["kind"] == "blocked")["also"]
