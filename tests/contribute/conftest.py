"""The small playbook, read once, for all tests of the forms."""

import pytest
from contribute_help import Desk
from small_playbook import write_small_playbook

USED_BY = """\
# Who uses the playbook.
organisations:
  # The first to say so.
  - name: Cyngor Tref Unman
    country: uk
    added_on: 2026-11-20
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The small playbook with what the forms need of it: among others, somebody who uses it."""
    root = write_small_playbook(tmp_path_factory.mktemp("playbook"))
    (root / "playbook" / "used-by.yml").write_text(USED_BY, encoding="utf-8")
    return Desk(root)
