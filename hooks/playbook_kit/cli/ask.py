"""The questions of `playbook new`: one for each field, with what belongs there, and each answer checked as it is given."""

import datetime
import re
import typing
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from pydantic.fields import FieldInfo

from ..models import Model
from ..models.base import Ref, fields_in_order, group_of, markers
from ..models.messages import one_line, validate
from ..problem import Problem
from ..read.yaml_text import Document
from ..rules.references_known import unknown_id
from .templates import MOST_IDS_SHOWN, choices_of, least_of

LATER = object()
"""Stands for a question that is left for later: the file says FILL IN there."""
_AUTOMATIC = ("status", "added_on", "reviewed_on", "checked_on", "review_by")
"""What a new file says of itself, and nobody has to be asked."""


@dataclass
class Asker:
    """Asks with `ask`, which gives what is typed, and says with `say`; `known` are the ids that fields may name, by kind."""

    ask: Callable[[str], str]
    say: Callable[[str], None]
    known: dict[str, set[str]] = field(default_factory=dict)

    def one(self, question: str, faults: Callable[[Any], Iterable[str]]) -> str:
        """An answer in which `faults` finds nothing, or nothing at all."""
        self.say(f"\n{question}")
        while True:
            answer = self.ask("> ").strip()
            found = list(faults(answer)) if answer else []
            if not found:
                return answer
            self.say("\n".join(f"  {line}" for line in found))

    def fields(self, model: type[Model], skip: Iterable[str] = ()) -> dict[str, Any]:
        """The answers for the fields of a model, in its order; what is optional and not answered is left out."""
        answers: dict[str, Any] = {}
        for name, info in fields_in_order(model).items():
            if name not in skip and name not in _AUTOMATIC:
                value = self._field(model, name, info)
                if value is not None:
                    answers[name] = value
        return answers

    def _field(self, model: type[Model], name: str, info: FieldInfo) -> Any:
        group = group_of(info.annotation)
        if typing.get_origin(info.annotation) is list:
            found = list(self._groups(name, info, group) if group else self._entries(model, name, info))
            return found or (LATER if info.is_required() else None)
        if group is not None:
            self.say(f"\n{name}: {info.description}")
            return self.fields(group)
        answer = self.one(self._question(name, info, ""), lambda given: self.faults(model, name, info, given))
        return value_of(info, answer) if answer else (LATER if info.is_required() else None)

    def _entries(self, model: type[Model], name: str, info: FieldInfo) -> Iterator[str]:
        least, number = least_of(info), 1
        while True:
            more = f", entry {number}" + (f" of {least} or more" if number <= least and least > 1 else "")
            question = self._question(name, info, more) if number == 1 else f"{name}{more} (Enter: no more)"
            answer = self.one(question, lambda given: self.faults(model, name, info, [given]))
            if not answer:
                return
            yield answer
            number += 1

    def _groups(self, name: str, info: FieldInfo, group: type[Model]) -> Iterator[dict[str, Any]]:
        most = next((item.max_length for item in info.metadata if getattr(item, "max_length", None)), 1000)
        for number in range(1, most + 1):
            first = next(iter(group.model_fields))
            about = f"{name}, entry {number}: {info.description}\n(Enter at “{first}”: no more)"
            self.say(f"\n{about}" if number == 1 else f"\n{name}, entry {number} (Enter: no more)")
            inner = group.model_fields[first]
            begun = self._field(group, first, inner)
            if begun is LATER or begun is None:
                return
            yield {first: begun, **self.fields(group, skip=(first,))}

    def faults(self, model: type[Model], name: str, info: FieldInfo, given: Any) -> list[str]:
        """What the model says of an answer, in the words of `playbook check`, and of an id that there is not."""
        value = value_of(info, given) if isinstance(given, str) else given
        _, problems = validate(model, Document({name: value}), "")
        found = [said for one in problems if (said := _of_field(one, name))]
        refs = markers(info.annotation, info.metadata, Ref)
        for entry in (value if isinstance(value, list) else [value]) if refs and not found else []:
            known = self.known.get(refs[0].kind, set())
            if entry not in known:
                found.append(" ".join(unknown_id(refs[0].kind, str(entry), known, None)))
        return found

    def _question(self, name: str, info: FieldInfo, more: str) -> str:
        choices = choices_of(info.annotation)
        refs = markers(info.annotation, info.metadata, Ref)
        if refs and 0 < len(self.known.get(refs[0].kind, ())) <= MOST_IDS_SHOWN:
            choices = sorted(self.known[refs[0].kind])
        example = info.examples[0] if info.examples else None
        example = example[0] if isinstance(example, list) and example else example
        empty = "leave it for later" if info.is_required() else "leave it out"
        parts = [
            f"{name}{more} (Enter: {empty})", f"  {info.description}",
            f"  One of: {', '.join(choices)}." if choices else "",
            f"  For example: {one_line(example)}" if example is not None and not choices else "",
        ]  # fmt: skip
        return "\n".join(part for part in parts if part)


def value_of(info: FieldInfo, answer: str) -> Any:
    """What an answer is as a value: a day, true or false, a whole number, or the text as it was typed."""
    if answer in ("true", "false") and "bool" in str(info.annotation):
        return answer == "true"
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", answer) and "date" in str(info.annotation):
        try:
            return datetime.date.fromisoformat(answer)
        except ValueError:
            return answer
    return answer


def _of_field(problem: Problem, name: str) -> str:
    """What is wrong with a field itself, without what only a whole file can lack."""
    mine = problem.field == name or problem.field.startswith(f"{name}, ")
    return f"{problem.message} {problem.fix}" if mine and problem.rule not in ("too-short", "missing") else ""
