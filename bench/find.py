"""How quickly the list of all arguments answers, with 2,000 of them: `.venv/bin/python bench/find.py [number]`.

Prints, for each thing that a reader does, the time from the input's event to the painted list, beside the same on a
page that draws every argument that was found anew, as a plain script would. Times drift with the machine, ratios less.
"""

import gzip
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from install_browser import find_browser, is_root  # noqa: E402 (their folder is added above)
from many_arguments import write_many  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402
from site_help import command, serving  # noqa: E402

TIMES = 7
LIMIT = 50
WATCH = """
const painted = () => new Promise((done) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now());
  port2.postMessage(null);
}));
const idle = () => new Promise((done) => requestIdleCallback(() => setTimeout(done, 30)));
const timed = async (act) => {
  await painted();
  await idle();
  const start = performance.now();
  act();
  return (await painted()) - start;
};
const box = (id) => document.querySelector(`.pb-choice input[value="${id}"]`);
const type = (text) => {
  const field = document.querySelector("#words");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
};
const order = (way) => {
  const select = document.querySelector("#order");
  select.value = way;
  select.dispatchEvent(new Event("input", { bubbles: true }));
};
const acts = {
  "tick an objection": [() => box("objection-3").click(), () => box("objection-3").click()],
  "tick a strength": [() => box("strong").click(), () => box("strong").click()],
  "type a first letter": [() => type("t"), () => type("")],
  "type a word": [() => type("trust"), () => type("")],
  "order by title": [() => order("title"), () => order("strength")],
};
"""
OURS = """async (times) => {
  %s
  const took = {};
  for (const [name, [act, back]] of Object.entries(acts)) {
    took[name] = [];
    for (let time = 0; time < times; time++) {
      took[name].push(await timed(act));
      await timed(back);
    }
  }
  return took;
}"""
# The baseline: the same choices, with every item that fits drawn anew into a list that holds them all.
PLAIN = """async (times) => {
  %s
  const html = await (await fetch(location.pathname)).text();
  const items = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll(".pb-found__list > li")];
  for (const said of (await (await fetch("../find/en.json")).json()).items) {
    const item = items[0].cloneNode(true);
    for (const [facet, ids] of Object.entries(said.values)) item.dataset[facet] = ids.join(" ");
    item.querySelector("h3 a").textContent = said.title;
    item.querySelector(".pb-item__line").textContent = said.line;
    items.push(item);
  }
  const old = document.querySelector(".pb-finder");
  const finder = old.cloneNode(true);
  old.replaceWith(finder);
  const list = finder.querySelector(".pb-found__list");
  const draw = () => {
    const ticked = [...finder.querySelectorAll(".pb-choice input:checked")];
    const words = finder.querySelector("#words").value.toLowerCase();
    const way = finder.querySelector("#order").value;
    const fits = (item) => ticked.every((box) => item.dataset[box.name].split(" ").includes(box.value)) &&
      item.textContent.toLowerCase().includes(words);
    const found = items.filter(fits);
    const title = (item) => item.querySelector("h3").textContent;
    if (way === "title") found.sort((one, other) => title(one).localeCompare(title(other)));
    list.innerHTML = found.map((item) => item.outerHTML).join("");
    finder.querySelector(".pb-found__count").textContent = found.length;
  };
  finder.addEventListener("input", draw);
  draw();
  const took = {};
  for (const [name, [act, back]] of Object.entries(acts)) {
    took[name] = [];
    for (let time = 0; time < times; time++) {
      took[name].push(await timed(act));
      await timed(back);
    }
  }
  return took;
}"""


def main(count: int) -> None:
    """Build, measure and print."""
    with tempfile.TemporaryDirectory(prefix="playbook-bench-") as folder:
        root = write_many(Path(folder, "playbook"), count)
        build = command(root, ROOT / "tests" / "build_without_papers.py")
        subprocess.run(**build, check=True, stdout=subprocess.DEVNULL)
        html = (root / "site" / "arguments" / "index.html").read_bytes()
        print(f"{count} arguments: the page has {len(html) // 1000} KB, {len(gzip.compress(html)) // 1000} KB gzipped")
        with serving(root / "site") as address, sync_playwright() as playwright:
            options = ["--no-sandbox"] if is_root() else []
            browser = playwright.chromium.launch(executable_path=find_browser(), args=options)
            ours = measure(browser.new_page(), address, OURS)
            plain = measure(browser.new_page(), address, PLAIN)
            browser.close()
    print(f"{'':24}{'median':>10}{'slowest':>10}{'plain':>10}{'ratio':>8}")
    for name, took in ours.items():
        middle, base = statistics.median(took), statistics.median(plain[name])
        print(f"{name:24}{middle:>7.1f} ms{max(took):>7.1f} ms{base:>7.1f} ms{middle / base:>8.2f}")
    slowest = max(statistics.median(took) for took in ours.values())
    verdict = "kept" if slowest < LIMIT else "broken"
    print(f"The slowest median is {slowest:.1f} ms; the limit of {LIMIT} ms is {verdict}.")


def measure(page: Page, address: str, script: str) -> dict[str, list[float]]:
    """The times of each act on a freshly opened page."""
    page.goto(f"{address}/arguments/")
    page.locator(".pb-found__list[data-started]").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    page.mouse.move(5, 5)  # what is not in the page is fetched at the first touch
    page.wait_for_load_state("networkidle")
    return page.evaluate(script % WATCH, TIMES)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
