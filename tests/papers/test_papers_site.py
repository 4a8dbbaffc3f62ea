"""The briefs and cards on the site: pages, links, downloads, meta tags, and the staged tree."""

import struct
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from papers_help import TODAY, page_words, said
from playbook_kit.addresses import address as address_of
from playbook_kit.pages.cards import add_cards
from playbook_kit.pages.page import Page
from playbook_kit.settings import Site
from playbook_kit.papers.files import FORMATS
from playbook_kit.plan import make_plan
from playbook_kit.words import load_words
from site_help import ROOT, addresses, page_path

BASE = "https://playbook.example/"


def soup(site: Path, address: str) -> BeautifulSoup:
    """A page of the built site."""
    return BeautifulSoup(page_path(site, address).read_text(encoding="utf-8"), "html.parser")


def target(site: Path, address: str, link: str) -> Path:
    """The file that a link on a page leads to."""
    path = (site / address.strip("/") / urlsplit(link).path).resolve()
    return path / "index.html" if path.is_dir() else path


@pytest.fixture(scope="session")
def planned(repository: Path, site: Path):
    """The plan of the built site, made on the day on which it was built."""
    import datetime

    return make_plan(repository, datetime.date.today())


def test_files_are_served(planned, site):
    """Each brief has its page and its three files on the site."""
    for sheet in planned.sheets:
        assert (site / "briefs" / sheet.paper.id / "index.html").is_file()
        for form, start in zip(FORMATS, (b"%PDF-1.", b"PK", b"PK"), strict=True):
            assert (site / "briefs" / f"{sheet.paper.id}.{form}").read_bytes().startswith(start)


def test_page_says_the_same(planned, site):
    """The page of each brief says what its files say, in the same order, its title and lead above."""
    for sheet in planned.sheets:
        paper = sheet.paper
        whole = said(paper)
        above, head = said_above(paper)
        expected = [*head, *above, *whole[len(above) + len(head) :]]
        html = page_path(site, f"/briefs/{paper.id}/").read_text(encoding="utf-8")
        assert page_words(html) == expected, paper.id


def said_above(paper) -> tuple[list[str], list[str]]:
    """The words of the line above the title, and of title and lead."""
    from papers_help import words_in
    from playbook_kit.papers.paper import plain

    return words_in(f"{paper.top} {paper.date}"), words_in(f"{paper.title} {plain(paper.lead)}")


