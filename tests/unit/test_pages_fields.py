"""The page of fields, made from the models."""

import typing

import pytest
from playbook_kit.models import Argument, Comeback, Council, Evidence
from playbook_kit.models.base import group_of
from playbook_kit.models.kinds import SCHEMAS
from playbook_kit.pages.fields import council_keys, field_reference


@pytest.fixture(scope="module")
def fields(words):
    """Each kind's fields by name."""
    return {kind: {field.name: field for field in found.fields} for kind, found in field_reference(words)}


@pytest.fixture(scope="module")
def words(request):
    """The interface's words, for a fixture of this module."""
    from playbook_kit.words import load_words
    from unit_help import ROOT

    return load_words(ROOT)[0]


def test_every_kind(words):
    """Every kind of file has its place in the page, in one order."""
    assert [kind for kind, _ in field_reference(words)] == list(SCHEMAS)


def paths_in(model):
    """The path of every field of a group, those of groups inside it after the group itself."""
    for name, info in model.model_fields.items() if model else ():
        yield name
        yield from (f"{name} → {path}" for path in paths_in(group_of(info.annotation)))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_field(fields, kind):
    """Every field is listed, those of groups after the group itself, with what the model says of it."""
    names = list(fields[kind])
    for name, info in SCHEMAS[kind].model_fields.items():
        assert fields[kind][name].description == info.description
        assert fields[kind][name].required is info.is_required()
        at = names.index(name)
        expected = [f"{name} → {path}" for path in paths_in(group_of(info.annotation))]
        assert names[at + 1 : at + 1 + len(expected)] == expected


@pytest.mark.parametrize(
    ("kind", "field", "limit"),
    [
        ("argument", "one_liner", "At most 160 characters."),
        ("argument", "short", "At most 80 words."),
        ("argument", "answers", "At least one entry."),
        ("objection", "heard_as", "At least 10 entries."),
        ("argument", "strength", "One of: strong, medium, weak."),
        ("argument", "title", ""),
        ("argument", "evidence → shows", "At most 60 words."),
    ],
)
def test_limits(fields, kind, field, limit):
    """Limits and choices are said in words."""
    assert fields[kind][field].limit == limit


def test_what_there_is_one_of_cannot_be_begun(words):
    """A kind of which there is one file alone names that file, and does not say how to begin another."""
    found = dict(field_reference(words))
    assert (found["decision-tree"].folder, found["decision-tree"].is_many) == ("playbook/tools/should-i-reply.yml", False)
    assert (found["argument"].folder, found["argument"].is_many) == ("playbook/arguments/", True)


def test_most_entries_are_said(fields):
    """A list that may have only so many entries says how many."""
    assert "5" in fields["argument"]["comebacks"].limit


@pytest.mark.parametrize(
    ("field", "group"), [("evidence", Evidence), ("comebacks", Comeback), ("title", None), ("answers", None)]
)
def test_group_of(field, group):
    """The model inside a field is found through lists."""
    assert group_of(Argument.model_fields[field].annotation) is group


def leaves_of(model, prefix=""):
    """The dotted name of every field that holds no others."""
    for name, info in model.model_fields.items():
        inner = group_of(info.annotation)
        path = prefix + name
        many = typing.get_origin(info.annotation) is list
        yield from leaves_of(inner, f"{path}{'[]' if many else ''}.") if inner else [path]


def test_every_key_of_the_council(words):
    """The council's keys are those of the models, each once, with an example and with what holds without it."""
    keys = [key for _, _, group in council_keys(words) for key in group]
    assert [key.name for key in keys] == list(leaves_of(Council))
    assert [key.name for key in keys if not (key.example and key.default and key.description)] == []
    assert [key.name for key in keys if key.required] == [
        "name", "brand.logo.file", "brand.logo.alt", "brand.font.name", "brand.font.regular", "brand.font.licence",
        "rota[].when", "rota[].who", "rota[].contact", "announcement.text", "hide[].what", "hide[].reason",
        "reviews[].what",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "default"),
    [
        ("name", "It must be there."), ("site.noindex", "false"), ("repository.branch", "main"),
        ("site.languages", "[en]"), ("home", "[told, choose, doors, proof, reviewed]"),
        ("site.title", "your council's name, then “social media playbook”"), ("footer", "nothing"),
    ],
)  # fmt: skip
def test_what_holds_without_a_key(words, key, default):
    """A key's default is its value, or words for what happens then."""
    assert {one.name: one.default for _, _, group in council_keys(words) for one in group}[key] == default


def test_no_words_for_keys_that_are_not_there(words):
    """What is said of a key that is left out is said of one that there is."""
    known = {key.name.replace("[]", "").replace(".", "_") for _, _, group in council_keys(words) for key in group}
    assert set(words.group("keys.without")) <= known
