"""Pagefind: a search in WebAssembly, with an index in parts."""

import shutil
from pathlib import Path

from .bench import Bench, as_html
from .engine import Engine

PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title><ol></ol></html>'
ASK = """async (query) => {
  globalThis.pagefind ??= await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  const found = await Promise.all(results.slice(0, 12).map((one) => one.data()));
  return found.flatMap(({ url, sub_results: parts }) =>
    [url, ...(url.startsWith("/glossary/") ? parts.map((part) => part.url) : [])].map((one) => one.slice(1)));
}"""
TIMED = """async (query) => {
  const start = performance.now();
  globalThis.pagefind ??= await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(query);
  const found = await Promise.all(results.slice(0, 5).map((one) => one.data()));
  document.querySelector("ol").replaceChildren(...found.map(({ meta }) => {
    const item = document.createElement("li");
    item.textContent = meta.title;
    return item;
  }));
  return (performance.now() - start) / 1000;
}"""


def real(bench: Bench) -> Path:
    """The real site, with its index: what stands in the main part of each page."""
    site = bench.folder / "pagefind-real"
    shutil.copytree(bench.site, site)
    shutil.rmtree(site / "contribute/fields", ignore_errors=True)
    return _indexed(bench, site)


def made(bench: Bench, size: int) -> Path:
    """Made pages with their index."""
    site = bench.folder / f"pagefind-{size}"
    for number, page in enumerate(bench.made(size)):
        path = site / f"page-{number}" / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(as_html(page), encoding="utf-8")
    return _indexed(bench, site)


def _indexed(bench: Bench, site: Path) -> Path:
    bench.run("node", bench.npm / "pagefind/lib/runner/bin.cjs", "--site", site, "--root-selector", "main", cwd=site)
    (site / "searching").mkdir()
    (site / "searching/index.html").write_text(PAGE, encoding="utf-8")
    return site


PAGEFIND = Engine(real, made, "/searching/", ASK, TIMED, lambda address: "/pagefind/" in address)
