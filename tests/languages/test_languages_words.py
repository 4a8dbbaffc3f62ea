"""Each language says the same things as English: the interface's words, the sections' names, the closed lists."""

import re

import pytest
import yaml
from playbook_kit.content import load
from playbook_kit.settings import read_defaults
from playbook_kit.settings.names import section_name
from playbook_kit.translations.vocabulary import translated_vocabulary
from playbook_kit.words import FIRST_LANGUAGE, languages, load_words
from site_help import ROOT

OTHERS = [one for one in languages(ROOT) if one != FIRST_LANGUAGE]


def leaves(values: dict, prefix: str = "") -> dict[str, object]:
    """Every word by its dotted key."""
    found: dict[str, object] = {}
    for name, value in values.items():
        found |= leaves(value, f"{prefix}{name}.") if isinstance(value, dict) else {f"{prefix}{name}": value}
    return found


ENGLISH = leaves(load_words(ROOT)[0].values)


def parts(text: object) -> list[str]:
    """What is filled in, and what ends a word that is put together."""
    return sorted(set(re.findall(r"\{[^{}]*\}", str(text))))


def test_there_are_languages():
    """There is another language besides English, so the tests below look at something."""
    assert OTHERS


@pytest.mark.parametrize("language", OTHERS)
def test_words_are_whole(language):
    """A language has exactly the keys of English, each with text where English has text."""
    words, problems = load_words(ROOT, language)
    own = leaves(words.values)
    assert problems == [] and sorted(own) == sorted(ENGLISH)
    assert [key for key in own if not isinstance(own[key], str)] == []
    assert [
        key
        for key in own
        if bool(str(own[key]).strip()) != bool(str(ENGLISH[key]).strip()) and key != "language.read_by"
    ] == []


@pytest.mark.parametrize("language", OTHERS)
def test_words_have_the_same_parts(language):
    """Each word of a language leaves the same parts to be filled in as in English."""
    own = leaves(load_words(ROOT, language)[0].values)
    assert [key for key in own if parts(own[key]) != parts(ENGLISH[key])] == []


@pytest.mark.parametrize("language", languages(ROOT))
def test_sections_are_named(language):
    """Every section of the navigation has a name in each language; in English it is that of mkdocs.yml."""
    words = load_words(ROOT, language)[0]
    names = read_defaults(ROOT).sections
    assert len(words.group("sections")) == len(names)
    named = [section_name(name, words) for name in names]
    assert set(named) == set(names if language == FIRST_LANGUAGE else words.group("sections").values())


@pytest.mark.parametrize("language", OTHERS)
def test_closed_lists_are_named(language):
    """Every audience, part, topic and country has a name in each language."""
    vocabulary = load(ROOT).vocabulary
    assert translated_vocabulary(ROOT, vocabulary, language)[1] == []


@pytest.mark.parametrize("language", OTHERS)
def test_words_are_written_evenly(language):
    """A language writes one kind of apostrophe throughout."""
    text = (ROOT / f"theme/words/{language}.yml").read_text(encoding="utf-8")
    values = leaves(yaml.safe_load(text))
    assert [key for key, value in values.items() if re.search(r"\w'\w", str(value))] == []
