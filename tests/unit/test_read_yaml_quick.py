"""Reading values quickly gives what reading with care gives, and leaves to that whatever somebody has to be told."""

import random

import pytest
import yaml
from odd_pieces import ODD
from playbook_kit.checked import check_content
from playbook_kit.content import load
from playbook_kit.read import yaml_text
from playbook_kit.read.yaml_quick import STRANGE, quick_values
from playbook_kit.read.yaml_text import Document, Mark, parse_yaml
from small_playbook import ARGUMENT, BLOCKED, GLOSSARY, TREE
from unit_help import GOLDEN, ROOT, TODAY, change

TEXTS = [ARGUMENT, GLOSSARY, TREE, BLOCKED, *(path.read_text(encoding="utf-8") for path in sorted(GOLDEN.rglob("*.yml")))]
PIECES = [
    *ODD, " #tag", " # remark", "\n  - ", "\n- ", ": ", "&a ", "*a", "!tag ", "[", "]", "{a: b}", '"', "'", "\t", "\u00a0", "---\n", "...\n",
    "no", "3.10", "2026-02-30", "2026-11-21", "~", "|\n  a\n", ">-\n  a\n", '"\\u200b"', "? ", "title: ", "\\", "%YAML 1.1\n", "<<: ",
]  # fmt: skip


def agrees(text):
    """Whether a quick reading of a text gives the values of the careful one, or leaves it to that; if it was quick."""
    found, careful = quick_values(text), yaml_text._read_with_care(text, "a.yml", 1)
    if found is STRANGE:
        return False
    assert repr(found) == repr(careful.value)
    assert careful.problems == []
    return True


def test_right_files_are_read_quickly():
    """Every real file of fields is read quickly, and says what it says to the careful reader."""
    paths = sorted((ROOT / "playbook").rglob("*.yml"))
    assert paths and [path for path in paths if not agrees(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("seed", range(40))
def test_damaged_texts_are_read_alike(seed):
    """Whatever is put into a text, the quick reader says the same as the careful one or leaves it alone."""
    chance = random.Random(f"quick {seed}")
    outcomes = []
    for _ in range(25):
        text = chance.choice(TEXTS)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(text))
            text = text[:at] + chance.choice(PIECES) + text[at + chance.choice([0, 0, 0, 1, 40]) :]
        outcomes.append(agrees(text))
    assert set(outcomes) == {True, False}


@pytest.mark.parametrize("text", ["", "a", "- a", "# only a remark", "a: {b: [c, {d: e}]}", "a: ''\nb:\n", "? a\n: b", "a: b\n...\n"])
def test_small_texts(text):
    """Texts of every shape, empty ones too, are read quickly and alike."""
    assert agrees(text)


def test_a_fault_of_a_reader_comes_out(monkeypatch):
    """What is no fault of a text is not taken for one: it comes out as it is."""
    monkeypatch.setattr("playbook_kit.read.yaml_quick.plain_value", lambda text: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        parse_yaml("a: b", "a.yml")


def test_places_are_read_when_they_are_asked_for(monkeypatch):
    """A right text is read with care once, when somebody asks where something stands in it, and not before."""
    times = []
    read = yaml_text._read_with_care
    monkeypatch.setattr(yaml_text, "_read_with_care", lambda *given: times.append(given) or read(*given))
    document = parse_yaml("a: b\nc: [d]\n", "a.yml", first_line=3)
    assert (document.value, times) == ({"a": "b", "c": ["d"]}, [])
    assert document.mark(("c", 0)) == Mark(4, 5, "d")
    assert document.marks["a",] == Mark(3, 4, "b")
    assert document.keys["c",] == Mark(4, 1, "c")
    assert len(times) == 1


def test_right_content_is_read_without_places(small_root, monkeypatch):
    """In a check of files that are right no place is read; of those that are not, only of these."""
    careful = []
    read = yaml_text._read_with_care
    monkeypatch.setattr(yaml_text, "_read_with_care", lambda *given: careful.append(given[0]) or read(*given))
    assert [one for one in check_content(small_root, TODAY) if one.level == "error"] == []
    right = len(careful)
    change(small_root, "playbook/arguments/same-as-the-phone.yml", "title:", "titel:")
    careful.clear()
    assert [one for one in check_content(small_root, TODAY) if one.level == "error"]
    assert len(careful) <= right + 1
    assert right < len(load(small_root).items) / 4  # some have a warning


def test_documents_compare_with_their_places():
    """Two documents are the same if their values, places and problems are."""
    assert parse_yaml("a: b", "a.yml") == parse_yaml("a: b", "b.yml")
    assert parse_yaml("a: b", "a.yml") != parse_yaml("a:  b", "a.yml")
    assert Document({"a": "b"}) != parse_yaml("a: b", "a.yml")
    assert parse_yaml("a: b", "a.yml") != "a: b"
    assert "problems=[]" in repr(Document())


def test_the_python_parser_reads_the_same():
    """Without libyaml the same values are read."""
    from playbook_kit.read import yaml_quick

    found = quick_values(ARGUMENT)
    loader, yaml_quick.LOADER = yaml_quick.LOADER, yaml.SafeLoader
    try:
        assert quick_values(ARGUMENT) == found
    finally:
        yaml_quick.LOADER = loader
