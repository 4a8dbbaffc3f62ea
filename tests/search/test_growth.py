"""A query stays cheap, however many pages there are: counted in bytes, never in seconds."""

import gzip
import json
from itertools import chain, pairwise

import pytest
import yaml
from made_pages import make_pages
from playbook_kit.plan import make_plan
from playbook_kit.search import search_files
from playbook_kit.search.concepts import Concepts
from playbook_kit.search.stems import stem_of, tokenise
from playbook_kit.search.weights import pairs
from site_help import ROOT
from test_queries import TODAY

LIMIT = 130_000
"""Bytes of a first query."""
SCRIPTS = ("components/search", "assets/vendor/snowball")
JOINED = 12
"""Letters of the longest word that two neighbours are tried as."""
DRAWN = 10
"""How many records a first answer shows."""
QUERIES = [
    "staff will waste time on social media", "council policy", "what may we say about training before an election",
    "residents complain about the council and the service on our page and nobody answers them at the weekend",
]  # fmt: skip
VOCABULARY = yaml.safe_load((ROOT / "playbook/synonyms.yml").read_text(encoding="utf-8"))
GROUPS = [group["words"] for group in VOCABULARY["same"]]
ABOUT = {name: VOCABULARY[name] for name in ("elsewhere", "subject")}


def packed(value) -> int:
    """The bytes of a file as it is sent."""
    return len(gzip.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()))


def stems(text):
    """The stems of a text's words."""
    return [stem_of("en")(word) for word in tokenise(text)]


def first_query(files: dict, query: str) -> int:
    """The most bytes that a first query can fetch: the start, the parts of all its words, of those that stand beside
    each other and of short ones that make one word together, the largest records.
    """
    starts, ignored = files["en"]["parts"], files["en"]["ignored"]
    found = stems(query)
    beside = [one for one in pairs(found, ignored) if one.split()[0] not in ignored]
    telling = [(word, stem not in ignored) for word, stem in zip(tokenise(query), found, strict=True)]
    joined = [stem_of("en")(one + other) for (one, a), (other, b) in pairwise(telling) if a and b and len(one + other) <= JOINED]
    keys = [one for one in found if one not in ignored] + Concepts(GROUPS, stems).keys(found) + beside + joined
    parts = {max(sum(start <= key for start in starts) - 1, 0) for key in keys}
    records = sorted((packed(value) for name, value in files.items() if "/record-" in name), reverse=True)[:DRAWN]
    return packed(files["en"]) + sum(packed(files[f"en/part-{number}"]) for number in parts) + sum(records)


def scripts() -> int:
    """The bytes of all the search's scripts."""
    paths = chain.from_iterable((ROOT / "theme" / folder).glob("*.mjs") for folder in SCRIPTS)
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


@pytest.fixture(scope="module")
def texts():
    """The text of the real pages."""
    return [page.body for page in make_plan(ROOT, TODAY).pages if page.kind in ("chapter", "argument", "case-study")]


@pytest.fixture(scope="module")
def most(texts):
    """The bytes of the dearest first query at two sizes, and how many parts there are."""

    def of(size: int) -> tuple[int, int]:
        records = [page.record(number) for number, page in enumerate(make_pages(size, texts))]
        files = search_files(records, "en", {"for": {}}, VOCABULARY["ignored"], GROUPS, **ABOUT)
        return max(first_query(files, query) for query in QUERIES) + scripts(), len(files["en"]["parts"])

    return {size: of(size) for size in (60, 480)}


def test_first_query_is_cheap_on_the_real_content():
    """On the real site no such query fetches more than the limit, scripts included."""
    files = {
        file.uri.removeprefix("search/").removesuffix(".json"): json.loads(file.text)
        for file in make_plan(ROOT, TODAY).data if file.uri.startswith("search/")
    }  # fmt: skip
    assert max(first_query(files, query) for query in QUERIES) + scripts() <= LIMIT


def test_first_query_hardly_grows(most):
    """With eight times the pages there is much more to search, and a first query fetches hardly more."""
    (small, few), (large, many) = most[60], most[480]
    assert many > 3 * few
    assert large <= LIMIT and large <= 1.2 * small
