"""What a browser is sent when somebody opens a page, before any touch. `bench/build.py` weighs larger sites the same way."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from site_help import ROOT, nothing

sys.path.insert(0, str(ROOT / "bench"))

from build import beside, first_view

MOST = 80_000
MOST_REQUESTS = 5


def test_first_view_is_light(site: Path) -> None:
    """Every page with all that it fetches before a touch, scripts and fonts included, is 80 KB at most, gzip; five requests
    at most come before the first paint.
    """
    views = {path.relative_to(site).as_posix(): first_view(site, path) for path in sorted(site.rglob("*.html"))}
    assert len(views) > 200
    nothing(f"{name}: {whole}" for name, (_, whole, _) in views.items() if whole > MOST)
    nothing(f"{name}: {requests}" for name, (_, _, requests) in views.items() if requests > MOST_REQUESTS)
    assert min(whole - page for page, whole, _ in views.values()) > 25_000, "styles, scripts and letters were not found"


def test_weighed_is_what_a_browser_asks_for(site: Path, served: str, browser) -> None:
    """A browser that opens a page asks for what is weighed above and nothing else, until somebody touches it: on a page of
    each kind, and on each with components, letters or parts of its own.
    """
    for path in _one_of_each(site):
        context = browser.new_context()
        page, asked = context.new_page(), set()
        page.on("request", lambda request, asked=asked: asked.add(urlsplit(request.url).path))
        address = f"/{path.relative_to(site).parent.as_posix()}/".replace("/./", "/")
        page.goto(served + address, wait_until="networkidle")
        weighed = {f"/{one.relative_to(site).as_posix()}" for one in beside(site, path)}
        # A browser without a window asks for no icon.
        assert {one for one in asked if one != address} == {one for one in weighed if "favicon" not in one}, address
        context.close()


def _one_of_each(site: Path) -> list[Path]:
    """The first page of each kind, and of each set of components and letters."""
    found: dict[tuple, Path] = {}
    for path in sorted(site.rglob("index.html")):
        text = path.read_text(encoding="utf-8")
        kind = re.search(r"pb-page--([\w-]+)", text)
        components = frozenset(re.findall(r'data-pb="([\w-]+)"', text))
        found.setdefault((kind and kind[1], components, "<em>" in text), path)
    assert len(found) > 15
    return list(found.values())


@pytest.mark.parametrize(("page", "file"), [("/my-case/", "api/v1/objections"), ("/contribute/argument/", "contribute/sources")])
def test_the_first_touch_brings_the_rest(visit: Callable, page: str, file: str) -> None:
    """What only somebody who uses a page needs is fetched as soon as she touches it, by pointer or by key."""
    for touch in (lambda opened: opened.mouse.move(50, 50), lambda opened: opened.keyboard.press("Tab")):
        opened = visit(page)
        opened.wait_for_load_state("networkidle")
        with opened.expect_request(f"**/{file}.json"):
            touch(opened)


def test_an_old_address_of_a_source_leads_on(site: Path, visit: Callable) -> None:
    """The address of a source in the whole list, or in a part that it has left, leads to the part that holds it by now."""
    parts = sorted(path.parent.name for path in (site / "sources").glob("*/index.html"))
    first, last = parts[0], parts[-1]
    source = re.search(r'<div id="([^"]+)"', (site / "sources" / last / "index.html").read_text(encoding="utf-8"))[1]
    for address in (f"/sources/#{source}", f"/sources/{first}/#{source}"):
        page = visit(address)
        page.wait_for_url(f"**/sources/{last}/#{source}")
        page.locator(f"#{source}").wait_for()
    page = visit("/sources/#no-such-source")
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("/sources/#no-such-source") and page.locator(".pb-source-parts a").count() > 10


def test_every_source_is_on_one_page(site: Path) -> None:
    """Each source that something cites stands on one page of the list, and every citation leads to it there."""
    places: dict[str, str] = {}
    for path in sorted((site / "sources").rglob("index.html")):
        for source in re.findall(r'<div id="([^"]+)"', path.read_text(encoding="utf-8")):
            assert source not in places
            places[source] = path.parent.name
    pages = (path.read_text(encoding="utf-8") for path in site.rglob("index.html"))
    links = {link for page in pages for link in re.findall(r'href="[./]*sources/([^"]*#[^"]+)"', page)}
    assert len(links) > 100
    nothing(link for link in links if places.get(link.partition("#")[2]) != link.partition("/")[0])


def test_tools_keep_their_styles_to_themselves(site: Path, served: str, browser) -> None:
    """No rule that only the pages of the tools are sent would change any other page."""
    reading = (site / "assets/playbook.css").read_text(encoding="utf-8")
    tools = (site / "assets/playbook-tools.css").read_text(encoding="utf-8")
    assert len(tools) > 1.5 * len(reading)
    page = browser.new_context().new_page()
    for path in _one_of_each(site):
        text = path.read_text(encoding="utf-8")
        if "playbook-tools.css" in text:
            continue
        page.goto(f"{served}/{path.relative_to(site).parent.as_posix()}/", wait_until="networkidle")
        assert page.evaluate(MATCHED, [reading, tools]) == [], path
    page.context.close()


MATCHED = """([reading, tools]) => {
  const rules = (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    const found = new Map();
    const walk = (rules, around) => {
      for (const rule of rules) {
        const name = rule.selectorText ?? rule.conditionText ?? "";
        if (rule.selectorText) found.set(`${around} ${rule.cssText}`, [around, rule.selectorText]);
        if (rule.cssRules) walk(rule.cssRules, `${around} ${name}`);
      }
    };
    walk(sheet.cssRules, "");
    return found;
  };
  const known = rules(reading);
  const states = /::?(hover|focus-visible|focus|active|before|after|checked|disabled|target|marker|placeholder)/g;
  return [...rules(tools)].filter(([text]) => !known.has(text)).map(([, [around, selector]]) => selector)
    .filter((selector) => !selector.includes("&") && document.querySelector(selector.replace(states, "")));
}"""
