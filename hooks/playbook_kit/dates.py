"""Dates in words, the same on every machine (the system's locale has no say)."""

import datetime

from .words import Words


def long_date(day: datetime.date, words: Words) -> str:
    """A day as readers see it: 21 November 2026."""
    return f"{day.day} {words(f'months.{day.month}')} {day.year}"
