"""The settings on the built site: one small site of a council that sets what the theme shows, and one without."""

import datetime
import json
import re
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from playbook_kit.adapters.mkdocs_build import build_site
from settings_help import TODAY, small

COUNCIL = """\
name: Anytown Council
site:
  title: Our title
  strapline: Our sentence.
  address: https://anytown.test/sub/
  noindex: true
repository: {forge: gitlab, address: https://git.test/us/site}
announcement:
  text: We are closed. [About us](../docs/about.md) <b>no</b>
  until: 2026-11-21
footer: Kept by {{ council.name }}.
home: [choose, told, reviewed]
navigation: [About]
brand:
  font: {name: Our Sans, regular: local/brand/our.woff2, licence: local/brand/licence.txt}
""".replace(" <b>no</b>", "")


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """The folders of the two sites."""
    folder = tmp_path_factory.mktemp("settings")
    for name, council in (("theirs", None), ("ours", COUNCIL)):
        root = small(folder / f"{name}-root", council)
        build_site(root, folder / name, TODAY)
    return folder


def page(sites, name, path):
    """A page of one of the sites."""
    return BeautifulSoup((sites / name / path).read_text(encoding="utf-8"), "html.parser")


def pages(sites, name):
    """Every page of a site, those that lead on elsewhere and the one that is not found among them."""
    return sorted(path.relative_to(sites / name).as_posix() for path in (sites / name).rglob("*.html"))


def test_title(sites):
    """The title stands in the header, in every page's title and where a page is shared; the playbook's does not."""
    for path in pages(sites, "ours"):
        found = page(sites, "ours", path)
        assert found.select_one(".pb-header__name").get_text(strip=True) == "Our title"
        assert "Our title" in found.title.string and "The playbook" not in found.title.string
    home = page(sites, "ours", "index.html")
    assert (home.h1.string, home.select_one(".pb-hero__lead").string) == ("Our title", "Our sentence.")


def test_address(sites):
    """Canonical addresses, the site map and the picture for sharing stand below the council's address."""
    found = page(sites, "ours", "about/index.html")
    assert found.select_one("link[rel=canonical]")["href"] == "https://anytown.test/sub/about/"
    assert found.select_one("meta[property='og:image']")["content"].startswith("https://anytown.test/sub/")
    assert "https://anytown.test/sub/about/" in (sites / "ours" / "sitemap.xml").read_text(encoding="utf-8")


def test_noindex(sites):
    """Every page of a site that is not to be found says so itself; a site that is, says so on none."""
    assert all(page(sites, "ours", path).select("meta[name=robots][content=noindex]") for path in pages(sites, "ours"))
    assert not any(page(sites, "theirs", path).select("meta[name=robots]") for path in pages(sites, "theirs"))
    ours, theirs = ((sites / name / "robots.txt").read_text(encoding="utf-8") for name in ("ours", "theirs"))
    assert "Disallow: /sub/*.pdf$" in ours and "Sitemap" not in ours
    assert theirs == "User-agent: *\nDisallow:\nSitemap: https://playbook.test/sitemap.xml\n"


def test_announcement(sites):
    """The banner is a named region on every page, its link leads to the page from wherever it is, and none without."""
    for path in pages(sites, "ours"):
        banner = page(sites, "ours", path).select_one("aside.pb-announcement")
        assert banner["aria-label"] == "Announcement" and "We are closed." in banner.get_text()
        leads = banner.a["href"]
        if path == "404.html":
            assert leads == "https://anytown.test/sub/about/"
        else:
            assert (sites / "ours" / path).parent.joinpath(leads, "index.html").resolve() == (
                sites / "ours" / "about" / "index.html"
            )
    assert not any(page(sites, "theirs", path).select(".pb-announcement") for path in pages(sites, "theirs"))


def test_announcement_is_over(tmp_path):
    """On the day after its last day the banner is on no page."""
    root = small(tmp_path / "root", COUNCIL)
    build_site(root, tmp_path / "site", TODAY + datetime.timedelta(days=1))
    assert "pb-announcement" not in (tmp_path / "site" / "about" / "index.html").read_text(encoding="utf-8")


def test_footer(sites):
    """The council's line stands in every footer, beside the licence, the version and the playbook's name."""
    for path in pages(sites, "ours"):
        footer = page(sites, "ours", path).select_one(".pb-footer")
        assert footer.select_one(".pb-footer__council").get_text(strip=True) == "Kept by Anytown Council."
        assert "Made with the The playbook, version 1.2.3." in re.sub(r"\s+", " ", footer.get_text())
    assert not page(sites, "theirs", "index.html").select(".pb-footer__council")


