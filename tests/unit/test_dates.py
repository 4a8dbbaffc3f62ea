"""Dates in words."""

import datetime

import pytest
from playbook_kit.dates import long_date


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (datetime.date(2026, 11, 21), "21 November 2026"),
        (datetime.date(2026, 1, 1), "1 January 2026"),
        (datetime.date(2012, 5, 9), "9 May 2012"),
    ],
)
def test_long_date(words, day, said):
    """A day is said as readers see it, from the words file and not from the system's language."""
    assert long_date(day, words) == said


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_a_name(words, month):
    """Each month has its name in the words file."""
    assert long_date(datetime.date(2026, month, 1), words).split()[1].isalpha()
