"""Puts a hostile text into every field of every kind of file, and takes it out again where it is refused."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from every_field import ADDRESS, ENDLESS, FREE, MODELS, Take, as_address, as_line, as_yaml, filled, places_of, whole
from small_playbook import ARGUMENT, CASE_STUDY, CHAPTER, OBJECTION, PAGE, SOURCE, TEMPLATE, TOMBSTONE, write

from vectors import MARKDOWN

Facts = dict[str, Any]
Path_ = tuple[str | int, ...]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
EVIDENCE = "evidence:\n  - {source: acas-policy, shows: They say so., strength: weak}\n"
SAMPLES = {
    "argument": ("playbook/arguments/{}.yml", ARGUMENT),
    "page": ("docs/{}.md", PAGE),
    "objection": ("playbook/objections/{}.yml", OBJECTION + EVIDENCE),
    "source": ("playbook/sources/{}.yml", SOURCE),
    "case-study": ("case_studies/{}.md", CASE_STUDY),
    "template": ("playbook/templates/{}.md", TEMPLATE),
    "chapter": ("playbook/{}.md", CHAPTER),
    "tombstone": ("playbook/tombstones/gone-{}.yml", TOMBSTONE.replace("now: same-as-the-phone\n", "")),
}
OTHERS = ["objection", "source", "case-study", "template", "chapter", "tombstone"]
"""The kinds among which the texts are shared out; arguments and pages get all of them."""
NARROW_IN = 40
"""Of so many files or entries one has a text in the fields too that have no room for one, such as ids and dates."""


@dataclass
class Written:
    """A file that holds hostile texts: the name of its model, and its facts and its text without them.

    `softer` are texts to try where one is refused; `softened` says where that was done.
    """

    model: str
    facts: Facts
    body: str = ""
    has_fence: bool = False
    softer: Iterator[str] | None = None
    softened: set[Path_] = field(default_factory=set)

    @property
    def rooms(self) -> dict[str, str]:
        """What may stand in each field."""
        return dict(places_of(MODELS[self.model])) if self.model in MODELS else {}


def write_hostile(root: Path, vectors: list[str], shares: int) -> dict[str, Written]:
    """Write a file of each kind for each text, or for one of so many shares of them; gives what was written, by path."""
    written = {}
    for kind, (path, sample) in SAMPLES.items():
        for number, vector in enumerate(vectors):
            if kind in OTHERS and number % shares != OTHERS.index(kind) % shares:
                continue
            name = f"v{number}"
            harmless, body = _own(kind, number, sample)
            file = written[path.format(name)] = Written(kind, harmless, body, path.endswith(".md"), softer(number))
            facts = filled(MODELS[kind], harmless, _only(vector, number))
            if kind == "objection":
                facts["heard_as"] = [f"{number} {index} {as_line(vector)}" for index in range(10)]
            save(root, path.format(name), file, facts, f"{body.rstrip()}\n\n{vector}\n" if body else "")
            if kind == "objection":
                reply = ARGUMENT.replace("[time-wasting]", f"[{name}]").replace("Same as the phone", f"Reply {number}")
                write(root, f"playbook/arguments/reply-{number}.yml", reply.encode())
            if kind == "source":
                dated = PAGE.replace("Home", f"Citing {number}\nreviewed_on: 2026-11-21\nreview_by: 2027-05-21")
                citing = dated + f"\nAs they say [@{name}].\n"
                write(root, f"docs/citing-{number}.md", citing.encode())
    return written


def _only(vector: str, number: int) -> Take:
    """Gives one text for every field of a file; every so many files, for those too that have no room for it."""
    seen: Counter[str] = Counter()

    def take(path: str, room: str, most: int) -> str | None:
        seen[path] += 1
        if room == ADDRESS:
            return as_address(vector, number)
        if room == FREE:
            return as_line(vector)
        return as_line(vector) if number // len(OTHERS) % NARROW_IN == 0 else None

    return take


def in_turn(vectors: list[str], first: int = 0, numbered: tuple[str, ...] = (), leave: tuple[str, ...] = ()) -> Take:
    """Gives one text after the other, each that is short enough; every so many entries, also where there is no room.

    A number goes before the texts of fields whose paths are in `numbered`, which must differ. Those in `leave` are left.
    """
    turn, seen = first, Counter()

    def take(path: str, room: str, most: int) -> str | None:
        nonlocal turn
        seen[path] += 1
        if path in leave or (room not in (FREE, ADDRESS) and seen[path] % NARROW_IN != 1):
            return None
        before = f"{seen[path]} " if path in numbered else ""
        while True:
            text = vectors[turn % len(vectors)]
            turn += 1
            if room == ADDRESS:
                return as_address(text, turn)
            if room != FREE or len(before + as_line(text)) <= most:
                return before + as_line(text)

    return take


def softer(first: int = 0) -> Iterator[str]:
    """Texts that Markdown takes for words or for a link to elsewhere, for where another is refused, without end."""
    texts = [as_line(text) for text in MARKDOWN if not re.search(r"[<>{}]|\]\((?!https:)|\[[@^]", text)]
    return (texts[(first + turn) % len(texts)] for turn in range(ENDLESS))


def save(root: Path, path: str, file: Written, facts: Facts, body: str = "") -> None:
    """Write facts, and the text below them if the kind has one."""
    text = as_yaml(facts) if facts else ""
    write(root, path, (f"---\n{text}---\n{body}" if file.has_fence else text or body).encode())


def put_back(root: Path, path: str, file: Written, lines: set[int]) -> None:
    """Put a softer or the harmless text where these lines are refused, or take the field out if there is none."""
    facts, body, first = _split((root / path).read_bytes().decode(), file)
    head = as_yaml(facts) if facts else ""
    end = first + len(head.splitlines())
    if any(line >= end for line in lines) and body != file.body:
        is_first = file.softer is not None and ("text",) not in file.softened
        file.softened.add(("text",))
        body = f"{file.body.rstrip()}\n\n{next(file.softer)}\n" if is_first else file.body
    elif facts:
        node = yaml.compose(head, Loader=_Loader)
        places = {_at(node, line - first) for line in lines if line < end}
        # From the end, so that what is taken out of a list does not move what comes before it.
        for place in sorted(places, key=lambda one: [(str(type(step)), step) for step in one], reverse=True):
            if not _soften(file, facts, place):
                _restore(facts, file.facts, place or ("title",))
    save(root, path, file, facts, body)


def _soften(file: Written, facts: Facts, place: Path_) -> bool:
    """Whether a softer text was put there: once for a place that has room for one."""
    named = "".join("[]" if isinstance(step, int) else f".{step}" for step in place).lstrip(".")
    if file.softer is None or place in file.softened or file.rooms.get(named) != FREE:
        return False
    file.softened.add(place)
    holder: Any = facts
    for step in place[:-1]:
        holder = holder[step]
    number = re.match(r"\d+ ", holder[place[-1]])
    holder[place[-1]] = (number[0] if number else "") + next(file.softer)
    return True


def read(root: Path, path: str, file: Written) -> tuple[Facts, str]:
    """The facts and the text of a file as it stands."""
    facts, body, _ = _split((root / path).read_bytes().decode(), file)
    return facts, body


def _own(kind: str, number: int, sample: str) -> tuple[Facts, str]:
    """The sample with a title and wordings that no other file of the kind has, and its text."""
    facts, body, _ = _split(sample, Written(kind, {}, has_fence=sample.startswith("---\n")))
    facts["title" if "title" in facts else "because"] = f"Harmless {kind} {number}"
    if kind == "objection":
        facts["heard_as"] = [f"They say {number} {index}" for index in range(10)]
    if kind == "source":
        facts["url"] = f"https://source.example/{number}"
    if kind == "argument" and number % 12 == 5:
        facts |= {"status": "disputed", "retired_because": "It was withdrawn."}
    complete = whole(MODELS[kind], facts)
    if kind == "argument" and facts["status"] == "published":
        del complete["retired_because"]
    return complete, body


def _split(text: str, file: Written) -> tuple[Facts, str, int]:
    """The facts, the text below them, and the line on which the first field stands."""
    if file.has_fence:
        head, _, body = text[4:].partition("---\n") if text.startswith("---\n---") else _fenced(text)
        return yaml.load(head, Loader=_Loader) or {}, body, 2
    if not file.model:
        return {}, text, 1
    facts = yaml.load(text, Loader=_Loader)
    return {"on" if name is True else name: one for name, one in facts.items()}, "", 1  # as YAML 1.1 reads “on”


def _fenced(text: str) -> tuple[str, str, str]:
    return text[4:].partition("\n---\n")


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
    """Put back what the harmless facts have at this place, or the next larger one, or take it out."""
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
