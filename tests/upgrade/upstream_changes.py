"""What an upstream does between releases: seeded changes of realistic kinds, each to a repository's working tree."""

import datetime
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import yaml
from upstream_text import (
    FOLDERS, SENTENCES, facts, files_that_name, halves, ids, paragraphs, path_of, read, references, rename_references,
    reworded, set_field, set_line, swap_paragraph, write,
)  # fmt: skip

START = datetime.date(2026, 11, 21)
PROSE = {
    "argument": ("one_liner", "short", "concession", "long"),
    "objection": ("true_in_it", "short_answer", "responsible_for"),
}
RENAMED = ("argument", "objection", "chapter", "case-study")


@dataclass
class Upstream:
    """The state of one upstream: its tree, its dice, the day, and how many things were added."""

    root: Path
    chance: random.Random
    today: datetime.date = START
    added: int = 0
    kept: set[str] = field(default_factory=set)
    """Ids that an editor leaves alone, because everything stands on them."""

    @cached_property
    def program(self) -> str:
        """The package and the interface's words, in which some ids are named."""
        paths = [*sorted((self.root / "hooks").rglob("*.py")), *sorted((self.root / "theme").rglob("*.yml"))]
        return "\n".join(path.read_text(encoding="utf-8") for path in paths)

    def pick(self, kind: str) -> str:
        """The id of any item of a kind."""
        return self.chance.choice(ids(self.root, kind))


Change = Callable[[Upstream], str | None]
"""Makes a change and says it in a few words; gives None, with the tree as it was, if it cannot be made here."""


def edit_text(up: Upstream) -> str | None:
    """Another sentence in a paragraph of a chapter, a case study, a template or a page."""
    kind = up.chance.choice(("chapter", "chapter", "case-study", "template", "page"))
    path = path_of(kind, up.pick(kind))
    found = paragraphs(up.root, path)
    if not found:
        return None
    span = up.chance.choice(found)
    old = read(up.root, path)[slice(*span)]
    swap_paragraph(up.root, path, span, reworded(up.chance, old))
    return f"edit {path}"


def edit_field(up: Upstream) -> str | None:
    """Another sentence in a field of an argument or an objection."""
    kind = up.chance.choice(("argument", "argument", "objection"))
    path = path_of(kind, up.pick(kind))
    name = up.chance.choice(PROSE[kind])
    old = facts(up.root, path).get(name)
    if not old:
        return None
    new = reworded(up.chance, old)
    if len(new) > max(len(old), 100):
        return None
    set_field(up.root, path, name, new)
    return f"edit {name} of {path}"


def edit_title(up: Upstream) -> str | None:
    """Another title of an argument or a case study."""
    kind = up.chance.choice(("argument", "case-study", "objection"))
    path = path_of(kind, up.pick(kind))
    title = str(facts(up.root, path)["title"]).strip()
    if ":" in title or len(title) > 60:
        return None
    up.added += 1
    set_line(up.root, path, "title", f'"{title.split(", part")[0]}, part {spelled(up.added)}"')
    return f"retitle {path}"


def edit_figure(up: Upstream) -> str | None:
    """Another figure where one is cited."""
    kind = up.chance.choice(("chapter", "argument", "case-study"))
    path = path_of(kind, up.pick(kind))
    text = read(up.root, path)
    body = text if kind == "argument" else halves(text)[1]
    found = [m for m in re.finditer(r"(?<![\w/@.:-])([1-9]\d?) (hours|days|people|staff|weeks|months|of)\b", body)]
    if not found:
        return None
    match = up.chance.choice(found)
    start = len(text) - len(body) + match.start()
    new = f"{int(match[1]) + up.chance.randint(1, 9)} {match[2]}"
    write(up.root, path, text[:start] + new + text[start + len(match[0]) :])
    return f"figure in {path}"


def edit_strength(up: Upstream) -> str | None:
    """Another judgement of an argument's strength."""
    path = path_of("argument", up.pick("argument"))
    now = facts(up.root, path)["strength"]
    set_line(up.root, path, "strength", up.chance.choice([one for one in ("strong", "medium", "weak") if one != now]))
    return f"strength of {path}"


def review(up: Upstream) -> str | None:
    """Later dates of review in many files at once."""
    later = up.today + datetime.timedelta(days=300)
    for _ in range(up.chance.randint(3, 12)):
        path = path_of(kind := up.chance.choice(("argument", "chapter", "case-study", "template")), up.pick(kind))
        set_line(up.root, path, "reviewed_on", up.today.isoformat())
        set_line(up.root, path, "review_by", later.isoformat())
    return "review"


