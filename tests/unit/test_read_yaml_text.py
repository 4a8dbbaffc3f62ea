"""YAML into plain values with the place of each."""

import datetime

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from playbook_kit.read.yaml_text import DEEPEST, Document, Mark, Unquoted, parse_yaml
from unit_help import rules_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("word", "word"),
        ("two words", "two words"),
        ("'no'", "no"),
        ('"2011"', "2011"),
        (">-\n  folded\n  text", "folded text"),
        ("|\n  kept\n  lines", "kept\nlines\n"),
        ("true", True),
        ("false", False),
        ("", None),
        ("null", None),
        ("~", None),
        ("2026-11-21", datetime.date(2026, 11, 21)),
        ("no", Unquoted("no", "a yes or no")),
        ("Yes", Unquoted("Yes", "a yes or no")),
        ("on", Unquoted("on", "a yes or no")),
        ("True", Unquoted("True", "a yes or no")),
        ("2011", Unquoted("2011", "a number")),
        ("3.10", Unquoted("3.10", "a number")),
        ("12:30", Unquoted("12:30", "a number")),
        ("0x1F", Unquoted("0x1F", "a number")),
        (".inf", Unquoted(".inf", "a number")),
        ("2026-11-21 10:00:00", Unquoted("2026-11-21 10:00:00", "a date and time")),
        ("2026-02-30", Unquoted("2026-02-30", "a date that is not in the calendar")),
        ("[a, b]", ["a", "b"]),
        ("{a: b}", {"a": "b"}),
        ("[]", []),
    ],
)
def test_scalars(written, value):
    """Text stays text; a date, true, false and nothing are themselves; what YAML would turn is kept as written."""
    document = parse_yaml(f"field: {written}\n", "a.yml")
    assert (document.value, document.problems) == ({"field": value}, [])


TEXT = "title: One\nlist:\n  - first\n  - name: second\n    more: [x, y]\n"


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("title",), (1, 8)),
        (("list",), (3, 3)),
        (("list", 0), (3, 5)),
        (("list", 1, "name"), (4, 11)),
        (("list", 1, "more", 1), (5, 15)),
    ],
)
def test_marks(path, place):
    """Each value has the line and column at which it begins, from 1."""
    mark = parse_yaml(TEXT, "a.yml").marks[path]
    assert (mark.line, mark.column) == place


@pytest.mark.parametrize(("path", "place"), [(("title",), (1, 1)), (("list", 1, "more"), (5, 5))])
def test_keys(path, place):
    """Each key has its place too."""
    mark = parse_yaml(TEXT, "a.yml").keys[path]
    assert (mark.line, mark.column) == place


@pytest.mark.parametrize(
    ("path", "place"),
    [(("list", 1, "missing"), (4, 5)), (("list", 7), (2, 1)), (("none", 3, "x"), (1, 1))],
)
def test_nearest_mark(path, place):
    """A value that is not there has the place of the nearest thing around it."""
    mark = parse_yaml(TEXT, "a.yml").mark(path)
    assert (mark.line, mark.column) == place


def test_mark_without_anything():
    """In a document with nothing in it, everything stands at the beginning."""
    assert Document().mark(("a", 1)) == Mark(1, 1)


def test_marks_keep_the_source():
    """A plain scalar's mark holds its text as written, and a quoted one's is empty."""
    marks = parse_yaml('a: 3.10\nb: "3.10"\n', "a.yml").marks
    assert (marks[("a",)].source, marks[("b",)].source) == ("3.10", "")


@pytest.mark.parametrize("text", ["", "\n", "# a comment\n", "---\n"])
def test_nothing(text):
    """A text without values has the value None and no problem of its own."""
    document = parse_yaml(text, "a.yml")
    assert (document.value, document.problems) == (None, [])


