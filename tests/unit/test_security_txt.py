"""The file for those who found a weakness, by RFC 9116."""

import datetime

import pytest
from playbook_kit.models import Council
from playbook_kit.pages.security_txt import make_security_txt
from playbook_kit.settings import Defaults, settle
from playbook_kit.words import load_words
from unit_help import ROOT

TODAY = datetime.date(2026, 11, 21)
WORDS = load_words(ROOT)[0]


def fields(address: str, security: str | None = None) -> dict[str, list[str]]:
    """The lines of the file for a site at this address, by the name of their field."""
    council = Council.model_validate({"name": "Anytown", "contacts": {"security": security} if security else {}})
    files = make_security_txt(settle(Defaults(), council, WORDS, TODAY, address=address), TODAY)
    found: dict[str, list[str]] = {}
    for line in files[0].text.splitlines():
        name, _, value = line.partition(": ")
        found.setdefault(name, []).append(value)
    return found


def test_required_fields() -> None:
    """It has a contact and exactly one day on which it ends, less than a year away, as sections 2.5.3 and 2.5.5 ask."""
    found = fields("https://council.test/playbook/")
    assert found["Contact"] == ["https://council.test/playbook/security/"]
    ends = datetime.datetime.fromisoformat(found["Expires"][0])
    assert len(found["Expires"]) == 1 and datetime.timedelta(days=300) < ends.date() - TODAY < datetime.timedelta(days=365)
    assert found["Canonical"] == ["https://council.test/playbook/.well-known/security.txt"]
    assert found["Preferred-Languages"] == ["en"]


@pytest.mark.parametrize(
    ("contact", "first"),
    [
        ("security@council.test", "mailto:security@council.test"),
        ("the ICT desk, ext. 1", "https://council.test/security/"),
        ("a@b.test> evil", "https://council.test/security/"),
    ],
)
def test_contact(contact: str, first: str) -> None:
    """A contact that is an email address comes first; any other is on the page alone, since every contact is an address."""
    assert fields("https://council.test/", contact)["Contact"][0] == first


def test_no_address_no_file() -> None:
    """A site that does not know its address has no such file, since every line of it is a whole address."""
    assert make_security_txt(settle(Defaults(), None, WORDS, TODAY), TODAY) == []
