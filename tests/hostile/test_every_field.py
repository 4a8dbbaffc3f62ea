"""No field is forgotten: each one that a model has was given a hostile text, and each that takes words was built with one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from building import fields_of
from every_field import MODELS, NARROW, leaves, places_of
from every_field import fields_of as model_fields
from playbook_kit.local.files import AROUND, FOLDERS, REPLACE, TOOLS, has_text_around
from playbook_kit.models import Glossary, Model
from playbook_kit.models.base import Line
from playbook_kit.models.kinds import KINDS
from playbook_kit.words import load_words
from reached import Reached
from site_help import ROOT

ONLY_WHAT_THERE_IS = {"uncited: exceptions[].path", "synonyms: found_by[].page", "council: navigation[]"}
"""Fields of words that are refused unless they name a file, a page or a section that there is."""


@pytest.fixture(scope="module")
def both(hostile_site: Path, council_site: Path) -> tuple[Reached, Reached]:
    """What was tried and what was built in the two playbooks together."""
    (tried, built), (more_tried, more_built) = fields_of(hostile_site), fields_of(council_site)
    return _joined(tried, more_tried), _joined(built, more_built)


def _joined(one: Reached, other: Reached) -> Reached:
    return {name: one.get(name, {}) | other.get(name, {}) for name in one.keys() | other.keys()}


def lacking(models: dict[str, type[Model]], found: Reached, narrow: bool = True) -> list[str]:
    """The fields of these models that were not found; those that take no words only if asked for."""
    return [
        f"{name}: {place}"
        for name, model in models.items()
        for place, room in places_of(model)
        if place not in found.get(name, {}) and (narrow or room != NARROW)
    ]


def test_every_model_is_walked() -> None:
    """Each model of what a file may say is one of a file's or stands in one."""
    walked: set[type[Model]] = set()

    def walk(model: type[Model]) -> None:
        walked.add(model)
        for _, group, *_ in model_fields(model).values():
            if group:
                walk(group)

    for model in MODELS.values():
        walk(model)
    assert [one.__name__ for one in _models(Model) if one not in walked and not one.__subclasses__()] == []


def _models(model: type[Model]) -> Iterator[type[Model]]:
    for one in model.__subclasses__():
        if one.__module__.startswith("playbook_kit.models."):
            yield from (one, *_models(one))


def test_every_field_was_tried(both: tuple[Reached, Reached]) -> None:
    """Each field of each kind of file, of each list and of the council's files was given a hostile text."""
    assert lacking(MODELS, both[0]) == []


def test_every_field_of_words_was_built(both: tuple[Reached, Reached]) -> None:
    """Each field that takes words stood in a built site with a hostile text in it, unless it names something."""
    assert set(lacking(MODELS, both[1], narrow=False)) == ONLY_WHAT_THERE_IS


def test_every_text_was_built(both: tuple[Reached, Reached]) -> None:
    """So did the text below the facts of each kind that has one."""
    assert [name for name, kind in KINDS.items() if kind.has_body and not both[1][name].get("text")] == []


def test_no_other_field_takes_a_text(both: tuple[Reached, Reached]) -> None:
    """No hostile text was let through in an id, a date, a colour, a path or a choice."""
    narrow = [(name, place) for name, model in MODELS.items() for place, room in places_of(model) if room == NARROW]
    assert len(narrow) > 100
    assert [one for one in narrow if one[1] in both[1].get(one[0], {})] == []


def test_a_new_field_is_missed() -> None:
    """A field that nobody gives a hostile text is named: one more in a glossary, and a whole new list of groups."""

    class More(Glossary):
        more: Line

    class Many(Model):
        entries: list[More]

    known = {"glossary": dict.fromkeys((place for place, _ in places_of(Glossary)), 1)}
    assert lacking({"glossary": Glossary}, known) == []
    assert lacking({"glossary": More}, known) == ["glossary: more"]
    assert "many: entries[].terms[].meaning" in lacking({"many": Many}, known)


@pytest.mark.parametrize("language", ["en", "cy"])
def test_every_word_of_the_interface(council_site: Path, language: str) -> None:
    """Each word of the interface was given a hostile text by the council, and most were built with one."""
    words = {place for place, _ in leaves(load_words(ROOT, language)[0].values)}
    tried, built = (one[f"words.{language}"] for one in fields_of(council_site))
    assert words - tried.keys() == set()
    assert len(built) >= 0.7 * len(words)


def test_every_part_of_the_folder(council_site: Path) -> None:
    """For each kind the council has an own item, other fields and text before, after and instead; and a changed tool."""
    parts = [f"own-{name}{KINDS[name].ending}" for name in FOLDERS]
    parts += [f"{part}.md" for name in FOLDERS for part in (*AROUND, REPLACE) if has_text_around(KINDS[name]) and (part != REPLACE or KINDS[name].has_body)]
    wanted = {name: sum(part.endswith(name) for part in parts) for name in ("before.md", "after.md", "replace.md")}
    _, built = fields_of(council_site)
    assert {name: built.get(name, {}).get("text", 0) > 0 for name in wanted} == dict.fromkeys(wanted, True)
    root = council_site.with_name(f"{council_site.name}-root")
    for name, folder in {**FOLDERS, "tool": TOOLS}.items():
        assert any((root / folder).iterdir()), name
