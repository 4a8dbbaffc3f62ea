"""Answers → the files that they become, or the letter."""

import datetime
from collections.abc import Mapping

from ..words import Words
from .assembly import Assembly
from .forms import Group, form_named, label_of
from .made import Assembled, AssembledFile, Known, known_of
from .repair import mend
from .sources import source_named

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
                if one.ref == "source":
                    text = source_named(text, known.sources, known.names) or text
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
    """Answers as a forge shows them: each question as a heading, its answer below.

    Of what becomes files, the questions that were answered are enough: the text has to fit into an address.
    """
    parts = []
    for group in made.form.groups:
        for row in _rows_told(group, made.answers):
            for one in group.fields:
                answer = made.answers.get(one.numbered(row), "")
                if answer or not made.form.makes:
                    label = label_of(one, row if group.is_repeated else 0, words)
                    parts.append(f"### {label}\n\n{answer or words('contribute.no_answer')}\n")
    return "\n".join(parts)


def _rows_told(group: Group, answers: Mapping[str, str]) -> list[int]:
    rows = range(1, group.most + 1) if group.is_repeated else (1,)
    return [row for row in rows if not group.is_repeated or any(one.numbered(row) in answers for one in group.fields)]
