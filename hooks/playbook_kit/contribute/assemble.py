"""Answers → the files that they become, or the letter."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..content import Content
from ..models.kinds import KINDS
from ..rules.references_known import known_ids
from ..words import Words
from . import yaml_lines as write
from .fields import FormField
from .forms import BODY, Form, form_named, label_of
from .repair import mend, shown
from .slug import LONGEST_SOURCE, free_id, slug
from .yaml_lines import Line

REVIEW_AFTER = datetime.timedelta(days=180)
STORY = "## What they did"
"""The heading over the text of a case study."""
ALWAYS = {"status": "published"}
"""What a contributor is not asked: what she sends is published once a maintainer accepts it."""


@dataclass(frozen=True)
class Known:
    """The ids that there are, by kind, and those that were there once and may not be used again."""

    ids: Mapping[str, frozenset[str]]
    gone: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def taken(self, kind: str) -> frozenset[str]:
        """The ids that a new file of a kind may not have."""
        return self.ids.get(kind, frozenset()) | self.gone.get(kind, frozenset())


def known_of(content: Content) -> Known:
    """What the content has by now."""
    stones = [item.facts.get("kind") for item in content.of("tombstone")]
    gone = {
        str(kind): frozenset(item.id for item in content.of("tombstone") if item.facts.get("kind") == kind) for kind in stones
    }
    return Known({kind: frozenset(found) for kind, found in known_ids(content).items()}, gone)


@dataclass(frozen=True)
class AssembledFile:
    """A file in the repository; `answers` names, line by line, the answer that a line comes from."""

    kind: str
    id: str
    path: str
    text: str
    answers: tuple[str, ...]

    def answer_at(self, line: int) -> str:
        """The answer that a line of the file comes from, or nothing."""
        return self.answers[line - 1] if 0 < line <= len(self.answers) else ""


@dataclass(frozen=True)
class Assembled:
    """What answers become: files, the one that was asked for last; or one text that is sent as a letter.

    `answers` are as they were mended, `notes` say of each mended one what was done.
    """

    form: Form
    answers: Mapping[str, str]
    notes: Mapping[str, list[str]]
    files: tuple[AssembledFile, ...] = ()
    letter: AssembledFile | None = None

    @property
    def main(self) -> AssembledFile:
        """The file that the form is for, or the letter as YAML."""
        return self.letter or self.files[-1]


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
    return _Assembly(form, answers, notes, known, today).made()


def _is_told_in_vain(key: str, answers: Mapping[str, str]) -> bool:
    """Whether an answer describes a new source where one that is here was chosen."""
    group, told, _ = key.partition(".new_")
    return bool(told) and f"{group}.source" in answers


class _Assembly:
    """One run: what the answers become, part by part."""

    def __init__(
        self, form: Form, answers: dict[str, str], notes: dict[str, list[str]], known: Known, today: datetime.date
    ):
        self.form, self.answers, self.notes, self.known, self.today = form, answers, notes, known, today
        self.sources: list[AssembledFile] = []

    def made(self) -> Assembled:
        cited = self._cited()
        lines = [line for name in self._order() for line in self._field(name, cited)]
        if not self.form.makes:
            letter = AssembledFile("", "", "letter.yml", _text(lines), tuple(line.answer for line in lines))
            return Assembled(self.form, self.answers, self.notes, letter=letter)
        kind = KINDS[self.form.makes]
        lines = [*lines, *self._dates()]
        if kind.has_body:
            lines = [Line("---"), *lines, Line("---"), Line(""), *self._body(cited)]
        item_id = free_id(self.answers.get("title", ""), self.known.taken(kind.name), f"new-{kind.name}")
        path = f"{kind.folder}/{item_id}{kind.ending}"
        file = AssembledFile(kind.name, item_id, path, _text(lines), tuple(line.answer for line in lines))
        return Assembled(self.form, self.answers, self.notes, (*self.sources, file))

    def _order(self) -> list[str]:
        """The first names of the model's fields that are asked for or said anyway, in the model's order."""
        asked = {one.path[0] for one in self.form.fields}
        return [name for name in self.form.model.model_fields if name in asked or (self.form.makes and name in ALWAYS)]

    def _field(self, name: str, cited: str) -> list[Line]:
        group = next((one for one in self.form.groups if one.is_repeated and one.name == name), None)
        if group is not None:
            return self._rows(name, group.fields, group.least, cited)
        asked = [one for one in self.form.fields if one.path[0] == name and "#" not in one.name]
        if not asked:
            return write.field(name, ALWAYS[name], "")
        if len(asked[0].path) > 1:
            inner = [line for one in asked for line in self._value(one, one.name, cited, "  ")]
            return [Line(f"{name}:", asked[0].name), *inner]
        return self._value(asked[0], asked[0].name, cited)

    def _rows(self, name: str, fields: tuple[FormField, ...], least: int, cited: str) -> list[Line]:
        rows = self.rows(fields) or list(range(1, least + 1))
        lines = [Line(f"{name}:", fields[0].numbered(1))] if rows else []
        for row in rows:
            entry = [
                line for one in fields if one.path[0] == name
                for line in self._value(one, one.numbered(row), cited, "    ", row)
            ]  # fmt: skip
            lines += [Line(f"  - {entry[0].text.strip()}", entry[0].answer), *entry[1:]]
        return lines

    def rows(self, fields: tuple[FormField, ...]) -> list[int]:
        """The rows of a repeated group in which anything is written."""
        most = next(group.most for group in self.form.groups if group.fields is fields or group.fields == fields)
        return [row for row in range(1, most + 1) if any(one.numbered(row) in self.answers for one in fields)]

    def _value(self, one: FormField, key: str, cited: str, indent: str = "", row: int = 0) -> list[Line]:
        name, text = one.path[-1], self.answers.get(key, "")
        if one.ref == "source" and row:
            text = self._source(one.name.partition(".")[0], row) or text
        if not text and not one.is_required:
            return []
        if one.control == "choices":
            return write.ids(name, text.split("\n") if text else [], key, indent)
        if one.control == "lines":
            return write.entries(name, [self._marked(one, part, cited) for part in pieces(text)], key, indent)
        if one.control == "yes-no":
            return [Line(f"{indent}{name}: {text if text in ('true', 'false') else write.scalar(text)}".rstrip(), key)]
        if one.control == "text" or one.is_markdown:
            return write.prose(name, self._marked(one, text, cited), key, indent)
        return write.field(name, text, key, indent)

    def _marked(self, one: FormField, text: str, cited: str) -> str:
        """A text as its field holds it: Markdown that shows what was typed, and in a case study its source."""
        if not one.is_markdown:
            return text
        made = shown(text)
        return f"{made} {cited}" if cited and made and "[@" not in made else made

    def _cited(self) -> str:
        """The citation of the sources that a whole case study rests on, or nothing."""
        group = next((group for group in self.form.groups if group.name == "sources"), None)
        if group is None:
            return ""
        rows = self.rows(group.fields)
        found = [self._source("sources", row) or self.answers.get(f"sources.{row}.source", "") for row in rows]
        good = [one for one in dict.fromkeys(found) if re.fullmatch(r"[a-z0-9-]+", one)]
        return f"[{'; '.join(f'@{one}' for one in good)}]" if good else ""

    def _source(self, group: str, row: int) -> str:
        """The id of a source that is described rather than named, whose file is made here; or nothing."""
        told = {one: self.answers.get(f"{group}.{row}.new_{one}", "") for one in ("title", "publisher", "url", "published", "country")}
        if not any(told.values()):
            return ""
        made = next((file for file in self.sources if file.answers[0] == f"{group}.{row}.new_title"), None)
        if made is None:
            taken = self.known.taken("source") | {file.id for file in self.sources}
            made = self._source_file(free_id(slug(f"{told['publisher']} {told['title']}", LONGEST_SOURCE), taken, "new-source"), group, row, told)
            self.sources.append(made)
        return made.id

    def _source_file(self, source_id: str, group: str, row: int, told: Mapping[str, str]) -> AssembledFile:
        at = f"{group}.{row}.new_"
        day = self.today.isoformat()
        lines = [
            *write.field("title", told["title"], f"{at}title"),
            *write.field("publisher", told["publisher"], f"{at}publisher"),
            *([Line(f"published: {_quoted(told['published'])}", f"{at}published")] if told["published"] else []),
            *(write.field("url", told["url"], f"{at}url") if told["url"] else []),
            *write.ids("countries", [told["country"] or "uk"], f"{at}country"),
            Line(f"checked_on: {day}"), Line("read_as: live"),
        ]  # fmt: skip
        path = f"{KINDS['source'].folder}/{source_id}.yml"
        return AssembledFile("source", source_id, path, _text(lines), tuple(line.answer for line in lines))

    def _dates(self) -> list[Line]:
        day, due = self.today.isoformat(), (self.today + REVIEW_AFTER).isoformat()
        return [Line(f"added_on: {day}"), Line(f"reviewed_on: {day}"), Line(f"review_by: {due}")]

    def _body(self, cited: str) -> list[Line]:
        story = next(one for one in self.form.fields if one.name == BODY)
        # Each line is a paragraph or an entry of a list, and a source counts for no other.
        lines = [self._marked(story, line, cited) for line in self.answers.get(BODY, "").split("\n")]
        return [Line(STORY, BODY), Line(""), *(Line(line, BODY) for line in lines)] if any(lines) else []


def pieces(text: str) -> list[str]:
    """The entries of an answer with one thing to a line; a bullet before them is left out."""
    return [re.sub("^[-*] ", "", line) for line in text.split("\n") if re.sub("^[-*] ?", "", line)]


def letter_text(made: Assembled, words: Words) -> str:
    """A letter as the forge shows it: each question as a heading, its answer below."""
    parts = []
    for one in made.form.fields:
        answer = made.answers.get(one.name, "")
        parts.append(f"### {label_of(one, 0, words)}\n\n{answer or words('contribute.no_answer')}\n")
    return "\n".join(parts)


def _quoted(text: str) -> str:
    return f'"{text}"' if re.fullmatch(r"[\w -]+", text) else write.scalar(text)


def _text(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines) + "\n"
