"""Add queries to those that there are, without looking at them: `python tests/search/draw.py new.yml`.

A query keeps its place for ever: one that was tuned to can never again measure anything. Of new queries those that name
a `set` go there. The others are drawn: within each kind and style, page after page, the shorter of the two lists is
filled first; who goes where is left to chance, with a fixed seed. One that stands in either list already, capitals and
punctuation aside, is left out. Nothing but counts is printed. Without a file both lists are put in order.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent
FILES = {"tune": FOLDER / "queries.yml", "held": FOLDER / "held_back.yml"}
"""The queries to tune by, and those that are held back."""
SEED = 20261121

Lists = dict[str, list[dict]]


def fold(query: str) -> str:
    """The query without capitals and punctuation."""
    return " ".join("".join(c for c in query.casefold() if c.isalnum() or c.isspace()).split())


def read() -> Lists:
    """The queries of both files."""
    return {name: yaml.safe_load(path.read_text(encoding="utf-8")) or [] for name, path in FILES.items()}


def add(old: Lists, new: list[dict]) -> tuple[Lists, int]:
    """Both lists with new queries in them, and how many stood there already."""
    known = {fold(one["query"]) for queries in old.values() for one in queries}
    fresh = []
    for one in new:
        if fold(one["query"]) not in known:
            known.add(fold(one["query"]))
            fresh.append(dict(one))
    lists = {name: [*old[name], *(_without_set(one) for one in fresh if one.get("set") == name)] for name in FILES}
    _draw(lists, [one for one in fresh if "set" not in one])
    return lists, len(new) - len(fresh)


def _without_set(one: dict) -> dict:
    return {key: value for key, value in one.items() if key != "set"}


def _draw(lists: Lists, new: list[dict]) -> None:
    """Put each of the new queries into one of the lists."""
    parts = Counter((one["kind"], one["style"], name) for name, queries in lists.items() for one in queries)
    chance = random.Random(SEED)
    new = sorted(new, key=lambda one: fold(one["query"]))
    chance.shuffle(new)
    for one in sorted(new, key=lambda one: (one["kind"], one["style"], one["accept"][:1])):
        part = one["kind"], one["style"]
        name = min(lists, key=lambda name: (parts[*part, name], len(lists[name]), chance.random()))
        parts[*part, name] += 1
        lists[name].append(one)


def write(queries: list[dict]) -> str:
    """Queries as lines of YAML, in order."""
    ordered = sorted(queries, key=lambda one: (one["kind"], one["style"], one["accept"], fold(one["query"])))
    return "\n".join(
        f"- {{query: {json.dumps(one['query'], ensure_ascii=False)}, accept: [{', '.join(one['accept'])}], "
        f"kind: {one['kind']}, style: {one['style']}}}"
        for one in ordered
    ) + "\n"  # fmt: skip


def comment(text: str) -> str:
    """The comment that a file begins with, and the empty line below it."""
    return text.partition("\n\n")[0] + "\n\n"


def main(paths: list[str]) -> Mapping[str, int]:
    """Add the queries of these files; gives how many each list has then, and how many were left out."""
    new = [one for path in paths for one in yaml.safe_load(Path(path).read_text(encoding="utf-8"))]
    lists, left_out = add(read(), new)
    for name, path in FILES.items():
        path.write_text(comment(path.read_text(encoding="utf-8")) + write(lists[name]), encoding="utf-8")
    return {**{name: len(queries) for name, queries in lists.items()}, "left out": left_out}


if __name__ == "__main__":
    print(main(sys.argv[1:]))
