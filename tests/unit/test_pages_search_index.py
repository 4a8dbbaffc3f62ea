"""What the browser searches."""

import json

import pytest
from playbook_kit.models import Synonyms, Vocabulary
from playbook_kit.pages.search_index import in_both, search_data, search_records
from playbook_kit.plan import to_json


@pytest.fixture
def records(playbook, words):
    """The records of the small playbook."""
    return search_records(playbook, words)


@pytest.fixture
def by_address(records):
    """The records by kind and address."""
    return {(record.kind, record.address): record for record in records}


def test_records(records):
    """There is one record for each thing that can be found, those of a kind together: drafts and sources are none."""
    assert [(record.kind, record.address) for record in records] == [
        ("objection", "objections/time-wasting/"),
        ("argument", "arguments/same-as-the-phone/"),
        ("argument", "arguments/an-old-figure/"),
        ("chapter", "playbook/policy/"),
        ("advice", "playbook/policy/#do"),
        ("case-study", "case-studies/monmouthshire/"),
        ("template", "templates/trial-plan/"),
        ("tool", "should-i-reply/"),
        ("tool", "where-are-you-now/"),
        ("tool", "what-is-blocked/"),
        ("tool", "my-case/"),
        ("term", "glossary/#acas"),
        ("term", "glossary/#mistake"),
        ("term", "glossary/#share"),
        ("page", "about/"),
        ("page", "do-and-dont/"),
        ("page", "do-and-dont/by-role/"),
        ("page", "case-studies/compare/"),
        ("page", "sources/"),
        ("page", "topics/"),
        ("page", "whats-new/"),
    ]


def test_sections_hold_their_own_text(by_address):
    """A chapter's section has its anchor, and holds the text under its heading and nothing of the next."""
    sections = {one.anchor: one for one in by_address["chapter", "playbook/policy/"].sections if one.anchor}
    assert list(sections) == [
        "in-one-minute", "do", "do-not", "what-you-need-to-do", "how-to-check-that-it-works", "why", "if-it-goes-wrong",
    ]  # fmt: skip
    assert sections["how-to-check-that-it-works"].text == "Ask three people what it says."
    assert sections["do-not"].text == "do not copy a policy that you have not read."
    assert "ask when in doubt" in sections["what-you-need-to-do"].text
    assert sections["why"].heading == "Why"


def test_do_and_do_not_are_found(by_address):
    """A chapter's lists of what to do and not to do can be found by themselves."""
    assert [one.anchor for one in by_address["advice", "playbook/policy/#do"].sections] == ["do", "do-not", "what-you-need-to-do"]


def test_sections_after_an_opening(playbook):
    """Text before a chapter's first heading does not move the sections."""
    entry = next(iter(playbook.chapters.values()))
    first = min(heading.line for heading in entry.outline.headings)
    assert entry.body.split("\n")[entry.outline.headings[0].line - first + 1].startswith("## In one minute")


def test_other_wordings_are_found(by_address):
    """An objection is found by its terms, and by every way in which people say it, each a section of its own."""
    record = by_address["objection", "objections/time-wasting/"]
    assert "skiving" in record.also
    assert "They'll be on Facebook all day" in [one.text for one in record.sections if one.is_said]


def test_comebacks_are_found(by_address):
    """An argument is found by what they may say next."""
    assert any(one.is_said for one in by_address["argument", "arguments/same-as-the-phone/"].sections)


def test_audiences(by_address, playbook):
    """Objections are for those who say them, arguments for those whom they convince, chapters for those with tasks in them."""
    assert by_address["objection", "objections/time-wasting/"].audiences == playbook.objections["time-wasting"].model.said_by
    argument = playbook.arguments["same-as-the-phone"].model
    assert by_address["argument", "arguments/same-as-the-phone/"].audiences == argument.works_best_on
    assert by_address["chapter", "playbook/policy/"].audiences


