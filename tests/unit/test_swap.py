"""A new site takes the place of the last one whole, whatever happens on the way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playbook_kit.adapters import swap
from playbook_kit.adapters.exchange import exchange
from playbook_kit.adapters.swap import build_and_swap


def site_of(text: str):
    """Something that builds a site of one page."""

    def build(folder: Path) -> None:
        (folder / "index.html").write_text(text, encoding="utf-8")

    return build


def dead_process() -> int:
    """The number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def fail(*given: object) -> bool:
    """What a system says that cannot exchange two folders."""
    return False


def shown(site: Path) -> str:
    """The page of the site."""
    return (site / "index.html").read_text(encoding="utf-8")


@pytest.fixture(params=[exchange, fail], ids=["at once", "in two steps"])
def either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's exchange, and as where there is none."""
    monkeypatch.setattr(swap, "exchange", request.param)


@pytest.mark.usefixtures("either_way")
def test_new_for_old(tmp_path: Path) -> None:
    """The new site stands in the old one's place, with no file of the old one, and nothing is left beside it."""
    site = tmp_path / "site"
    build_and_swap(site, site_of("one"))
    (site / "only-in-one.html").touch()
    build_and_swap(site, site_of("two"))
    assert shown(site) == "two" and [path.name for path in site.iterdir()] == ["index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    if os.name == "posix":
        assert site.stat().st_mode & 0o777 == 0o755


@pytest.mark.usefixtures("either_way")
def test_failed_build(tmp_path: Path) -> None:
    """A build that fails leaves the old site and nothing else."""
    site = tmp_path / "site"
    build_and_swap(site, site_of("one"))

    def broken(folder: Path) -> None:
        (folder / "half.html").touch()
        raise KeyError("a fault")

    with pytest.raises(KeyError, match="a fault"):
        build_and_swap(site, broken)
    assert shown(site) == "one" and [path.name for path in tmp_path.iterdir()] == ["site"]


def test_place_that_cannot_be_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the new site cannot be put in place, the old one comes back."""
    monkeypatch.setattr(swap, "exchange", fail)
    site = tmp_path / "site"
    build_and_swap(site, site_of("one"))
    rename = Path.rename

    def refuse_new(path: Path, target: Path) -> Path:
        if ".new-" in path.name:
            raise PermissionError(13, "in use")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse_new)
    with pytest.raises(PermissionError):
        build_and_swap(site, site_of("two"))
    assert shown(site) == "one"


def test_site_left_aside_comes_back(tmp_path: Path) -> None:
    """A process that was killed between its two steps left the old site aside: the next build takes it back first, and
    removes what was half built.
    """
    dead = dead_process()
    aside, half = tmp_path / f"site.old-{dead}-x", tmp_path / f"site.new-{dead}-abc"
    for folder, text in ((aside, "old"), (half, "half")):
        folder.mkdir()
        site_of(text)(folder)
    site = tmp_path / "site"

    def broken(folder: Path) -> None:
        assert shown(site) == "old"
        raise KeyError

    with pytest.raises(KeyError):
        build_and_swap(site, broken)
    assert shown(site) == "old" and [path.name for path in tmp_path.iterdir()] == ["site"]


def test_others_are_left_alone(tmp_path: Path) -> None:
    """Folders of a process that still runs, and folders with like names that no build made, stay."""
    running = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        names = [f"site.new-{running.pid}-abc", "site.new-elements", "site.backup", "site-2"]
        for name in names:
            (tmp_path / name).mkdir()
        build_and_swap(tmp_path / "site", site_of("one"))
        assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*names, "site"])
    finally:
        running.communicate(b"\n")


def test_two_at_once(tmp_path: Path) -> None:
    """A build that begins and ends while another runs puts its site there; the other replaces it when it ends."""
    site = tmp_path / "site"

    def slow(folder: Path) -> None:
        build_and_swap(site, site_of("quick"))
        assert shown(site) == "quick"
        site_of("slow")(folder)

    build_and_swap(site, slow)
    assert shown(site) == "slow" and [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="other systems have no such call")
def test_exchange(tmp_path: Path) -> None:
    """Two folders have each other's names afterwards; where one is missing, nothing has changed."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    assert exchange(tmp_path / "one", tmp_path / "two")
    assert (tmp_path / "one" / "two").exists() and (tmp_path / "two" / "one").exists()
    assert not exchange(tmp_path / "one", tmp_path / "none")
    assert (tmp_path / "one" / "two").exists()
