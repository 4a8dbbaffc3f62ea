"""What the page of all arguments filters by: each argument's values, and each facet's choices with their counts.

Of many, the page has the first; the rest stand in a file, for the script to fetch when somebody uses the page.
"""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, get_args

from ..addresses import address
from ..index import Entry, Playbook
from ..marked import language_of
from ..models.argument import ResponseType, Strength
from ..words import Words
from .page import DataFile
from .render import entry_uri, name_of

MOST_SHOWN = 50
"""How many arguments the page shows at once; the same number stands in list.mjs and find.css."""
MOST_CHOICES = 60
"""How many choices of a facet are in the page before anybody touches it."""


@dataclass(frozen=True)
class Found:
    """An argument in the list: its entry, its address on the site and, by facet, the ids that it is found under."""

    entry: Entry
    address: str
    values: dict[str, list[str]]


@dataclass(frozen=True)
class Choice:
    """One box to tick: its id, its words, how many arguments it holds, and other words that lead to it."""

    id: str
    label: str
    count: int
    heard_as: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Facet:
    """A group of choices. `name` stands in the page's address, so it is part of what must never change."""

    name: str
    label: str
    choices: list[Choice]

    @property
    def shown(self) -> list[Choice]:
        """The choices that are in the page."""
        return self.choices[:MOST_CHOICES]


@dataclass(frozen=True)
class Finder:
    """The arguments in the order in which readers meet them, and the facets to filter them by."""

    found: list[Found]
    facets: list[Facet]

    @property
    def is_cut(self) -> bool:
        """Whether some of it stands in the file alone."""
        return len(self.found) > MOST_SHOWN or any(len(facet.choices) > MOST_CHOICES for facet in self.facets)

    @property
    def shown(self) -> list[Found]:
        """The arguments that are in the page."""
        return self.found[:MOST_SHOWN]

    def label(self, facet: str, choice: str) -> str:
        """The words of a choice."""
        return self._labels[facet, choice]

    @cached_property
    def _labels(self) -> dict[tuple[str, str], str]:
        return {(facet.name, choice.id): choice.label for facet in self.facets for choice in facet.choices}


def make_finder(playbook: Playbook, words: Words) -> Finder:
    """The finder of a playbook. A choice that no argument has is left out, and so is a facet without choices."""
    found = [Found(entry, playbook.base + address(entry_uri(entry)), _values(playbook, entry)) for entry in playbook.arguments.values()]
    terms = playbook.vocabulary
    choices = {
        "objection": (words("find.objection"), [_objection(one) for one in playbook.objections.values()]),
        "audience": (words("argument.works_best_on"), [(one.id, one.label) for one in terms.audiences]),
        "strength": (words("find.strength"), [(one, words(f"strength.{one}")) for one in get_args(Strength)]),
        "response": (
            words("argument.response_type"), [(one, words(f"response_type.{one}")) for one in get_args(ResponseType)],
        ),
        "topic": (words("find.topic"), [(one.id, one.label) for one in terms.topics]),
        "country": (words("find.country"), [(one.id, one.label) for one in terms.countries]),
    }  # fmt: skip
    facets = [_facet(name, label, found, given) for name, (label, given) in choices.items()]
    return Finder(found, [facet for facet in facets if facet.choices])


def find_data(playbook: Playbook, words: Words, to_json: Any) -> DataFile:
    """What the page's script fetches: by what else objections are known, and all that is not in the page."""
    finder = make_finder(playbook, words)
    heard = {choice.id: " · ".join(choice.heard_as) for facet in finder.facets for choice in facet.choices if choice.heard_as}
    choices = {facet.name: [_choice(one) for one in facet.choices[MOST_CHOICES:]] for facet in finder.facets}
    return DataFile(
        f"find/{words.language}.json",
        to_json({"heard": heard, "choices": choices, "items": [_item(one, words) for one in finder.found[MOST_SHOWN:]]}),
    )  # fmt: skip


def _choice(choice: Choice) -> dict[str, Any]:
    return {"id": choice.id, "label": choice.label, "count": choice.count, "lang": language_of(choice.label)}


def _item(one: Found, words: Words) -> dict[str, Any]:
    model = one.entry.model
    notice = [words(f"status.{model.status}"), model.retired_because] if model.status in ("disputed", "retired") else []
    return {
        "id": one.entry.id, "address": one.address, "title": model.title, "line": model.one_liner, "values": one.values,
        "lang": language_of(model.title), "added": str(model.added_on or ""), "withdrawn": model.status != "published",
        "notice": " ".join(filter(None, notice)),
    }  # fmt: skip


def _values(playbook: Playbook, entry: Entry) -> dict[str, list[str]]:
    model = entry.model
    return {
        "objection": model.answers,
        "audience": model.works_best_on,
        "strength": [model.strength],
        "response": [model.response_type],
        "topic": model.topics,
        "country": playbook.countries_of(entry),
    }


def _objection(entry: Entry) -> tuple[str, str, list[str]]:
    return entry.id, name_of(entry), [entry.title, *entry.model.heard_as, *entry.model.terms]


def _facet(name: str, label: str, found: list[Found], given: list[tuple[Any, ...]]) -> Facet:
    counts = Counter(value for one in found for value in set(one.values[name]))
    return Facet(name, label, [Choice(one[0], one[1], counts[one[0]], *one[2:]) for one in given if counts[one[0]]])
