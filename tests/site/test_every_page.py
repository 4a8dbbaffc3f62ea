"""Every page of the site, as axe-core judges it: the long run behind the accessibility statement.

The usual run judges one page of each kind. This one takes minutes: `python3 run.py test -m long`.
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page
from site_help import DEADLINE, addresses, nothing, page_path, serving

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
SIZES = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 360, "height": 740}}
SCHEMES = ("light", "dark")
PARTS = 8
# A cell of a table that is scrolled out of its region cannot be seen by axe-core, so it leaves the contrast to a person. The
# same cell is judged at 1280 pixels, where nothing is out of sight; its colours do not depend on the window.
OUT_OF_SIGHT = """selector => {
  const one = document.querySelector(selector), table = one?.closest('.pb-table[role=region]');
  return !!table && table.scrollWidth > table.clientWidth;
}"""
OPEN = "() => { for (const details of document.querySelectorAll('details')) details.open = true; }"


def judged(page: Page, where: str) -> list[str]:
    """What axe-core finds wrong, and what it leaves for a person to decide and we do not know the reason of."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations", "incomplete"]}
    results = page.evaluate("options => axe.run(options)", options)
    return [
        f"{where}: {rule['id']} ({kind}): {' '.join(map(str, node['target']))}: {node['html'][:120]}"
        for kind in ("violations", "incomplete") for rule in results[kind] for node in rule["nodes"]
        if not (
            kind == "incomplete" and rule["id"] == "color-contrast" and len(node["target"]) == 1
            and page.evaluate(OUT_OF_SIGHT, node["target"][0])
        )
    ]  # fmt: skip


def judge_all(browser: Browser, served: str, places: list[str]) -> list[str]:
    """Judge these pages in every size and scheme, with all that is folded opened."""
    context = browser.new_context(base_url=served)
    context.set_default_timeout(DEADLINE * 1000)
    page, found = context.new_page(), []
    for place in places:
        page.set_viewport_size(SIZES["desk"])
        page.goto(place)
        page.wait_for_function("() => !document.querySelector('[data-pb=\"theme-switch\"][hidden]')")
        page.evaluate(OPEN)
        for size, viewport in SIZES.items():
            page.set_viewport_size(viewport)
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                found += judged(page, f"{place} {size} {scheme}")
    context.close()
    return found


def places_of(site: Path) -> list[str]:
    """All pages, the one for what is not there among them, without those that lead on by themselves."""
    own = [place for place in addresses(site) if 'http-equiv="refresh"' not in page_path(site, place).read_text(encoding="utf-8")]
    return [*own, "/no/such/page/"]


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_every_page(browser: Browser, served: str, site: Path, part: int) -> None:
    """On every page, light and dark, wide and narrow, with all that is folded opened, axe-core finds nothing against WCAG
    2.0 to 2.2 A and AA nor against its own best practice, and leaves nothing for a person to decide.
    """
    places = places_of(site)[part::PARTS]
    assert len(places) > 10
    nothing(judge_all(browser, served, places))


# The check above does find a fault where there is one.
FAULTS = {
    "contrast": ("color-contrast", "<p style='color: #888; background: #fff'>Too pale to read</p>"),
    "label": ("label", "<input type='text'>"),
    "picture": ("image-alt", "<img src='/assets/favicon.svg'>"),
    "target": ("target-size", "<button style='width: 10px; height: 10px; padding: 0'>a</button><button style='width: 10px; height: 10px; padding: 0'>b</button>"),
    "heading": ("heading-order", "<h6>Too deep</h6>"),
    "language": ("valid-lang", "<p lang='zz-no'>Words</p>"),
    "role": ("aria-allowed-attr", "<p role='img' aria-label='x' aria-checked='true'>x</p>"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(browser: Browser, site: Path, tmp_path: Path, fault: str) -> None:
    """Each of these faults, put into a good page, is found."""
    rule, html = FAULTS[fault]
    text = page_path(site, "/about/").read_text(encoding="utf-8").replace("../", "/")
    # The page's own policy would take the fault's style away.
    text = text.replace('http-equiv="Content-Security-Policy"', 'name="none"')
    for name in ("assets", "components"):
        (tmp_path / name).symlink_to(site / name)
    (tmp_path / "index.html").write_text(text.replace("</main>", f"{html}</main>"), encoding="utf-8")
    with serving(tmp_path) as address:
        found = judge_all(browser, address, ["/"])
    assert found and all(f": {rule} (" in line for line in found), json.dumps(found, indent=1)
