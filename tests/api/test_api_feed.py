"""The Atom feed: right by RFC 4287, with ids that stay, and reasons for what is taken back."""

import re
import xml.etree.ElementTree as etree
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from api_help import ADDRESS, DRAFT, api_files, argument, day, plan_of, texts, write
from playbook_kit.pages.feed import MOST
from playbook_kit.read.yaml_text import parse_yaml

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def tree(plan) -> etree.Element:
    """The feed as XML."""
    return etree.fromstring(texts(plan)["feed.xml"].encode())


def entries(plan) -> dict[str, dict[str, str]]:
    """Each entry's id below the site's address, with its parts."""
    return {
        entry.findtext(f"{ATOM}id").removeprefix(ADDRESS): {
            "title": entry.findtext(f"{ATOM}title"),
            "summary": entry.findtext(f"{ATOM}summary"),
            "state": entry.find(f"{ATOM}category").get("term"),
            "updated": entry.findtext(f"{ATOM}updated"),
        }
        for entry in tree(plan).iter(f"{ATOM}entry")
    }


def test_what_rfc_4287_asks_of_a_feed(plan):
    """The feed has one id, one title, one date, an author and one link to itself, each of the right form."""
    feed = tree(plan)
    assert feed.tag == f"{ATOM}feed" and feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    for name in ("id", "title", "subtitle", "updated", "author"):
        assert len(feed.findall(f"{ATOM}{name}")) == 1, name
    assert feed.findtext(f"{ATOM}id") == f"{ADDRESS}feed.xml"
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert [(link.get("rel"), link.get("href")) for link in feed.findall(f"{ATOM}link")] == [
        ("self", f"{ADDRESS}feed.xml"), ("alternate", f"{ADDRESS}whats-new/"),
    ]  # fmt: skip


def test_what_rfc_4287_asks_of_entries(plan):
    """Each entry has one id, title, date, summary and link to a page; dates are RFC 3339, ids whole addresses."""
    found = tree(plan).findall(f"{ATOM}entry")
    assert found
    for entry in found:
        for name in ("id", "title", "updated", "link", "category", "summary"):
            assert len(entry.findall(f"{ATOM}{name}")) == 1, name
        assert MOMENT.fullmatch(entry.findtext(f"{ATOM}updated"))
        assert MOMENT.fullmatch(entry.findtext(f"{ATOM}published", "2026-01-01T00:00:00Z"))
        link = entry.find(f"{ATOM}link")
        assert link.get("rel") == "alternate" and link.get("href") == entry.findtext(f"{ATOM}id")
        assert urlsplit(link.get("href")).scheme == "https"
        assert entry.findtext(f"{ATOM}title") and entry.findtext(f"{ATOM}summary")


def test_feed_reader(plan):
    """A feed reader finds nothing wrong with it, and as many entries, all with an id of their own."""
    read = feedparser.parse(texts(plan)["feed.xml"].encode())
    assert not read.bozo and read.version == "atom10"
    assert len(read.entries) == len(tree(plan).findall(f"{ATOM}entry")) == len({entry.id for entry in read.entries})
    assert all(entry.updated_parsed and entry.link and entry.summary for entry in read.entries)


def test_date_of_the_feed(plan):
    """The feed's own date is that of its latest entry, and the latest stands first."""
    dates = [entry["updated"] for entry in entries(plan).values()]
    assert tree(plan).findtext(f"{ATOM}updated") == max(dates) and dates == sorted(dates, reverse=True)


def test_everything_is_in_it(small):
    """Every argument, objection, chapter, case study, template and tool has an entry, and all that is gone; no draft."""
    files = api_files(small)
    kinds = ("arguments.json", "objections.json", "chapters.json", "case-studies.json")
    places = {item["url"] for name in kinds for item in files[name]["items"]}
    gone = {"arguments/the-phone-line/", "objections/an-old-saying/", "sources/#a-dead-link"}
    others = {"templates/trial-plan/", "should-i-reply/", "where-are-you-now/"}
    assert set(entries(small)) == places | others | gone
    assert DRAFT not in texts(small)["feed.xml"]


