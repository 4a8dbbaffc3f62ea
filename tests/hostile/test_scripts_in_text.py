"""Whatever is written into a file, none of it runs in a reader's browser.

Each hostile text goes into every field of text of an argument, into the text of a page, and into every field of one more
kind of file: in the long run, of all kinds of which there are many files. The one file of a kind has one in each entry, and
where a field stands once, one there. A council's folder has one in each of its fields, in all words of the interface and in
translations. What `check` refuses is never built, and the refusal has a place. All the rest is built and opened with the
content security policy switched off, so that it is the pages themselves that hold, and not the policy behind them.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext
from fuzz_targets import assert_harmless_page
from site_help import DEADLINE, addresses, nothing, page_path, serving

from vectors import VECTORS

LISTEN = """
for (const name of ['alert', 'confirm', 'prompt'])
  window[name] = () => { (window.top.ran ??= []).push(`${name} ran in ${window.location} of ${window.parent.location}`) };
"""
AT_ONCE = 24
FRAMES = """places => Promise.all(places.map((place) => new Promise((loaded) => {
  const frame = document.createElement('iframe');
  frame.onload = loaded;
  frame.src = place;
  document.body.append(frame);
})))"""
# All that a reader could click or pass over, and all that a page may react to.
PROVOKE = """() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  for (const one of document.querySelectorAll('main *, header *, footer *'))
    for (const name of ['mouseover', 'focus', 'toggle', 'animationstart', 'error', 'load'])
      one.dispatchEvent(new Event(name));
  const scripts = [...document.querySelectorAll('a, area, form, button, iframe, object, embed, base, meta')].filter((one) =>
    ['href', 'xlink:href', 'action', 'formaction', 'src', 'data', 'srcdoc'].some((name) =>
      /^[\\s\\x00-\\x20]*(javascript|vbscript|data):/i.test(one.getAttribute(name) ?? '') || one.hasAttribute('srcdoc')));
  const events = [...document.querySelectorAll('*')].filter((one) =>
    one.getAttributeNames().some((name) => /^on/i.test(name)));
  // A paper of one's own says how many points it holds, which a script of ours sets.
  const styles = [...document.querySelectorAll('main [style]:not(.pb-paper), base, main link, main meta, main script')];
  return [...scripts, ...events, ...styles].map((one) => one.outerHTML.slice(0, 200));
}"""


HEARD = "() => (window.ran ?? []).splice(0)"


@pytest.fixture
def reader(browser: Browser) -> BrowserContext:
    """A reader whose browser applies no content security policy, and who asks nobody else for anything."""
    # Nothing listens at the proxy, so that whoever else is asked for anything does not answer.
    context = browser.new_context(bypass_csp=True, proxy={"server": "http://127.0.0.1:9", "bypass": "127.0.0.1"})
    context.set_default_timeout(DEADLINE * 1000)
    context.add_init_script(LISTEN)
    yield context
    context.close()


def test_there_are_enough() -> None:
    """There are at least 200 different hostile texts."""
    assert len(set(VECTORS)) == len(VECTORS) >= 200


def test_listening_works(reader: BrowserContext, tmp_path: Path) -> None:
    """The check below hears what does run: pages with some of these texts unescaped are caught, each of them.

    So is a page that leaves nothing behind of what ran, a frame in a page, and nothing is said of a page that is sound.
    """
    dangerous = [vector for vector in VECTORS if vector.startswith(("<img src=x onerror=alert", "<script>", "<svg onload", "<a href=javascript"))]
    assert len(dangerous) >= 4
    bodies = [*dangerous, "<script>alert(1); document.querySelector('script').remove()</script>"]
    frame = "<iframe src=javascript:alert(1)></iframe><script>setTimeout(() => document.querySelector('iframe').remove())</script>"
    for name, body in {**dict(enumerate([*bodies, frame])), "sound": "<p>alert(1)</p>", "404.html": ""}.items():
        file = tmp_path / name if name == "404.html" else tmp_path / str(name) / "index.html"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"<!doctype html><main></main>{body}", encoding="utf-8")
    places = [f"/{number}/" for number in range(len(bodies) + 1)]
    assert open_all(reader, tmp_path, ["/sound/"]) == []
    for place, body in zip(places, [*bodies, frame], strict=True):
        assert any(place in one for one in open_all(reader, tmp_path, [place, "/sound/"])), body
    assert any(" ran in " in one for one in open_all(reader, tmp_path, [places[len(dangerous)]]))


def open_all(reader: BrowserContext, site: Path, places: list[str]) -> list[str]:
    """What ran or could run on these pages: many are opened beside each other, each in a frame of one page."""
    found = []
    with serving(site) as address:
        for start in range(0, len(places), AT_ONCE):
            page = reader.new_page()
            page.goto(f"{address}/404.html")
            page.evaluate(FRAMES, places[start : start + AT_ONCE])
            frames = [frame for frame in page.frames if frame.parent_frame == page.main_frame]
            assert len(frames) == len(places[start : start + AT_ONCE])
            for frame in frames:
                frame.wait_for_load_state("load")
                found += [f"{frame.url}: {one}" for one in frame.evaluate(PROVOKE)]
            found += page.evaluate(HEARD)
            page.close()
    return found


def own_pages(site: Path) -> list[str]:
    """The pages but for those that lead on by themselves, because something was renamed."""
    return [place for place in addresses(site) if 'http-equiv="refresh"' not in page_path(site, place).read_text(encoding="utf-8")]


def a_third(place: str) -> bool:
    """Whether a page is opened in the usual run: a third of the arguments, of the pages and of all others, so that nearly
    every text is opened somewhere; and every list.
    """
    found = re.fullmatch(r"/(?:(?P<kind>[a-z-]+)/)?(?:gone-)?v(?P<number>\d+)/", place)
    turn = {"arguments": 0, None: 1}
    return found is None or int(found["number"]) % 3 == turn.get(found["kind"], 2)


@pytest.mark.parametrize("half", [0, 1], ids=["first half", "second half"])
def test_nothing_runs(reader: BrowserContext, hostile_site: Path, half: int) -> None:
    """On no page does any of it run, nor stand where it could: no handler, no address that is a script."""
    places = [place for place in own_pages(hostile_site) if a_third(place)]
    opened = {int(number) for place in places for number in re.findall(r"/v(\d+)/$", place)}
    assert len(opened) >= 2 / 3 * len(VECTORS) >= 190 and len(places) > 250
    nothing(open_all(reader, hostile_site, places[half::2]))


def test_nothing_runs_with_a_council(reader: BrowserContext, council_site: Path) -> None:
    """Nor does it on any page in either language of a council whose folder is hostile."""
    places = own_pages(council_site)
    assert len([place for place in places if place.startswith("/cy/")]) == len(places) / 2 > 80
    nothing(open_all(reader, council_site, places))


def test_nothing_could_run(hostile_site: Path, council_site: Path) -> None:
    """Read as HTML, no page at all has a handler, a style, a frame, or an address that is a script, but for the site's own."""
    assert sum(place.startswith("/arguments/v") for place in own_pages(hostile_site)) == len(VECTORS)
    for site in (hostile_site, council_site):
        for place in own_pages(site):
            assert_harmless_page(page_path(site, place).read_text(encoding="utf-8"))