def test_downloads_say_format_and_size(planned, site):
    """Each download names its format and its size in words, and the size is that of the file."""
    for sheet in planned.sheets:
        address = f"/briefs/{sheet.paper.id}/"
        links = soup(site, address).select(".pb-brief-files a")
        files = [target(site, address, link["href"]) for link in links]
        assert [file.name for file in files] == [f"{sheet.paper.id}.{form}" for form in FORMATS]
        for link, file, name in zip(links, files, ("PDF", "Word", "OpenDocument"), strict=True):
            size = -(-file.stat().st_size // 1000)
            assert link.get_text() == f"{name}, {size} KB: {sheet.paper.title}"


def test_list_has_all(planned, site):
    """The list of briefs leads to each page and each file, by objection and audience and to the twenty."""
    page = soup(site, "/briefs/")
    reached = {
        target(site, "/briefs/", link["href"]).relative_to(site).as_posix() for link in page.select(".pb-brief a")
    }
    assert reached == {
        f"briefs/{sheet.paper.id}{end}" for sheet in planned.sheets for end in ("/index.html", ".pdf", ".docx", ".odt")
    }
    assert [head["id"] for head in page.select(".pb-prose h2")] == ["by-objection", "by-audience", "by-twenty"]


def test_navigation_leads_to_the_briefs(site):
    """The main navigation has the briefs."""
    assert any(
        target(site, "/", link["href"]) == site / "briefs/index.html" for link in soup(site, "/").select(".pb-nav a")
    )


def test_objection_offers_its_brief(planned, site):
    """The page of each objection that has a brief offers it below the controls: page, PDF, Word and OpenDocument."""
    papers = [sheet.paper for sheet in planned.sheets if sheet.paper.kind == "objection"]
    for paper in papers:
        address = f"/objections/{paper.about}/"
        page = soup(site, address)
        heads = [head["id"] for head in page.select(".pb-prose h2[id]")]
        assert heads.index("brief") == heads.index("controls") + 1
        links = [target(site, address, link["href"]) for link in page.select(".pb-brief-files a")]
        assert [link.relative_to(site).as_posix() for link in links] == [
            f"briefs/{paper.about}/index.html", *(f"briefs/{paper.about}.{form}" for form in FORMATS)
        ]  # fmt: skip


def test_argument_leads_to_briefs(planned, site):
    """The page of an argument leads to the briefs of the objections that it answers."""
    papers = [sheet.paper for sheet in planned.sheets if sheet.paper.kind == "objection"]
    for paper in papers:
        for argument in paper.arguments:
            address = f"/arguments/{argument}/"
            section = soup(site, address).find(id="briefs")
            links = [target(site, address, link["href"]) for link in section.find_next("ul").select("a")]
            assert site / "briefs" / paper.id / "index.html" in links


def test_each_page_has_a_card(planned, site):
    """Each page names its own card of 1200 by 630, by its whole address, with title, description and its words. A part of
    another page names that page's.
    """
    every = {f"/{address_of(page.uri)}": page.facts for page in planned.pages}
    cards = {}
    for address in addresses(site):
        page = soup(site, address)
        meta = {
            one.get("property") or one.get("name"): one["content"]
            for one in page.find_all("meta")
            if one.get("content")
        }
        assert meta["og:image"].startswith(f"{BASE}assets/cards/")
        cards[address] = meta["og:image"]
        data = (site / meta["og:image"].removeprefix(BASE)).read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n" and struct.unpack(">LL", data[16:24]) == (1200, 630)
        assert (meta["og:image:width"], meta["og:image:height"], meta["og:image:type"]) == ("1200", "630", "image/png")
        assert meta["twitter:card"] == "summary_large_image"
        assert meta["og:title"] and page.title.string.startswith(meta["og:title"])
        assert meta["og:description"] == meta["description"]
        assert meta["og:url"] == page.find("link", rel="canonical")["href"]
        assert meta["og:image:alt"].endswith(" · Public sector social media playbook")
    parts = [address for address in cards if "up" in every[address]]
    assert parts and all(cards.pop(part) == cards[f"/{address_of(every[part]['up'][0])}"] for part in parts)
    assert len(cards) == len(set(cards.values()))


def test_card_of_an_argument(planned, site):
    """The card of an argument shows its one-liner, and its alternative text is exactly what stands on it."""
    card = next(card for card in planned.cards if card.uri == "assets/cards/arguments/same-as-the-phone.png")
    assert (card.look, card.kicker) == ("said", "Argument · Medium evidence")
    assert card.text.startswith("We trust people to ring residents")
    alt = soup(site, "/arguments/same-as-the-phone/").find("meta", property="og:image:alt")["content"]
    assert alt == f"Argument · Medium evidence · {card.text} · Public sector social media playbook"


def test_cards_of_other_pages():
    """Other pages show their title, the home page its sentence; what cannot be printed is not on a card."""
    pages = [
        Page("index.md", "Home", "Where to begin.", "", "home"),
        Page("playbook/x.md", "It's\x07 so\u202e", "", "", "chapter"),
        Page("gone.md", "Gone", "", "", "gone"),
    ]  # fmt: skip
    changed, cards = add_cards(pages, load_words(ROOT)[0], Site("S", "https://s.test/a/"))
    assert [(card.look, card.kicker, card.text) for card in cards] == [
        ("title", "", "Where to begin."), ("title", "Chapter", "It’s so"), ("title", "Moved or removed", "Gone"),
    ]  # fmt: skip
    assert [page.facts["card"]["address"] for page in changed] == [
        f"https://s.test/a/assets/cards/{name}.png" for name in ("index", "playbook/x", "gone")
    ]
    assert cards[1].alt == "Chapter · It’s so · S"


def test_staged_tree_has_the_files(staged, site):
    """The staged tree has the same files of briefs and cards as the site."""
    for folder in ("briefs", "assets/cards"):
        files = {
            path.relative_to(staged / "docs").as_posix(): path.read_bytes()
            for path in (staged / "docs" / folder).rglob("*") if path.is_file() and path.suffix != ".md"
        }  # fmt: skip
        assert files and all((site / name).read_bytes() == data for name, data in files.items())


def test_without_sizes_pages_do_not_guess(real):
    """A plan that no file was made for says no size."""
    body = next(page.body for page in real.pages if page.uri == "briefs/time-wasting.md")
    assert "](time-wasting.pdf) to print or send" in body and " KB" not in body
    assert real.sheets[0].paper.day == TODAY
