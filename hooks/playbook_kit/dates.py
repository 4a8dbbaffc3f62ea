"""Dates in words, the same on every machine (the system's locale has no say)."""

import datetime
import re

from .words import Words


def long_date(day: datetime.date, words: Words) -> str:
    """A day as readers see it: 21 November 2026."""
    return f"{day.day} {words(f'months.{day.month}')} {day.year}"


def readable_date(written: str, words: Words) -> str:
    """A date as a source gives it, with 2012-03-18 and 2012-03 in words; anything else as it is."""
    match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", written)
    if not match or not 1 <= int(match[2]) <= 12:
        return written
    day = f"{int(match[3])} " if match[3] else ""
    return f"{day}{words(f'months.{int(match[2])}')} {match[1]}"
