"""The small playbook, read once for all tests that only look at it."""

import pytest
from playbook_kit.content import Content, load
from small_playbook import write_small_playbook


@pytest.fixture(scope="session")
def small(tmp_path_factory) -> Content:
    """The content of the small playbook."""
    return load(write_small_playbook(tmp_path_factory.mktemp("small") / "playbook"))
