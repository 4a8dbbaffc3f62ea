"""Each organisation that uses the playbook is named once, with a country that the vocabulary has."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem, cut
from .references_known import known_ids, unknown_id
from .rule import Rule, Settings

SAID = ("“{name}” is named twice; the first is on line {line}.", "Take one of the two out.")
"""What is said of an organisation that is named already: the message, then what to write."""


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Names that stand twice, days in the future and countries that there are not, in the list of those who use it."""
    listing = content.used_by
    countries, seen = known_ids(content).get("country", set()), {}
    for number, entry in enumerate((listing.model.organisations or []) if listing else []):
        where = ("organisations", number)
        name = key(entry.name)
        if name in seen:
            mark = listing.document.marks[(*where, "name")]
            message = SAID[0].format(name=cut(entry.name), line=seen[name])
            yield Problem(listing.path, mark.line, mark.column, "name", message, SAID[1])
        seen.setdefault(name, listing.document.mark((*where, "name")).line)
        if entry.country not in countries:
            mark = listing.document.marks[(*where, "country")]
            yield Problem(
                listing.path, mark.line, mark.column, "country", *unknown_id("country", entry.country, countries, None)
            )
        if entry.added_on > settings.today:
            mark = listing.document.marks[(*where, "added_on")]
            yield Problem(
                listing.path, mark.line, mark.column, "added_on", f"{entry.added_on} lies in the future.",
                "Write the day on which it asked to be named.", level="warning",
            )  # fmt: skip


def key(name: str) -> str:
    """What is alike in two names that are one."""
    return " ".join(name.lower().split())


def places(content: Content) -> dict[str, int]:
    """The line on which each organisation stands first, by the key of its name."""
    listing, found = content.used_by, {}
    for number, entry in enumerate((listing.model.organisations or []) if listing else []):
        found.setdefault(key(entry.name), listing.document.mark(("organisations", number, "name")).line)
    return found


RULE = Rule("used-by", "Whoever says that they use the playbook is named once and as they asked.", find)
