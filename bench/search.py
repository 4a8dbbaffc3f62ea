"""How well and how dearly searches answer, ours beside others on the same pages: `.venv/bin/python bench/search.py`.

First the relevance queries of tests/search, on the real content; of the half that is held back only figures are printed.
Then pages that tests/search/made_pages.py makes, 100, 1,000 and 4,000 of them: the bytes and the time of the first query on a
slow phone (1.6 Mbit/s, 150 ms), the time of the next one, and both as ratios to stock Material of the same run. Times drift
with the machine, bytes and ratios do not. Pagefind and MiniSearch are fetched from npm into a temporary folder.

    --sizes 100,1000     other numbers of pages, or none: --sizes=
    --engines ours,stock only these
    --skip-relevance     only the sizes
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / one) for one in ("hooks", "tests", "tests/search", "bench")]

from install_browser import find_browser, is_root  # noqa: E402 (their folders are added above)
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from relevance import halves, score  # noqa: E402
from search_engines import ENGINES, Bench, Engine  # noqa: E402
from search_engines.serve import PackingHandler, serving_packed  # noqa: E402

QUERIES = ("council policy", "training for staff", "residents comment on the page")
"""What is asked of made pages: words that many of them have, which is what costs most."""
TIMES = 3
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 200_000}
FREE = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--sizes", default="100,1000,4000")
    asked.add_argument("--engines", default=",".join(ENGINES))
    asked.add_argument("--site", type=Path, help="the real site, if it has been built")
    asked.add_argument("--skip-relevance", action="store_true")
    options = asked.parse_args()
    engines = {name: ENGINES[name] for name in options.engines.split(",")}
    with tempfile.TemporaryDirectory(prefix="playbook-search-") as folder, sync_playwright() as playwright:
        program = find_browser()
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"] if is_root() else [])
        bench = Bench(ROOT, Path(folder), options.site)
        if not options.skip_relevance:
            relevance(bench, browser, engines)
        for size in filter(None, options.sizes.split(",")):
            cost(bench, browser, engines, int(size))
        browser.close()


def relevance(bench: Bench, browser: Browser, engines: dict[str, Engine]) -> None:
    """Ask every query of every engine, and print how high the right pages stand."""
    print(f"{'on the real content':22}{'half':>6}{'first':>8}{'in three':>10}{'reciprocal':>12}{'none told so':>14}", flush=True)
    for name, engine in engines.items():
        site = engine.real(bench)
        with serving_packed(site) as address:
            page = browser.new_page()
            page.add_init_script(engine.before)
            page.goto(address + engine.start)
            page.evaluate("setup => { globalThis.ask = (0, eval)(setup); }", engine.ask)
            for half, queries in halves().items():
                found = score(queries, lambda query, page=page: page.evaluate("query => ask(query)", query))
                print(f"{name:22}{half:>6}{found.first:>8.1%}{found.three:>10.1%}{found.reciprocal:>12.3f}{found.silent:>14}", flush=True)
            page.close()


def cost(bench: Bench, browser: Browser, engines: dict[str, Engine], size: int) -> None:
    """Measure the first query and the next one on so many pages, and print them."""
    print(f"\n{f'{size} made pages':22}{'KB, gzip':>10}{'slow phone':>12}{'next':>10}{'bytes':>9}{'first':>9}{'next':>9}", flush=True)
    stock = None
    for name, engine in engines.items():
        if not engine.is_costed:
            continue
        with serving_packed(engine.made(bench, size)) as address:
            each = [first_query(browser, address, engine, query) for query in QUERIES for _ in range(TIMES)]
        found = [max(one[0] for one in each), *(statistics.median(one[at] for one in each) for at in (1, 2))]
        stock = stock or found
        ratios = "".join(f"{mine / theirs:>9.2f}" for mine, theirs in zip(found, stock, strict=True))
        print(f"{name:22}{found[0] / 1000:>10.1f}{found[1]:>10.2f} s{found[2] * 1000:>7.0f} ms{ratios}", flush=True)


def first_query(browser: Browser, address: str, engine: Engine, query: str) -> tuple[int, float, float]:
    """The bytes and seconds of the first query of a new visitor on a slow phone, and the seconds of the next one."""
    visitor = browser.new_context()
    page = visitor.new_page()
    page.add_init_script(engine.before)
    wire = visitor.new_cdp_session(page)
    PackingHandler.sent.clear()
    wire.send("Network.emulateNetworkConditions", SLOW)
    page.goto(address + engine.start, wait_until="load")
    first = page.evaluate(engine.timed, query)
    spent = sum(size for path, size in PackingHandler.sent if engine.is_part(path))
    wire.send("Network.emulateNetworkConditions", FREE)
    after = page.evaluate(engine.timed, f"{query} officers")
    visitor.close()
    return spent, first, after


if __name__ == "__main__":
    main()
