"""Every kind of page on A4, as Chromium prints it from a device with dark colours."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from site_help import nothing, words
from test_browser import KINDS, found, settled

# What leads elsewhere or changes something is of no use on paper.
USELESS = "nav:not(.pb-heard), button, footer, [role=search], .pb-skip, .pb-foot, .pb-crumbs, .pb-aside, .pb-announcement"
SEEN = "one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.getClientRects().length > 0"
# A colour that a sheet of paper would take ink for: no word may be lost if the browser leaves it out.
DARK = f"""() => [...document.querySelectorAll('body, body *')].filter((one) => {{
  if (!({SEEN})) return false;
  const [red, green, blue, alpha = 1] = getComputedStyle(one).backgroundColor.match(/[\\d.]+/g).map(Number);
  return alpha > 0 && Math.max(red, green, blue) < 230;
}}).map((one) => one.outerHTML.slice(0, 120))"""
PALE = f"""() => [...document.querySelectorAll('main p, main li, main td, main th, main h1, main h2, main h3, main dd, main dt')].filter((one) => {{
  if (!({SEEN}) || !one.textContent.trim()) return false;
  const [red, green, blue, alpha = 1] = getComputedStyle(one).color.match(/[\\d.]+/g).map(Number);
  return alpha < 1 || Math.max(red, green, blue) > 120;
}}).map((one) => one.outerHTML.slice(0, 120))"""
# Links to other sites whose address is neither their text nor printed behind them.
MUTE = f"""() => [...document.querySelectorAll('main a[href^=http]')].filter((one) => {{
  if (!({SEEN}) || one.host === location.host) return false;
  const own = document.querySelector('link[rel=canonical]')?.href;
  if (own && one.href.startsWith(new URL(own).origin)) return !one.textContent.includes(new URL(own).host);
  return !getComputedStyle(one, '::after').content.includes(one.getAttribute('href')) && !one.textContent.includes(one.host);
}}).map((one) => one.outerHTML.slice(0, 160))"""
# A sign that is drawn as a background or a mask would be left out by a browser that saves ink.
UNDRAWN = """() => [...document.querySelectorAll('.pb-do > li, .pb-do-not > li, .pb-box, .pb-strength')].filter((one) => {
  const style = getComputedStyle(one, '::before');
  const bordered = ['Top', 'Right', 'Bottom', 'Left'].some((side) => parseFloat(style[`border${side}Width`]) > 0);
  const written = /[^\\s"']/.test(style.content.replace('none', '').replace('normal', ''));
  return !bordered && !written && style.printColorAdjust !== 'exact' && !/^[☐☑✓✗]/.test(one.textContent.trim());
}).map((one) => one.outerHTML.slice(0, 120))"""
DATED = re.compile(r"[Rr]eviewed on \d{1,2} \w+ \d{4}")
# Sheets of hundreds of entries take half a minute to read back; one page of sources is like another.
NOT_READ = {"sources"}


def ready(page: Page, kind: str) -> Page:
    """The page once it shows what is to be printed."""
    settled(page)
    if kind == "search":
        expect(found(page).first).to_be_visible()
    if kind == "my-case":
        page.locator('[data-part="paper"] h2').first.wait_for()
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_paper(visit: Callable, kind: str) -> None:
    """On paper the page is black on white whatever the device's colours, has no navigation, form button or footer, gives the
    address of every link to another site, keeps its dates, draws its signs without a background, and ends on no blank sheet.
    """
    page = ready(visit(KINDS[kind], color_scheme="dark", viewport={"width": 1280, "height": 900}), kind)
    dates = page.locator("main").get_by_text(DATED)
    dated = dates.count()
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for script in (DARK, PALE, MUTE, UNDRAWN):
        nothing(page.evaluate(script))
    nothing(one.evaluate("one => one.outerHTML.slice(0, 120)") for one in page.locator(USELESS).all() if one.is_visible())
    # These print a paper of the reader's own, with a date of its own.
    assert dated == 0 or kind in ("blocked", "my-case") or dates.locator("visible=true").count() > 0
    if kind in NOT_READ:
        return
    page.emulate_media(media="null")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    width, height = (float(side) for side in sheets[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)
    last = re.sub(r"\s+", " ", sheets[-1].extract_text()).strip()
    assert last, f"sheet {len(sheets)} is blank"
    assert not last.endswith(words("theme.dark"))
