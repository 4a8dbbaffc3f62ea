"""The queries by which the search is measured: sound, spread widely enough, and enough of them held back."""

import datetime
import random
from collections import Counter
from pathlib import Path

import pytest
from draw import FILES, add, comment, fold, read, write
from playbook_kit.plan import make_plan

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 11, 21)
LISTS = read()
QUERIES = [one for queries in LISTS.values() for one in queries]
STYLES = {
    "told": 85, "typed": 20, "question": 8, "keyword": 30, "typo": 25, "abbreviation": 20, "phrase": 35,
    "welsh-name": 5, "none": 10,
}  # fmt: skip
KINDS = {
    "objections": "objection", "arguments": "argument", "playbook": "chapter", "case-studies": "case-study",
    "templates": "template", "glossary": "glossary", "should-i-reply": "tool", "what-is-blocked": "tool",
    "where-are-you-now": "tool", "my-case": "tool",
}  # fmt: skip


def kind_of(query: dict) -> str:
    """The kind of the page that a query accepts first; what is of no other kind is a page."""
    return KINDS.get(query["accept"][0].partition("/")[0], "page") if query["accept"] else "none"


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
        assert set(one) == {"query", "accept", "kind", "style"}, one
        assert one["style"] in STYLES and one["query"].strip() == one["query"] != "", one
        assert len(set(one["accept"])) == len(one["accept"]), one
        assert (one["style"] == "none") == (one["accept"] == []), one
        assert one["kind"] == kind_of(one), one


def test_no_query_twice():
    """No query stands there twice, capitals and punctuation aside: one list would give the other away."""
    assert [query for query, times in Counter(fold(one["query"]) for one in QUERIES).items() if times > 1] == []


def test_shares():
    """There are enough queries of each style, enough for cases and templates, and enough in all."""
    assert {style: len(share(style=style)) for style, least in STYLES.items() if len(share(style=style)) < least} == {}
    assert len(share(style="typed")) + len(share(style="question")) >= 40
    assert len(share(kind="case-study")) >= 15 and len(share(kind="template")) >= 10


def test_every_objection_was_told():
    """At least five sentences that people were told lead to each objection."""
    objections = {path.stem for path in (ROOT / "playbook" / "objections").glob("*.yml")}
    for objection in sorted(objections):
        told = [one for one in share(style="told") if one["accept"][0] == f"objections/{objection}/"]
        assert len(told) >= 5, objection


def test_enough_are_held_back():
    """At least 80 of at least 150 queries are held back; the styles of which most were tuned to are among them."""
    assert len(QUERIES) >= 150 and len(LISTS["held"]) >= 80
    held = {one["style"] for one in LISTS["held"]}
    assert {"told", "typed", "question", "keyword", "typo", "none"} <= held


@pytest.mark.parametrize("name", FILES)
def test_files_are_as_drawn(name):
    """Each file is as draw.py writes it: in order, below its comment."""
    text = FILES[name].read_text(encoding="utf-8")
    assert comment(text) + write(LISTS[name]) == text, "run python tests/search/draw.py"


def made(first: int, count: int) -> list[dict]:
    """So many made-up queries."""
    numbers = range(first, first + count)
    return [{"query": f"Query {one}", "accept": ["about/"], "kind": "page", "style": "told"} for one in numbers]


def test_new_queries_are_shared_out():
    """New queries join the shorter list of their kind first, the same ones however they are ordered; nobody moves."""
    old = {"tune": made(0, 5), "held": made(5, 2)}
    new = made(7, 9)
    lists, left_out = add(old, new)
    assert left_out == 0
    assert all(lists[name][: len(old[name])] == old[name] for name in FILES)
    assert {name: len(queries) for name, queries in lists.items()} == {"tune": 8, "held": 8}
    random.Random(1).shuffle(new)
    again, _ = add(old, new)
    assert [write(again[name]) for name in FILES] == [write(lists[name]) for name in FILES]


def test_what_is_known_is_left_out():
    """What stands in either list is left out and counted, however it is spelt; a query that names its list goes there."""
    old = {"tune": made(0, 2), "held": made(2, 2)}
    new = [{**made(3, 1)[0], "query": "“QUERY” 3?"}, *made(1, 1), {**made(9, 1)[0], "set": "tune"}]
    lists, left_out = add(old, new)
    assert left_out == 2
    assert lists == {"tune": [*old["tune"], *made(9, 1)], "held": old["held"]}
