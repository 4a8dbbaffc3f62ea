"""The questions of a form as a forge asks them: all at once, with the rows of a group counted out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..contribute import Form, FormField, Group, label_of
from ..contribute.said import choices
from ..models import Vocabulary
from ..words import Words

MOST_ROWS = 2
"""How often a forge asks what may be answered several times. The form on the site asks as often as is needed."""
_LISTS = {"audience": "audiences", "topic": "topics", "country": "countries"}


@dataclass(frozen=True)
class Question:
    """One question: the name of its answer, its label, which no other has, and the options, by the answer's value.

    `several` says whether more than one option may be chosen, `is_long` whether the answer may have lines.
    """

    name: str
    label: str
    field: FormField
    is_required: bool
    options: Mapping[str, str]
    several: bool = False
    is_long: bool = False


def questions(form: Form, vocabulary: Vocabulary, words: Words, most_rows: int = MOST_ROWS) -> list[Question]:
    """Every question of a form in order. The options come from the models and the vocabulary.

    A group is counted out `most_rows` times, or as often as it may be answered if that is less often. What lies in files of its own, such as objections and sources, is no option: one file more must not change a form.
    """
    return [
        _question(group, one, row, vocabulary, words)
        for group in form.groups for row in range(1, min(group.most, most_rows) + 1) for one in group.fields
    ]  # fmt: skip


def _question(group: Group, one: FormField, row: int, vocabulary: Vocabulary, words: Words) -> Question:
    # Instead of a source's id its address may be given, so neither can be asked of everybody.
    required = one.is_required and row <= group.least and one.ref != "source"
    shown_row = row if group.is_repeated else 0
    several = one.control == "choices"
    options = _options(one, vocabulary, words)
    return Question(
        one.numbered(row), label_of(one, shown_row, words), one, required, options, several and bool(options),
        one.control in ("text", "lines") or (several and not options),
    )  # fmt: skip


def _options(one: FormField, vocabulary: Vocabulary, words: Words) -> dict[str, str]:
    if one.ref in _LISTS:
        return {entry.id: entry.label for entry in getattr(vocabulary, _LISTS[one.ref])}
    return dict(choices(one, words))


def headings(asked: list[Question], words: Words) -> Iterator[str]:
    """The labels under which the answers stand in an issue, in order; the last is that of the promise."""
    yield from (question.label for question in asked)
    yield words("issue_forms.promise.label")
