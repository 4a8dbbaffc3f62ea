"""The plan: every file of the docs tree as plain data, ready for an adapter. Also the pipeline up to it."""

import datetime
import json
from dataclasses import dataclass, field
from pathlib import Path

from .content import load
from .index import join
from .models.schema import json_schemas
from .pages import DataFile, Page, make_pages
from .pages.search_index import search_index
from .problem import Problem, errors
from .rules import Settings, check
from .words import Words, load_words


@dataclass
class Plan:
    """What the site is made of, or the problems that stand in its way.

    `pages` and `data` are empty if any problem is an error. `sections` lists page paths by the section of the
    navigation that they stand in.
    """

    problems: list[Problem]
    words: Words
    pages: list[Page] = field(default_factory=list)
    data: list[DataFile] = field(default_factory=list)
    sections: dict[str, list[str]] = field(default_factory=dict)


def check_content(root: Path, today: datetime.date) -> list[Problem]:
    """Every problem of the content below `root`, in order of file and line."""
    words, problems = load_words(root)
    return sorted([*problems, *check(load(root), Settings(today))])


def make_plan(root: Path, today: datetime.date) -> Plan:
    """Read, check and join the content below `root` and make every page, as on the day `today`."""
    words, problems = load_words(root)
    content = load(root)
    problems = sorted([*problems, *check(content, Settings(today))])
    if errors(problems):
        return Plan(problems, words)
    playbook = join(content, today)
    pages = make_pages(content, playbook, words)
    data = [
        *(DataFile(f"schema/{name}.json", to_json(schema)) for name, schema in json_schemas().items()),
        DataFile(f"search/{words.language}.json", to_json(search_index(playbook, words), compact=True)),
    ]
    return Plan(problems, words, pages, data, _sections(pages))


def to_json(value: object, compact: bool = False) -> str:
    """JSON with the same bytes for the same value."""
    style = {"separators": (",", ":")} if compact else {"indent": 2}
    return json.dumps(value, ensure_ascii=False, **style) + "\n"


def _sections(pages: list[Page]) -> dict[str, list[str]]:
    """The pages of each folder, its list first, in the order in which they were made."""
    sections: dict[str, list[str]] = {}
    for page in pages:
        folder = page.uri.rpartition("/")[0]
        if folder and page.kind != "gone":
            sections.setdefault(f"{folder}/", []).append(page.uri)
    return sections
