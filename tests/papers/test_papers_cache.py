"""Files are made anew only when something that goes into them has changed."""

import sys

import pytest
from papers_help import TODAY, change
from playbook_kit.adapters.documents import render
from playbook_kit.adapters.documents.brand import Brand, read_brand
from playbook_kit.adapters.documents.cache import Cache, cache_folder
from playbook_kit.adapters.documents.render import Documents, NotMade
from playbook_kit.plan import make_plan


def build(root) -> Documents:
    """Make all files of a playbook as a build does."""
    documents = Documents(root)
    documents.cards(make_plan(root, TODAY, sizes=documents.make).cards)
    return documents


def test_second_build_makes_nothing(root, cache):
    """The second build of the same content makes no file, and has the same ones."""
    first, second = build(root), build(root)
    assert sorted(first.made) == sorted(first.files) and len(first.made) > 20
    assert second.made == [] and second.files == first.files


def test_a_change_makes_what_holds_it(root, cache):
    """A changed argument has only its card and the briefs that it stands on made anew."""
    change(
        root, "arguments", "alone", title="Alone", works_best_on=["staff"], topics=["time"], answers=["time-wasting"]
    )
    build(root)
    change(
        root, "arguments", "alone", title="Alone", works_best_on=["staff"], topics=["time"],
        one_liner="Something else to say.", answers=["time-wasting"],
    )  # fmt: skip
    made = set(build(root).made)
    assert "assets/cards/arguments/alone.png" in made
    assert "assets/cards/arguments/argument-1.png" not in made
    assert "briefs/twenty-reasons.pdf" not in made and "briefs/for-managers.pdf" not in made
    assert {"briefs/time-wasting.pdf", "briefs/time-wasting.docx", "briefs/time-wasting.odt"} <= made


def test_a_word_that_no_file_holds_makes_nothing(root, cache):
    """A change of words that stand on no brief and no card makes no file."""
    build(root)
    change(root, "arguments", "same-as-the-phone", long="Something more to say.")
    assert build(root).made == []


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_file_is_made_again(root, cache, damage):
    """A file of the cache that is empty, cut or changed is made again and replaced."""
    first = build(root)
    for path in cache.iterdir():
        kept = path.read_bytes()
        path.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]) if damage is None else damage)
    second = build(root)
    assert (sorted(second.made), second.files) == (sorted(first.made), first.files)
    assert build(root).made == []


def test_another_brand_makes_everything(root, cache, monkeypatch):
    """With another colour every file is made anew, and the colour is in it."""
    first = build(root)
    brand = read_brand()
    monkeypatch.setattr(render, "read_brand", lambda: Brand(brand.colours | {"brand": "#7a1fa2"}, brand.shapes))
    second = build(root)
    assert sorted(second.made) == sorted(first.files)
    assert all(second.files[uri] != first.files[uri] for uri in first.files)


def test_another_library_or_template_makes_everything(root, cache, monkeypatch):
    """What is the same for all files is part of each key: with another version of it every file is made anew."""
    build(root)
    monkeypatch.setattr(render, "fingerprint", lambda: "another version")
    documents = build(root)
    assert sorted(documents.made) == sorted(documents.files)


def test_fingerprint_holds_what_makes_the_files(monkeypatch):
    """The fingerprint changes with a library's version."""
    render.fingerprint.cache_clear()
    now = render.fingerprint()
    render.fingerprint.cache_clear()
    monkeypatch.setattr(render, "version", lambda name: "0.0.1")
    assert render.fingerprint() != now
    render.fingerprint.cache_clear()


def test_a_folder_that_cannot_be_written_is_no_fault(root, tmp_path, monkeypatch):
    """Where nothing can be kept, everything is made each time and nothing fails."""
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path / "file"))
    assert build(root).files == build(root).files


def test_the_folder(tmp_path, monkeypatch):
    """Files are kept in the repository's own environment, or where the person who builds says: never where a pull request
    could put one.
    """
    monkeypatch.delenv("PLAYBOOK_CACHE", raising=False)
    assert cache_folder(tmp_path) is None
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    assert cache_folder(tmp_path) == tmp_path / ".venv/made-documents"
    monkeypatch.setenv("PLAYBOOK_CACHE", "/elsewhere")
    assert str(cache_folder(tmp_path)) == "/elsewhere"


def test_what_came_with_a_change_is_not_believed(root, cache, monkeypatch):
    """Files that a pull request puts where documents were once kept, under the right names and whole, are not used."""
    first = build(root)
    names = [path.name for path in cache.iterdir()]
    monkeypatch.delenv("PLAYBOOK_CACHE")
    for folder in (root / ".cache", root / ".cache/documents"):
        for name in names:
            Cache(folder).put(name, b"somebody else's")
    second = build(root)
    assert second.files == first.files and second.made == first.made


def test_what_is_long_unused_goes(tmp_path):
    """Once the folder holds many more files than a build needs, those that it did not ask for go."""
    cache = Cache(tmp_path)
    for number in range(300):
        cache.put(f"key-{number}", b"x")
    for number in range(10):
        cache.get(f"key-{number}")
    cache.tidy()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"key-{number}" for number in range(10))
    few = Cache(tmp_path)
    few.tidy()
    assert len(list(tmp_path.iterdir())) == 10


def test_what_cannot_be_made_says_which(root, cache, monkeypatch):
    """A file that cannot be made stops the build with its name and the reason."""

    def fail(sheet, brand):
        raise ValueError("no ink")

    monkeypatch.setitem(render.MAKERS, "odt", fail)
    with pytest.raises(NotMade, match=r"briefs/time-wasting\.odt could not be made: no ink"):
        build(root)


def test_day_changes_papers_and_no_card(root, cache):
    """On another day the papers are made anew, since they carry the date, and the cards are not."""
    build(root)
    documents = Documents(root)
    documents.cards(make_plan(root, TODAY.replace(day=22), sizes=documents.make).cards)
    assert documents.made and all(uri.startswith("briefs/") for uri in documents.made)
