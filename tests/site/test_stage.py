"""The staged tree: the same content, built by plain MkDocs without anything of ours."""

import re
from pathlib import Path

import yaml
from bs4 import BeautifulSoup
from site_help import addresses, changed, nothing, page_path, playbook, tree

# The text of a page is all that stands in its main part, but for this:
LEFT_OUT = (
    # said by our theme alone, about the page and not in it: where it stands, what kind it is and for which countries
    ".pb-crumbs", ".pb-head__kind",
    # a second road to what the page says: its list of contents, how to change it, the pages beside it
    ".pb-contents", ".pb-foot",
    # controls, which only our theme has, with all that speaks of them and what scripts write
    "form", "button", "[role=status]", "noscript", "template", "script", "[hidden]",
    # tools of our theme's scripts: the arguments once more, to filter; the maker of a case; the list of what
    # is blocked and its note; the form for a council's look; a page's address to cite
    # and what a form says of itself
    ".pb-contribute__promise", ".pb-paper-way", ".pb-contribute__preview", ".pb-contribute__after > p:last-child",
    ".pb-finder", ".pb-case", ".pb-blocked", ".pb-brand", ".pb-case-needs", ".pb-cite-this",
)  # fmt: skip
# Material's main part is the page's Markdown and nothing else, with the extras that it may add:
MATERIALS_OWN = (".md-content__button", ".headerlink", ".md-source-file")


def text(html: str, main: str, left_out: tuple[str, ...]) -> tuple[str, str]:
    """The text of a page's main part twice: without any space, to compare, and with one between words, to show."""
    part = BeautifulSoup(html, "lxml").select_one(main)
    for selector in left_out:
        for element in part.select(selector):
            element.decompose()
    return re.sub(r"\s+", "", part.get_text()), re.sub(r"\s+", " ", part.get_text(" ")).strip()


def test_stage_has_no_hooks(staged: Path) -> None:
    """The staged `mkdocs.yml` has no hooks, no theme of ours and no plugin but Material's search."""
    config = yaml.safe_load((staged / "mkdocs.yml").read_text(encoding="utf-8"))
    assert "hooks" not in config
    assert "custom_dir" not in config["theme"]
    assert config["plugins"] == ["search"]
    assert not list(staged.rglob("docs/**/*.py"))


def test_stage_has_the_same_addresses(staged: Path, site: Path) -> None:
    """Plain MkDocs makes a page of the stage at each address of the site, and at no other."""
    nothing(set(addresses(staged / "site")) ^ set(addresses(site)))


def test_stage_has_the_same_data(staged: Path, site: Path) -> None:
    """Schemas and the index of the search are the same files in both."""
    ours, plain = tree(site), tree(staged / "site")
    data = {name for name in ours if name.startswith("schema/") or name == "search/en.json"}
    assert len(data) > 8
    nothing(sorted(name for name in data if plain.get(name) != ours[name]))


def test_stage_says_the_same(staged: Path, site: Path) -> None:
    """Page by page the main text is the same, leaving out LEFT_OUT and MATERIALS_OWN; no space between words counts."""
    different = []
    for address in addresses(site):
        ours, shown = text(page_path(site, address).read_text(encoding="utf-8"), "main", LEFT_OUT)
        plain, plainly = text(page_path(staged / "site", address).read_text(encoding="utf-8"), "article", MATERIALS_OWN)
        assert ours, address
        if ours != plain:
            different.append(f"{address}: {first_difference(shown, plainly)}")
    nothing(different)


def first_difference(ours: str, plain: str) -> str:
    """The words around the first place where two texts differ."""
    mine, theirs = ours.split(), plain.split()
    same = next((n for n, (a, b) in enumerate(zip(mine, theirs, strict=False)) if a != b), min(len(mine), len(theirs)))
    start = max(same - 3, 0)
    return f"site “{' '.join(mine[start:same + 8])}”, stage “{' '.join(theirs[start:same + 8])}”"


def test_stage_can_be_written_again(small_repository: Path, tmp_path: Path) -> None:
    """A stage takes the place of an earlier stage, and of nothing of it is left."""
    assert playbook(small_repository, "stage", tmp_path / "stage").returncode == 0
    first = tree(tmp_path / "stage")
    (tmp_path / "stage/docs/old.md").write_text("# Old\n", encoding="utf-8")
    assert playbook(small_repository, "stage", tmp_path / "stage").returncode == 0
    nothing(changed(first, tmp_path / "stage"))


def test_stage_refuses_a_folder_in_use(small_repository: Path, tmp_path: Path) -> None:
    """A folder that holds something else is refused with exit code 1 and left as it is."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("mine", encoding="utf-8")
    before = tree(tmp_path / "mine")
    refused = playbook(small_repository, "stage", tmp_path / "mine")
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    assert f"{tmp_path / 'mine'} holds something else. Name a new or empty folder." in refused.stdout + refused.stderr
    nothing(changed(before, tmp_path / "mine"))


def test_stage_of_a_content_error(small_copy: Path, tmp_path: Path) -> None:
    """With an error in the content nothing is staged, the error is shown and the exit code is 1."""
    (small_copy / "playbook/arguments/broken.yml").write_text("title: [\n", encoding="utf-8")
    failed = playbook(small_copy, "stage", tmp_path / "stage")
    assert failed.returncode == 1
    assert "playbook/arguments/broken.yml:" in failed.stdout
    assert not (tmp_path / "stage").exists()