@pytest.mark.parametrize(
    ("text", "place", "rule"),
    [
        ("a: 1\nb: 2\na: 3\n", (3, 1), "duplicate-key"),
        ("a:\n  x: 1\n  x: 2\n", (3, 3), "duplicate-key"),
        ("a: &x one\n", (1, 4), "yaml-alias"),
        ("a: one\nb: *x\n", (2, 4), "yaml-alias"),
        ("a: !!python/object:os.system x\n", (1, 4), "yaml-tag"),
        ("a: !local x\n", (1, 4), "yaml-tag"),
        ("? [a, b]\n: c\n", (1, 3), "yaml-key"),
        ("a: {{ council.name }}\n", (1, 5), "yaml-key"),
        ("a: 1\n---\nb: 2\n", (2, 1), "yaml-documents"),
        ("a: " + "[" * DEEPEST + "]" * DEEPEST, (1, 3 + DEEPEST), "yaml-depth"),
        ("a:\n\tb: c\n", (2, 1), "yaml-tab"),
        ("title: Time: wasted\n", (1, 12), "yaml-colon"),
        ("a: 'it's here'\n", (1, 8), "yaml-after-quote"),
        ("a: one\nb: 'never closed\nc: two\n", (2, 4), "yaml-quote"),
        ('a: "\\q"\n', (1, 5), "yaml-backslash"),
        ("a: one\nno colon here\nb: two\n", (2, 1), "yaml-colon-missing"),
        ("a: one\n  b: two\n", (2, 3), "yaml-indent"),
        ("a: [one, two\nb: three\n", (1, 4), "yaml-bracket"),
        ("a: @someone\n", (1, 4), "yaml-character"),
        ("a: `code`\n", (1, 4), "yaml-character"),
        ("a: one\nb: t\x07o\n", (2, 1), "hidden-character"),
    ],
)
def test_refused(text, place, rule):
    """What YAML would misread is one problem with a rule of its own, at its line and column."""
    document = parse_yaml(text, "a.yml")
    assert rules_of(document.problems) == [rule]
    assert (document.problems[0].line, document.problems[0].column) == place


def test_duplicate_key_names_the_first():
    """A key written twice says where the first one is."""
    problem = parse_yaml("a: 1\nb: 2\na: 3\n", "a.yml").problems[0]
    assert problem.message == "“a” is written twice; the first is on line 1."


def test_duplicate_keys_are_all_reported():
    """Every key written twice is reported in one run."""
    assert len(parse_yaml("a: 1\na: 2\nb: 1\nb: 2\n", "a.yml").problems) == 2


@pytest.mark.parametrize("text", ["a: 1\na: 2\n", "a: &x 1\n", "a: 'open\n", "a: b: c\n"])
def test_first_line(text):
    """For YAML inside a larger file, problems and marks count from the file's first line."""
    alone, inside = parse_yaml(text, "a.md"), parse_yaml(text, "a.md", first_line=10)
    assert [p.line + 9 for p in alone.problems] == [p.line for p in inside.problems]
    assert all(inside.marks[path].line == mark.line + 9 for path, mark in alone.marks.items())


@given(st.text(max_size=80))
def test_never_raises(text):
    """Any text gives a value or problems, each with a line of that text, and never an exception."""
    document = parse_yaml(text, "a.yml")
    assert all(1 <= p.line <= text.count("\n") + text.count("\r") + text.count("\x85") + 3 for p in document.problems)


WORD = st.text("abcXYZ 019-:#'\"{}[]é", max_size=12)
KEY = st.text("abc", min_size=1, max_size=3)
VALUES = st.recursive(
    WORD | st.booleans() | st.none() | st.dates(datetime.date(1900, 1, 1)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(KEY, VALUES, min_size=1, max_size=3))
def test_reads_what_was_written(values):
    """Values that YAML wrote are read back the same, with a mark for each."""
    document = parse_yaml(yaml.safe_dump(values, allow_unicode=True), "a.yml")
    if "yaml-depth" not in rules_of(document.problems):
        assert (document.value, document.problems) == (values, [])
        assert {(key,) for key in values} <= set(document.marks)
