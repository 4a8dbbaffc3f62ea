"""The pages with the forms: what each forge is given, and what a page says of its models."""

import pytest
from playbook_kit.contribute.forms import form_named
from playbook_kit.pages.contribute import NAME, TEXT, TITLE, _places, make_known
from playbook_kit.settings.forge import Forge
from site_help import words


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


def test_pages_use_the_words() -> None:
    """The words that each page's foot promises stand in the words file."""
    assert words("edit.suggest") == "Suggest a change to this page"
    assert words("edit.add_argument") == "Add an argument to this objection"
    assert words("edit.report") == "Report something wrong or out of date"
