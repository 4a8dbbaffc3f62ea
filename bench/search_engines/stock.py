"""Material's own search, as it comes, and with all the steps that it can be told to take."""

import json
import sys
from functools import partial
from pathlib import Path

import yaml

from .bench import Bench
from .engine import Engine

STEPS = {"pipeline": ["stemmer", "stopWordFilter", "trimmer"], "separator": "[\\s\\u200b\\-,:!=\\[\\]()\"/“”’'.;?]+"}
# The page's own script turns what is typed into a query, and its worker answers: what the worker says is what is shown.
BEFORE = """(() => {
  const waiting = [];
  const Plain = Worker;
  globalThis.Worker = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => data.type === 3 && waiting.shift()?.(data.data));
    }
  };
  globalThis.typed = (query) => new Promise((done) => {
    waiting.push(done);
    const field = document.querySelector("[data-md-component=search-query]");
    field.focus();
    field.value = query;
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "a" }));
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
})();"""
ASK = """async (query) => {
  const { items } = await typed(query.trim());
  return items.slice(0, 20).map(([page]) => page.location);
}"""
TIMED = """async (query) => {
  const start = performance.now();
  await typed(query);
  return (performance.now() - start) / 1000;
}"""


def real(bench: Bench, steps: dict, name: str) -> Path:
    """The real content as plain MkDocs with Material builds it."""
    folder = bench.folder / name
    bench.run(sys.executable, "-m", "playbook_kit.cli", "stage", "--root", bench.root, folder, cwd=bench.root)
    return _built(bench, folder, steps)


def made(bench: Bench, size: int, steps: dict, name: str) -> Path:
    """A site of one page with the index of made pages: pages do not have to be rendered to be searched."""
    folder = bench.folder / f"{name}-{size}"
    (folder / "docs").mkdir(parents=True)
    (folder / "docs/index.md").write_text("# Search\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text("site_name: Search\ntheme: {name: material, font: false}\n", encoding="utf-8")
    site = _built(bench, folder, steps)
    path = site / "search/search_index.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    index["docs"] = [entry for number, page in enumerate(bench.made(size)) for entry in _entries(page, number)]
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return site


def _entries(page, number):
    """A page and its sections, as the search plugin writes them."""
    whole = f"page-{number}/"
    yield {"location": whole, "title": page.title, "text": f"<p>{page.lead}</p>"}
    for place, (heading, text) in enumerate(page.sections):
        yield {"location": f"{whole}#part-{place}", "title": heading, "text": f"<p>{text}</p>"}


def _built(bench: Bench, folder: Path, steps: dict) -> Path:
    path = folder / "mkdocs.yml"
    config = yaml.safe_load(path.read_text(encoding="utf-8"))
    config["plugins"] = [{"search": steps}] if steps else ["search"]
    path.write_text(yaml.safe_dump(config), encoding="utf-8")
    bench.run(sys.executable, "-m", "mkdocs", "build", "-q", "-f", path, "-d", folder / "site", cwd=folder)
    return folder / "site"


def is_part(address: str) -> bool:
    """The worker and the index."""
    return "/workers/" in address or "search_index" in address


def _engine(steps: dict, name: str, is_costed: bool) -> Engine:
    return Engine(
        partial(real, steps=steps, name=f"{name}-real"), partial(made, steps=steps, name=name),
        "/", ASK, TIMED, is_part, BEFORE, is_costed,
    )  # fmt: skip


STOCK, PIPELINE = _engine({}, "stock", True), _engine(STEPS, "pipeline", False)
