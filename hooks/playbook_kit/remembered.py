"""Answers kept from one build to the next by a process that builds again and again, so that an edit costs what it changes."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Function = TypeVar("Function", bound=Callable[..., Any])


class _Answers:
    """By question: those that this build has asked for, and those of the one before."""

    def __init__(self) -> None:
        self.now: dict[tuple[Any, ...], Any] = {}
        self.before: dict[tuple[Any, ...], Any] = {}


_all: list[_Answers] = []
_is_on = False


def remembered(function: Function) -> Function:
    """A function that gives the same answer to the same question, and is not asked twice for it while a site is served.

    All that its answer rests on must be among its arguments, and nobody may change an answer.
    """
    answers = _Answers()
    _all.append(answers)

    @wraps(function)
    def asked(*question: Any) -> Any:
        if not _is_on:
            return function(*question)
        if question not in answers.now:
            answers.now[question] = answers.before[question] if question in answers.before else function(*question)
        return answers.now[question]

    return asked  # type: ignore[return-value]


def remember() -> None:
    """Keep answers from now on."""
    global _is_on
    _is_on = True


def forget() -> None:
    """A build has ended as it should: forget what it did not ask for. After one that fails, all is kept until it is mended."""
    for answers in _all:
        answers.before, answers.now = answers.now, {}
