"""Pages that have grown too long, cut into several, and the list of sources in parts."""

import datetime
import re

import pytest
from markdown import Markdown
from playbook_kit.models import Source
from playbook_kit.pages import cut
from playbook_kit.pages.cut import cut_pages, cuts_of, lead_on
from playbook_kit.pages.page import Page
from playbook_kit.source_parts import LIST, MOST, parts_of
from playbook_kit.words import load_words
from unit_help import ROOT

WORDS = load_words(ROOT)[0]
ENTRIES = 40
BODY = "\n".join([
    "See [the last](#z).", "",
    *(f"## Heading {name} {{ #{name} }}\n\n<div class=\"pb-list\" markdown>\n\n"
      + "\n".join(f"- Entry {name}-{n} is a line of some length.\n\n    And more of it." for n in range(ENTRIES))
      + "\n\n</div>\n" for name in "xyz"),
    "| What | When |\n| --- | --- |", *(f"| Row {n} | today, tomorrow and the day after |" for n in range(ENTRIES)),
    "", "```", *(f"- Code {n}" for n in range(ENTRIES)), "```", "",
])  # fmt: skip


@pytest.fixture
def short(monkeypatch):
    """Pages may be 1,000 characters long."""
    monkeypatch.setattr(cut, "MOST", 1000)


def page(body=BODY, uri="lists/index.md"):
    """A page of this text."""
    return Page(uri, "A list", "Its lead.", body, "list")


def html(body):
    """The text as a browser has it."""
    return Markdown(extensions=["attr_list", "fenced_code", "md_in_html", "tables"]).convert(body)


def test_short_pages_stay():
    """A page that is not too long is the same as before, and so is each other."""
    given = [page(), page("Short.", "about.md")]
    assert cut_pages(given, WORDS) == given and lead_on(given) == given


def test_every_part_is_short_and_whole(short):
    """No part is longer than a page may be by more than one entry and what names it; nothing is lost, nothing is twice."""
    parts = cut_pages([page()], WORDS)
    assert len(parts) > 5
    assert [one.uri for one in parts] == ["lists/index.md", *(f"lists/page_{n}.md" for n in range(2, len(parts) + 1))]
    whole = "\n".join(one.body for one in parts)
    for name in "xyz":
        assert re.findall(rf"Entry {name}-(\d+) ", whole) == [str(n) for n in range(ENTRIES)]
    assert re.findall(r"^\| Row (\d+) ", whole, re.M) == [str(n) for n in range(ENTRIES)]
    code = len("\n".join(f"- Code {n}" for n in range(ENTRIES)))
    assert max(len(one.body) for one in parts) < 1000 + code + 500
    for one in parts:
        assert one.body.count("<div") == one.body.count("</div>") and one.body.count("```") % 2 == 0
        assert html(one.body).count("<div") == one.body.count("<div")
    rows = [one for one in parts if "| Row " in one.body]
    assert len(rows) > 1 and all(html(one.body).count("<th>") == 2 for one in rows)


def test_a_part_says_what_it_goes_on_with(short):
    """What goes on under a heading has it again; a part's title says which it is, and it leads to those beside it."""
    parts = cut_pages([page()], WORDS)
    second = parts[1]
    assert second.body.startswith("## Heading x { #x }") and second.title == f"A list (page 2 of {len(parts)})"
    assert second.facts["up"] == ("lists/index.md", "A list") and second.lead == ""
    assert "(index.md){ .pb-beside__before }" in second.body and "(page_3.md){ .pb-beside__after }" in second.body
    assert "pb-beside__before" not in parts[0].body and "pb-beside__after" not in parts[-1].body


def test_a_group_that_fits_is_not_cut(short):
    """What stands under one heading stays together if it fits in a part."""
    entries = "\n".join(f"- An entry {n}." for n in range(45))
    body = "\n\n".join(f"## Group {n} {{ #group-{n} }}\n\n{entries}" for n in range(5))
    parts = cut_pages([page(body)], WORDS)
    assert [re.findall(r"^## Group (\d)", one.body, re.M) for one in parts] == [[str(n)] for n in range(5)]


def test_links_lead_to_the_part(short):
    """A link to a heading leads to the first part that has it, from the page itself and from any other."""
    other = page("[z](../lists/index.md#z) [x](../lists/index.md#x) [none](../lists/index.md#none)", "more/other.md")
    made = lead_on(cut_pages([page(), other], WORDS))
    place = next(one.uri for one in made if "{ #z }" in one.body)
    assert f"[the last]({place.rpartition('/')[2]}#z)" in made[0].body
    assert made[-1].body == f"[z](../{place}#z) [x](../lists/index.md#x) [none](../lists/index.md#none)"


def test_every_language_is_cut_alike(short):
    """A translation is cut where the first language was, however long it is; what that did not cut stays whole."""
    parts = cut_pages([page()], WORDS)
    cuts = cuts_of(parts)
    longer = BODY.replace("some length", "some length, and that is a good deal longer")
    other = cut_pages([page(longer), page(BODY, "about.md")], WORDS, cuts)
    assert [one.uri for one in other] == [*(one.uri for one in parts), "about.md"]
    for one, like in zip(other, parts, strict=False):
        assert re.findall(r"Entry (\S+) ", one.body) == re.findall(r"Entry (\S+) ", like.body)
    fewer = cut_pages([page(BODY.replace("- Entry x-1 is", "  Entry x-1 is"))], WORDS, cuts)
    assert len(fewer) == len(parts)


def sources(count, publisher="{letter} Press {n}"):
    """So many sources, by their ids."""
    return {
        f"source-{n}": Source(
            title=f"A title {n}", publisher=publisher.format(letter=chr(97 + n * 7 % 26), n=n), countries=["uk"],
            checked_on=datetime.date(2026, 11, 1), read_as="live",
        )
        for n in range(count)
    }  # fmt: skip


@pytest.mark.parametrize("publisher", ["{letter} Press {n}", "One and the same", "Ŵ{n}", "…"])
def test_sources_in_parts(publisher):
    """However many there are and whoever published them, each is in one part, no part is long, and they are in order."""
    assert [part.uri for part in parts_of(sources(MOST, publisher))] == [LIST]
    for count in (MOST + 1, 700):
        parts = parts_of(sources(count, publisher))
        assert len(parts) > 1 and len({part.uri for part in parts}) == len(parts)
        assert sorted(one for part in parts for one in part.ids) == sorted(sources(count))
        assert max(len(part.ids) for part in parts) <= MOST
        assert [part.start for part in parts] == sorted(part.start for part in parts)


def test_a_new_source_moves_few():
    """As sources are added one by one, no address goes, and no source moves that was not on the page that grew too long."""
    given = sources(500)
    before = {one: part for part in parts_of(dict(list(given.items())[: MOST + 1])) for one in part.ids}
    for count in range(MOST + 2, 500):
        after = {one: part for part in parts_of(dict(list(given.items())[:count])) for one in part.ids}
        assert {part.uri for part in before.values()} <= {part.uri for part in after.values()}
        moved = [one for one, part in before.items() if after[one].uri != part.uri]
        assert len({before[one].uri for one in moved}) <= 1 and len(moved) < MOST
        before = after


def test_alike_but_for_noughts():
    """Sources that differ in nothing that is sorted by share a page, and the list ends."""
    same = {f"a{'-' * n}": one for n, one in enumerate(sources(3, "…").values())}
    assert len(parts_of(same)) == 1
    many = {f"a{'-' * n}": next(iter(sources(1, "…").values())) for n in range(MOST + 5)}
    assert [len(part.ids) for part in parts_of(many)] == [MOST + 5]
