"""What a council hides on the built site: the theme leads to none of it, and the navigation has no place for it."""

import re

import pytest
from bs4 import BeautifulSoup
from playbook_kit.adapters.mkdocs_build import build_site
from settings_help import TODAY, small
from site_help import addresses, nothing, page_path

HIDDEN = ("contribute", "my-case", "topics", "whats-new", "reuse/keys", "do-and-dont", "briefs", "case-studies/compare")
COUNCIL = "name: Anytown Council\nhide:\n" + "".join(f"  - {{what: page/{one}, reason: Not for us.}}\n" for one in HIDDEN)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of the site."""
    folder = tmp_path_factory.mktemp("hidden")
    build_site(small(folder / "root", COUNCIL), folder / "site", TODAY, [])
    return folder / "site"


def test_hidden_pages_are_gone(site):
    """None of these pages is there, nor one below it, and no page leads to one: not the header, the foot or the lists."""
    places = [f"/{one}/" for one in HIDDEN]
    nothing(one for one in addresses(site) if any(one.startswith(place) for place in places))
    led = []
    for address in addresses(site):
        soup = BeautifulSoup(page_path(site, address).read_text(encoding="utf-8"), "html.parser")
        links = [link["href"] for link in soup.select("a[href]") if not link["href"].startswith(("https:", "mailto:"))]
        led += [f"{address} leads to {link}" for link in links if not (page_path(site, address).parent / re.split("[#?]", link)[0]).exists()]
    nothing(led)
    assert "/about/" in addresses(site)


def test_header_without_my_case(site):
    """Where there is no page for one's case, the header has no link to it, and so the script adds no buttons."""
    home = BeautifulSoup((site / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert (home.select(".pb-header__case"), home.select("[data-pb=add-to-case]")) == ([], [])
    assert home.select_one(".pb-header__search")
