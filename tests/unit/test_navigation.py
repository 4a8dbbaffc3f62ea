"""The navigation, with the pages of each folder in place of its name."""

import pytest
from playbook_kit.navigation import order, spell_out

SECTIONS = {"arguments/": ["arguments/index.md", "arguments/a.md"], "playbook/": ["playbook/index.md"]}


@pytest.mark.parametrize(
    ("nav", "spelled"),
    [
        (["index.md", "arguments/"], ["index.md", "arguments/index.md", "arguments/a.md"]),
        ([{"Arguments": "arguments/"}], [{"Arguments": ["arguments/index.md", "arguments/a.md"]}]),
        (
            [{"Playbook": ["playbook/", "do.md", {"More": "arguments/"}]}],
            [{"Playbook": ["playbook/index.md", "do.md", {"More": ["arguments/index.md", "arguments/a.md"]}]}],
        ),
        (["none/", {"None": "none/"}], ["none/", {"None": "none/"}]),
        ([], []),
    ],
    ids=["in-a-list", "under-a-title", "deeper", "unknown", "empty"],
)
def test_spell_out(nav, spelled):
    """A folder's name is replaced by its pages at any depth; anything else is left for the engine to judge."""
    assert spell_out(nav, SECTIONS) == spelled


@pytest.mark.parametrize(
    ("first", "ordered"),
    [
        ([], ("index.md", {"A": 1}, "case.md", {"B": 2}, {"C": 3})),
        (["C"], ("index.md", {"C": 3}, "case.md", {"A": 1}, {"B": 2})),
        (["B", "A"], ("index.md", {"B": 2}, "case.md", {"A": 1}, {"C": 3})),
        (["none"], ("index.md", {"A": 1}, "case.md", {"B": 2}, {"C": 3})),
    ],
)
def test_order(first, ordered):
    """Sections that are named come first in that order, the others keep theirs, and single pages stay where they are."""
    assert order(("index.md", {"A": 1}, "case.md", {"B": 2}, {"C": 3}), first) == ordered
