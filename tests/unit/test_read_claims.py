"""What in a sentence could be looked up elsewhere, and what is never taken for it."""

import pytest
from playbook_kit.read.claims import claims, may_claim

FIRM = [
    ("It is so under the Freedom of Information Act 2000.", ["Freedom of Information Act 2000"]),
    ("The Equality Act asks for it.", ["Equality Act"]),
    ("See the Local Government (Wales) Act 2011.", ["Local Government (Wales) Act 2011"]),
    ("The Public Sector Bodies Regulations say so.", ["Public Sector Bodies Regulations"]),
    ("Article 10 and section 23(12A) say so.", ["Article 10", "section 23(12A)"]),
    ("It breaks UK GDPR.", ["UK GDPR"]),
    ("It cost £4,000.50 and $3 million.", ["£4,000.50", "$3"]),
    ("It rose by 1.5%, or 2 per cent.", ["1.5%", "2 per cent"]),
    ("It was so in 2012, on 14 March 2013 and in January 2014.", ["2012", "14 March 2013", "January 2014"]),
    ("From the 1990s to 2010-11.", ["1990s", "2010-11"]),
    ("By 4 June it was over.", ["4 June"]),
    ("It has 12,600 followers.", ["12,600"]),
]
LOOSE = [
    ("It reached 26 people.", ["26"]),
    ("Answer within 5 working days.", ["5"]),
    ("At 7.24am it was gone.", ["7.24"]),
    ("Hundreds came, a third of the town, or one in three.", ["Hundreds", "a third of", "one in three"]),
    ("FOISA and PECR hold.", ["FOISA", "PECR"]),
    ("Half\nof them came.", ["Half of"]),
]
NONE = [
    "Ask two people, twice a year.", "Ask 3 people.", "It is there 24/7.", "From 9am to 5pm.", "Weeks 1 to 12.",
    "Skip to step 18.", "See page 12.", "Ring 999 or 0300 123 2040.", "WCAG 2.2 holds.", "RESIST 3 says so.", "#fbps12",
    "2 × 3 = 6", "The Act says so.", "In order to act.", "Ask the RIPA officer.", "It is on the 12th floor of A40.", "",
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), FIRM)
def test_firm(text, found):
    """Laws, money, percentages, dates and figures from a thousand up come from outside, wherever they stand."""
    assert [(claim.value, claim.is_firm) for claim in claims(text) if claim.is_firm] == [(one, True) for one in found]


@pytest.mark.parametrize(("text", "found"), LOOSE)
def test_loose(text, found):
    """Smaller figures, figures in words and laws by their initials may be our own advice."""
    assert [(claim.value, claim.is_firm) for claim in claims(text)] == [(one, False) for one in found]


@pytest.mark.parametrize("text", NONE)
def test_none(text):
    """Small numbers, the numbers of things, hours and telephone numbers are never counted."""
    assert claims(text) == []


@pytest.mark.parametrize("text", [text for text, _ in FIRM + LOOSE])
def test_hint(text):
    """The quick look passes over no text that holds a claim."""
    assert may_claim(text)


def test_place():
    """A claim begins where its words stand, line ends counted as they are."""
    text = "It was\nso in March\n2012."
    assert [(claim.start, text[claim.start : claim.start + 5]) for claim in claims(text)] == [(13, "March")]
