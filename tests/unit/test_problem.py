"""Problems as plain data, and the suggestion of the nearest name."""

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playbook_kit.problem import Problem, errors, nearest, suggest

FIRST = Problem("a.yml", 2, 3, "title", "Wrong.", "Write it.", rule="one")
IDS = ["security-it", "time-wasting", "reputation"]


@pytest.mark.parametrize(
    "later",
    [replace(FIRST, path="b.yml", line=1), replace(FIRST, line=10, column=1), replace(FIRST, column=20)],
    ids=["path", "line", "column"],
)
def test_order(later):
    """Problems sort by path, then line, then column, as numbers."""
    assert sorted([later, FIRST]) == [FIRST, later]


def test_equal_problems_are_one():
    """Problems with the same facts are equal, so a set keeps one of them."""
    assert len({FIRST, replace(FIRST)}) == 1


def test_is_plain_data():
    """A problem cannot be changed after it was found."""
    with pytest.raises(FrozenInstanceError):
        FIRST.line = 5


def test_errors_leaves_warnings_out():
    """Only problems of level error stop a build."""
    assert errors([replace(FIRST, level="warning"), FIRST]) == [FIRST]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("time-wasted", "time-wasting"),
        ("Reputation", "reputation"),
        ("security", "security-it"),
        ("zzz", None),
        ("", None),
    ],
)
def test_nearest(wanted, found):
    """The nearest name is the one spelled most alike, whatever its capitals, or none."""
    assert nearest(wanted, IDS) == found


@given(st.text(max_size=30), st.lists(st.text(max_size=10), max_size=5))
def test_nearest_is_known_and_stable(wanted, known):
    """A suggestion is always a known name, and does not depend on the order of the known names."""
    assert nearest(wanted, known) in {None, *known}
    assert nearest(wanted, known) == nearest(wanted, reversed(known))


@pytest.mark.parametrize(
    ("wanted", "known", "said"),
    [
        ("time-wasted", IDS, "Did you mean “time-wasting”?"),
        ("zzz", IDS, "Write one of: reputation, security-it, time-wasting."),
        ("zzz", [], "There is no source yet."),
        (
            "zzz", [f"a{n}" for n in range(13)],
            "None of the 13 source ids is spelled like it: see the folder for the list.",
        ),
    ],
    ids=["near", "short-choice", "nothing", "long-choice"],
)  # fmt: skip
def test_suggest(wanted, known, said):
    """A suggestion names the nearest id, or the whole choice if short, or where the list is."""
    assert suggest(wanted, known, "source") == said
