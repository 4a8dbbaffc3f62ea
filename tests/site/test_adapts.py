"""The pages adapt to their readers: large text, narrow windows, wide spacing, no motion, colours of one's own, a keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe import UNFOLD
from playwright.sync_api import Page
from site_help import addresses, nothing, page_path
from test_browser import KINDS, settled

# 1280 pixels at 400% zoom are 320 (WCAG 2.2, 1.4.10).
ZOOMED = {"width": 320, "height": 256}
# The least that text must bear (WCAG 2.2, 1.4.12).
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
# Text that is cut off: its box hides what does not fit.
CUT_OFF = """() => [...document.querySelectorAll('main *, header *, footer *')].filter((one) => {
  const style = getComputedStyle(one);
  const hides = /hidden|clip/.test(style.overflowX) || /hidden|clip/.test(style.overflowY);
  const seen = one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && one.clientWidth > 1 && one.clientHeight > 1;
  return hides && seen && one.textContent.trim() && !one.closest('[aria-hidden=true], .pb-vh')
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.outerHTML.slice(0, 160))"""
MOVES = """() => [...document.querySelectorAll('*')].filter((one) => {
  const style = getComputedStyle(one);
  const lasts = (value) => value.split(',').some((part) => parseFloat(part) > 0.01);
  return (style.animationName !== 'none' && lasts(style.animationDuration)) || lasts(style.transitionDuration);
}).map((one) => one.outerHTML.slice(0, 160)).concat(
  getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? ['the page scrolls smoothly'] : [])"""


def width(page: Page) -> int:
    """How wide the page is, whatever the window."""
    return page.evaluate("() => document.scrollingElement.scrollWidth")


@pytest.mark.parametrize("kind", KINDS)
def test_large_and_spaced_text(visit: Callable, kind: str) -> None:
    """At 400% zoom, and with the spacing that readers may set, no page scrolls in two directions and no text is cut off."""
    page = settled(visit(KINDS[kind], viewport=ZOOMED))
    page.evaluate(UNFOLD)
    assert width(page) <= ZOOMED["width"]
    page.add_style_tag(content=SPACED) if page.evaluate("() => !document.querySelector('meta[http-equiv=Content-Security-Policy]')") else page.evaluate(
        "(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets.push(sheet); }", SPACED
    )
    assert width(page) <= ZOOMED["width"]
    nothing(page.evaluate(CUT_OFF))


@pytest.mark.parametrize("kind", ["home", "objection", "arguments", "self-check", "my-case"])
def test_no_motion(visit: Callable, kind: str) -> None:
    """Where a reader asks for no motion, nothing moves."""
    page = settled(visit(KINDS[kind], reduced_motion="reduce"))
    nothing(page.evaluate(MOVES))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_hidden_takes_the_focus(visit: Callable, kind: str) -> None:
    """At 360 pixels every stop of Tab can be seen where it is, and nothing covers it."""
    page = settled(visit(KINDS[kind], viewport={"width": 360, "height": 740}, reduced_motion="reduce"))
    stops, wrong = [], []
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            # The page follows the focus in the next frame.
            """async () => {
              for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
              const one = document.activeElement;
              if (one === document.body) return null;
              const box = one.getClientRects()[0] ?? one.getBoundingClientRect(); // the first line of a link over two
              const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 100), box.top + Math.min(box.height / 2, 20));
              const seen = box.width > 1 && box.height > 1 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
              const style = getComputedStyle(one);
              const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
              return { html: one.outerHTML.slice(0, 140), seen, covered: !!at && !one.contains(at) && !at.contains(one) && !(one.labels && [...one.labels].some((l) => l.contains(at))), marked };
            }"""
        )
        if stop is None or stop["html"] in stops[:1]:
            break
        stops.append(stop["html"])
        if not stop["seen"] or stop["covered"] or not stop["marked"]:
            wrong.append(stop)
    assert len(stops) > 5
    nothing(wrong)


def test_help_stands_in_the_same_place(site: Path) -> None:
    """On every page that says how to report a problem, that stands after the main part and before the footer, and the
    ways are in the same order (WCAG 2.2, 3.2.6).
    """
    wrong, seen = [], 0
    for place in addresses(site):
        text = page_path(site, place).read_text(encoding="utf-8")
        if 'http-equiv="refresh"' in text:
            continue
        order = [text.find(part) for part in ("</main>", "pb-foot__suggest", "pb-foot__report", '<footer class="pb-footer"')]
        seen += 1
        if -1 in order or order != sorted(order):
            wrong.append(f"{place}: {order}")
    assert seen > 100
    nothing(wrong)


@pytest.mark.parametrize("kind", ["home", "objection", "arguments", "self-check", "blocked"])
def test_colours_of_ones_own(visit: Callable, kind: str) -> None:
    """In forced colours every button and field that is seen has an edge or an underline, so that it can be told from text.

    Links have a colour of the reader's own there.
    """
    page = settled(visit(KINDS[kind], forced_colors="active"))
    bare = page.evaluate(
        """() => [...document.querySelectorAll('main button, main input, main select, main textarea')].filter((one) => {
          if (!one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || one.closest('.pb-vh')) return false;
          const chain = [one, one.parentElement, ...one.children];
          return !chain.some((each) => {
            const style = getComputedStyle(each);
            return style.textDecorationLine.includes('underline') || ['Top', 'Bottom', 'Left'].some((side) =>
              style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0) || style.appearance !== 'none' && each.tagName === 'INPUT';
          });
        }).map((one) => one.outerHTML.slice(0, 160))"""
    )
    nothing(bare)