@pytest.mark.long
@pytest.mark.parametrize("part", range(6))
def test_nothing_runs_in_any_kind(reader: BrowserContext, whole_hostile_site: Path, part: int) -> None:
    """The same with every text in every kind of file."""
    places = own_pages(whole_hostile_site)
    for kind in ("arguments", "objections", "case-studies", "templates", "playbook"):
        assert sum(address.startswith(f"/{kind}/v") for address in places) == len(VECTORS), kind
    nothing(open_all(reader, whole_hostile_site, places[part::6]))


@pytest.mark.parametrize("query", ["script", "img onerror", "click javascript", "alert"])
def test_search_runs_nothing(reader: BrowserContext, hostile_site: Path, query: str) -> None:
    """Results that show hostile text show it as text, and so does the page that repeats what was asked."""
    with serving(hostile_site) as address:
        page = reader.new_page()
        page.goto(f"{address}/search/?q={query}")
        page.wait_for_function("() => document.querySelectorAll('#search-results a').length")
        nothing(page.evaluate(PROVOKE) + page.evaluate(HEARD))
        page.goto(f"{address}/search/?q={'<img src=x onerror=alert(1)>'}")
        page.wait_for_function("() => document.querySelector('#search-status').textContent")
        nothing(page.evaluate(PROVOKE) + page.evaluate(HEARD))
