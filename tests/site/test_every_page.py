"""Every page of the site, and every state of its tools, as axe-core judges it: what the accessibility statement rests on.

The usual run judges one page of each kind. This one takes minutes: `python3 run.py test -m long`. With `--record` it
keeps what it finds, and `playbook record-tests` makes the record of it that the statement shows.
"""

import json
import re
from pathlib import Path

import pytest
from axe import SCHEMES, SIZES, UNFOLD, Judgement, judge_looks, judge_print, version
from install_checker import VERSION as CHECKER_VERSION
from playwright.sync_api import Browser, Page
from record import places_of, write_part
from site_help import DEADLINE, nothing, page_path, serving
from states import STATES
from test_browser import settled
from test_html_checker import faults_of

PARTS = 8


def opened(browser: Browser, served: str) -> Page:
    """A page of a new visitor, with nothing in it."""
    context = browser.new_context(base_url=served)
    context.set_default_timeout(DEADLINE * 1000)
    return context.new_page()


def judge_page(page: Page, place: str) -> Judgement:
    """A page in every size and scheme and on paper, with all that is folded opened."""
    page.set_viewport_size(SIZES[1280])
    page.emulate_media(media="null")
    page.goto(place)
    settled(page).evaluate(UNFOLD)
    whole = judge_looks(page, place)
    whole.add(judge_print(page, place))
    return whole


def judge_all(browser: Browser, served: str, places: list[str]) -> dict[str, Judgement]:
    """What is found on each of these pages."""
    page = opened(browser, served)
    found = {place: judge_page(page, place) for place in places}
    page.context.close()
    return found


def data_of(judgements: dict[str, Judgement], browser: Browser, served: str) -> dict:
    """What was found, as a part of the record."""
    page = opened(browser, served)
    page.goto("/404.html")
    programs = {"axe-core": version(page), "Chromium": browser.version}
    page.context.close()
    return {
        "looks": sum(one.looks for one in judgements.values()),
        "set_aside": dict(sum((one.set_aside for one in judgements.values()), Judgement().set_aside)),
        "found": [
            {"rule": rule, "page": place.partition("?")[0], "places": count}
            for place, one in judgements.items() for rule, count in sorted(one.rules.items())
        ],
        "programs": programs,
    }  # fmt: skip


def lines_of(judgements: dict[str, Judgement]) -> list[str]:
    """All that was found, a line for each place."""
    return [line for one in judgements.values() for line in one.found]


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_every_page(browser: Browser, served: str, site: Path, record_to: Path | None, part: int) -> None:
    """On every page, light and dark, wide and narrow and on paper, with all that is folded opened, axe-core finds nothing
    against WCAG 2.0 to 2.2 A and AA nor against its own best practice, and leaves nothing for a person to decide.
    """
    places = places_of(site)[part::PARTS]
    assert len(places) > 10
    found = judge_all(browser, served, places)
    kept = {"pages": len(places), "widths": list(SIZES), "schemes": list(SCHEMES), "states": ["unfolded", "paper"]}
    write_part(record_to, site, f"pages-{part}", {**kept, **data_of(found, browser, served)})
    nothing(lines_of(found))


@pytest.mark.long
def test_every_state(browser: Browser, served: str, site: Path, record_to: Path | None) -> None:
    """In every state that a reader can bring a page into, light and dark, wide and narrow, axe-core finds nothing."""
    found = {}
    for state in STATES.values():
        page = opened(browser, served)
        page.set_viewport_size(SIZES[1280])
        state.reach(page)
        for width in SIZES:
            page.set_viewport_size(SIZES[width])
            state.at(page, width)
            found.setdefault(state.address, Judgement()).add(judge_looks(page, state.address, sizes=[width]))
        page.context.close()
    write_part(record_to, site, "states", {"states": list(STATES), **data_of(found, browser, served)})
    nothing(lines_of(found))


@pytest.mark.long
def test_every_page_s_html(site: Path, served: str, record_to: Path | None) -> None:
    """On no page does the checker of the HTML find an error or a warning."""
    faults = faults_of(site, served)
    found = [{"rule": "html", "page": place, "places": len(lines)} for place, lines in faults.items() if lines]
    write_part(record_to, site, "html", {"programs": {"Nu Html Checker": CHECKER_VERSION}, "found": found})
    nothing(line for lines in faults.values() for line in lines)


# The check above does find a fault where there is one.
FAULTS = {
    "contrast": ("color-contrast", "<p style='color: #888; background: #fff'>Too pale to read</p>"),
    "label": ("label", "<input type='text'>"),
    "picture": ("image-alt", "<img src='/assets/favicon.svg'>"),
    "target": ("target-size", "<button style='width: 10px; height: 10px; padding: 0'>a</button><button style='width: 10px; height: 10px; padding: 0'>b</button>"),
    "heading": ("heading-order", "<h6>Too deep</h6>"),
    "language": ("valid-lang", "<p lang='zz-no'>Words</p>"),
    "role": ("aria-allowed-attr", "<p role='img' aria-label='x' aria-checked='true'>x</p>"),
    "undecided": ("color-contrast", "<p style='background: linear-gradient(#000, #fff); color: #777'>On a gradient</p>"),
}


def found_in(browser: Browser, site: Path, folder: Path, text: str) -> list[str]:
    """What is found in a page with this text, beside the site's own styles and scripts."""
    for name in ("assets", "components"):
        (folder / name).symlink_to(site / name)
    # The page's own policy would take a fault's style away.
    text = text.replace("../", "/").replace('http-equiv="Content-Security-Policy"', 'name="none"')
    (folder / "index.html").write_text(text, encoding="utf-8")
    with serving(folder) as address:
        return lines_of(judge_all(browser, address, ["/"]))


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(browser: Browser, site: Path, tmp_path: Path, fault: str) -> None:
    """Each of these faults, put into a good page, is found."""
    rule, html = FAULTS[fault]
    text = page_path(site, "/about/").read_text(encoding="utf-8")
    found = found_in(browser, site, tmp_path, text.replace("</main>", f"{html}</main>"))
    assert found and all(f": {rule} (" in line for line in found), json.dumps(found, indent=1)


@pytest.mark.parametrize(
    ("place", "taken", "rule"),
    [
        ("/", r'<label class="pb-told__label"[^>]*>.*?</label>', "label"),
        ("/about/", r"<title>.*?</title>", "document-title"),
        ("/about/", r"<h1\b.*?</h1>", "page-has-heading-one"),
        ("/about/", r'(?<=<html) lang="[^"]*"', "html-has-lang"),
    ],
)  # fmt: skip
def test_what_is_taken_away_is_missed(
    browser: Browser, site: Path, tmp_path: Path, place: str, taken: str, rule: str
) -> None:
    """A label, a title, a heading or the language, taken out of a good page, is missed."""
    text = page_path(site, place).read_text(encoding="utf-8")
    less = re.sub(taken, "", text, count=1, flags=re.S)
    assert less != text
    found = found_in(browser, site, tmp_path, less)
    assert any(f": {rule} (" in line for line in found), json.dumps(found, indent=1)
