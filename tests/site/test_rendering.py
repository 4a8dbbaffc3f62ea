"""Pages are rendered ahead of MkDocs, in two processes and only if they have changed: nothing of that may show."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from edits import EDITS, edit
from markdown import Markdown
from odd_pieces import ODD
from playbook_kit.adapters.documents.cache import Cache
from playbook_kit.adapters.passing_over import InlineInPlace, PassingOverExtension
from playbook_kit.adapters.rendering import VARIABLE, _folder
from site_help import ROOT, changed, nothing, page_path, playbook, tree

ABOUT = "docs/about.md"
SHARED = """
import json, os, sys
from playbook_kit.processes import share_out

def work(items):
    if 5 in items:
        {fault}
    return {{str(item): os.getpid() for item in items}}

print(json.dumps([os.getpid(), share_out(work, list(range(6)), {least})]))
"""
BESIDE = """
import json, os
from playbook_kit.processes import beside

own = os.getpid()
def work():
    if os.getpid() != own:
        {fault}
    return os.getpid()

print(json.dumps([own, beside(work)()]))
"""


def shared(least: int, fault: str = "pass") -> tuple[int, dict[str, int]]:
    """The number of a process, and those of the processes that did its work, by piece of work."""
    done = subprocess.run(
        [sys.executable, "-c", SHARED.format(least=least, fault=fault)], capture_output=True, text=True,
        env={"PYTHONPATH": str(ROOT / "hooks")},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_two_processes_share_the_work() -> None:
    """With enough to do, two other processes do half each, and their answers come together."""
    own, found = shared(least=6)
    assert sorted(found) == list("012345") and own not in found.values()
    assert found["0"] == found["2"] == found["4"] != found["1"] == found["3"] == found["5"]


def test_little_work_is_not_shared() -> None:
    """With less to do, the process does all of it."""
    own, found = shared(least=7)
    assert found == dict.fromkeys("012345", own)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
@pytest.mark.parametrize("fault", ["raise ValueError", "sys.exit(3)", "os.kill(os.getpid(), 9)"])
def test_a_process_that_fails_gives_nothing(fault: str) -> None:
    """Whatever becomes of one process, the other's half is there and nothing is printed."""
    _, found = shared(least=6, fault=fault)
    assert sorted(found) == ["0", "2", "4"]


@pytest.mark.parametrize(
    "fault", ["pass", pytest.param("os.kill(os.getpid(), 9)", marks=pytest.mark.skipif(sys.platform != "linux", reason="there is no copy"))]
)
def test_work_that_is_done_beside(fault: str) -> None:
    """The answer of work that was begun in a copy comes when it is asked for, even if the copy is killed meanwhile."""
    done = subprocess.run(
        [sys.executable, "-c", BESIDE.format(fault=fault)], capture_output=True, text=True, env={"PYTHONPATH": str(ROOT / "hooks")}
    )
    assert (done.returncode, done.stderr) == (0, "")
    own, by = json.loads(done.stdout)
    assert (own == by) == (fault != "pass" or sys.platform != "linux")


@pytest.fixture(scope="module")
def engines() -> tuple[Markdown, Markdown]:
    """Python-Markdown as the site has it, and the same without what passes texts over."""
    names = [one if isinstance(one, str) else next(iter(one)) for one in yaml.safe_load((ROOT / "mkdocs.yml").read_text())["markdown_extensions"]]
    return Markdown(extensions=[*names, PassingOverExtension()]), Markdown(extensions=names)


def test_texts_that_are_passed_over(engines: tuple[Markdown, Markdown]) -> None:
    """Real pages and the strangest pieces become the same, whether a sign is looked for first or not."""
    ours, library = engines
    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("docs/*.md"))]
    texts += [f"Some {one} words {other}\n\n{other}a | b\n--- | ---\n{one} | x\n" for one in ODD for other in ODD[:45]]
    for text in texts:
        assert ours.reset().convert(text) == library.reset().convert(text), text[:200]


def test_only_texts_with_a_sign_are_looked_through(engines: tuple[Markdown, Markdown], monkeypatch: pytest.MonkeyPatch) -> None:
    """A plain sentence is looked through for emphasis alone, in whatever version of the library is installed."""
    tried: list[object] = []
    known = InlineInPlace._InlineProcessor__applyPattern
    monkeypatch.setattr(
        InlineInPlace, "_InlineProcessor__applyPattern", lambda self, pattern, *more: (tried.append(pattern), known(self, pattern, *more))[1]
    )
    engines[0].reset().convert("A sentence that has no sign at all.")
    assert [type(pattern).__name__ for pattern in tried] == ["DelimiterProcessor"]


