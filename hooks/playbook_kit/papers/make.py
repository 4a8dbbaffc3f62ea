"""The papers: one for each objection, one for each audience with enough arguments, and the twenty reasons."""

from collections.abc import Callable, Iterator
from functools import partial

from ..content import Content
from ..index import Entry, Playbook
from ..problem import Problem
from ..words import Words
from .fit import fit
from .letters import letters_to_replace
from .paper import Paper, Sheet
from ..settings import Site
from .text import PrintedWords
from .write import Writer

MOST_REPLIES = 5
LEAST_REPLIES = 3
LEAST_FOR_AUDIENCE = 2
MOST_CONCESSIONS = 5

Lengths = list[list[Callable[[], Paper]]]
"""One paper in all its lengths, grouped by its replies, the fullest first; the last is the least that a meeting needs."""


def make_papers(content: Content, playbook: Playbook, words: Words, site: Site) -> tuple[list[Sheet], list[Problem]]:
    """Every paper at the greatest length that fits, and a problem for each that does not fit even at its least."""
    sheets, problems = [], letters_to_replace(content)
    printed = PrintedWords(words.language, words.values)
    for lengths in _papers(playbook, Writer(playbook, printed, site)):
        found = fit(lengths, content)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            sheets.append(found)
    return sheets, problems


def _papers(playbook: Playbook, writer: Writer) -> Iterator[Lengths]:
    for objection in playbook.objections.values():
        replies = sound(playbook.replies(objection.id))
        if replies and objection.model.status == "published":
            yield _lengths(partial(writer.objection, objection), replies, details=3)
    for audience in playbook.vocabulary.audiences:
        replies = sound([one for one in playbook.arguments.values() if audience.id in one.model.works_best_on])
        if len(replies) >= LEAST_FOR_AUDIENCE:
            yield _lengths(partial(writer.audience, audience), replies, details=2)
    twenty = sound([one for one in playbook.arguments.values() if one.model.one_of_the_twenty])
    if twenty:
        yield [[partial(writer.twenty, twenty, number) for number in range(min(MOST_CONCESSIONS, len(twenty)), -1, -1)]]


def _lengths(write: Callable[..., Paper], replies: list[Entry], details: int) -> Lengths:
    """How much a paper may say: first as many replies as can be, then as much as can be under each."""
    most, least = min(MOST_REPLIES, len(replies)), min(LEAST_REPLIES, len(replies))
    return [
        [partial(write, replies[:number], detail) for detail in range(details, -1, -1)]
        for number in range(most, least - 1, -1)
    ]


def sound(arguments: list[Entry]) -> list[Entry]:
    """The arguments that nobody disputes and nobody withdrew, in the same order."""
    return [entry for entry in arguments if entry.model.status == "published"]
