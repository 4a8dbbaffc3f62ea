"""The pages of the site as a whole; their text is pinned by the golden pages."""

import datetime
import html

import pytest
from markdown import Markdown
from playbook_kit.content import load
from playbook_kit.index import join
from playbook_kit.pages import make_pages
from unit_help import TODAY, change, write


@pytest.fixture(scope="module")
def pages(content, playbook, words):
    """The pages of the small playbook by their path."""
    return {page.uri: page for page in make_pages(content, playbook, words)}


@pytest.fixture(scope="module")
def words(unchanged_root):
    """The interface's words."""
    from playbook_kit.words import load_words

    return load_words(unchanged_root)[0]


@pytest.mark.parametrize(
    ("uri", "kind", "edit_path"),
    [
        ("index.md", "home", "docs/index.md"),
        ("about.md", "page", "docs/about.md"),
        ("objections/time-wasting.md", "objection", "playbook/objections/time-wasting.yml"),
        ("arguments/same-as-the-phone.md", "argument", "playbook/arguments/same-as-the-phone.yml"),
        ("playbook/policy.md", "chapter", "playbook/policy.md"),
        ("case-studies/monmouthshire.md", "case-study", "case_studies/monmouthshire.md"),
        ("arguments/the-phone-line.md", "gone", None),
        ("sources.md", "list", None),
        ("search.md", "search", None),
    ],
)
def test_kind_and_edit_path(pages, uri, kind, edit_path):
    """A page knows its kind and the one file to edit, if it is made of one."""
    assert (pages[uri].kind, pages[uri].edit_path) == (kind, edit_path)


@pytest.mark.parametrize("uri", ["arguments/not-yet-ready.md", "sources/a-lost-source.md", "sources/acas-policy.md"])
def test_no_page(pages, uri):
    """Drafts and sources have no page, and neither has the tombstone of a source."""
    assert uri not in pages


def test_every_page_has_a_title(pages):
    """No page is without a title, and no list without a lead."""
    assert [uri for uri, page in pages.items() if not page.title] == []
    assert [uri for uri, page in pages.items() if page.kind == "list" and not page.lead] == []


def test_every_kind_of_page_has_words(pages, words):
    """Each kind of page has its entry in the words file, empty for pages that need no label."""
    assert [kind for kind in {page.kind for page in pages.values()} if kind not in words.group("kind")] == []


def test_tombstone_leads_on(pages):
    """The page of a thing that is gone says why and leads to what took its place."""
    page = pages["arguments/the-phone-line.md"]
    assert "Joined with another that said the same." in page.body
    assert "(same-as-the-phone.md)" in page.body
    assert page.facts["redirect"] == "same-as-the-phone"


def test_tombstone_text_is_plain(small_root, words):
    """The reason on a tombstone is plain text, so it is shown as it is written."""
    change(small_root, "playbook/tombstones/the-phone-line.yml", "Joined with", "Joined *with*")
    content = load(small_root)
    page = next(p for p in make_pages(content, join(content, TODAY), words) if p.kind == "gone")
    assert "Joined *with* another" in html.unescape(Markdown().convert(page.body))


@pytest.mark.parametrize(
    ("uri", "sources"),
    [
        ("playbook/policy.md", ["acas-policy", "mon-guidance"]),
        ("case-studies/monmouthshire.md", ["mon-guidance"]),
        ("index.md", []),
    ],
)
def test_sources_at_the_foot(pages, uri, sources):
    """A page that cites ends with its sources, numbered in the order in which they are cited."""
    body = pages[uri].body
    assert body.count("{: #source-") == len(sources)
    listed = body.partition("{ #sources }")[2]
    assert [source for source in sources if f"sources.md#{source})" not in listed] == []


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (datetime.date(2026, 11, 1), "To be read again by"),
        (datetime.date(2026, 11, 2), "should have been read again by"),
    ],
    ids=["on-the-day", "day-after"],
)
def test_overdue_page_says_so(content, words, today, said):
    """A page whose review date is past says so from the next day on."""
    page = next(p for p in make_pages(content, join(content, today), words) if p.uri == "playbook/policy.md")
    assert said in page.body[page.body.index("pb-colophon") :]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("playbook/arguments/same-as-the-phone.yml", "title: Same as the phone", 'title: "A | <b>b</b> `c` [d](e)"'),
        ("playbook/objections/time-wasting.yml", "title: Staff will waste time", 'title: "{{ x }} *a* # b"'),
        ("playbook/policy.md", "title: Write a policy", 'title: "1. <i>a</i> | b_c_d"'),
        ("case_studies/monmouthshire.md", "title: Monmouthshire County Council", 'title: "a | b {: .c } `"'),
    ],
    ids=["argument", "objection", "chapter", "case-study"],
)
def test_awkward_titles(small_root, words, path, old, new):
    """A title with marks of Markdown or HTML in it makes no markup on any page."""
    change(small_root, path, old, new)
    content = load(small_root)
    title = new.removeprefix('title: "').removesuffix('"')
    pages = make_pages(content, join(content, TODAY), words)
    assert [page.uri for page in pages if title in page.body] == []


def test_page_at_an_address_that_is_made(small_root, words):
    """Pages of docs/ in folders of their own keep their path."""
    write(small_root, "docs/more/help.md", "---\ntitle: Help\nsummary: More.\n---\n\n[About](../about.md)\n")
    content = load(small_root)
    page = next(p for p in make_pages(content, join(content, TODAY), words) if p.uri == "more/help.md")
    assert "[About](../about.md)" in page.body
