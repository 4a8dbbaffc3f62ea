"""A small site in English and Welsh, built once."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.append(
    str(Path(__file__).resolve().parents[1] / "publish")
)  # for the servers that the tests of publishing run

from languages_help import whole_site
from site_help import playbook, serving


def build(root: Path, site: Path, *options: str) -> None:
    """Build the site of a playbook, which must succeed."""
    built = playbook(root, "build", "--site", site, "--today", "2026-11-21", *options)
    assert built.returncode == 0, f"{built.stdout}\n{built.stderr}"


@pytest.fixture(scope="session")
def bilingual(shared: Path, made_once: Callable) -> Path:
    """The playbook that the site is built from."""
    return made_once(shared / "bilingual", lambda folder: whole_site(folder))


@pytest.fixture(scope="session")
def welsh_site(shared: Path, bilingual: Path, made_once: Callable) -> Path:
    """The built site, as a server gives it."""
    return made_once(shared / "welsh-site", lambda folder: build(bilingual, folder))


@pytest.fixture(scope="session")
def welsh_folder(shared: Path, bilingual: Path, made_once: Callable) -> Path:
    """The built site, as a folder that readers open themselves."""
    return made_once(shared / "welsh-folder", lambda folder: build(bilingual, folder, "--publish-to", "file-share"))


@pytest.fixture(scope="session")
def served_welsh(welsh_site: Path) -> Iterator[str]:
    """Its address on this machine."""
    with serving(welsh_site) as address:
        yield address
