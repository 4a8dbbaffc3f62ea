"""What no checker sees: a menu on a phone, keys that act by themselves, tables by keyboard, the page for a miss."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe import SIZES
from playwright.sync_api import expect
from site_help import addresses, nothing, page_path, words
from test_browser import KINDS, settled
from test_on_paper import UNDRAWN

KEYS = "abcdefghijklmnopqrstuvwxyz0123456789/.,?'[]-=`;#"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_navigation_needs_no_menu_button(visit: Callable, scripts: bool) -> None:
    """At 360 pixels every section of the navigation is a link that is seen, 24 pixels high and reached by Tab: there is
    no menu to open, with scripts or without.
    """
    page = visit(KINDS["objection"], viewport=SIZES[360], java_script_enabled=scripts)
    links = page.locator(".pb-nav a").all()
    assert len(links) >= 6
    for link in links:
        box = link.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["height"] >= 24
    stops = []
    for _ in range(len(links) + 8):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("() => document.activeElement.closest('.pb-nav') ? document.activeElement.href : ''"))
    wanted = [link.evaluate("one => one.href") for link in links]
    assert [stop for stop in stops if stop] == wanted
    assert page.locator("header button").all_inner_texts() in ([], [words("search.button")])


def test_no_key_acts_by_itself(visit: Callable) -> None:
    """No single letter, figure or sign does anything on a page unless the focus is in a field."""
    for kind in ("home", "objection", "arguments"):
        page = settled(visit(KINDS[kind]))
        page.wait_for_load_state("networkidle")
        seen = "() => [location.href, scrollY, document.activeElement.tagName, document.body.innerText]"
        before = page.evaluate(seen)
        for key in KEYS:
            page.keyboard.press(key)
        assert page.evaluate(seen) == before


def test_markup_that_catches_the_keyboard(site: Path) -> None:
    """No page has keys of its own, an order of Tab of its own, a dialog, or panels of which only one is shown."""
    caught = re.compile(r"""\saccesskey=|\stabindex=["']?[1-9]|<dialog\b|role=["']?(?:tab|tabpanel|dialog|menu)\b|\sautofocus\b""")
    nothing(
        f"{place}: {found}" for place in addresses(site)
        for found in caught.findall(page_path(site, place).read_text(encoding="utf-8"))
    )  # fmt: skip


def test_regions_have_names(site: Path) -> None:
    """Every table's region has a name, which a screen reader says as Tab reaches it, and no other on its page has it."""
    region, named = re.compile(r'<div\b[^>]*class="pb-table[^>]*>'), re.compile(r'aria-label(?:ledby)?="[^"]*\w')
    found = [(place, tag) for place in addresses(site) for tag in region.findall(page_path(site, place).read_text(encoding="utf-8"))]
    nothing(f"{place}: {tag}" for place, tag in found if "role=" in tag and not named.search(tag))
    nothing(f"{place} twice: {tag}" for place, tag in found if found.count((place, tag)) > 1)
    assert len(found) > 20


def test_wide_tables_scroll_by_keyboard(visit: Callable) -> None:
    """At 360 pixels a table that is wider than the window lies in a region with a name, which Tab reaches and the arrow
    keys scroll.
    """
    page = settled(visit("/case-studies/compare/", viewport=SIZES[360]))
    region = page.locator(".pb-table[role=region]").first
    assert region.evaluate("one => one.scrollWidth > one.clientWidth")
    region.evaluate("one => { one.previousElementSibling?.scrollIntoView(); }")
    for _ in range(60):
        page.keyboard.press("Tab")
        if region.evaluate("one => one === document.activeElement"):
            break
    expect(region).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 0")


def test_the_page_for_a_miss(visit: Callable) -> None:
    """What is not there has a page with its language, a skip link, the search, the navigation and a way home, wherever the
    miss was.
    """
    page = visit("/no/such/deep/page/", viewport=SIZES[360])
    assert page.locator("html").get_attribute("lang") in ("en", "en-GB")
    expect(page.locator("h1")).to_have_text(words("not_found.title"))
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent.trim()") == words("skip")
    assert page.locator(".pb-nav a").count() >= 6
    page.locator("main input[name=q]").fill("virus")
    page.locator("main input[name=q]").press("Enter")
    page.wait_for_url("**/search/?q=virus")


def test_signs_survive_forced_colours(visit: Callable) -> None:
    """In forced colours ticks, crosses, boxes and the bars of strength are still drawn: by lines and letters."""
    for kind in ("chapter", "template", "argument"):
        page = settled(visit(KINDS[kind], forced_colors="active"))
        nothing(page.evaluate(UNDRAWN))
    page = settled(visit(KINDS["chapter"], forced_colors="active"))
    drawn = page.locator(".pb-do > li").first.evaluate("one => getComputedStyle(one, '::before').borderRightColor")
    assert drawn not in ("rgba(0, 0, 0, 0)", page.evaluate("() => getComputedStyle(document.body).backgroundColor"))
