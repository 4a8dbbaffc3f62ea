"""The index of the search: words as they are looked up, groups of words, slips, weights and files."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playbook_kit.search import Record, Section, search_files
from playbook_kit.search.concepts import Concepts
from playbook_kit.search.spellings import spellings
from playbook_kit.search.stems import stem_of, tokenise
from playbook_kit.search.weights import MOST, SECTIONS, STEPS, count, impacts


def stems(text):
    """The stems of a text's words."""
    return [stem_of("en")(word) for word in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They’ll say it's DOWN", ["they", "say", "it", "down"]),
        ("don't, can’t", ["dont", "cant"]),
        ("Caffi Ŵyn — naïve", ["caffi", "wyn", "naive"]),
        ("What IT says", ["what", "ict", "says"]),
        ("IT IS LOUD", ["it", "is", "loud"]),
        ("24/7, two-step", ["24", "7", "two", "step"]),
        ("", []),
    ],
)
def test_tokenise(text, words):
    """Words are in small letters, without accents and without the ends of short forms; IT is a department."""
    assert tokenise(text) == words


@pytest.mark.parametrize(
    "alike",
    [
        ("organise", "organize", "organised", "organizing"), ("colour", "color", "colours"),
        ("behaviour", "behavior"), ("hack", "hacked", "hacking", "hacks"), ("policy", "policies"),
        ("criticise", "criticizing"),
    ],
)  # fmt: skip
def test_stems_are_british_too(alike):
    """All forms of a word, as spelled in Britain and in America, have one stem."""
    assert len({stem_of("en")(word) for word in alike}) == 1


def test_other_languages_have_their_words_as_they_are():
    """A language without a stemmer keeps its words."""
    assert stem_of("cy")("cynghorau") == "cynghorau"


def test_concepts():
    """A group's words and phrases give its key wherever they stand; a phrase needs all its words, in a row."""
    concepts = Concepts([["waste time", "skive"], ["time"]], stems)
    assert concepts.keys(stems("wasting time")) == ["=0", "=1"]
    assert concepts.keys(stems("time to waste")) == ["=1"]
    assert concepts.keys(stems("they skived, skiving")) == ["=0", "=0"]


def test_spellings():
    """A word stands under its first two letters and under its last two, with its length, the commonest first."""
    found = spellings({"policy": 2, "police": 5, "two": 9, "2026": 3})
    assert found == {"^po6": "police policy", "$ce6": "police", "$cy6": "policy"}


@given(st.text(alphabet="abcdefg", min_size=5, max_size=9), st.data())
def test_a_slip_leaves_one_key(word, data):
    """Whatever one letter is changed, left out, put in or swapped with the next, a key of the word can still be made."""
    at = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from("abcdefg"))
    slips = [word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :]]
    if at + 1 < len(word):
        slips.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    keys = set(spellings({word: 1}))
    for slip in slips:
        made = {key for more in (-1, 0, 1) for key in (f"^{slip[:2]}{len(slip) + more}", f"${slip[-2:]}{len(slip) + more}")}
        assert made & keys


def record(title, *texts, **given):
    """A record with these sections."""
    return Record("chapter", title, f"{title}/", sections=[Section(text) for text in texts], **given)


def weights(*records):
    """The rows of an index of these records."""
    return impacts(count(records, "en", Concepts([], stems), frozenset()), len(records))


def test_rows():
    """A row has how rare the word is, then each section by its distance from the last, and how much the word says there."""
    row = weights(record("one", "apple pear", "pear"), record("two", "pear"))["pear"]
    assert row[1::2] == [1, 1, SECTIONS - 1]
    assert all(0 < one <= STEPS for one in row[2::2])


def test_rare_words_count_more():
    """A word of one record is rarer than a word of all; even that is worth something."""
    rows = weights(record("one", "apple pear"), record("two", "pear"), record("three", "pear"))
    assert rows["appl"][0] > rows["pear"][0] >= 1


def test_rows_are_bounded():
    """A word that everything says has a row no longer than others: only what it says most about is kept."""
    rows = weights(*(record(f"page {number}", *["council says so"] * 10) for number in range(60)))
    assert len(rows["council"]) == 1 + 2 * MOST


def test_too_many_sections():
    """Sections beyond those that are told apart are found with the last of them."""
    many = record("long", *(f"word{number}" for number in range(SECTIONS + 20)))
    assert weights(many)[f"word{SECTIONS + 19}"][1] == SECTIONS - 1


def test_files_hold_every_key_in_order():
    """Parts follow each other in the order of their keys, and the first file says with which key each begins."""
    records = [record(f"page {number}", f"council policy number{number} " * 30) for number in range(200)]
    files = search_files(records, "en", {}, ["the"], [["council", "authority"]])
    parts = [files[f"en/part-{number}"] for number in range(len(files["en"]["parts"]))]
    keys = [key for part in parts for key in part]
    assert keys == sorted(keys) and len(parts) > 1
    assert files["en"]["parts"] == [next(iter(part)) for part in parts]
    assert {"=0", "council", "^co7", "$il7"} <= set(keys)


def test_ignored_words_have_no_rows():
    """A word that says nothing is not looked up, in any of its forms, and nobody is taken to have meant it."""
    keys = {key for name, part in search_files([record("a", "asking apples")], "en", {}, ["ask"]).items() if "part" in name for key in part}
    assert "ask" not in keys and "appl" in keys and "^as6" not in keys


def test_audiences_have_files():
    """Which records are for an audience stands in a file of its own."""
    files = search_files([record("a", "x"), record("b", "y", audiences=["hr"])], "en", {})
    assert files["en/for-hr"] == [1]


def size(value):
    """The bytes of a file, packed."""
    return len(gzip.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()))


def test_start_is_small():
    """What is fetched before anything else stays small."""
    records = [record(f"page {number}", f"council policy number{number} " * 30) for number in range(200)]
    assert size(search_files(records, "en", {})["en"]) < 2_000
