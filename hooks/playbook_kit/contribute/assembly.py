"""From mended answers to lines of files: field by field, in the order of the model."""

import datetime
import re
from collections.abc import Mapping

from ..models.base import fields_in_order
from ..models.kinds import KINDS, LISTS
from . import yaml_lines as write
from .fields import FormField
from .forms import BODY, NEW_SOURCE, Form
from .made import Assembled, AssembledFile, Known
from .repair import shown
from .slug import LONGEST_SOURCE, free_id, slug
from .yaml_lines import Line

REVIEW_AFTER = datetime.timedelta(days=180)
STORY = "## What they did"
"""The heading over the text of a case study."""
ALWAYS = {"status": "published"}
"""What a contributor is not asked: what she sends is published once a maintainer accepts it."""


class Assembly:
    """One run: what the answers become, part by part."""

    def __init__(
        self, form: Form, answers: dict[str, str], notes: dict[str, list[str]], known: Known, today: datetime.date
    ):
        """Take what was answered, and what is known of the playbook."""
        self.form, self.answers, self.notes, self.known, self.today = form, answers, notes, known, today
        self.sources: list[AssembledFile] = []

    def made(self) -> Assembled:
        """The files, those of new sources first; or the letter, or the entry of a list."""
        cited = self._cited()
        lines = [line for name in self._order() for line in self._field(name, cited)]
        if self.form.adds:
            lines = _entry([Line(f"    {line.text}", line.answer) for line in [*lines, self._added()]])
            path = LISTS[self.form.adds][0]
            entry = AssembledFile(self.form.adds, "", path, _text(lines), tuple(line.answer for line in lines))
            return Assembled(self.form, self.answers, self.notes, letter=entry)
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
        return [
            name for name in fields_in_order(self.form.model) if name in asked or (self.form.makes and name in ALWAYS)
        ]

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
            lines += _entry(entry)
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
        # One that nobody knows is a fault of its own, and not of every sentence that rests on it.
        good = dict.fromkeys(one if re.fullmatch(r"[a-z0-9-]+", one) else slug(one) for one in found)
        good.pop("", None)
        return f"[{'; '.join(f'@{one}' for one in good)}]" if good else ""

    def _source(self, group: str, row: int) -> str:
        """The id of a source that is described rather than named, whose file is made here; or nothing."""
        told = {one: self.answers.get(f"{group}.{row}.new_{one}", "") for one in NEW_SOURCE}
        if not any(told.values()):
            return ""
        made = next((file for file in self.sources if file.answers[0] == f"{group}.{row}.new_title"), None)
        if made is None:
            taken = self.known.taken("source") | {file.id for file in self.sources}
            wanted = slug(f"{told['publisher']} {told['title']}", LONGEST_SOURCE)
            made = self._source_file(free_id(wanted, taken, "new-source"), group, row, told)
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
        return [self._added(), Line(f"reviewed_on: {day}"), Line(f"review_by: {due}")]

    def _added(self) -> Line:
        return Line(f"added_on: {self.today.isoformat()}")

    def _body(self, cited: str) -> list[Line]:
        story = next(one for one in self.form.fields if one.name == BODY)
        # Each line is a paragraph or an entry of a list, and a source counts for no other.
        lines = [self._marked(story, line, cited) for line in self.answers.get(BODY, "").split("\n")]
        return [Line(STORY, BODY), Line(""), *(Line(line, BODY) for line in lines)] if any(lines) else []


def pieces(text: str) -> list[str]:
    """The entries of an answer with one thing to a line; a bullet before them is left out."""
    return [re.sub("^[-*] ", "", line) for line in text.split("\n") if re.sub("^[-*] ?", "", line)]


def _entry(lines: list[Line]) -> list[Line]:
    """The lines of a group as one entry of a list."""
    return [Line(f"  - {lines[0].text.strip()}", lines[0].answer), *lines[1:]]


def _quoted(text: str) -> str:
    return f'"{text}"' if re.fullmatch(r"[\w -]+", text) else write.scalar(text)


def _text(lines: list[Line]) -> str:
    return "\n".join(line.text for line in lines) + "\n"
