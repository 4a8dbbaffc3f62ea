"""The Welsh side in a real browser: axe, the switch, the search, the tools, on a server and from a folder."""

from pathlib import Path

import pytest
from axe import SIZES, UNFOLD, judge_looks
from playwright.sync_api import Browser, Page
from site_help import DEADLINE, nothing

PAGES = (
    "/cy/", "/cy/objections/time-wasting/", "/cy/arguments/", "/cy/arguments/same-as-the-phone/", "/cy/playbook/policy/",
    "/cy/search/?q=amser", "/cy/my-case/", "/cy/should-i-reply/", "/cy/what-is-blocked/", "/cy/404.html", "/playbook/policy/",
)  # fmt: skip


def opened(browser: Browser, address: str, **options: object) -> Page:
    """A page whose scripts have run, with all that is folded opened."""
    visitor = browser.new_context(**options)
    visitor.set_default_timeout(DEADLINE * 1000)
    page = visitor.new_page()
    page.goto(address)
    page.wait_for_function("() => !document.querySelector('[data-pb=\"theme-switch\"][hidden]')")
    page.evaluate(UNFOLD)
    return page


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(browser: Browser, served_welsh: str, address: str) -> None:
    """With the switch in the header, light and dark, wide and narrow, axe-core finds nothing, and no page is wider than a phone."""
    page = opened(browser, served_welsh + address, viewport={"width": 1280, "height": 900})
    wrong = []
    for width in SIZES:
        wrong += judge_looks(page, address, sizes=[width]).found
        if page.evaluate("() => document.scrollingElement.scrollWidth") > width:
            wrong.append(f"{address} is wider than {width} px")
    page.context.close()
    nothing(wrong)


def test_switch_there_and_back(browser: Browser, served_welsh: str) -> None:
    """By keyboard, the switch leads to the same page in Welsh and back again."""
    page = opened(browser, f"{served_welsh}/playbook/policy/")
    page.locator(".pb-languages a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/cy/playbook/policy/")
    assert page.locator("h1").inner_text() == "Ysgrifennu polisi"
    page.locator(".pb-languages a").click()
    page.wait_for_url(f"{served_welsh}/playbook/policy/")
    assert page.locator("h1").inner_text() == "Write a policy"
    page.context.close()


def test_switch_is_large_enough(browser: Browser, served_welsh: str) -> None:
    """On a phone the switch is at least 24 pixels each way and wholly in view."""
    page = opened(browser, f"{served_welsh}/cy/playbook/policy/", viewport={"width": 360, "height": 800})
    box = page.locator(".pb-languages a").bounding_box()
    assert box["width"] >= 24 and box["height"] >= 24 and box["x"] >= 0 and box["x"] + box["width"] <= 360
    page.context.close()


def results_of(page: Page, query: str) -> list[tuple[str, str, str]]:
    """The results of a search: language, words and address of each."""
    page.fill("#query", query)
    page.wait_for_function("() => document.querySelector('#search-results li')")
    return [
        tuple(one) for one in page.locator("#search-results li a").evaluate_all(
            "links => links.map((link) => [link.lang, link.textContent, link.getAttribute('href')])"
        )
    ]  # fmt: skip


def test_search_in_welsh(browser: Browser, served_welsh: str) -> None:
    """The Welsh search finds Welsh words and says so in Welsh; what is in English there is found too, and is marked."""
    page = opened(browser, f"{served_welsh}/cy/search/")
    found = results_of(page, "ymddiried")
    assert ("", "Yr un peth â’r ffôn") in [(language, text) for language, text, _ in found]
    assert "2 o ganlyniadau" in page.locator("#search-status").inner_text()
    page.fill("#query", "skive")
    page.wait_for_function("() => document.querySelector('#search-status').textContent.includes('skive')")
    first = page.locator("#search-results li a").first
    assert first.get_attribute("lang") == "en"
    first.click()
    page.wait_for_url("**/cy/objections/time-wasting/")
    page.context.close()


def test_my_case_in_welsh(browser: Browser, served_welsh: str) -> None:
    """The tool's buttons are in Welsh; the replies, and the paper made of them, are in English and marked so."""
    page = opened(browser, f"{served_welsh}/cy/my-case/")
    page.locator("#case-objection:enabled").wait_for()
    page.mouse.move(50, 50)  # before somebody touches the page there is nothing to choose from
    page.wait_for_function("() => document.querySelector('#case-objection option:nth-child(2)')")
    assert page.locator("#case-objection").get_attribute("lang") == "en"
    page.select_option("#case-objection", index=1)
    page.locator("[data-part=suggestions] input").first.check()
    page.wait_for_function("() => document.querySelector('[data-part=chosen] a[lang=en]')")
    page.wait_for_function("() => document.querySelector('[data-part=paper]').lang === 'en-GB'")
    assert page.locator("[data-part=chosen] [data-do=out]").inner_text() == "Tynnu allan"
    assert "What we ask" in page.locator("[data-part=paper]").inner_text()
    assert page.locator("[data-part=suggestions] label span").first.get_attribute("lang") == "en"
    page.context.close()


def test_tree_in_welsh(browser: Browser, served_welsh: str) -> None:
    """A decision tree that is not translated has Welsh buttons around it; its answers, pressed or given, are marked as English."""
    page = opened(browser, f"{served_welsh}/cy/should-i-reply/")
    way = page.locator("button.pb-way").first
    assert (way.inner_text(), way.get_attribute("lang")) == ("Yes, or it could be", "en")
    way.click()
    given = page.locator("[data-part=answers] li")
    assert given.locator("strong").get_attribute("lang") == given.locator(".pb-path__asked").get_attribute("lang") == "en"
    assert given.locator("button").inner_text() == "Newid"
    page.context.close()


def test_folder_without_a_network(browser: Browser, welsh_folder: Path) -> None:
    """Opened as a folder with the network off, the Welsh side works: pages, switch and search."""
    page = opened(browser, (welsh_folder / "cy/index.html").as_uri(), offline=True)
    assert page.locator("html").get_attribute("lang") == "cy"
    page.goto((welsh_folder / "cy/search/index.html").as_uri())
    found = results_of(page, "ymddiried")
    assert "Yr un peth â’r ffôn" in [text for _, text, _ in found]
    page.locator("#search-results li a").first.click()
    page.wait_for_url("**/cy/arguments/same-as-the-phone/index.html")
    page.locator(".pb-languages a").click()
    page.wait_for_url("**/arguments/same-as-the-phone/index.html")
    assert page.locator("html").get_attribute("lang") == "en"
    page.context.close()
