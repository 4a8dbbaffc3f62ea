"""What stands in the files of the index, on a few made-up records."""

import pytest
from playbook_kit.pages.search_index import _MADE
from playbook_kit.rules.search_words import MADE
from playbook_kit.search import Record, Section, search_files
from playbook_kit.search.stems import stem_of
from playbook_kit.search.weights import pairs

IGNORED = ["the", "is", "it", "say", "nothing", "for", "if", "we"]
RECORDS = [
    Record(
        "objection", "The first", "first/", "A lead.", ["say nothing", "own goal"], [Section("Own the kick", is_said=True)],
    ),
    Record("page", "The second", "second/", "Nothing is said.", [], [Section("It is an own goal.", "Heading")]),
]  # fmt: skip


@pytest.fixture(scope="module")
def rows():
    """All rows of the index."""
    files = search_files(RECORDS, "en", {"for": {}}, IGNORED)
    return {key: row for name, part in files.items() if "/part-" in name for key, row in part.items()}


def test_neighbours_have_rows(rows):
    """Words that stand beside each other in a title, in other words for a page or in what is said have a row together,
    in whichever order, also if they say nothing by themselves; in running text they have none.
    """
    assert {"noth say", "goal own", "kick the", "first the"} <= set(rows)
    assert rows["goal own"][1:3] == [0, rows["goal own"][2]] and len(rows["goal own"]) == 3
    assert "noth is" not in rows


def test_neighbours_end_with_what_says_nothing():
    """A word that says something comes first, so that its neighbours lie in the index where it lies itself."""
    assert pairs(["the", "zebra", "ant"], {"the"}) == ["zebra the", "ant zebra"]
    assert pairs(["ant", "zebra"], set()) == pairs(["zebra", "ant"], set())


def test_neighbours_end_with_a_phrase(rows):
    """The last word of one phrase is no neighbour of the first of the next."""
    assert "noth own" not in rows and "own noth" not in rows


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("accessibility", "access"), ("officer", "office"), ("publicity", "public"), ("authority", "author"),
        ("experience", "experiment"), ("personal", "person"), ("several", "severe"), ("importance", "import"),
        ("parking", "parks"),
    ],
)  # fmt: skip
def test_stems_apart(one, other):
    """Words that the stemmer takes for each other, and that mean different things here, are told apart."""
    stem = stem_of("en")
    assert stem(one) != stem(other)


def test_stems_together():
    """Forms of such a word stay together."""
    stem = stem_of("en")
    together = ["accessible accessibility", "officer officers", "authority authorities", "experience experienced"]
    for forms in map(str.split, together):
        assert len({stem(one) for one in forms}) == 1


def test_what_is_elsewhere_is_in_the_first_file():
    """The first file names as stems what the site says nothing of, without words that say nothing, and what it is about,
    with them.
    """
    about = {"elsewhere": ["it is a bin", "bins", "say it"], "subject": ["We tweeted"]}
    start = search_files(RECORDS, "en", {"for": {}}, IGNORED, **about)["en"]
    assert start["elsewhere"] == ["a bin", "bin"] and start["subject"] == ["we tweet"]


def test_words_of_groups_can_be_misspelt():
    """A word that stands in a group alone can be what was meant."""
    files = search_files(RECORDS, "en", {"for": {}}, IGNORED, [["goal", "slander"]])
    assert "slander" in {key: row for name, part in files.items() if "/part-" in name for key, row in part.items()}["^sl7"]


def test_made_pages_can_be_named():
    """Words can be given to each page that is made of many files."""
    assert set(MADE) == {place.strip("/") for place in _MADE.values()} | {"my-case"}
