"""The queries by which the search is measured: sound, spread widely enough, and halved fairly."""

import datetime
import random
from collections import Counter
from pathlib import Path

import pytest
import yaml
from draw import FILE, SETS, comment, draw, fold, write
from playbook_kit.plan import make_plan

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 11, 21)
TEXT = FILE.read_text(encoding="utf-8")
QUERIES = yaml.safe_load(TEXT)
STYLES = {
    "told": 85, "typed": 20, "question": 8, "keyword": 30, "typo": 25, "abbreviation": 20, "phrase": 35,
    "welsh-name": 5, "none": 10,
}  # fmt: skip
KINDS = {
    "objections": "objection", "arguments": "argument", "playbook": "chapter", "case-studies": "case-study",
    "templates": "template", "glossary": "glossary", "should-i-reply": "tool", "what-is-blocked": "tool",
    "where-are-you-now": "tool", "my-case": "tool",
}  # fmt: skip


def share(**wanted: str) -> list[dict]:
    """The queries that have these values."""
    return [one for one in QUERIES if wanted.items() <= one.items()]


@pytest.fixture(scope="module")
def addresses() -> set[str]:
    """Every address of the real content, terms of the glossary among them."""
    plan = make_plan(ROOT, TODAY)
    glossary = next(page for page in plan.pages if page.uri == "glossary.md")
    terms = {f"glossary/#{term.id}" for term in glossary.facts["model"].terms}
    paths = {page.uri.removesuffix(".md").removesuffix("index").rstrip("/") for page in plan.pages}
    return terms | {f"{path}/" for path in paths if path}


def test_addresses_exist(addresses):
    """Each address that a query accepts is a page, or a term of the glossary."""
    wrong = [(one["query"], at) for one in QUERIES for at in one["accept"] if at not in addresses]
    assert not wrong, "give the address of a page that exists, such as objections/time-wasting/ or glossary/#ripa"


def test_fields():
    """Each query has the same fields, accepts no address twice, and its kind is that of the page named first."""
    for one in QUERIES:
        assert set(one) == {"query", "accept", "kind", "style", "set"}, one
        assert one["style"] in STYLES and one["set"] in SETS and one["query"].strip() == one["query"] != "", one
        assert len(set(one["accept"])) == len(one["accept"]), one
        assert (one["style"] == "none") == (one["accept"] == []), one
        assert one["kind"] == (KINDS[one["accept"][0].partition("/")[0]] if one["accept"] else "none"), one


def test_no_query_twice():
    """No query stands there twice, capitals and punctuation aside: one half would give the other away."""
    assert [query for query, times in Counter(fold(one["query"]) for one in QUERIES).items() if times > 1] == []


def test_shares():
    """There are enough queries of each style, enough for cases and templates, and enough in all."""
    assert len(QUERIES) >= 220
    assert {style: len(share(style=style)) for style, least in STYLES.items() if len(share(style=style)) < least} == {}
    assert len(share(style="typed")) + len(share(style="question")) >= 40
    assert len(share(kind="case-study")) >= 15 and len(share(kind="template")) >= 10


def test_every_objection_was_told():
    """At least five sentences that people were told lead to each objection, some in either half."""
    objections = {path.stem for path in (ROOT / "playbook" / "objections").glob("*.yml")}
    for objection in sorted(objections):
        told = [one for one in share(style="told") if one["accept"][0] == f"objections/{objection}/"]
        assert len(told) >= 5, objection
        assert min(sum(one["set"] == half for one in told) for half in SETS) >= 1, objection


def test_halves():
    """The halves are even as a whole, and within each kind and style."""
    parts = {(one["kind"], one["style"]) for one in QUERIES}
    for kind, style in [(None, None), *sorted(parts)]:
        mine = share(kind=kind, style=style) if kind else QUERIES
        tune, held = (sum(one["set"] == half for one in mine) for half in SETS)
        assert abs(tune - held) <= (1 if kind else 10), (kind, style, tune, held)


def test_file_is_as_drawn():
    """The file is as draw.py writes it: the halves apart, in order, below the comment."""
    assert comment(TEXT) + write(QUERIES) == TEXT, "run python tests/search/draw.py"


def test_draw_moves_nobody():
    """A query keeps its half when others join; the same queries are halved alike, whatever order they come in."""
    old, new = QUERIES[::2], [{**one, "query": "new " + one["query"]} for one in QUERIES[1::2]]
    for one in new:
        del one["set"]
    drawn = [dict(one) for one in old + new]
    draw(drawn)
    assert drawn[: len(old)] == old and all(one["set"] in SETS for one in drawn)
    again = [dict(one) for one in old + new]
    random.Random(1).shuffle(again)
    draw(again)
    assert write(again) == write(drawn)
