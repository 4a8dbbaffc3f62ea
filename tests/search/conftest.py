"""What the tests of the search stand on: a page on which the engine answers."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

OPEN = """async () => {
  const { openSearch, similar } = await import("/components/search/engine.mjs");
  const engine = await openSearch("/search/en.json");
  globalThis.similar = (...given) => similar("/search/en.json", ...given);
  globalThis.found = async (query, kinds = []) => {
    const { hits } = await engine.search(query, { kinds: new Set(kinds) });
    return Promise.all(hits.slice(0, 20).map(async (hit) => ({ ...hit, ...(await engine.record(hit.record)) })));
  };
  globalThis.ask = async (query) => (await found(query)).map(({ address }) => address);
}"""


@pytest.fixture(scope="module")
def engine(browser: Browser, served: str) -> Iterator[Page]:
    """A page of the real site on which `ask`, `found` and `similar` can be called."""
    page = browser.new_page()
    page.goto(f"{served}/about/")
    page.evaluate(OPEN)
    yield page
    page.close()


@pytest.fixture(scope="module")
def ask(engine: Page) -> Callable[[str], list[str]]:
    """Gives the addresses that a query finds, the best first."""
    return lambda query: engine.evaluate("query => ask(query)", query)
