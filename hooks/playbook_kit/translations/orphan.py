"""What to say of a translation of something that there is not, or that is not translated."""

import posixpath

from ..content import Content, Translation
from ..problem import Problem, nearest, spoken
from .lay import RULE


def orphan(content: Content, one: Translation) -> Problem:
    """The problem of a translation whose id nothing has, with what became of it if that is known."""
    what = spoken(one.kind.name)
    ending = posixpath.basename(one.file.path).partition(".")[2]
    stone = next(
        (s.model for s in content.of("tombstone") if s.model and (s.model.kind, s.id) == (one.kind.name, one.id)), None
    )
    if stone is not None:
        message = f"The {what} “{one.id}” is gone: {stone.because}"
        fix = (
            f"It is now “{stone.now}”: rename this file to {stone.now}.{ending}."
            if stone.now
            else "Take this file out."
        )
    else:
        message = f"There is no {what} “{one.id}”, so there is nothing to translate."
        near = nearest(one.id, content.ids(one.kind.name))
        fix = (
            f"Did you mean “{near}”? Then rename it to {near}.{ending}."
            if near
            else "Rename it to the name of the file that it translates, or take it out."
        )
    return Problem(one.file.path, 1, 1, "", message, fix, rule=RULE)


def untranslated_kind(one: Translation) -> Problem:
    """The problem of a translation of a kind that is the same in every language."""
    return Problem(
        one.file.path,
        1,
        1,
        "",
        f"A {spoken(one.kind.name)} is the same in every language.",
        "Take this file out.",
        rule=RULE,
    )
