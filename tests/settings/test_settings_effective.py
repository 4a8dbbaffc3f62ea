"""What holds for the site, from the defaults and from what a council says."""

import datetime

import pytest
from playbook_kit.settings import NO_ADDRESS, Defaults, Forge, read_defaults, read_version, settle
from settings_help import DEFAULTS, PACKAGE, ROOT, TODAY, UPSTREAM, WORDS, settled

DAY = datetime.timedelta(days=1)


def test_defaults_of_the_repository():
    """`mkdocs.yml` gives name, address, repository with its forge, and a navigation whose last section is “About”."""
    found = read_defaults(ROOT)
    assert found.name and found.address.endswith("/") and found.forge.is_reachable
    assert found.sections[-1] == "About" and "Playbook" in found.sections


@pytest.mark.parametrize("text", [None, "- a list\n", "site_name: [open\n", "extra: text\nnav: text\n"])
def test_defaults_that_are_not_there(tmp_path, text):
    """A configuration that is missing or not right gives empty defaults and no exception."""
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert read_defaults(tmp_path) == Defaults()


def test_without_a_council():
    """Without a council the playbook's own name, address and navigation hold, and no links to a council's copy."""
    found = settled()
    assert (found.title, found.address, found.council) == ("The playbook", "https://playbook.test/", None)
    assert (found.upstream, found.forge, found.nav) == (UPSTREAM, Forge(), DEFAULTS.nav)


def test_title_without_a_title():
    """A council that gives no title has its own name in it, and not the playbook's."""
    assert settled(short_name="us").title == "Anytown Council: social media playbook"


@pytest.mark.parametrize(
    ("asked", "councils", "address"),
    [
        ("", None, "https://playbook.test/"),
        ("", "https://us.test/a", "https://us.test/a/"),
        ("https://asked.test", "https://us.test/a", "https://asked.test/"),
        ("https://playbook.test/", "https://us.test/a", "https://us.test/a/"),
    ],
    ids=["default", "council", "asked", "asked-by-an-engine"],
)
def test_address(asked, councils, address):
    """An address that was asked for holds over the council's, that over the default, which an engine may hand on."""
    assert settled(address=asked, site={"address": councils}).address == address


def test_address_without_any():
    """Where nobody gives an address, one stands in that leads nowhere, since a feed needs one."""
    assert settle(Defaults(), None, WORDS, TODAY).address == NO_ADDRESS


@pytest.mark.parametrize(("until", "shown"), [(TODAY - DAY, False), (TODAY, True), (TODAY + DAY, True), (None, True)])
def test_last_day_of_an_announcement(until, shown):
    """An announcement is shown on its last day and not on the day after; without a last day it stays."""
    found = settled(announcement={"text": "Closed.", "until": until})
    assert found.announcement == ("Closed." if shown else None)


def test_placeholders_are_filled_once_and_as_text():
    """A council's name in its banner is its name, whatever signs stand in it."""
    found = settled(name="A *star* council", footer="Kept by {{ council.name }}.")
    assert found.footer == r"Kept by A \*star\* council."


def test_version(tmp_path):
    """The version is the one line of the file, and there is a word where there is none."""
    assert read_version(tmp_path) == "unreleased"
    (tmp_path / "VERSION").write_text("4.5.6\n", encoding="utf-8")
    assert read_version(tmp_path) == "4.5.6"


def test_version_of_the_repository():
    """The repository has a version of three numbers."""
    assert [part.isdigit() for part in read_version(ROOT).split(".")] == [True, True, True]


def test_one_reader():
    """Nothing but the settings and the engine's adapters knows how the configuration names things."""
    names = ("site_url", "repo_url", "edit_uri")
    found = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py") if any(name in path.read_text(encoding="utf-8") for name in names)
    }  # fmt: skip
    assert {name for name in found if not name.startswith("adapters/")} == {"settings/defaults.py"}
