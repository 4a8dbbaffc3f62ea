"""Common slips, and what was meant: a date the British way or as Excel counts it, an address without its beginning."""

import datetime
import re

_MONTHS = (
    "january february march april may june july august september october november december",
    "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
)
_NAMED = {
    key: number
    for names in _MONTHS
    for number, name in enumerate(names.split(), start=1)
    for key in (name, name[:3])
    if key not in ("med",)
}  # fmt: skip
_FIGURES = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{2}|\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./ -](\d{1,2})[./ -](\d{1,2})")
_IN_WORDS = re.compile(r"(?:[a-z]+day,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)\.?,? (\d{2}|\d{4})", re.I)
_EXCEL_DAY_ZERO = datetime.date(1899, 12, 30)
_EXCEL_DAYS = range(36_526, 73_051)  # 2000 to 2100
_BARE_ADDRESS = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:[/?#][^\s<>\"]*)?", re.I)


def meant_date(written: str) -> tuple[datetime.date, str] | None:
    """The day that somebody meant, and how it was written: `figures`, `words` or `excel`. The day comes before the month."""
    text = " ".join(written.split())
    if re.fullmatch(r"\d{5}", text) and int(text) in _EXCEL_DAYS:
        return _EXCEL_DAY_ZERO + datetime.timedelta(int(text)), "excel"
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(match[1], int(match[2]), match[3], "figures")
    if match := _FIGURES.fullmatch(text):
        return _day(match[3], int(match[2]), match[1], "figures")
    if (match := _IN_WORDS.fullmatch(text)) and match[2].lower() in _NAMED:
        return _day(match[3], _NAMED[match[2].lower()], match[1], "words")
    return None


def _day(year: str, month: int, day: str, how: str) -> tuple[datetime.date, str] | None:
    try:
        return datetime.date(int(year) + (2000 if len(year) == 2 else 0), month, int(day)), how
    except ValueError:
        return None


def date_fix(written: str) -> str:
    """What to write in place of a date that was meant and written otherwise, or nothing if none was."""
    meant = meant_date(written)
    if meant is None:
        return ""
    day, how = meant
    if how == "excel":
        return f"Write {day}, if that is the day: Excel counts it as {written}."
    is_unsure = how == "figures" and day.day <= 12 and day.day != day.month and not _YEAR_FIRST.fullmatch(written.strip())
    if is_unsure:
        month = _MONTHS[0].split()[day.month - 1].capitalize()
        return f"Write the year first, then the month and the day: {day}, if you mean {day.day} {month} {day.year}."
    return f"Write the year first, then the month and the day: {day}."


def address_fix(written: str) -> str:
    """The web address that was meant, where only its beginning is missing; or nothing."""
    return f"Write “https://{written}”, if the page is there." if _BARE_ADDRESS.fullmatch(written) else ""


def as_id(written: str) -> str:
    """The id that is nearest to some words: in lower case, with hyphens; nothing if none of its letters can stay."""
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", written.lower())))
