"""`playbook serve` through edits, breakages, renames and deletions at random, as an afternoon of writing brings them."""

import random
import re
import shutil
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from edits import EDITS, edit
from site_help import addresses, nothing, page_path, playbook, wait_for
from test_serve import LAST_GOOD, Served, free_port, main_of, serve, write

ABOUT = "docs/about.md"
Undo = Callable[[], None]


def kept(path: Path) -> Undo:
    """Gives what puts a file or folder back as it is now."""
    if path.is_dir():
        aside = path.with_name(f".{path.name}-aside")
        shutil.copytree(path, aside)
        return lambda: (shutil.rmtree(path, ignore_errors=True), aside.rename(path))
    data = path.read_bytes()
    return lambda: (path.parent.mkdir(parents=True, exist_ok=True), path.write_bytes(data))


def some_file(root: Path, chance: random.Random) -> Path:
    """Any file of content that others may rest on, but for the page by which the test sees what is shown."""
    files = [path for folder in ("playbook", "docs", "case_studies") for path in sorted((root / folder).rglob("*.*"))]
    return chance.choice([path for path in files if path.suffix in (".md", ".yml") and path != root / ABOUT])


def unknown_field(root: Path, chance: random.Random) -> Undo:
    """A field that there is not."""
    path = chance.choice(sorted((root / "playbook/arguments").glob("*.yml")))
    undo = kept(path)
    path.write_text(path.read_text(encoding="utf-8") + "no_such_field: 1\n", encoding="utf-8")
    return undo


def cut_off(root: Path, chance: random.Random) -> Undo:
    """A file cut off in the middle of a byte, as an editor does that is killed while it writes."""
    path = some_file(root, chance)
    undo, data = kept(path), path.read_bytes()
    path.write_bytes(data[: chance.randrange(len(data))] + b"\xe2\x80")
    return undo


def noise(root: Path, chance: random.Random) -> Undo:
    """Bytes that are no text."""
    path = some_file(root, chance)
    undo = kept(path)
    path.write_bytes(chance.randbytes(chance.randrange(1, 3000)))
    return undo


def deleted_source(root: Path, chance: random.Random) -> Undo:
    """A source that an argument rests on is gone."""
    cited = {name for path in (root / "playbook/arguments").glob("*.yml") for name in re.findall(r"source: (\S+)", path.read_text("utf-8"))}
    path = root / "playbook/sources" / f"{chance.choice(sorted(cited))}.yml"
    undo = kept(path)
    path.unlink()
    return undo


def deleted_folder(root: Path, chance: random.Random) -> Undo:
    """A whole folder is gone for a while."""
    path = root / "playbook" / chance.choice(["objections", "sources"])
    undo = kept(path)
    shutil.rmtree(path)
    return undo


def renamed(root: Path, chance: random.Random) -> Undo:
    """A source has another name, which those that cite it do not know."""
    path = root / "playbook/sources/source-0.yml"
    other = path.with_name(f"source-x{chance.randrange(1000)}.yml")
    argument = sorted((root / "playbook/arguments").glob("argument-*.yml"))[-1]
    undo = kept(argument)
    argument.write_text(re.sub(r"source: source-\d+", "source: source-0", argument.read_text("utf-8")), encoding="utf-8")
    path.rename(other)
    return lambda: (other.rename(path), undo())


def folder_for_a_file(root: Path, chance: random.Random) -> Undo:
    """A folder stands where a file was."""
    path = root / "playbook/vocabulary.yml"
    undo = kept(path)
    path.unlink()
    path.mkdir()
    return lambda: (path.rmdir(), undo())


def leads_to_itself(root: Path, chance: random.Random) -> Undo:
    """A link on the disk leads to its own folder."""
    path = root / "docs" / f"loop{chance.randrange(1000)}"
    path.symlink_to(".", target_is_directory=True)
    return path.unlink


BREAKAGES = (unknown_field, cut_off, noise, deleted_source, deleted_folder, renamed, folder_for_a_file, leads_to_itself)


def own_files(root: Path, chance: random.Random) -> None:
    """A council's folder is made, or changed, or goes."""
    folder = root / "local"
    if folder.is_dir() and chance.random() < 0.5:
        shutil.rmtree(folder)
        return
    folder.mkdir(exist_ok=True)
    (folder / "council.yml").write_text(f"name: Example Council {chance.randrange(1000)}\n", encoding="utf-8")


def editors_leavings(root: Path, chance: random.Random) -> None:
    """What editors leave beside a file comes and goes."""
    for name in (".about.md.swp", "about.md~", "4913", ".#about.md"):
        (root / "docs" / name).write_bytes(b"x")
        (root / "docs" / name).unlink()


def mark(root: Path, number: int) -> str:
    """Write a sentence into the page that is watched, which no earlier version of it has."""
    path, sentence = root / ABOUT, f"This is edit number {number}."
    whole = re.sub(r"\n+This is edit number \d+\.\n$", "\n", path.read_text(encoding="utf-8"))
    write(path, f"{whole.rstrip()}\n\n{sentence}\n")
    return sentence


def shown(served: Served, address: str) -> str:
    """The main part of a page as it is served."""
    reader = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with reader.open(served.address().rstrip("/") + address) as answer:
        return main_of(answer.read().decode())


def compare(served: Served, root: Path, temporary: Path) -> None:
    """Every page that is served is the one that a clean build makes."""
    clean = temporary / "clean"
    built = playbook(root, "build", "--site", clean, "--address", served.address(), PLAYBOOK_CACHE="")
    assert built.returncode == 0, built.stdout + built.stderr
    own = [place for place in addresses(clean) if "<main" in page_path(clean, place).read_text(encoding="utf-8")]
    assert len(own) > 20
    nothing(place for place in own if shown(served, place) != main_of(page_path(clean, place).read_text(encoding="utf-8")))


@pytest.mark.parametrize(("times", "seed"), [(10, 1), pytest.param(200, 2, marks=pytest.mark.long)])
def test_an_afternoon_of_edits(
    small_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int, seed: int
) -> None:
    """It never ends, whatever happens to the files. Broken, it shows the last good page and what is wrong; after every good
    edit it shows that edit, and at the end, and now and then before, every page is that of a clean build.
    """
    # `serve` keeps the day on which it was started; the clean builds are of the same, though it be past midnight.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(time.time())))
    chance = random.Random(seed)
    # Each kind of breakage and of edit comes, and then the order is chance.
    deeds = [*BREAKAGES, *EDITS, own_files, own_files, editors_leavings]
    chance.shuffle(deeds)
    deeds = (deeds * (times // len(deeds) + 1))[:times]
    with serve(small_copy, tmp_path / "temporary", free_port()) as served:
        wait_for(lambda: "<h1" in served.page(), "the first page")
        for number, deed in enumerate(deeds):
            if deed in BREAKAGES:
                undo = deed(small_copy, chance)
                wait_for(lambda: LAST_GOOD in served.page(), f"the problem of {deed.__name__}, {number}, on the page")
                undo()
            elif deed in EDITS:
                edit(small_copy, deed, f"{seed} {number}")
            else:
                deed(small_copy, chance)
            sentence = mark(small_copy, number)
            try:
                wait_for(lambda: sentence in (page := served.page()) and LAST_GOOD not in page, f"edit {number}, {deed}")
            except AssertionError as late:
                raise AssertionError(f"{late}; it printed:\n{served.printed[-3000:]}") from None
            if number % 40 == 39:
                compare(served, small_copy, tmp_path)
        compare(served, small_copy, tmp_path)
        assert "Traceback" not in served.printed
