"""A command reads the content once, however many parts of it need what was read."""

import datetime
from pathlib import Path

import pytest
from many_arguments import write_many
from playbook_kit import checked
from playbook_kit.cli import commands, main
from site_help import changed, nothing, run, tree

ADDRESS = "https://playbook.anytown.example/"
DAY = "2026-11-21"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small playbook with all that it takes to build it."""
    return write_many(tmp_path / "small", 30)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A folder for each time that all content was read."""
    found: list[Path] = []
    load = checked.load

    def counted(folder: Path, *more: object) -> object:
        found.append(folder)
        return load(folder, *more)

    monkeypatch.setattr(checked, "load", counted)
    monkeypatch.setattr(commands, "_let_all_live", lambda: None)
    return found


@pytest.mark.parametrize(
    "arguments",
    [["build", "--site", "{}/site"], ["build", "--site", "{}/site", "--address", ADDRESS], ["pack", "--to", "{}/copy.zip"]],
    ids=["build", "build for an address", "pack"],
)
def test_everything_is_read_once(root: Path, tmp_path: Path, readings: list[Path], arguments: list[str]) -> None:
    """What the command checked is what MkDocs builds: nothing is read a second time."""
    with pytest.raises(SystemExit) as ended:
        main([one.format(tmp_path) for one in arguments] + ["--root", str(root), "--today", DAY])
    assert ended.value.code == 0
    assert readings == [root]


def test_a_copy_to_take_away_is_made_of_the_same_reading(root: Path, tmp_path: Path, readings: list[Path]) -> None:
    """The copy that a site offers is a second build, of what was read for the first."""
    (root / "local").mkdir()
    (root / "local/council.yml").write_text("name: Anytown\nsite:\n  offline_copy: true\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["build", "--site", str(tmp_path / "site"), "--root", str(root), "--today", DAY])
    assert ended.value.code == 0
    assert (tmp_path / "site/playbook-offline.zip").is_file()
    assert readings == [root]


def test_handing_on_changes_no_byte(root: Path, tmp_path: Path) -> None:
    """MkDocs alone, which reads the content itself, makes the bytes that `playbook build` makes."""
    today = datetime.date.today().isoformat()
    midnight = str(int(datetime.datetime.fromisoformat(f"{today}T00:00:00+00:00").timestamp()))
    made = run(root, "-m", "playbook_kit.cli", "build", "--site", tmp_path / "ours", "--today", today)
    alone = run(root, "-m", "mkdocs", "build", "--strict", "-d", tmp_path / "alone", SOURCE_DATE_EPOCH=midnight)
    assert (made.returncode, alone.returncode) == (0, 0), made.stdout + made.stderr + alone.stderr
    nothing(changed(tree(tmp_path / "ours"), tmp_path / "alone"))
