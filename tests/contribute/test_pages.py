"""The pages with the forms: what each forge is given, and what a page says of its models."""

import dataclasses
import datetime
import json

import pytest
from playbook_kit.contribute.forms import form_named
from playbook_kit.index import join
from playbook_kit.pages.contribute import NAME, TEXT, TITLE, _places, make_forms, make_known, make_more
from playbook_kit.pages.find import MOST_CHOICES
from playbook_kit.settings import SiteSettings
from playbook_kit.settings.forge import Forge
from playbook_kit.words import load_words
from site_help import ROOT, words


@pytest.mark.parametrize(
    ("kind", "file", "letter"),
    [
        ("github", "/new/main/playbook/arguments?", "/issues/new?"),
        ("forgejo", "/_new/main/playbook/arguments?", "/issues/new?"),
        ("gitlab", None, None), ("none", None, None),
    ],
)  # fmt: skip
def test_where_a_forge_takes_a_text(kind: str, file: str | None, letter: str | None) -> None:
    """GitHub and Forgejo are given the text in an address, as they document; GitLab and no forge are not."""
    places = _places(form_named("argument"), Forge(kind, "https://git.example/a/b"), "a@b.example")
    assert places["contact"] == "a@b.example"
    if file is None:
        assert (places["file"], places["source"], places["letter"]) == (None, None, None)
        return
    assert places["file"] == f"https://git.example/a/b{file}filename={NAME}&value={TEXT}"
    assert places["letter"] == f"https://git.example/a/b{letter}title={TITLE}&body={TEXT}"


def test_a_letter_has_no_file() -> None:
    """A form that makes a letter has no address for a file."""
    assert _places(form_named("wording"), Forge("github", "https://git.example/a/b"), "")["file"] is None


def test_known_names_every_source(desk) -> None:
    """The data of the forms name every source as readers know it, every wording, and every id that is taken."""
    text = "".join(one.text for one in make_known(desk.content))
    for part in (
        '"acas-policy":["Acas","Social media in the workplace","https://www.acas.org.uk/social-media"]',
        '"cyngor tref unman":4',
        "people will skive",
        "same-as-the-phone",
        "the-phone-line",
    ):
        assert part in text


def test_many_objections_stand_in_a_file(desk) -> None:
    """However many objections there are, a form's page has the first 60; the script finds all others in a file."""
    playbook, english = join(desk.content, datetime.date(2026, 11, 21)), load_words(ROOT)[0]
    assert make_more(playbook, english) == []
    entry = next(iter(playbook.objections.values()))
    playbook.objections = {f"told-{n}": dataclasses.replace(entry, id=f"told-{n}") for n in range(MOST_CHOICES + 9)}
    (file,) = make_more(playbook, english)
    assert [one[0] for one in json.loads(file.text)] == [f"told-{n}" for n in range(MOST_CHOICES, MOST_CHOICES + 9)]
    cut = 0
    for page in make_forms(desk.content, playbook, english, SiteSettings(""), english):
        form = page.facts["form"]
        asked = [one for part in form.parts for _, row in part.rows for one in row]
        assert all(len(one.shown) <= MOST_CHOICES for one in asked)
        long = [one for one in asked if one.options != one.shown]
        assert form.more == (file.uri.removesuffix("-en.json") if long else "")
        cut += len(long)
    assert cut > 1


def test_pages_use_the_words() -> None:
    """The words that each page's foot promises stand in the words file."""
    assert words("edit.suggest") == "Suggest a change to this page"
    assert words("edit.add_argument") == "Add an argument to this objection"
    assert words("edit.report") == "Report something wrong or out of date"
