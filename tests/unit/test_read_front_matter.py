"""The facts at the top of a Markdown file, and the text below them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playbook_kit.read.files import TextFile
from playbook_kit.read.front_matter import split_front_matter
from unit_help import rules_of


def split(text):
    """The front matter of a file with this text."""
    return split_front_matter(TextFile("a.md", text))


@pytest.mark.parametrize(
    ("text", "value", "body", "body_line"),
    [
        ("---\ntitle: One\n---\n\nText.\n", {"title": "One"}, "\nText.\n", 4),
        ("---  \ntitle: One\n---  \nText.", {"title": "One"}, "Text.", 4),
        ("---\ntitle: One\n---", {"title": "One"}, "", 4),
        ("---\n---\nText.\n", None, "Text.\n", 3),
        ("---\ntitle: One\n---\nText\n\n---\n\nMore\n", {"title": "One"}, "Text\n\n---\n\nMore\n", 4),
        ("---\n# a comment\ntitle: One\n---\n", {"title": "One"}, "", 5),
        ("---\n#comment\ntitle: One\n---\n", {"title": "One"}, "", 5),
    ],
    ids=["usual", "spaces", "no-body", "no-facts", "rule-in-body", "comment", "comment-without-space"],
)
def test_split(text, value, body, body_line):
    """Facts end at the second line of three hyphens; the body knows the line on which it begins."""
    front = split(text)
    assert (front.document.value, front.body, front.body_line) == (value, body, body_line)
    assert front.document.problems == []


@pytest.mark.parametrize(
    "text", ["", "Text.\n", "\n---\ntitle: One\n---\n", "title: One\n---\n", "----\ntitle: One\n---\n"]
)
def test_missing(text):
    """A file that does not begin with three hyphens is one problem on its first line."""
    problems = split(text).document.problems
    assert [(problem.line, problem.rule) for problem in problems] == [(1, "front-matter")]


@pytest.mark.parametrize("text", ["---\n", "---\ntitle: One\n", "---\ntitle: One\n\n## Heading\n\n---\n"])
def test_unclosed(text):
    """Facts without an end are one problem, and no text is taken for facts or body."""
    front = split(text)
    assert [(problem.line, problem.rule) for problem in front.document.problems] == [(1, "front-matter")]
    assert "no end" in front.document.problems[0].message
    assert (front.document.value, front.body) == (None, "")


def test_places_count_from_the_file():
    """Values and problems in the front matter have the lines of the file."""
    front = split("---\ntitle: One\nsummary: a: b\n---\n")
    assert front.document.problems[0].line == 3
    assert split("---\ntitle: One\n---\n").document.marks[("title",)].line == 2


@given(st.text("-# ab:\n", max_size=60))
def test_never_raises_and_loses_nothing(text):
    """Whatever the text, the body is the file's text from its first line on, or the facts have a problem."""
    front = split(text)
    if not rules_of(front.document.problems).count("front-matter"):
        assert front.body == "\n".join(text.split("\n")[front.body_line - 1 :])
