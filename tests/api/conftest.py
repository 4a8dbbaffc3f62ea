"""Fixtures of the API's tests; the real site, its copy of the repository and `made_once` are in tests/conftest.py."""

from collections.abc import Callable
from pathlib import Path

import pytest

pytest.register_assert_rewrite("api_help")

from api_help import build_small, plan_of, write_playbook  # noqa: E402 (its assertions are to be told in full)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small playbook that a test may change."""
    return write_playbook(tmp_path / "small")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory):
    """The plan of the small playbook."""
    return plan_of(write_playbook(tmp_path_factory.mktemp("api") / "small"))


@pytest.fixture(scope="session")
def real(repository: Path):
    """The plan of the real content."""
    return plan_of(repository)


@pytest.fixture(params=["small", "real"])
def plan(request):
    """Each plan in turn."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def small_site(shared: Path, made_once: Callable) -> Path:
    """The small playbook, built by MkDocs."""
    return made_once(shared / "api-site", lambda folder: build_small(write_playbook(shared / "api-small"), folder))
