"""MiniSearch with the stemmer and the synonyms of our own search, and an index made in the browser of all texts."""

import json
import shutil
from pathlib import Path

from playbook_kit.search import Record

from .bench import Bench
from .engine import Engine

PAGE = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title><ol></ol></html>'
OPEN = """
const open = async () => {
  const { default: MiniSearch } = await import("/minisearch.js");
  const { stemmer } = await import("/components/search/stems.mjs");
  const { tokenise } = await import("/components/search/tokenise.mjs");
  const { items, ignored, same } = await (await fetch("/minisearch.json")).json();
  const { default: EnglishStemmer } = await import("/assets/vendor/snowball/english.mjs");
  const stem = stemmer(new EnglishStemmer());
  const silent = new Set(ignored.map(stem));
  const groups = new Map();
  same.forEach((group, number) => {
    for (const words of group) {
      const key = tokenise(words).map(stem).join(" ");
      groups.set(key, [...(groups.get(key) ?? []), `=${number}`]);
    }
  });
  const terms = (text) => {
    const stems = tokenise(text).map(stem);
    const found = stems.filter((one) => !silent.has(one));
    for (let from = 0; from < stems.length; from++)
      for (let to = from + 1; to <= from + 6; to++) found.push(...(groups.get(stems.slice(from, to).join(" ")) ?? []));
    return found;
  };
  const engine = new MiniSearch({
    fields: ["title", "also", "text"], storeFields: ["address", "kind"], tokenize: terms, processTerm: (term) => term,
  });
  engine.addAll(items);
  return engine;
};
const KINDS = { objection: 1.3, argument: 1.1, chapter: 1.3, term: 1.4, advice: 0.6, page: 0.5 };
const find = (engine, query) => engine.search(query, {
  boost: { title: 4, also: 3 },
  boostTerm: (term) => (term.startsWith("=") ? 0.6 : 1),
  fuzzy: (word) => (word.length >= 5 && !word.startsWith("=") ? 1 : false),
  boostDocument: (id, word, stored) => KINDS[stored.kind] ?? 1,
});
"""
ASK = (
    "(() => {" + OPEN + """
  let engine;
  return async (query) => {
    engine ??= await open();
    return find(engine, query).slice(0, 30).map(({ address }) => address);
  };
})()"""
)
TIMED = (
    "async (query) => {" + OPEN + """
  const start = performance.now();
  globalThis.engine ??= await open();
  const found = find(globalThis.engine, query).slice(0, 10);
  document.querySelector("ol").replaceChildren(...found.map(({ address }) => {
    const item = document.createElement("li");
    item.textContent = address;
    return item;
  }));
  return (performance.now() - start) / 1000;
}"""
)


def real(bench: Bench) -> Path:
    """A page that can search the real content."""
    return _site(bench, "real", bench.records)


def made(bench: Bench, size: int) -> Path:
    """A page that can search made pages."""
    return _site(bench, str(size), [page.record(number) for number, page in enumerate(bench.made(size))])


def _site(bench: Bench, name: str, records: list[Record]) -> Path:
    site = bench.folder / f"minisearch-{name}"
    (site / "searching").mkdir(parents=True)
    (site / "searching/index.html").write_text(PAGE, encoding="utf-8")
    for folder in ("components", "assets"):
        shutil.copytree(bench.root / "theme" / folder, site / folder)
    shutil.copy2(bench.npm / "minisearch/dist/es/index.js", site / "minisearch.js")
    items = [
        {
            "id": number, "kind": record.kind, "title": record.title, "address": record.address,
            "also": " · ".join([*record.also, *(one.text for one in record.sections if one.is_said)]),
            "text": " ".join([record.lead, *(f"{one.heading} {one.text}" for one in record.sections if not one.is_said)]),
        }
        for number, record in enumerate(records)
    ]  # fmt: skip
    known = {"items": items, "ignored": bench.synonyms.ignored, "same": [group.words for group in bench.synonyms.same]}
    (site / "minisearch.json").write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    return site


MINISEARCH = Engine(
    real, made, "/searching/", ASK, TIMED,
    lambda address: "minisearch" in address or "/snowball/" in address or address.endswith(("/stems.mjs", "/tokenise.mjs")),
)  # fmt: skip
