"""The navigation, with the pages of each folder in place of its name."""

import pytest
from playbook_kit.navigation import spell_out

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
