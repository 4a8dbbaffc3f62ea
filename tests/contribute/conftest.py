"""The small playbook, read once, for all tests of the forms."""

import pytest
from contribute_help import Desk
from small_playbook import write_small_playbook


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The small playbook with what the forms need of it."""
    return Desk(write_small_playbook(tmp_path_factory.mktemp("playbook")))
