"""Draw the half of each query that has none yet, and write queries.yml in order: run it after adding queries.

A query that has its half keeps it for ever: one that was tuned to can never again measure anything. Within each kind
and style, page after page, the shorter half is filled first; who goes where is left to chance, with a fixed seed.
"""

import json
import random
from collections import Counter
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("queries.yml")
SETS = {"tune": "# To tune by.", "held": "# Held back: measure with these, and do not read them while you tune."}
SEED = 20261121


def fold(query: str) -> str:
    """The query without capitals and punctuation."""
    return " ".join("".join(c for c in query.casefold() if c.isalnum() or c.isspace()).split())


def draw(queries: list[dict]) -> None:
    """Give a half to each query that has none."""
    whole = Counter(one["set"] for one in queries if "set" in one)
    parts = Counter((one["kind"], one["style"], one["set"]) for one in queries if "set" in one)
    chance = random.Random(SEED)
    new = sorted((one for one in queries if "set" not in one), key=lambda one: fold(one["query"]))
    chance.shuffle(new)
    for one in sorted(new, key=lambda one: (one["kind"], one["style"], one["accept"][:1])):
        part = one["kind"], one["style"]
        one["set"] = min(SETS, key=lambda half: (parts[*part, half], whole[half], chance.random()))
        parts[*part, one["set"]] += 1
        whole[one["set"]] += 1


def write(queries: list[dict]) -> str:
    """The queries as lines of YAML, the two halves apart."""
    lines = []
    for half, heading in SETS.items():
        mine = [one for one in queries if one["set"] == half]
        mine.sort(key=lambda one: (one["kind"], one["style"], one["accept"], fold(one["query"])))
        lines += ["", heading]
        lines += [
            f"- {{query: {json.dumps(one['query'], ensure_ascii=False)}, accept: [{', '.join(one['accept'])}], "
            f"kind: {one['kind']}, style: {one['style']}, set: {half}}}"
            for one in mine
        ]
    return "\n".join(lines) + "\n"


def comment(text: str) -> str:
    """The comment that the file begins with."""
    return text.partition("\n\n")[0] + "\n"


if __name__ == "__main__":
    text = FILE.read_text(encoding="utf-8")
    queries = yaml.safe_load(text)
    draw(queries)
    FILE.write_text(comment(text) + write(queries), encoding="utf-8")
