"""The playbooks that hold hostile texts, each built once for all tests that read them."""

from pathlib import Path

import pytest
from building import build_council, build_hostile
from everywhere import OTHERS


@pytest.fixture(scope="session")
def hostile_site(shared: Path, made_once) -> Path:
    """A playbook with every hostile text in every field of arguments and in pages, and in one other kind of file each."""
    return made_once(shared / "hostile-site", lambda folder: build_hostile(folder, shares=len(OTHERS)))


@pytest.fixture(scope="session")
def whole_hostile_site(shared: Path, made_once) -> Path:
    """The same with every hostile text in every kind of file."""
    return made_once(shared / "whole-hostile-site", lambda folder: build_hostile(folder, shares=1))


@pytest.fixture(scope="session")
def council_site(shared: Path, made_once) -> Path:
    """A small playbook with a council's folder, and translations, that hold hostile texts wherever they may."""
    return made_once(shared / "hostile-council", build_council)
