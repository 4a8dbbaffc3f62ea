"""Three made-up councils, each with a site of its own, built once for all tests that only read it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytest.register_assert_rewrite("brand_help", "css_help")

from brand_help import SQUARE_LOGO, WIDE_LOGO, write_council  # noqa: E402 (its assertions are to be told in full)
from site_help import copy_repository, playbook, serving  # noqa: E402

BRANDS = {
    "pale yellow": ("#fff3b0", WIDE_LOGO.format(colour="#7a6a00")),
    "saturated red": ("#e4002b", SQUARE_LOGO.format(colour="#e4002b")),
    "near-black purple": ("#1a0033", ""),
}


@pytest.fixture(params=BRANDS)
def rebranded(request: pytest.FixtureRequest, shared: Path, repository: Path, made_once: Callable) -> Path:
    """The site of one of the councils."""
    return made_once(shared / f"council {request.param}", lambda folder: build_council(repository, folder, request.param))


def build_council(repository: Path, folder: Path, name: str) -> None:
    """Copy the repository, give it a council's file and build it into `folder`."""
    copy = copy_repository(repository, folder.with_name(f"{folder.name} source"))
    write_council(copy, *BRANDS[name])
    built = playbook(copy, "build", "--site", folder)
    assert built.returncode == 0, f"the site could not be built:\n{built.stdout}\n{built.stderr}"


@pytest.fixture
def served_council(rebranded: Path) -> Iterator[str]:
    """The address of a council's site on this machine."""
    with serving(rebranded) as address:
        yield address
