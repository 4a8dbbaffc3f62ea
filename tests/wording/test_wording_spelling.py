"""The content is spelled as in British English, by a dictionary and the project's own list of words."""

import pytest
from site_help import ROOT
from small_playbook import write_small_playbook
from wording_said import mend, spelling, unused
from wording_spelling import is_british, own_words, unknown_words, unused_words


@pytest.fixture
def small(tmp_path):
    """A function that puts a text into a chapter of a small playbook and gives the words that nobody knows there."""

    def found(
        text: str, path: str = "playbook/policy.md", old: str = "Ask three people.", own: tuple = ("Acas", "Anytown")
    ):
        root = write_small_playbook(tmp_path / str(len(list(tmp_path.iterdir()))))
        before = (root / path).read_text(encoding="utf-8")
        assert before.count(old) == 1
        (root / path).write_text(before.replace(old, text), encoding="utf-8")
        return [str(unknown) for unknown in unknown_words(root, [*own, *own_words()]) if unknown.path == path]

    return found


def test_every_word_is_known():
    """Every word of the content is in the dictionary or in tests/dictionary/words.txt: mend it, or add it there."""
    mend(spelling(unknown_words(ROOT, own_words())))


def test_every_own_word_is_used():
    """Every word in words.txt stands in the content and is not in the dictionary: take the others out."""
    mend(unused(unused_words(ROOT, own_words())))


def test_own_words_are_sorted():
    """The words in words.txt stand one to a line, each once, in the order of the alphabet whatever their capitals."""
    words = own_words()
    assert words == sorted(set(words), key=lambda word: (word.casefold(), word))
    assert [word for word in words if word != word.strip() or not word] == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ask three peeple.", "peeple"),
        ("Ask\nthe **recieving** team.", "recieving"),
        ("See [the polcy](policy.md).", "polcy"),
        ("The council's colour is grey, its color is not.", "color"),
        ("We organise, we do not organize.", "organize"),
        ("You analyse; they Analyze.", "Analyze"),
        ("Go toward it.", "toward"),
        ("A pre-electoin period.", "electoin"),
        ("It said “yes\nand no”\nand [more](https://example.org/a_(b)) abuot it.", "abuot"),
        ("| Ask | Asq |\n| --- | --- |", "Asq"),
    ],
)
def test_wrong_word(small, text, wrong):
    """A word that is misspelled, or spelled as in America, is named with its file and its line."""
    line = 34 + text[: text.index(wrong)].count("\n")
    assert small(text) == [f"playbook/policy.md:{line}: {wrong}"]


@pytest.mark.parametrize(
    "text",
    [
        "Set `colour: gray` here.",
        "See <https://example.org/color> or https://example.org/center.",
        "See [the page](https://example.org/center/#color).",
        "It said “the best program for your center” in 2012.",
        'It said "the best\ncenter" in 2012.',
        "Write to centre@color.example.org, at 9am, about #colorday and @colorfan.",
        "It is so [@acas-policy; review by 2027-05-21].",
        "It has the size of a prize that was seized.",
        "The officers’ and the council’s own words aren’t wrong.",
        "Acas's advice, and that of {{ council.name }}.",
    ],
)
def test_left_out(small, text):
    """Code, addresses, ids, tags, placeholders and quotations are left out, and true words are not refused."""
    assert small(text) == []


def test_source_title(small):
    """A source's title keeps its publisher's spelling where the text names it."""
    old, title = "title: Social media in the workplace", "Social media in the werkplace"
    assert small(f"title: {title}", "playbook/sources/acas-policy.yml", old) == []
    assert small(f"We read {title} twice.") == ["playbook/policy.md:34: werkplace"]


@pytest.mark.parametrize(
    ("path", "old", "line"),
    [
        ("playbook/arguments/same-as-the-phone.yml", "That was years ago.", 11),
        ("playbook/objections/time-wasting.yml", "It is a distraction", 5),
        ("playbook/vocabulary.yml", "Ground rules", 5),
        ("case_studies/anytown.md", "Nothing was measured.", 18),
        ("docs/index.md", "Where to begin.", 3),
        ("playbook/tombstones/the-phone-line.yml", "It said the same.", 3),
        ("theme/words/en.yml", "Skip to the main text", 3),
    ],
)
def test_every_kind_of_file(small, path, old, line):
    """The words of every kind of file are read, those that the interface says among them."""
    assert small("A mispelling", path, old) == [f"{path}:{line}: mispelling"]


def test_own_word(small, tmp_path):
    """A word in the project's list is known, with capitals too; with a capital in the list, only so."""
    text = "The blorp, Blorp and Wugby's wugby."
    assert small(text, own=("blorp", "Wugby")) == ["playbook/policy.md:34: wugby"]
    assert unused_words(tmp_path / "0", ["blorp", "Wugby", "idle", "council"]) == ["idle", "council"]


@pytest.mark.parametrize(
    "word", ["realize", "organization", "realized", "analyze", "center", "defense", "labor", "favorite"]
)
def test_american(word):
    """An American spelling is not taken for British."""
    assert not is_british(word)


@pytest.mark.parametrize(
    "word", ["realise", "organisation", "analysed", "centre", "defence", "labour", "favourite", "size"]
)
def test_british(word):
    """A British spelling is known."""
    assert is_british(word)
