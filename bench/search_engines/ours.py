"""Our own search: the index in parts."""

import json
import shutil
from pathlib import Path

from playbook_kit.search import search_files

from .bench import Bench
from .engine import Engine

ASK = """(() => {
  let engine;
  return async (query) => {
    const { openSearch } = await import("/components/search/engine.mjs");
    engine ??= await openSearch("/search/en.json");
    const { hits } = await engine.search(query);
    return Promise.all(hits.slice(0, 20).map(async ({ record }) => (await engine.record(record)).address));
  };
})()"""
TIMED = """async (query) => {
  // The page's own script comes with the page.
  await import("/components/search/search.mjs");
  await new Promise((done) => setTimeout(done, 100));
  const form = document.querySelector("[data-pb=search]");
  const status = document.getElementById("search-status");
  form.elements.q.focus();
  const start = performance.now();
  form.elements.q.value = query;
  form.requestSubmit();
  const isShown = () => status.textContent.includes(`“${query}”`) && document.querySelector("#search-results a");
  while (!isShown()) {
    if (performance.now() - start > 15_000) throw new Error(status.textContent);
    await new Promise((done) => setTimeout(done, 1));
  }
  return (performance.now() - start) / 1000;
}"""


def made(bench: Bench, size: int) -> Path:
    """The page of the search from the real site, with the index of made pages."""
    site = bench.folder / f"ours-{size}"
    for name in ("assets", "components", "search/index.html"):
        target = site / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if (bench.site / name).is_dir():
            shutil.copytree(bench.site / name, target)
        else:
            shutil.copy2(bench.site / name, target)
    records = [page.record(number) for number, page in enumerate(bench.made(size))]
    groups = [group.words for group in bench.synonyms.same]
    about = {"elsewhere": bench.synonyms.elsewhere, "subject": bench.synonyms.subject}
    for name, value in search_files(records, "en", {"for": {}}, bench.synonyms.ignored, groups, **about).items():
        path = site / "search" / f"{name}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return site


def is_part(address: str) -> bool:
    """The index, and the scripts that read it; that of the search page itself comes with the page."""
    return "/search/en" in address or "/snowball/" in address or address.endswith(
        ("/elsewhere.mjs", "/engine.mjs", "/index-files.mjs", "/mend.mjs", "/rank.mjs", "/spelling.mjs", "/stems.mjs", "/units.mjs")
    )  # fmt: skip


OURS = Engine(lambda bench: bench.site, made, "/search/", ASK, TIMED, is_part)
