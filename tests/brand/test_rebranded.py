"""Three councils' sites in a real browser: a pale yellow, a saturated red and a near-black purple."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe import SIZES, UNFOLD, judge_looks
from playwright.sync_api import Browser, Page
from site_help import DEADLINE, nothing

PAGES = (
    "/", "/objections/security-it/", "/arguments/", "/arguments/same-as-the-phone/", "/playbook/policy/", "/case-studies/monmouthshire/",
    "/should-i-reply/", "/where-are-you-now/", "/my-case/", "/what-is-blocked/", "/search/?q=virus", "/reuse/brand/",
)  # fmt: skip


def opened(browser: Browser, base: str, address: str, **options: object) -> Page:
    """A page whose scripts have run, with all that is folded opened."""
    visitor = browser.new_context(base_url=base, **options)
    visitor.set_default_timeout(DEADLINE * 1000)
    page = visitor.new_page()
    page.goto(address)
    page.wait_for_function("() => !document.querySelector('[data-pb=\"theme-switch\"][hidden]')")
    page.evaluate(UNFOLD)
    return page


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(browser: Browser, served_council: str, address: str) -> None:
    """In a council's colours, light and dark, wide and narrow, axe-core finds nothing, and no page is wider than a phone."""
    page = opened(browser, served_council, address, viewport={"width": 1280, "height": 900})
    wrong = []
    for width in SIZES:
        wrong += judge_looks(page, address, sizes=[width]).found
        if page.evaluate("() => document.scrollingElement.scrollWidth") > width:
            wrong.append(f"{address} is wider than {width} px")
    page.context.close()
    nothing(wrong)


def test_the_header_is_the_council_s(browser: Browser, rebranded: Path, served_council: str) -> None:
    """The header has the very colour that was given, black or white text, and the logo, if there is one, in a room of its
    own before it is loaded: nothing moves. All of it comes from the council's own site.
    """
    colour = re.search(r'brand: "(#\w+)"', (rebranded.with_name(f"{rebranded.name} source") / "local/council.yml").read_text())[1]
    asked: list[str] = []
    visitor = browser.new_context(base_url=served_council)
    page = visitor.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/about/")
    ground, ink = page.evaluate(
        "() => { const style = getComputedStyle(document.querySelector('.pb-header')); return [style.backgroundColor, style.color]; }"
    )
    assert ground == f"rgb({', '.join(str(int(colour[at:at + 2], 16)) for at in (1, 3, 5))})"
    assert ink in ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    logos = page.locator(".pb-header__logo")
    has_logo = (rebranded / "assets/logo.svg").is_file()
    assert logos.count() == has_logo and page.locator(".pb-header__mark").count() == 0
    if has_logo:
        assert logos.get_attribute("alt") == "The arms of Anytown"
        given = [int(logos.get_attribute(side)) for side in ("width", "height")]
        shown = logos.evaluate("image => [image.clientWidth - 14.4, image.clientHeight - 9.6, image.naturalWidth > 0]")
        assert shown[2] is True and shown[1] == pytest.approx(given[1], abs=1) and shown[0] == pytest.approx(given[0], abs=1)
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(served_council).netloc}
    icon = page.locator("link[rel=icon]").get_attribute("href")
    assert page.request.get(f"{served_council}/about/{icon}").headers["content-type"] == "image/svg+xml"
    visitor.close()


def test_the_logo_stays_in_forced_colours(browser: Browser, rebranded: Path, served_council: str) -> None:
    """Where the reader's own colours are forced, a logo that was made for white paper still lies on white."""
    if not (rebranded / "assets/logo.svg").is_file():
        assert b">A</text>" in (rebranded / "assets/favicon.svg").read_bytes()
        return
    page = opened(browser, served_council, "/about/", forced_colors="active", color_scheme="dark")
    assert page.locator(".pb-header__logo").evaluate("image => getComputedStyle(image).backgroundColor") == "rgb(255, 255, 255)"
    page.context.close()