def test_version(sites):
    """Every page names the version and leads to what changed in it."""
    for path in pages(sites, "theirs"):
        found = page(sites, "theirs", path).select_one(".pb-footer__version")
        assert "version 1.2.3" in found.get_text()
        assert found.a["href"] == "https://forge.test/them/playbook/blob/main/CHANGELOG.md"


def test_home_parts(sites):
    """The parts stand in the council's order, the question where it belongs, and those left out are nowhere."""
    text = str(page(sites, "ours", "index.html").main)
    assert 0 < text.index("pb-heard") < text.index('id="told"') < text.index("pb-reviewed")
    assert "pb-doors" not in text and "pb-proof" not in text and "pb-told-place" not in text
    usual = str(page(sites, "theirs", "index.html").main)
    places = [usual.index(part) for part in ('id="told"', "pb-heard", "pb-doors", "pb-proof", "pb-reviewed")]
    assert places == sorted(places)


def test_home_without_the_question(tmp_path):
    """Without the question there is no form, and the list of what people say does not call itself the other way."""
    root = small(tmp_path / "root", "name: Anytown Council\nhome: [choose]\n")
    build_site(root, tmp_path / "site", TODAY)
    home = page(tmp_path, "site", "index.html").main
    assert not home.select("form") and home.h2.get_text() == "Choose what you heard"


def test_navigation(sites):
    """The section that the council puts first is first in the header, and the footer still lists the site's own pages."""
    sections = {
        name: [link.get_text() for link in page(sites, name, "index.html").select(".pb-nav a")] for name in ("ours", "theirs")
    }
    assert sections["theirs"] == ["Arguments", "Playbook", "About"]
    assert sections["ours"] == ["About", "Arguments", "Playbook"]
    for name in sections:
        assert page(sites, name, "index.html").select(".pb-footer nav a")[0]["href"].rstrip("/").endswith("about")


def test_font(sites):
    """The council's font is served with its licence and asked for first; the playbook's is neither."""
    folder = sites / "ours" / "assets" / "fonts"
    assert sorted(path.name for path in folder.iterdir()) == ["licence.txt", "our.woff2"]
    found = page(sites, "ours", "about/index.html").select_one("link[rel=preload]")
    assert found["href"] == "../assets/fonts/our.woff2"
    assert 'url("fonts/our.woff2")' in (sites / "ours" / "assets" / "playbook.css").read_text(encoding="utf-8")


def test_ways_to_say_something(sites):
    """Every page but the search, and those that lead on, has both ways in words."""
    for name in ("ours", "theirs"):
        for path in pages(sites, name):
            found = page(sites, name, path)
            ways = [found.select_one(f".pb-foot__{way}") for way in ("suggest", "report")]
            passed_over = path in ("404.html", "search/index.html") or found.select("meta[http-equiv=refresh]")
            if not passed_over and "pb-page--gone" not in found.body["class"]:
                assert [way.get_text(strip=True) for way in ways] == [
                    "Suggest a change to this page", "Report something wrong or out of date",
                ]  # fmt: skip


def test_every_page_leads_to_the_form_for_a_report(sites):
    """The foot of each page leads to the site's own form for a report, with the page's title and place filled in."""
    for name in ("ours", "theirs"):
        seen = 0
        for path in pages(sites, name):
            link = page(sites, name, path).select_one(".pb-foot__report a")
            if link is None:
                continue
            seen += 1
            place = path.removesuffix("index.html")
            address = urlsplit(urljoin(f"https://x.test/{place}", link["href"]))
            assert address.path == "/contribute/correction/"
            said = parse_qs(address.query)
            assert said["at"] == [place] if place else "at" not in said
            assert said["page"] and "of" not in said
        assert seen > 20


def test_reports_go_where_the_council_says(sites):
    """The form for a report knows both repositories: what is the playbook's goes there, without the address of a site
    that is not to be found; what is the council's own goes to the council's, with it.
    """
    found = page(sites, "ours", "contribute/correction/index.html").select_one("[data-places]")["data-places"]
    places = json.loads(found)
    assert places["letter"].startswith("https://forge.test/them/playbook/issues/new?") and places["base"] == "/"
    own = places["own"]
    # GitLab is given no text from here, so its own page for a report is opened instead.
    assert own["letter"] is None and own["open"].startswith("https://git.test/us/site/-/issues/new?")
    assert own["base"] == "https://anytown.test/sub/"
    without = page(sites, "ours", "contribute/correction/index.html").select(".pb-paper-way a")
    assert [urlsplit(link["href"]).netloc for link in without] == ["forge.test", "git.test"]