@pytest.mark.parametrize(
    ("place", "state", "title", "summary", "updated"),
    [
        ("case-studies/anytown/", "new", "New: Anytown", "Opened access to all staff.", "2026-11-21"),
        ("objections/time-wasting/", "new", "New: “Staff will waste time”",
         "Manage the few who waste time; do not block everybody.", "2026-11-21"),
        ("arguments/a-fact/", "changed", "Reviewed: A fact", "Three in four did it in 2012.", "2026-11-01"),
        ("arguments/a-disputed-one/", "disputed", "Disputed: A disputed one", "The figure is in doubt.", "2026-11-21"),
        ("arguments/a-retired-one/", "retired", "Retired: A retired one", "The figure was withdrawn.", "2026-11-21"),
        ("arguments/the-phone-line/", "gone", "Moved or removed: the-phone-line",
         "It said the same. In its place: Same as the phone.", "2026-11-21"),
        ("sources/#a-dead-link", "gone", "Moved or removed: a-dead-link", "It was <two> & one.", "2026-11-20"),
    ],
)  # fmt: skip
def test_what_it_says(small, place, state, title, summary, updated):
    """This entry says what happened, when and, of what is taken back, why."""
    assert entries(small)[place] == {
        "title": title, "summary": summary, "state": state, "updated": f"{updated}T00:00:00Z",
    }  # fmt: skip


def test_what_is_taken_back_comes_first(small):
    """Of one day, what is disputed, retired or gone stands before what is new."""
    of_the_day = [one["state"] for one in entries(small).values() if one["updated"].startswith("2026-11-21")]
    assert of_the_day[:4] == ["disputed", "retired", "gone", "new"]


def test_ids_stay(root, small):
    """An entry keeps its id when its words, its status and its dates change."""
    write(root, "playbook/arguments/same-as-the-phone.yml", argument(
        title="Another name", one_liner="Other words.", status="disputed", retired_because="Why.",
        added_on=day("2026-11-01"),
    ))  # fmt: skip
    changed = plan_of(root)
    assert set(entries(changed)) == set(entries(small))
    assert entries(changed)["arguments/same-as-the-phone/"]["title"] == "Disputed: Another name"


def test_id_outlives_the_thing(root):
    """What is gone keeps the id of the entry that it had."""
    (root / "playbook" / "arguments" / "a-fact.yml").unlink()
    write(root, "playbook/tombstones/a-fact.yml", b"kind: argument\nbecause: It was wrong.\non: 2026-11-21\n")
    assert entries(plan_of(root))["arguments/a-fact/"]["state"] == "gone"


def test_hostile_text(root):
    """Markup is text in the feed, which stays well formed."""
    text = '<b>&amp; ]]> </summary></entry> <![CDATA[ &#0; "c" \u202ed \U0001f600'
    write(root, "playbook/arguments/same-as-the-phone.yml", argument(title=text, one_liner=text))
    found = entries(plan_of(root))["arguments/same-as-the-phone/"]
    assert (found["summary"], found["title"]) == (text, f"New: {text}")


@pytest.mark.parametrize("number", [*sorted({*range(0x20)} - {9, 10, 13}), 0xFFFE, 0xFFFF, 0xD800])
def test_letters_that_xml_does_not_have(number):
    """A letter that no XML may hold is refused where the content is read, so that none reaches the feed."""
    raw = [] if number == 0xD800 else [chr(number)]  # half a letter: no file in UTF-8 can hold it
    for written in (*raw, f"\\u{number:04x}"):
        assert parse_yaml(f'a: "x{written}y"\n', "p").problems


def test_at_most(root):
    """The feed stops at its limit, and what it leaves out is older than what it keeps."""
    for number in range(MOST):
        write(root, f"playbook/arguments/one-{number}.yml", argument(
            title=f"Number {number}", one_liner=f"Line {number}.",
            added_on=day("2026-11-11"), reviewed_on=day("2026-11-11"),
        ))  # fmt: skip
    found = entries(plan_of(root))
    assert len(found) == MOST and "arguments/a-fact/" not in found and "arguments/a-retired-one/" in found


class Links(HTMLParser):
    """The links to feeds in a page's head."""

    def __init__(self):
        super().__init__()
        self.found: list[dict[str, str]] = []

    def handle_starttag(self, tag, attrs):
        """Keep each link with rel=alternate."""
        facts = dict(attrs)
        if tag == "link" and facts.get("rel") == "alternate":
            self.found.append(facts)


def test_every_page_links_to_it(small_site):
    """The head of every built page, the one for wrong addresses included, links to the feed once."""
    pages = sorted(small_site.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        links = Links()
        links.feed(page.read_text(encoding="utf-8"))
        [link] = links.found
        here = urljoin(ADDRESS, page.relative_to(small_site).as_posix())
        assert urljoin(here, link["href"]) == f"{ADDRESS}feed.xml", page
        assert link["type"] == "application/atom+xml" and link["title"]


def test_built_file(small, small_site):
    """The build writes the feed as it was planned."""
    assert (small_site / "feed.xml").read_bytes() == texts(small)["feed.xml"].encode()
