"""Laying one document over another, and naming the playbook's wording of what is changed."""

import datetime

import pytest
from playbook_kit.local.merge import Change, merge, removed_in_vain
from playbook_kit.local.wording import wording_of, wording_of_text
from playbook_kit.read.yaml_text import Document, parse_yaml

BASE = """\
title: One
who: {name: Anytown, size: small}
names: [a, b]
terms:
  - id: foi
    meaning: Theirs.
    also: [x]
  - id: dpo
    meaning: Another.
"""


def laid(own: str, base: str = BASE):
    """The merged document and the changes of one YAML text over another."""
    return merge(parse_yaml(base, "base.yml"), parse_yaml(own, "own.yml"))


@pytest.mark.parametrize(
    ("own", "path", "value"),
    [
        ("title: Two", ("title",), "Two"),
        ("more: New", ("more",), "New"),
        ("who: {size: large}", ("who",), {"name": "Anytown", "size": "large"}),
        ("names: [c]", ("names",), ["c"]),
        ("terms: [{id: dpo, meaning: Ours.}]", ("terms", 1), {"id": "dpo", "meaning": "Ours."}),
        ("terms: [{id: dpo, meaning: Ours.}]", ("terms", 0), {"id": "foi", "meaning": "Theirs.", "also": ["x"]}),
        ("terms: [{id: new, meaning: Ours.}]", ("terms", 2), {"id": "new", "meaning": "Ours."}),
        ("terms: [{id: foi, also: []}]", ("terms", 0), {"id": "foi", "meaning": "Theirs.", "also": []}),
        ("terms: [{meaning: No id.}]", ("terms",), [{"meaning": "No id."}]),
        ("names: []", ("names",), []),
        ("terms: [{id: foi, remove: true}]", ("terms",), [{"id": "dpo", "meaning": "Another."}]),
        ("terms: [{id: foi, remove: true}, {id: dpo, remove: true}]", ("terms",), []),
        ("terms: [{id: new, meaning: Ours.}, {id: foi, remove: true}, {id: dpo, meaning: Mine.}]", ("terms",),
         [{"id": "dpo", "meaning": "Mine."}, {"id": "new", "meaning": "Ours."}]),
        ("terms: [{id: new, remove: true}]", ("terms", 1), {"id": "dpo", "meaning": "Another."}),
    ],
)
def test_value(own, path, value):
    """Maps merge, lists of entries with ids merge by id, and every other value is replaced whole."""
    found = laid(own)[0].value
    for part in path:
        found = found[part]
    assert found == value


def test_base_is_left():
    """Neither of the two documents is changed by merging them."""
    base, own = parse_yaml(BASE, "base.yml"), parse_yaml("terms: [{id: foi, meaning: Ours.}]\ntitle: Two", "own.yml")
    before = (repr(base.value), dict(base.marks), dict(base.keys), repr(own.value))
    merge(base, own)
    assert (repr(base.value), base.marks, base.keys, repr(own.value)) == before


def test_marks():
    """A value that the council wrote has the council's place, all others the playbook's; none of a list that went stays."""
    base, own = parse_yaml(BASE, "base.yml"), parse_yaml("\n\nnames: [c]\nterms:\n  - {id: dpo, meaning: Ours.}\n", "own.yml")
    merged, _ = merge(base, own)
    assert merged.marks["names", 0] == own.marks["names", 0]
    assert ("names", 1) not in merged.marks
    assert merged.marks["terms", 1, "meaning"] == own.marks["terms", 0, "meaning"]
    assert merged.marks["terms", 0, "meaning"] == base.marks["terms", 0, "meaning"]
    assert merged.marks["title",] == base.marks["title",]


def test_marks_after_a_removal():
    """What stood below an entry that is taken out keeps its places, and nothing of that entry is left."""
    base, own = parse_yaml(BASE, "base.yml"), parse_yaml("terms: [{id: foi, remove: true}, {id: new, meaning: Ours.}]", "own.yml")
    merged, changes = merge(base, own)
    assert merged.marks["terms", 0, "meaning"] == base.marks["terms", 1, "meaning"]
    assert merged.marks["terms", 1, "meaning"] == own.marks["terms", 1, "meaning"]
    assert not [where for where in merged.marks if where[:2] == ("terms", 2) or where[:3] == ("terms", 0, "also")]
    assert changes[0] == Change("terms → foi", {"id": "foi", "meaning": "Theirs.", "also": ["x"]}, None)


@pytest.mark.parametrize(
    ("own", "found"),
    [
        ("terms: [{id: foi, remove: true}]", []),
        ("terms: [{id: fio, remove: true}]", [(("terms", 0), "fio")]),
        ("other: [{id: foi, remove: true}]", [(("other", 0), "foi")]),
        ("terms: [{id: foi, also: [{id: x, remove: true}]}]", [(("terms", 0, "also", 0), "x")]),
        ("names: [a]", []),
    ],
)
def test_removed_in_vain(own, found):
    """An entry that is to be taken out and is not there is found, at any depth."""
    assert removed_in_vain(parse_yaml(BASE, "base.yml").value, parse_yaml(own, "own.yml").value) == found


def test_changes():
    """Each value that the council wrote is named as people say it, with both wordings."""
    _, changes = laid("who: {size: large}\nterms: [{id: foi, meaning: Ours.}]\nmore: New")
    assert changes == [
        Change("who → size", "small", "large"),
        Change("terms → foi → meaning", "Theirs.", "Ours."),
        Change("more", None, "New"),
    ]


@pytest.mark.parametrize(
    ("base", "is_same"),
    [
        (BASE.replace("Another.", "Quite another."), True),
        (BASE.replace("title: One", "title: Two"), True),
        (BASE.replace("Theirs.", '"Theirs."'), True),
        (BASE.replace("Theirs.", "Theirs, now."), False),
    ],
)
def test_wording(base, is_same):
    """The name of a wording changes with the words that the council changed, and with nothing else."""
    own = "terms: [{id: foi, meaning: Ours.}]"
    assert (wording_of(laid(own)[1]) == wording_of(laid(own, base)[1])) is is_same


def test_wording_of_all_values():
    """Dates, lists, numbers, yes and no, and nothing have names of their own, and the order of fields does not matter."""
    values = [None, True, False, "", "a", ["a"], ["a", "b"], {"a": "b"}, datetime.date(2026, 11, 21), "1"]
    names = [wording_of([Change("x", value, "")]) for value in values]
    assert len(set(names)) == len(values)
    two = [Change("a", "1", ""), Change("b", "2", "")]
    assert wording_of(two) == wording_of(two[::-1])


def test_wording_is_text():
    """A name is ten consonants, so that YAML reads it as text and nobody reads it as a word; breaks do not count."""
    names = {wording_of_text(str(number)) for number in range(2_000)}
    assert len(names) == 2_000
    assert all(len(name) == 10 and set(name) <= set("bcdfghjklmnpqrst") for name in names)
    assert all(parse_yaml(f"a: {name}", "a.yml").value == {"a": name} for name in names)
    assert wording_of_text("One\ntwo  three") == wording_of_text("One two\nthree")


def test_merge_of_nothing():
    """A document that sets nothing changes nothing."""
    base = parse_yaml(BASE, "base.yml")
    merged, changes = merge(base, Document({}))
    assert (merged.value, changes) == (base.value, [])