def test_tools_are_found_by_what_they_say(by_address):
    """A tool is found by its questions, its answers, its outcomes and its steps, and not by its ids."""
    tree = " ".join(one.text for one in by_address["tool", "should-i-reply/"].sections)
    for said in ("Could somebody be in danger?", "No, and it is about danger", "Ring for help first", "Ring 999."):
        assert said in tree
    assert "ring-first" not in tree
    check = " ".join(one.text for one in by_address["tool", "where-are-you-now/"].sections)
    assert "Is there a policy?" in check and "Write one with staff" in check


def test_rows_of_the_tool_are_found(by_address):
    """“What is blocked?” is found by what stands on its list."""
    assert "YouTube" in by_address["tool", "what-is-blocked/"].also


def test_kinds_have_words(records, words):
    """Every kind of record has the words that readers see, in the choice of kinds and over results."""
    assert {record.kind for record in records} == set(words.group("search.kinds"))


def test_no_markup_reaches_the_reader(records):
    """No record's text holds a citation, an address of a link or a placeholder."""
    text = json.dumps([[one.title, one.lead, one.also, [(part.heading, part.text) for part in one.sections]] for one in records])
    assert not [mark for mark in ("[@", "](", "{{", "**") if mark in text]


def test_same_bytes(playbook, words):
    """The same playbook gives the same bytes."""
    assert search_data(playbook, words, None, to_json) == search_data(playbook, words, None, to_json)


def test_terms_are_found(by_address):
    """A term of the glossary is found by its other spellings, and what it means is its text."""
    term = by_address["term", "glossary/#mistake"]
    assert (term.title, term.also, term.lead) == ("mistake", ["slip"], "Something that went wrong and was not meant.")


def test_terms_lead_to_chapters(playbook, words):
    """A chapter is found by the terms of the glossary that lead to it, in all their spellings."""
    led = {term.chapter: term for term in playbook.glossary.model.terms if term.chapter}
    records = {record.address: record for record in search_records(playbook, words) if record.kind == "chapter"}
    for chapter, term in led.items():
        assert {term.term, *term.also} <= set(records[f"playbook/{chapter}/"].also)
    assert led


def test_found_by(playbook, words):
    """A page is found by the words that the vocabulary of the search gives it."""
    given = Synonyms.model_validate(
        {"ignored": [], "same": [], "found_by": [{"page": "playbook/policy", "words": ["ground rules"]}]}
    )
    records = {record.address: record for record in search_records(playbook, words, given)}
    assert "ground rules" in records["playbook/policy/"].also


def test_files(playbook, words):
    """The files of a language stand in a folder of its name, beside the one that says where everything is."""
    uris = [file.uri for file in search_data(playbook, words, None, to_json)]
    assert uris[0] == "search/en.json"
    assert all(uri.startswith("search/en/") for uri in uris[1:])


def test_what_is_called_otherwise_in_another_language(playbook, words):
    """Where a language has its own names for the closed lists, each finds what the first language says of the same thing."""
    own = playbook.vocabulary
    first = own.model_copy(update={"topics": [one.model_copy(update={"label": f"The {one.id}"}) for one in own.topics]})
    assert isinstance(first, Vocabulary)
    assert in_both(first, own) == [[f"The {one.id}", one.label] for one in own.topics]
    assert in_both(None, own) == in_both(own, own) == []


def test_the_names_of_another_language_find(playbook, words):
    """In the index of a language its own name of a topic and the first language's lead to the same row."""
    own = playbook.vocabulary
    first = own.model_copy(update={"topics": [one.model_copy(update={"label": "zeppelin"}) for one in own.topics[:1]]})
    synonyms = Synonyms(ignored=["the"], same=[])
    start = json.loads(search_data(playbook, words, synonyms, to_json, first=first)[0].text)
    assert start["concepts"]["zeppelin"] in [found for phrase, found in start["concepts"].items() if phrase != "zeppelin"]
