"""Reading ease: what is counted, what is left out, and how easy the chapters are."""

import json

import pytest
from playbook_kit.cli import main
from playbook_kit.content import load
from playbook_kit.problem import Problem
from playbook_kit.readability import EASE_NEEDED, measure, prose, readability, syllables
from playbook_kit.report import as_text
from unit_help import ROOT, change

REAL = load(ROOT)
CHAPTERS = {page.path: page for page in readability(REAL) if page.kind == "chapter"}
MOST_WORDS = 16


def hard_to_read(path: str, said: str, fix: str) -> None:
    """Fail in the form of `playbook check`, without what the program was doing."""
    pytest.fail(f"\n{as_text([Problem(path, 1, 1, '', said, fix, rule='readability')])}", pytrace=False)


@pytest.mark.parametrize("path", [item.path for item in REAL.of("chapter")])
def test_chapter_is_easy_enough(path):
    """This chapter has a reading ease of 50 or more, as the guide for writers asks."""
    page = CHAPTERS[path]
    assert EASE_NEEDED == 50
    if page.ease < EASE_NEEDED:
        said = f"This chapter is hard to read: its reading ease is {page.ease}, and at least {EASE_NEEDED} is wanted."
        hard_to_read(path, said, "Cut long sentences in two, and take short words where there are any. Others help if you ask.")


@pytest.mark.parametrize("path", [item.path for item in REAL.of("chapter")])
def test_sentences_are_short(path):
    """This chapter's sentences have fewer than 16 words on average."""
    page = CHAPTERS[path]
    if page.words_per_sentence >= MOST_WORDS:
        said = f"Its sentences have {page.words_per_sentence} words on average, and fewer than {MOST_WORDS} are wanted."
        hard_to_read(path, said, "Cut the longest sentences in two. `playbook readability` shows what that does.")


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("council", 2), ("media", 3), ("policy", 3), ("information", 4), ("two-step", 2), ("2012", 1),
        ("it's", 1), ("COUNCIL", 2),
    ],
)  # fmt: skip
def test_syllables(word, count):
    """Syllables are counted in common words, in each part of a word with a hyphen, and one for a number."""
    assert syllables(word) == count


def test_formula():
    """Ease is Flesch's: from 206.835, 1.015 for each word in a sentence and 84.6 for each syllable in a word."""
    page = measure(["The cat sat on the mat. It sat.", "The cat sat"], "a.md", "chapter")
    assert (page.words, page.sentences, page.syllables) == (11, 3, 11)
    assert (page.words_per_sentence, page.ease) == (3.7, round(206.835 - 1.015 * 11 / 3 - 84.6, 1))


def test_nothing_to_read():
    """A page without a word has no reading ease."""
    assert measure(["", "…"], "a.md", "chapter") is None


def test_prose_is_what_is_read(small_root):
    """Paragraphs and list entries are read, without citations, addresses, headings, tables and code."""
    change(
        small_root, "playbook/policy.md", "\n## Why\n",
        "\n## Why\n\nSee [*this*](policy.md) [@acas-policy].\n\n| Cell |\n| --- |\n| In it |\n\n```\ncode\n```\n",
    )  # fmt: skip
    item = next(item for item in load(small_root).of("chapter") if item.id == "policy")
    found = list(prose(item))
    assert "See this." in found
    assert not {"Why", "Cell", "In it", "code"} & set(found)


def test_fields_that_hold_sentences_are_prose(content):
    """Of a file of fields, those that hold sentences are read, and neither names nor ids."""
    item = next(item for item in content.of("argument") if item.id == "same-as-the-phone")
    text = " ".join(prose(item))
    assert item.model.short.split(" without")[0] in text and item.model.concession.split(" [")[0] in text
    assert item.model.title not in list(prose(item)) and "time-wasting" not in text


def run(capsys, *arguments):
    """The exit code and the output of the command."""
    with pytest.raises(SystemExit) as ended:
        main(["readability", *map(str, arguments)])
    return ended.value.code or 0, capsys.readouterr().out


HARD = (
    "Notwithstanding organisational considerations, interdepartmental responsibilities necessitate comprehensive "
    "administrative documentation, accountability, standardisation and continuous institutional reconsideration.\n\n"
)


@pytest.mark.parametrize("hard", [False, True])
def test_command(capsys, small_root, hard):
    """The command lists the hardest page first, marks a chapter that is too hard, and then ends with 1."""
    if hard:
        change(small_root, "playbook/policy.md", "\n## Why\n", f"\n## Why\n\n{HARD * 9}")
    code, out = run(capsys, "--root", small_root)
    lines = out.splitlines()
    assert code == int(hard)
    assert lines[0].split() == ["ease", "words", "a", "sentence", "words", "page"]
    assert [line.startswith("!") for line in lines if line.endswith("playbook/policy.md")] == [hard]
    assert lines[-1] == (
        "Chapters that need shorter sentences and words to reach 50: 1, marked with “!”." if hard
        else "Every chapter has a reading ease of 50 or more."
    )  # fmt: skip
    eases = [float(line[1:6]) for line in lines[1:-1]]
    assert eases == sorted(eases) and len(eases) > 3


def test_command_json(capsys, small_root):
    """With --json the same figures come as one JSON object."""
    code, out = run(capsys, "--json", "--root", small_root)
    found = json.loads(out)
    assert (code, found["total"], found["too_hard"], found["ease_needed"]) == (0, len(found["items"]), 0, 50)
    page = next(item for item in found["items"] if item["path"] == "playbook/policy.md")
    assert set(page) == {"path", "kind", "ease", "words_per_sentence", "words", "sentences", "too_hard"}
    assert [item["ease"] for item in found["items"]] == sorted(item["ease"] for item in found["items"])