def build(root: Path, site: Path, cache: Path | str) -> None:
    """Build a playbook with what is kept in `cache`, or with nothing."""
    built = playbook(root, "build", "--site", site, "--today", "2026-11-21", PLAYBOOK_CACHE=str(cache))
    assert built.returncode == 0, built.stdout + built.stderr


@pytest.mark.parametrize("seed", range(2))
def test_edited_and_built_again(small_copy: Path, tmp_path: Path, seed: int) -> None:
    """After edits of every kind, a build with what was kept before them is a clean one, byte for byte.

    `bench/random_edits.py` does the same two hundred times, with one edit each.
    """
    build(small_copy, tmp_path / "before", tmp_path / "cache")
    for kind in EDITS:
        edit(small_copy, kind, f"{seed}")
    build(small_copy, tmp_path / "again", tmp_path / "cache")
    build(small_copy, tmp_path / "clean", tmp_path / "nothing kept")
    clean = tree(tmp_path / "clean")
    nothing(changed(clean, tmp_path / "again"))
    assert changed(clean, tmp_path / "before"), "the edits changed no page"


def test_edited_and_built_again_by_one_process(small_copy: Path, tmp_path: Path) -> None:
    """What a process remembers while it serves, over edits of every kind, gives a clean build's bytes."""
    subprocess.run(
        [sys.executable, ROOT / "tests/one_process.py", small_copy, tmp_path / "again", "3", *EDITS], check=True, cwd=small_copy,
        env={**os.environ, "PLAYBOOK_CACHE": str(tmp_path / "cache")},
    )  # fmt: skip
    build(small_copy, tmp_path / "clean", tmp_path / "nothing kept")
    nothing(changed(tree(tmp_path / "clean"), tmp_path / "again"))


def test_links_of_kept_pages_are_checked(small_copy: Path, tmp_path: Path) -> None:
    """A heading that goes is missed by an unchanged page that leads to it, whose HTML was kept, in every build."""
    about, index = small_copy / ABOUT, small_copy / "docs/index.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n## Where it began\n\nIn a meeting.\n", encoding="utf-8")
    template = small_copy / "hooks/playbook_kit/pages/templates/topics.md"
    template.write_text(template.read_text(encoding="utf-8") + "\n[x](about.md#where-it-began)\n", encoding="utf-8")
    assert index.is_file()
    build(small_copy, tmp_path / "site", tmp_path / "cache")
    about.write_text(about.read_text(encoding="utf-8").replace("Where it began", "Where it started"), encoding="utf-8")
    for _ in range(2):
        failed = playbook(small_copy, "build", "--site", tmp_path / "site", PLAYBOOK_CACHE=str(tmp_path / "cache"))
        assert failed.returncode == 1
        assert "'about.md' does not contain an anchor '#where-it-began'" in failed.stdout + failed.stderr


def test_what_was_kept_is_sanitised(small_copy: Path, tmp_path: Path) -> None:
    """Whoever writes into the folder of kept pages still cannot bring a script into a page."""
    build(small_copy, tmp_path / "site", tmp_path / "cache")
    store = Cache(tmp_path / "cache/pages")
    names = [path.name for path in store.folder.iterdir()]
    for name in names:
        kept = json.loads(store.get(name))
        store.put(name, json.dumps({**kept, "content": kept["content"] + "<p>brought<script>alert(1)</script></p>"}).encode())
    build(small_copy, tmp_path / "site", tmp_path / "cache")
    page = page_path(tmp_path / "site", "/about/").read_text(encoding="utf-8")
    assert "<p>brought" in page and "alert(1)" not in page
    assert len(re.findall("<p>brought", page)) == 1 and names


def test_damaged_entries_are_as_good_as_missing(small_copy: Path, tmp_path: Path) -> None:
    """An entry that is cut short is made again."""
    build(small_copy, tmp_path / "one", tmp_path / "cache")
    for path in (tmp_path / "cache/pages").iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    build(small_copy, tmp_path / "two", tmp_path / "cache")
    nothing(changed(tree(tmp_path / "one"), tmp_path / "two"))


def test_nothing_is_kept_in_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are kept in the repository's own environment, or where the person who builds says: never where a pull request
    could put a file.
    """
    monkeypatch.delenv(VARIABLE, raising=False)
    assert _folder(tmp_path) is None
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    assert _folder(tmp_path) == tmp_path / ".venv/rendered-pages"
