"""Fixtures of the unit tests."""

from pathlib import Path

import pytest
from hypothesis import settings
from playbook_kit.content import Content, load
from playbook_kit.index import Playbook, join
from playbook_kit.words import Words, load_words
from unit_help import TODAY, copy_small

# The same examples in every run, however busy the machine is.
settings.register_profile("unit", deadline=None, derandomize=True, database=None)
settings.load_profile("unit")


@pytest.fixture
def small_root(tmp_path: Path) -> Path:
    """A copy of the small playbook that a test may change."""
    return copy_small(tmp_path / "small")


@pytest.fixture(scope="session")
def unchanged_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the small playbook that no test changes."""
    return copy_small(tmp_path_factory.mktemp("unchanged") / "small")


@pytest.fixture(scope="session")
def content(unchanged_root: Path) -> Content:
    """The small playbook, read."""
    return load(unchanged_root)


@pytest.fixture(scope="session")
def playbook(content: Content) -> Playbook:
    """The small playbook, joined."""
    return join(content, TODAY)


@pytest.fixture(scope="session")
def words(unchanged_root: Path) -> Words:
    """The interface's words in English."""
    return load_words(unchanged_root)[0]
