"""Terms explained in place: where the first use of a term becomes a link, and where nothing may change."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from playbook_kit.content import load
from playbook_kit.index import join
from playbook_kit.models import GlossaryTerm
from playbook_kit.pages.glossary import EXPLAINED, in_order, link_terms, linked_terms
from playbook_kit.plan import make_plan
from unit_help import ROOT, TODAY


def term(id: str, term: str, *also: str, in_text: bool = True) -> GlossaryTerm:
    """A term of a glossary."""
    return GlossaryTerm(id=id, term=term, also=list(also), meaning="What it means.", in_text=in_text)


TERMS = [
    term("foi", "freedom of information", "FOI"),
    term("sar", "subject access request", "SAR"),
    term("filter", "filter category"),
    term("filters", "filter"),
    term("alt", "alternative text"),
]
LINK = re.compile(r"\[([^\[\]]*)\]\(g\.md#[a-z]+\)\{ \.pb-term \}")


def linked(text: str) -> list[str]:
    """The words that became links, with the ids that they lead to."""
    made = link_terms(text, TERMS, "g.md")
    assert LINK.sub(r"\1", made) == text
    return [f"{match[1]}#{match[0].partition('#')[2].partition(')')[0]}" for match in LINK.finditer(made)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An FOI request.", ["FOI#foi"]),
        ("Freedom of Information law.", ["Freedom of Information#foi"]),
        ("Under freedom of\ninformation.", ["freedom of\ninformation#foi"]),
        ("Two SARs came.", ["SARs#sar"]),
        ("Old filter categories.", ["filter categories#filter"]),
        ("A filter, then a filter category.", ["filter#filters", "filter category#filter"]),
        ("FOI, and FOI again, and freedom of information.", ["FOI#foi"]),
        ("- **FOI** first\n- then a *SAR*", ["FOI#foi", "SAR#sar"]),
        ("> Ask for FOI.", ["FOI#foi"]),
        ("<div markdown>\n\nFOI inside.\n\n</div>", ["FOI#foi"]),
        ("It is law (FOI)[@a; review by 2027-01-01].", ["FOI#foi"]),
        ("FOI’s reach", ["FOI#foi"]),
        ("Law\n:   about FOI", ["FOI#foi"]),
    ],
)
def test_first_use_is_linked(text, expected):
    """The first use of each term in prose leads to its meaning: longest spelling first, plural and capital too."""
    assert linked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "## FOI and you",
        "FOI and you\n===========",
        "[FOI law](x.md)",
        "[all [FOI] law](x.md)",
        "[FOI][note]",
        "![FOI](x.png)",
        "`FOI` and ``a FOI``",
        "```\nFOI\n```",
        "~~~\nFOI\n~~~",
        "[@foi; @FOI]",
        "<span class=\"FOI\">FOI</span>",
        "<p>FOI</p>",
        "<summary>FOI</summary>",
        "They said “what about FOI?”.",
        "https://example.org/FOI and <https://example.org/FOI>",
        "me@FOI.example",
        "{: .FOI }",
        "FOI\n:   a fact",
        "Read FOI aloud.\n{: data-copy=\"one-liner\" }",
        "foi and Sar are no abbreviations",
        "SARAH, non-FOI, FOI-like, unFOI",
        "| FOI | SAR |\n|---|---|\n| ☐ | ☐ |",
        "[^FOI]",
        "&#70;OI",
        "",
    ],
)
def test_what_is_no_prose_stays(text):
    """Headings, links, code, citations, quotations, HTML, names of facts and what is to be copied stay as they are."""
    assert link_terms(text, TERMS, "g.md") == text


def test_a_use_that_stays_is_not_the_first():
    """A term that first stands in a heading or a link is linked where it first stands in prose."""
    assert link_terms("# FOI\n\n[FOI](x.md) then FOI.", TERMS, "g.md").endswith("then [FOI](g.md#foi){ .pb-term }.")


def test_no_terms():
    """Without terms nothing changes."""
    assert link_terms("FOI", [], "g.md") == "FOI"


PARTS = [
    "FOI", "alternative text", "`", "[", "](x)", "“", "”", "\n", "\n\n", "# ", "<b>", "</b>", " ", "{", "}", "SAR.",
    "- ", ":   ", "[@a]", "> ",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=24).map("".join))
@example("FOI` FOI `FOI")
@example("[FOI](x) FOI [")
def test_only_links_are_added(text):
    """Whatever the text, taking the links out gives it back letter for letter, and no term is linked twice."""
    found = [one.partition("#")[2] for one in linked(text)]
    assert len(found) == len(set(found))


def test_in_order():
    """The glossary's page has the terms in order of the alphabet, small and capital letters as one."""
    playbook = join(load(ROOT), TODAY)
    names = [one.term.casefold() for one in in_order(playbook.glossary)]
    assert names == sorted(names) and len(names) >= 30


def test_words_with_other_meanings_are_not_linked():
    """A term that is marked as a word with other meanings stands in the glossary and is linked nowhere."""
    playbook = join(load(ROOT), TODAY)
    linked_ids = {one.id for one in linked_terms(playbook)}
    assert {"handle", "control"} <= {one.id for one in in_order(playbook.glossary)} - linked_ids


def test_without_the_files(small_root):
    """A playbook may have neither file: then it has neither page, and no term is linked."""
    for path in ("playbook/glossary.yml", "playbook/tools/blocked.yml"):
        (small_root / path).unlink()
    uris = {page.uri for page in make_plan(small_root, TODAY).pages}
    assert "playbook/policy.md" in uris and not uris & {"glossary.md", "what-is-blocked.md"}
    assert linked_terms(join(load(small_root), TODAY)) == []


@pytest.fixture(scope="module")
def pages():
    """The pages of the real content."""
    return {page.uri: page for page in make_plan(ROOT, TODAY).pages}


def test_pages_to_read_are_explained(pages):
    """Objections, arguments, chapters, case studies and the site's own pages link terms; lists and papers do not."""
    kinds = {page.kind for page in pages.values() if "{ .pb-term }" in page.body}
    assert {"objection", "argument", "chapter"} <= kinds <= set(EXPLAINED)
    for uri in ("do-and-dont.md", "do-and-dont/by-role.md", "glossary.md", "what-is-blocked.md", "index.md"):
        assert "{ .pb-term }" not in pages[uri].body


def test_a_term_is_linked_once_on_a_page(pages):
    """No page leads to one meaning twice."""
    for page in pages.values():
        found = re.findall(r"glossary\.md#([\w-]+)\)\{ \.pb-term", page.body)
        assert len(found) == len(set(found)), page.uri


def test_meanings_without_a_source_state_no_figures():
    """A meaning that has no source names no year, number, law or country: it is a plain word's."""
    stating = re.compile(r"\d|\b(Act|law|laws|England|Wales|Scotland|Ireland|must|duty|duties)\b")
    playbook = join(load(ROOT), TODAY)
    assert [one.id for one in in_order(playbook.glossary) if not one.sources and stating.search(one.meaning)] == []