def rewrap(up: Upstream) -> str | None:
    """The same words with other line ends, as an editor's program leaves them."""
    path = path_of("chapter", up.pick("chapter"))
    for span in reversed(paragraphs(up.root, path)):
        swap_paragraph(up.root, path, span, read(up.root, path)[slice(*span)])
    return f"rewrap {path}"


def add_item(up: Upstream) -> str | None:
    """A new argument, objection, chapter, case study, template or source."""
    kind = up.chance.choice(("argument", "argument", "objection", "chapter", "case-study", "template", "source"))
    return f"add {add(up, kind)}"


def add(up: Upstream, kind: str) -> str:
    """A new item of a kind; gives its path."""
    up.added += 1
    number, day = up.added, up.today.isoformat()
    item_id = f"new-{kind}-{number}"
    dates = f"added_on: {day}\nreviewed_on: {day}\nreview_by: {up.today + datetime.timedelta(days=180)}\n"
    path = path_of(kind, item_id)
    vocabulary = yaml.safe_load(read(up.root, "playbook/vocabulary.yml"))
    terms = {name: vocabulary[name][0]["id"] for name in ("audiences", "parts", "topics", "countries")}
    source, chapter = ids(up.root, "source")[0], ids(up.root, "chapter")[0]
    given = {**terms, "source": source, "chapter": chapter, "number": spelled(number), "said": SENTENCES[number % len(SENTENCES)]}
    if kind == "argument":
        answered = [one for one in ids(up.root, "objection") if _status(up, "objection", one) == "published"]
        given["objection"] = up.chance.choice(answered)
    write(up.root, path, NEW[kind].format(**given, dates=dates))
    if kind == "objection":
        up.added += 1
        reply = path_of("argument", f"new-argument-{up.added}")
        given.update(objection=item_id, number=spelled(up.added))
        write(up.root, reply, NEW["argument"].format(**given, dates=dates))
    return path


