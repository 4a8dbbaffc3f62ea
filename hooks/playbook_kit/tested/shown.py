"""The record as a part of the accessibility statement: sentences and a table, in Markdown."""

import datetime
from collections.abc import Iterator

from ..dates import long_date
from ..models import Tested
from ..prose import escape
from ..words import Words


def tested_part(record: Tested | None, version: str, today: datetime.date, council: str | None, words: Words) -> str:
    """What was tested, when, with what and what was found; or that nothing is kept.

    `version` is that of the site and `today` the day on which it is built: where they are later than the record's, it
    says so. A `council` that publishes a copy is told apart from the playbook that was tested.
    """
    if record is None:
        return words("tested.none")
    return "\n\n".join(_paragraphs(record, version, today, council, words))


def _paragraphs(
    record: Tested, version: str, today: datetime.date, council: str | None, words: Words
) -> Iterator[str]:
    day = long_date(record.tested_on, words)
    if council:
        yield f"**{words('tested.not_ours', council=escape(council))}**"
    yield words("tested.lead", date=day, version=record.version, pages=str(record.pages), looks=str(record.looks))
    yield words("tested.found_nothing") if not record.found else words("tested.found", count=str(_places(record)))
    if record.found:
        yield "\n".join(
            f"- {words('tested.fault', rule=escape(one.rule), page=escape(one.page), places=str(one.places))}"
            for one in record.found
        )
    rows = [
        (words("tested.pages"), str(record.pages)),
        (words("tested.widths"), words("tested.pixels", widths=", ".join(map(str, record.widths)))),
        (words("tested.colours"), ", ".join(words(f"tested.schemes.{one}") for one in record.schemes)),
        (words("tested.state"), "; ".join(words(f"tested.states.{one}") for one in record.states)),
        (words("tested.programs"), ", ".join(escape(f"{one.name} {one.version}") for one in record.programs)),
    ]
    head = [(words("tested.what"), words("tested.how")), ("---", "---")]
    yield "\n".join(f"| {what} | {how} |" for what, how in [*head, *rows])
    for one in record.set_aside:
        yield words("tested.set_aside", places=str(one.places), why=words(f"tested.why.{one.why}"))
    if version != record.version:
        yield words("tested.later_version", version=version, tested=record.version)
    elif today > record.tested_on:
        yield words("tested.later_day", built=long_date(today, words), date=day)


def _places(record: Tested) -> int:
    return sum(one.places for one in record.found)
