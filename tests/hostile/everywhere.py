"""Puts a hostile text into every field of text of every kind of file, and takes it out again where it is refused."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml
from playbook_kit.models.kinds import KINDS
from small_playbook import ARGUMENT, CASE_STUDY, CHAPTER, OBJECTION, PAGE, SOURCE, TEMPLATE, write

Fields = dict[str, Any]
Path_ = tuple[str | int, ...]
_FREE = re.compile(r"\s|[A-Z]")  # an id or a choice has neither

SAMPLES = {
    "argument": ("playbook/arguments/{}.yml", ARGUMENT),
    "page": ("docs/{}.md", PAGE),
    "objection": ("playbook/objections/{}.yml", OBJECTION),
    "source": ("playbook/sources/{}.yml", SOURCE),
    "case-study": ("case_studies/{}.md", CASE_STUDY),
    "template": ("playbook/templates/{}.md", TEMPLATE),
    "chapter": ("playbook/{}.md", CHAPTER),
}
OTHERS = ["objection", "source", "case-study", "template", "chapter"]
"""The kinds among which the texts are shared out; arguments and pages get all of them."""


class _Quoted(yaml.SafeDumper):
    """Writes each text in quotation marks on one line, so that the line of a refusal names one text."""


_Quoted.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))


def write_hostile(root: Path, vectors: list[str], shares: int) -> dict[str, str]:
    """Write a file of each kind for each text, or for one of so many shares of them; gives each file's harmless text."""
    written = {}
    for kind, (path, sample) in SAMPLES.items():
        for number, vector in enumerate(vectors):
            if kind in OTHERS and number % shares != OTHERS.index(kind) % shares:
                continue
            name = f"v{number}"
            harmless = _own(kind, number, sample)
            write(root, path.format(name), _file(kind, harmless, number, vector).encode())
            written[path.format(name)] = harmless
            if kind == "objection":
                reply = ARGUMENT.replace("[time-wasting]", f"[{name}]").replace("Same as the phone", f"Reply {number}")
                write(root, f"playbook/arguments/reply-{number}.yml", reply.encode())
            if kind == "source":
                dated = PAGE.replace("Home", f"Citing {number}\nreviewed_on: 2026-11-21\nreview_by: 2027-05-21")
                citing = dated + f"\nAs they say [@{name}].\n"
                write(root, f"docs/citing-{number}.md", citing.encode())
    return written


def put_back(root: Path, path: str, harmless: str, lines: set[int]) -> None:
    """Put the harmless text back where these lines are refused, or take the field out if the harmless file has none."""
    text = (root / path).read_bytes().decode()
    fields, body, first = _split(text)
    was, body_was, _ = _split(harmless)
    if any(line >= first + len(_dump(fields).splitlines()) for line in lines) and body != body_was:
        body = body_was
    else:
        node = yaml.compose(_dump(fields))
        places = {_at(node, line - first) for line in lines}
        # From the end, so that what is taken out of a list does not move what comes before it.
        for place in sorted(places, key=str, reverse=True):
            _restore(fields, was, place or ("title",))
    write(root, path, _join(fields, body, path).encode())


def _own(kind: str, number: int, sample: str) -> str:
    """The sample with a title and wordings that no other file of the kind has."""
    fields, body, _ = _split(sample)
    fields["title"] = f"Harmless {kind} {number}"
    if kind == "objection":
        fields["heard_as"] = [f"They say {number} {index}" for index in range(10)]
    if kind == "source":
        fields["url"] = f"https://source.example/{number}"
    return _join(fields, body, ".md" if body else ".yml")


def _file(kind: str, harmless: str, number: int, vector: str) -> str:
    fields, body, _ = _split(harmless)
    hostile = _replaced(fields, vector, lambda old: bool(_FREE.search(old)))
    if kind == "objection":
        hostile["heard_as"] = [f"{number} {index} {_line(vector)}" for index in range(10)]
    for name, field in KINDS[kind].model.model_fields.items():
        if name not in hostile and "str" in str(field.annotation):
            hostile[name] = [_line(vector)] if "list" in str(field.annotation) else _line(vector)
    if body:
        body = body.rstrip() + f"\n\n{vector}\n"
    return _join(hostile, body, ".md" if body else ".yml")


def _line(vector: str) -> str:
    return " ".join(vector.split())


def _replaced(value: Any, vector: str, free: Callable[[str], bool]) -> Any:
    if isinstance(value, dict):
        return {name: _replaced(one, vector, free) for name, one in value.items()}
    if isinstance(value, list):
        return [_replaced(one, vector, free) for one in value]
    return _line(vector) if isinstance(value, str) and free(value) else value


def _split(text: str) -> tuple[Fields, str, int]:
    """The fields, the body, and the line on which the first field stands."""
    if not text.startswith("---\n"):
        return yaml.safe_load(text), "", 1
    head, _, body = text[4:].partition("\n---\n")
    return yaml.safe_load(head), body, 2


def _dump(fields: Fields) -> str:
    return yaml.dump(fields, Dumper=_Quoted, allow_unicode=False, sort_keys=False, width=10_000)


def _join(fields: Fields, body: str, path: str) -> str:
    return f"---\n{_dump(fields)}---\n{body}" if path.endswith(".md") else _dump(fields)


def _at(node: yaml.Node, line: int) -> Path_:
    """The place of the value that begins on this line, counted from 0, or that holds it."""
    found: Path_ = ()
    for place, one in _children(node):
        if one.start_mark.line <= line <= one.end_mark.line and (one.start_mark.line == line or not isinstance(one, yaml.ScalarNode)):
            found = (place, *_at(one, line))
            if one.start_mark.line == line and isinstance(one, yaml.ScalarNode):
                break
    return found


def _children(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)


def _restore(fields: Any, was: Any, place: Path_) -> None:
    """Put back what the harmless fields have at this place, or the next larger one, or take it out."""
    for depth, step in enumerate(place):
        last = depth == len(place) - 1
        there = step in was if isinstance(was, dict) else isinstance(was, list) and isinstance(step, int) and step < len(was)
        if not there:
            fields.pop(step) if isinstance(fields, list) or step in fields else None
            return
        if last or fields[step] == was[step]:
            fields[step] = was[step]
            return
        fields, was = fields[step], was[step]
