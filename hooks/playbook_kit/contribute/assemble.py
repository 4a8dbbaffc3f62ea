"""Answers → the files that they become, or the letter."""

import datetime
from collections.abc import Mapping

from ..words import Words
from .assembly import Assembly
from .forms import form_named, label_of
from .made import Assembled, AssembledFile, Known, known_of
from .repair import mend

__all__ = ["Assembled", "AssembledFile", "Known", "assemble", "known_of", "letter_text"]


def assemble(name: str, given: Mapping[str, str], known: Known, today: datetime.date) -> Assembled:
    """The answers `given` to the form `name` as files with their paths, on the day `today`.

    Answers to no question of the form are left out. Raises KeyError for a form that there is not.
    """
    form = form_named(name)
    answers: dict[str, str] = {}
    notes: dict[str, list[str]] = {}
    for group in form.groups:
        for row in range(1, group.most + 1):
            for one in group.fields:
                key = one.numbered(row)
                text, found = mend(given.get(key, ""), one)
                if text:
                    answers[key] = text
                if found:
                    notes[key] = found
    for key in [key for key in answers if _is_told_in_vain(key, answers)]:
        del answers[key]
        notes.pop(key, None)
    return Assembly(form, answers, notes, known, today).made()


def _is_told_in_vain(key: str, answers: Mapping[str, str]) -> bool:
    """Whether an answer describes a new source where one that is here was chosen."""
    group, told, _ = key.partition(".new_")
    return bool(told) and f"{group}.source" in answers


def letter_text(made: Assembled, words: Words) -> str:
    """A letter as the forge shows it: each question as a heading, its answer below."""
    parts = []
    for one in made.form.fields:
        answer = made.answers.get(one.name, "")
        parts.append(f"### {label_of(one, 0, words)}\n\n{answer or words('contribute.no_answer')}\n")
    return "\n".join(parts)
