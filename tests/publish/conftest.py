"""Fixtures of the tests of publishing: the site below a sub-path, and the site as a folder and as a ZIP."""

from collections.abc import Callable
from pathlib import Path

import pytest
from site_help import playbook

SUB_PATH = "http://127.0.0.1/social-media/"


@pytest.fixture(scope="session")
def sub_site(shared: Path, repository: Path, made_once: Callable) -> Path:
    """The real site, built to stand below a sub-path."""

    def build(folder: Path) -> None:
        built = playbook(repository, "build", "--site", folder, "--address", SUB_PATH)
        assert built.returncode == 0, f"{built.stdout}\n{built.stderr}"

    return made_once(shared / "sub-site", build)


@pytest.fixture(scope="session")
def offline_zip(shared: Path, repository: Path, made_once: Callable) -> Path:
    """The ZIP that `playbook pack` writes."""

    def pack(folder: Path) -> None:
        folder.mkdir()
        made = playbook(repository, "pack", "--to", folder / "playbook.zip")
        assert made.returncode == 0, f"{made.stdout}\n{made.stderr}"

    return made_once(shared / "offline", pack) / "playbook.zip"
