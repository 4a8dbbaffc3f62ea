"""What whole lines of a page are made of that say who is there: the rota, the contacts, whom to tell.

A line `{{ rota }}` and its like gives way to such a block, or to nothing where the council has not said it.
"""

from collections.abc import Iterator

from ..models import Council
from ..models.council import OnCall
from ..prose import marked_escape
from ..words import Words


def blocks(council: Council | None, words: Words) -> dict[str, str]:
    """The Markdown of each block by the name that stands between the braces."""
    contacts = council.contacts if council else None
    told = {what: getattr(contacts, what, None) for what in ("accessibility", "privacy", "security")}
    return {
        "rota": "\n\n".join(_rota(council, words)) if council and council.rota else "",
        "contacts": "\n\n".join(_contacts(council, words)) if council else "",
        **{f"report.{what}": _told(words, what, contact) for what, contact in told.items()},
    }


def _told(words: Words, what: str, contact: str | None) -> str:
    return words(f"report.{what}", contact=marked_escape(contact)) if contact else words(f"report.{what}_none")


def _rota(council: Council, words: Words) -> Iterator[str]:
    yield f"**{words('rota.lead', council=marked_escape(council.name))}**"
    yield "\n".join(f"- {_line(line, words)}" for line in council.rota)


def _line(line: OnCall, words: Words) -> str:
    said = words("rota.line", when=marked_escape(line.when), who=marked_escape(line.who), contact=marked_escape(line.contact))
    return f"{said} {words('rota.then', then=marked_escape(line.then))}" if line.then else said


def _contacts(council: Council, words: Words) -> Iterator[str]:
    given = {role: value for role, value in council.contacts if value}
    if not given and not council.rota:
        return
    yield f"## {words('contacts.heading', council=marked_escape(council.name))} {{#contacts}}"
    yield from (f"{words(f'contacts.roles.{role}')}\n:   {marked_escape(value)}" for role, value in given.items())
    if council.rota:
        yield from _rota(council, words)
