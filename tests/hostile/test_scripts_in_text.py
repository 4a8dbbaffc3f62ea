"""Whatever is written into a file, none of it runs in a reader's browser.

Each hostile text goes into every field of text of an argument, into the text of a page, and into every field of one more
kind of file: in the long run, of all kinds. What `check` refuses is never built, and the refusal has a place. All the rest is
built and opened with the content security policy switched off, so that it is the pages themselves that hold, and not the
policy behind them.
"""

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from playbook_kit.plan import check_content
from playbook_kit.problem import errors
from playwright.sync_api import Browser, BrowserContext
from everywhere import OTHERS, put_back, write_hostile
from fuzz_targets import assert_harmless_page
from one_file_kinds import write_one_file_kinds
from reached import reached
from site_help import DEADLINE, ROOT, addresses, nothing, page_path, run, serving
from small_playbook import TODAY, write, write_small_playbook

from vectors import VECTORS

LIGHT_BUILD = Path(__file__).parents[1] / "build_without_papers.py"
LISTEN = """
for (const name of ['alert', 'confirm', 'prompt'])
  window[name] = () => { (window.top.ran ??= []).push(name) };
"""
AT_ONCE = 12
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
  return [...(window.ran ?? []).map((name) => `${name} ran`), ...[...scripts, ...events, ...styles].map((one) => one.outerHTML.slice(0, 200))];
}"""


@pytest.fixture(scope="session")
def hostile_site(shared: Path, made_once) -> Path:
    """A playbook with every hostile text in every field of arguments and in pages, and in one other kind of file each."""
    return made_once(shared / "hostile-site", lambda folder: build_hostile(folder, shares=len(OTHERS)))


@pytest.fixture(scope="session")
def whole_hostile_site(shared: Path, made_once) -> Path:
    """The same with every hostile text in every kind of file."""
    return made_once(shared / "whole-hostile-site", lambda folder: build_hostile(folder, shares=1))


def build_hostile(site: Path, shares: int) -> None:
    """Build the playbook; of the kinds in `OTHERS` each has one of so many shares of the texts."""
    root = write_small_playbook(site.with_name(f"{site.name}-root"))
    shutil.rmtree(root / "theme")
    for name in ("theme", "hooks"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    files = write_hostile(root, VECTORS, shares) | write_one_file_kinds(root, VECTORS)
    tried = reached(root, files)
    # What has no fault of one sort may have one of another, which is looked for only then.
    while refused := refused_places(root):
        # Some are refused only because what they lead to is, and it comes right with that.
        own = refused.keys() & files.keys()
        assert own, refused
        for path in own:
            put_back(root, path, files[path], refused[path])
    keep = site.with_name(f"{site.name}-fields.json")
    keep.write_text(json.dumps({"tried": tried, "built": reached(root, files)}), encoding="utf-8")
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8")) | {"nav": ["index.md", {"Arguments": "arguments/"}]}
    write(root, "mkdocs.yml", yaml.safe_dump(config).encode())
    built = run(root, LIGHT_BUILD, "--site", site, "--today", "2026-11-21", "--address", "https://council.example/")
    assert built.returncode == 0, built.stdout + built.stderr


def refused_places(root: Path) -> dict[str, set[int]]:
    """The lines that `check` refuses, by file; every refusal has a line and a way out."""
    found: dict[str, set[int]] = {}
    for problem in errors(check_content(root, TODAY)):
        assert problem.line and problem.message and problem.fix, problem
        found.setdefault(problem.path, set()).add(problem.line)
    return found


@pytest.fixture
def reader(browser: Browser) -> BrowserContext:
    """A reader whose browser applies no content security policy, and who asks nobody else for anything."""
    context = browser.new_context(bypass_csp=True)
    context.set_default_timeout(DEADLINE * 1000)
    context.add_init_script(LISTEN)
    context.route("**/*", lambda route: route.continue_() if "127.0.0.1" in route.request.url else route.abort())
    yield context
    context.close()


def test_there_are_enough() -> None:
    """There are at least 200 different hostile texts."""
    assert len(set(VECTORS)) == len(VECTORS) >= 200


def test_listening_works(reader: BrowserContext, hostile_site: Path, tmp_path: Path) -> None:
    """The check below hears what does run: pages with some of these texts unescaped are caught, each of them."""
    dangerous = [vector for vector in VECTORS if vector.startswith(("<img src=x onerror=alert", "<script>", "<svg onload", "<a href=javascript"))]
    assert len(dangerous) >= 4
    for number, vector in enumerate(dangerous):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "index.html").write_text(f"<!doctype html><main>{vector}</main>", encoding="utf-8")
    with serving(tmp_path) as address:
        page = reader.new_page()
        for number, vector in enumerate(dangerous):
            page.goto(f"{address}/{number}/")
            assert page.evaluate(PROVOKE), vector


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
            page.close()
    return found


def own_pages(site: Path) -> list[str]:
    """The pages but for those that lead on by themselves, because something was renamed: they hold no text but ours."""
    return [place for place in addresses(site) if "pb-page--gone" not in page_path(site, place).read_text(encoding="utf-8")]


def a_third(place: str) -> bool:
    """Whether a page is opened in the usual run: a third of the arguments, of the pages and of all others, so that nearly
    every text is opened somewhere; and every list.
    """
    found = re.fullmatch(r"/(?:(?P<kind>[a-z-]+)/)?v(?P<number>\d+)/", place)
    turn = {"arguments": 0, None: 1}
    return found is None or int(found["number"]) % 3 == turn.get(found["kind"], 2)


@pytest.mark.parametrize("half", [0, 1], ids=["first half", "second half"])
def test_nothing_runs(reader: BrowserContext, hostile_site: Path, half: int) -> None:
    """On no page does any of it run, nor stand where it could: no handler, no address that is a script."""
    places = [place for place in own_pages(hostile_site) if a_third(place)]
    opened = {int(number) for place in places for number in re.findall(r"/v(\d+)/$", place)}
    assert len(opened) >= 2 / 3 * len(VECTORS) >= 190 and len(places) > 250
    nothing(open_all(reader, hostile_site, places[half::2]))


def test_nothing_could_run(hostile_site: Path) -> None:
    """Read as HTML, no page at all has a handler, a style, a frame, or an address that is a script, but for the site's own."""
    places = own_pages(hostile_site)
    assert sum(place.startswith("/arguments/v") for place in places) == len(VECTORS)
    for place in places:
        assert_harmless_page(page_path(hostile_site, place).read_text(encoding="utf-8"))


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
        nothing(page.evaluate(PROVOKE))
        page.goto(f"{address}/search/?q={'<img src=x onerror=alert(1)>'}")
        page.wait_for_function("() => document.querySelector('#search-status').textContent")
        nothing(page.evaluate(PROVOKE))
