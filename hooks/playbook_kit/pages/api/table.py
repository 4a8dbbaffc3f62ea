"""The arguments as a table that is safe to open in a spreadsheet program."""

import csv
import io
import re

from .arguments import Argument

COLUMNS = (
    "id", "title", "status", "strength", "response_type", "one_liner", "short", "concession", "answers",
    "works_best_on", "does_not_work_on", "topics", "countries", "retired_because", "added_on", "reviewed_on",
    "review_by", "url",
)  # fmt: skip
BETWEEN = "; "
_UNSEEN = r"\s\0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
_FORMULA = re.compile(
    rf"(?:\A|(?<=[;\t\r\n]))(?=[{_UNSEEN}]*[=+\-@\uff1d\uff0b\uff0d\uff20])|\A(?=[\t\r\n\0])"
)


def arguments_table(arguments: list[Argument], site_address: str) -> str:
    """RFC 4180 with a byte order mark, by which spreadsheet programs know that it is UTF-8; one line per argument."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for argument in arguments:
        values = {**argument.model_dump(mode="json"), "url": site_address + argument.url}
        rows.writerow([cell(values[name]) for name in COLUMNS])
    return "\ufeff" + text.getvalue()


def cell(value: str | list[str] | None) -> str:
    """A value as a cell: lists joined, null empty, and an apostrophe before whatever a spreadsheet would calculate.

    That is the beginning of the cell, and what follows a sign that a program with other settings takes for its end.
    """
    text = BETWEEN.join(value) if isinstance(value, list) else value or ""
    return _FORMULA.sub("'", text)