def spelled(number: int) -> str:
    """A number in letters, which no check takes for a figure."""
    letters = "bdfgklmnprst"
    return letters[number // 60 % 12] + "aeiou"[number // 12 % 5] + letters[number % 12]


def _status(up: Upstream, kind: str, item_id: str) -> str:
    return str(facts(up.root, path_of(kind, item_id)).get("status", ""))


def rename_item(up: Upstream) -> str | None:
    """Another id with a tombstone, and every reference with it."""
    kind = up.chance.choice(RENAMED)
    free = [one for one in ids(up.root, kind) if _is_free(up, kind, one)]
    if not free:
        return None
    old = up.chance.choice(free)
    up.added += 1
    new = f"{re.sub(r'-now-[0-9]+$', '', old)}-now-{up.added}"
    (up.root / path_of(kind, old)).rename(up.root / path_of(kind, new))
    rename_references(up.root, old, new)
    _bury(up, kind, old, new)
    return f"rename {path_of(kind, old)}"


def remove_item(up: Upstream) -> str | None:
    """An argument or a case study that goes, with a tombstone."""
    kind = up.chance.choice(("argument", "case-study"))
    free = [one for one in ids(up.root, kind) if _is_free(up, kind, one) and _can_go(up, kind, one)]
    if not free:
        return None
    old = up.chance.choice(free)
    (up.root / path_of(kind, old)).unlink()
    _strike_out(up, old)
    _bury(up, kind, old, None)
    return f"remove {path_of(kind, old)}"


def _is_free(up: Upstream, kind: str, item_id: str) -> bool:
    """Whether an id is named where it can be found, and by nothing else."""
    others = [other for other in FOLDERS if other != kind and item_id in ids(up.root, other)]
    return "-" in item_id and item_id not in up.kept and not others and item_id not in up.program


def _can_go(up: Upstream, kind: str, item_id: str) -> bool:
    """Whether what it answers has another reply, and no text links to it."""
    pattern = references(item_id)
    paths = files_that_name(up.root, pattern)
    if any(re.search(rf"[/(]{re.escape(item_id)}\.(md|yml)", read(up.root, path)) for path in paths):
        return False
    if kind == "case-study":
        return True
    replies: dict[str, int] = {}
    for one in ids(up.root, "argument"):
        if one != item_id and _status(up, "argument", one) == "published":
            for objection in facts(up.root, path_of("argument", one))["answers"]:
                replies[objection] = replies.get(objection, 0) + 1
    return all(replies.get(one) for one in facts(up.root, path_of(kind, item_id))["answers"])


def _strike_out(up: Upstream, item_id: str) -> None:
    """Take an id out of every list that names it."""
    one = re.escape(item_id)
    for path in files_that_name(up.root, references(item_id)):
        text = read(up.root, path)
        text = re.sub(rf"(?<=\[){one}, |, {one}(?=[\],])", "", text)
        text = re.sub(rf"^[a-z_]+: \[{one}\]\n", "", text, flags=re.M)
        write(up.root, path, text)


def _bury(up: Upstream, kind: str, old: str, new: str | None) -> None:
    for path in sorted((up.root / "playbook/tombstones").rglob("*.yml")) if new else []:
        stone = yaml.safe_load(path.read_text(encoding="utf-8"))
        if stone["kind"] == kind and stone.get("now") == old:
            name = path.relative_to(up.root).as_posix()
            set_line(up.root, name, "now", new)
    if new is None:
        for path in sorted((up.root / "playbook/tombstones").rglob("*.yml")):
            stone = yaml.safe_load(path.read_text(encoding="utf-8"))
            if stone["kind"] == kind and stone.get("now") == old:
                name = path.relative_to(up.root).as_posix()
                write(up.root, name, re.sub(r"^now:.*\n", "", read(up.root, name), flags=re.M))
    now = f"now: {new}\n" if new else ""
    write(up.root, f"playbook/tombstones/{old}.yml", f"kind: {kind}\n{now}because: It was brought into order.\non: {up.today}\n")


def withdraw(up: Upstream) -> str | None:
    """An argument that is disputed."""
    item_id = up.pick("argument")
    path = path_of("argument", item_id)
    if _status(up, "argument", item_id) != "published" or not _can_go_quietly(up, item_id):
        return None
    set_line(up.root, path, "status", "disputed")
    set_field(up.root, path, "retired_because", "What it rests on is being looked at again.")
    return f"dispute {path}"


def _can_go_quietly(up: Upstream, item_id: str) -> bool:
    return item_id.startswith("new-") and not facts(up.root, path_of("argument", item_id)).get("one_of_the_twenty")


def move_file(up: Upstream) -> str | None:
    """A file of the package, the theme or the tests that lies elsewhere from now on."""
    choice = up.chance.choice(("package", "style", "tool"))
    up.added += 1
    if choice == "package":
        module = up.root / "hooks/playbook_kit/dates.py"
        moved = up.root / f"hooks/playbook_kit/dates_{up.added}.py"
        write(up.root, moved.relative_to(up.root).as_posix(), module.read_text(encoding="utf-8"))
        module.write_text(f'"""Dates; see dates_{up.added}."""\n\nfrom .dates_{up.added} import *  # noqa: F403\n', "utf-8")
        return "move a module"
    folder = up.root / ("theme/styles" if choice == "style" else "tests")
    found = sorted(folder.glob("3-*.css" if choice == "style" else "many_*.py"))
    if not found:
        return None
    found[0].rename(found[0].with_name(re.sub(r"(-moved-\d+)?(\.\w+)$", rf"-moved-{up.added}\2", found[0].name)))
    return f"move {found[0].name}"


def add_schema_field(up: Upstream) -> str | None:
    """A new optional field in a model, used by a file at once."""
    up.added += 1
    model = "hooks/playbook_kit/models/argument.py"
    line = (
        f'    note_{up.added}: Line | None = Field(default=None, description="A note of version {up.added}.", '
        'examples=["A note"])\n'
    )
    text = read(up.root, model)
    at = text.index("    retired_because: Line")
    write(up.root, model, text[:at] + line + text[at:])
    path = path_of("argument", up.pick("argument"))
    set_field(up.root, path, f"note_{up.added}", SENTENCES[up.added % len(SENTENCES)])
    return "add a field to the schema"


def change_theme(up: Upstream) -> str | None:
    """Another colour, size or word of the interface."""
    up.added += 1
    choice = up.chance.choice(("style", "words", "partial", "tokens"))
    if choice == "words":
        words = read(up.root, "theme/words/en.yml")
        write(up.root, "theme/words/en.yml", re.sub(r"^skip: .*$", f"skip: Skip to the main text ({up.added})", words, flags=re.M))
    elif choice == "tokens":
        path = next((up.root / "theme/styles").glob("1-*.css")).relative_to(up.root).as_posix()
        text = read(up.root, path)
        write(up.root, path, text.replace("--space-8: ", f"--space-{up.added + 100}: 1rem;\n  --space-8: ", 1))
    else:
        folder, ending = ("theme/styles", "*.css") if choice == "style" else ("theme/partials", "*.html")
        path = up.chance.choice(sorted((up.root / folder).glob(ending))).relative_to(up.root).as_posix()
        more = f"\n/* version {up.added} */\n" if choice == "style" else f"\n{{# version {up.added} #}}\n"
        write(up.root, path, read(up.root, path).rstrip() + more)
    return f"theme: {choice}"


def change_hooks(up: Upstream) -> str | None:
    """A new module of the package, and another function in an old one."""
    up.added += 1
    write(up.root, f"hooks/playbook_kit/rules/extra_{up.added}.py", f'"""Version {up.added}."""\n\nEXTRA = {up.added}\n')
    path = "hooks/playbook_kit/prose.py"
    write(up.root, path, read(up.root, path).rstrip() + f"\n\n\nVERSION_{up.added} = {up.added}\n")
    return "hooks"


def change_site(up: Upstream) -> str | None:
    """Another line in the site's configuration, its changelog or its lock files."""
    up.added += 1
    path = up.chance.choice(("mkdocs.yml", "CHANGELOG.md", "requirements/site.in"))
    if not (up.root / path).exists():
        return None
    if path == "CHANGELOG.md":
        text = read(up.root, path)
        write(up.root, path, text.replace("### Added\n", f"### Added\n\n- Thing {up.added}.", 1))
    else:
        write(up.root, path, read(up.root, path).rstrip() + f"\n# Version {up.added}.\n")
    return f"site: {path}"


KINDS: dict[Change, int] = {
    edit_text: 17, edit_field: 14, edit_title: 3, edit_figure: 5, edit_strength: 3, review: 5, rewrap: 3, add_item: 12,
    rename_item: 7, remove_item: 5, withdraw: 2, move_file: 4, add_schema_field: 4, change_theme: 7, change_hooks: 4,
    change_site: 5,
}  # fmt: skip
"""Each kind of change and how often it happens, in a hundred."""


def change(up: Upstream) -> tuple[str, str]:
    """Make one change; gives the name of its kind and what was done."""
    while True:
        kind = up.chance.choices(list(KINDS), weights=list(KINDS.values()))[0]
        done = kind(up)
        if done:
            return kind.__name__, done


NEW = {
    "argument": """\
title: New reply {number}
status: published
answers: [{objection}]
response_type: reasoning
strength: weak
one_liner: >-
  Reply {number} is short enough to say aloud.
short: >-
  This is the short form of reply {number}. {said}
long: >-
  This is the long form of reply {number}. {said}
concession: >-
  What is true on the other side of reply {number} is said here. It is said fairly.
comebacks:
  - they_say: What of number {number}?
    you_say: We ask for a trial.
evidence:
  - source: {source}
    shows: A source that reply {number} rests on.
    strength: weak
works_best_on: [{audiences}]
topics: [{topics}]
origin: Written for the playbook.
{dates}""",
    "objection": """\
title: Fear number {number}
status: published
heard_as:
""" + "".join(f"  - Way {way} of saying fear {{number}}\n" for way in ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"))
    + """\
said_by: [{audiences}]
responsible_for: Looking after thing {number}.
true_in_it: >-
  Some of fear {number} is true. It is said first.
short_answer: >-
  Answer fear {number} with a trial.
controls:
  - text: Agree what to do about thing {number}
    chapter: {chapter}
unknown:
  - Nobody knows how often fear {number} comes true.
topics: [{topics}]
{dates}""",
    "source": """\
title: Source number {number}
publisher: Anytown Council
url: https://www.example.org/source/{number}
countries: [{countries}]
checked_on: 2026-11-20
read_as: live
""",
    "chapter": """\
---
title: Do thing number {number}
summary: How to do thing number {number}.
status: published
part: {parts}
countries: [{countries}]
topics: [{topics}]
owner: Playbook maintainers
{dates}---

## In one minute

- Thing {number} is worth doing.

## Do

- agree thing {number} with staff

## Do not

- do not leave thing {number} to chance

## What you need to do

### Managers

- read about thing {number}

## How to check that it works

Ask three people about thing {number}. Write down what they say.

## Why

It is fair. People do thing {number} better when they know why.

## If it goes wrong

1. Say so about thing {number}.
""",
    "case-study": """\
---
title: Anytown, case {number}
summary: A council that is made up did thing {number}.
status: published
kind: example
organisation:
  name: Anytown Council
  type: council
  country: {countries}
period: "2011 to 2013"
access: open
before: Sites were blocked for number {number}.
after: Everybody could reach them after number {number}.
went_wrong:
  - Nothing was measured in case {number}.
topics: [{topics}]
self_reported: true
{dates}---

## The situation

Case {number} began small. Nobody had asked before.

## What to copy

Copy what fits. Leave out the rest of case {number}.
""",
    "template": """\
---
title: Document number {number}
summary: Agree thing number {number}.
status: published
version: "1.0"
chapters: [{chapter}]
topics: [{topics}]
owner: Playbook maintainers
{dates}---

Fill in what stands in brackets for thing {number}.

## What we agree about {number}

[Name of team] will try thing {number}.

> **Risk it answers:** nobody can say what was agreed about thing {number}.
>
> **Carries out:** [the advice](../{chapter}.md#do)
""",
}
