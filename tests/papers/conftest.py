"""Fixtures of the briefs' tests. The real site and its copy of the repository come from tests/conftest.py."""

from pathlib import Path

import pytest

pytest.register_assert_rewrite("papers_help")

from papers_help import TODAY, papers, playbook_with  # noqa: E402 (its assertions are to be told in full)
from playbook_kit.adapters.documents.render import Documents  # noqa: E402
from playbook_kit.plan import Plan, make_plan  # noqa: E402


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small playbook that a test may change."""
    return playbook_with(tmp_path / "small")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of the test's own."""
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture(scope="session")
def real(repository: Path) -> Plan:
    """The plan of the real content."""
    return make_plan(repository, TODAY)


@pytest.fixture(scope="session")
def files(real: Plan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file of the real briefs, by its path."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYBOOK_CACHE", str(tmp_path_factory.mktemp("cache")))
        documents = Documents(tmp_path_factory.mktemp("root"))
        documents.make(real.sheets, [])
    return documents.files


@pytest.fixture
def small(root: Path):
    """The papers of the small playbook."""
    return papers(root)[0]
