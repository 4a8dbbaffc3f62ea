"""What was parsed before is used again only where nothing about it has changed."""

import pickle
import sys

import pytest
from playbook_kit import parse_cache as module
from playbook_kit.content import load
from playbook_kit.parse_cache import ParseCache, parse_cache
from unit_help import change

ARGUMENT = "playbook/arguments/same-as-the-phone.yml"


@pytest.fixture
def file(tmp_path):
    """Where a cache is kept, outside the playbook."""
    return tmp_path / "parsed.pickle"


def read(root, file):
    """The content below `root`, read with the cache in `file`, which is written again; and the cache."""
    cache = ParseCache(file)
    content = load(root, cache)
    assert content.pieces
    cache.save()
    return content, cache


def facts(content):
    """All that was read: items, pieces and problems."""
    return (
        [(i.path, i.id, i.model, i.body, i.body_line, i.is_whole, i.document, i.outline) for i in content.items],
        [(piece.item.path, piece.where, piece.text, piece.outline) for piece in content.pieces],
        content.problems,
    )  # fmt: skip


@pytest.mark.parametrize("broken", [False, True], ids=["sound", "with-faults"])
def test_same_content_and_problems(small_root, file, broken):
    """With the cache the same is read, and every fault is reported again, as without it."""
    if broken:
        change(small_root, ARGUMENT, "title:", "titel:")
    first, _ = read(small_root, file)
    again, cache = read(small_root, file)
    assert set(cache.known) == {item.path for item in first.items}
    assert facts(again) == facts(first) == facts(load(small_root))
    assert bool(again.problems) is broken


def test_changed_file_is_parsed_again(small_root, file):
    """A changed text is read anew, and all other files are not."""
    read(small_root, file)
    change(small_root, ARGUMENT, "title:", "titel:")
    content, cache = read(small_root, file)
    assert facts(content) == facts(load(small_root))
    assert [problem.path for problem in content.problems] == [ARGUMENT] * len(content.problems) != []
    again = {path for path, kept in cache.kept.items() if cache.known.get(path) != kept}
    assert again == {ARGUMENT}


def test_removed_file_is_forgotten(small_root, file):
    """What no longer exists does not stay in the cache for ever."""
    read(small_root, file)
    (small_root / ARGUMENT).unlink()
    read(small_root, file)
    assert ARGUMENT not in ParseCache(file).known


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:-1], lambda data: b"x" + data[1:], None])
def test_damaged_cache_is_empty(small_root, file, damage):
    """A cache that is cut short, changed or missing is as good as none."""
    first, _ = read(small_root, file)
    if damage is None:
        file.unlink()
    else:
        file.write_bytes(damage(file.read_bytes()))
    assert ParseCache(file).known == {}
    assert facts(read(small_root, file)[0]) == facts(first)


def test_cache_of_another_parser_is_empty(small_root, file, monkeypatch):
    """When our code changes, everything is parsed again."""
    read(small_root, file)
    monkeypatch.setattr(module, "_PARSERS", ("problem.py",))
    assert ParseCache(file).known == {}


def test_unchanged_cache_is_not_written(small_root, file):
    """A run that met nothing new leaves the file alone."""
    read(small_root, file)
    before = file.stat().st_mtime_ns, file.stat().st_ino
    read(small_root, file)
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before


def test_cache_lies_in_the_repositorys_own_environment(tmp_path, monkeypatch):
    """Unpickling runs code: nothing is read from a place where a contributor's change could put a file."""
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path / "python"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "repository" / ".venv"))
    assert parse_cache(tmp_path / "repository").file == tmp_path / "repository" / ".venv" / module.NAME
    assert parse_cache(tmp_path / "elsewhere").file is None
    monkeypatch.setattr(sys, "base_prefix", sys.prefix)
    assert parse_cache(tmp_path / "repository").file is None


def test_unwritable_place_is_no_fault(small_root, tmp_path):
    """A cache whose folder is gone costs time and nothing else."""
    content, cache = read(small_root, tmp_path / "nowhere" / "parsed.pickle")
    assert cache.is_changed
    assert content.items


def test_what_is_kept_is_plain(small_root, file):
    """The file holds a map of paths, so that a foreign thing in it would be seen."""
    read(small_root, file)
    kept = pickle.loads(file.read_bytes()[2 * module._DIGEST :])
    assert {type(path) for path in kept} == {str}


@pytest.mark.parametrize("path", [ARGUMENT, "playbook/policy.md"])
def test_places_are_found_in_what_was_kept(small_root, file, path):
    """The text is not kept twice; a place that is asked for is the same all the same."""
    read(small_root, file)
    kept = pickle.loads(file.read_bytes()[2 * module._DIGEST :])
    with pytest.raises(ValueError, match="not given back"):
        kept[path][1].document.mark(("title",))
    places = {item.path: item.document.marks for item in load(small_root).items}
    again = {item.path: item.document.marks for item in read(small_root, file)[0].items}
    assert again[path] == places[path] != {}
    assert again == places
