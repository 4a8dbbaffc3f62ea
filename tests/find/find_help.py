"""What the tests of finding share: the truth, read from the YAML files themselves, and how to look at the page."""

import re
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

VISIBLE = ("published", "disputed", "retired")
STRENGTHS = ("strong", "medium", "weak")
FACETS = ("objection", "audience", "strength", "response", "topic", "country")
LIST = ".pb-found__list > li"
WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        window.shifts.push([entry.value, entry.sources.map((one) => one.node?.className ?? one.node?.nodeName)]);
      }
    }).observe({ type: "layout-shift", buffered: true });
"""


class Truth:
    """The visible arguments of a playbook, read from its files without any code of the playbook's own."""

    def __init__(self, root: Path):
        self.root = root
        read = {name: self._folder(root / "playbook" / name) for name in ("arguments", "objections", "sources")}
        self.objections = {key: one for key, one in read["objections"].items() if one["status"] in VISIBLE}
        self.arguments = {key: one for key, one in read["arguments"].items() if one["status"] in VISIBLE}
        self.values = {key: self._values(one, read["sources"]) for key, one in self.arguments.items()}

    @staticmethod
    def _folder(folder: Path) -> dict[str, Any]:
        return {path.stem: yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in sorted(folder.glob("*.yml"))}

    def _values(self, one: dict[str, Any], sources: dict[str, Any]) -> dict[str, set[str]]:
        return {
            "objection": {key for key in one["answers"] if key in self.objections},
            "audience": set(one["works_best_on"]),
            "strength": {one["strength"]},
            "response": {one["response_type"]},
            "topic": set(one["topics"]),
            "country": {country for item in one["evidence"] for country in sources[item["source"]]["countries"]},
        }

    def found(self, chosen: dict[str, set[str]]) -> set[str]:
        """The arguments that fit: any id within a facet, and every facet."""
        return {key for key, values in self.values.items() if all(values[facet] & ids for facet, ids in chosen.items())}

    def counts(self, chosen: dict[str, set[str]]) -> dict[tuple[str, str], int]:
        """For each choice, how many arguments have it and fit the other facets."""
        counts = {}
        for facet in FACETS:
            rest = self.found({name: ids for name, ids in chosen.items() if name != facet})
            for choice in set().union(*(values[facet] for values in self.values.values())):
                counts[facet, choice] = sum(choice in self.values[key][facet] for key in rest)
        return counts

    def by_strength(self, keys: set[str]) -> list[str]:
        """In the usual order: what is withdrawn last, the strongest first, then by title."""

        def place(key: str) -> tuple[int, int, str]:
            one = self.arguments[key]
            return VISIBLE.index(one["status"]), STRENGTHS.index(one["strength"]), one["title"].lower()

        return sorted(keys, key=place)

    def one_liner(self, key: str) -> str:
        """A one-liner as one line of text."""
        return " ".join(self.arguments[key]["one_liner"].split())


def open_list(page: Page, home: str, search: str = "") -> Page:
    """Open the list of all arguments, touch the page, and wait until its filters work on all that there is."""
    page.goto(f"{home}arguments/{search}")
    page.locator(".pb-found__list[data-started]").wait_for(state="attached")
    page.mouse.move(2, 2)
    page.locator(".pb-found__list[data-whole]").wait_for(state="attached")
    return page


def shown(page: Page) -> list[str]:
    """The ids of the arguments in the list, in order."""
    return page.locator(LIST).evaluate_all("items => items.map((item) => item.dataset.argument)")


def counts_shown(page: Page) -> dict[tuple[str, str], int]:
    """The number beside each choice."""
    read = """(boxes) => boxes.map((box) => [box.name, box.value,
        Number(box.closest("label").querySelector(".pb-choice__count").textContent)])"""
    return {(name, value): count for name, value, count in page.locator(".pb-choice input").evaluate_all(read)}


def ticked(page: Page) -> set[tuple[str, str]]:
    """The choices that are ticked."""
    read = "(boxes) => boxes.map((box) => [box.name, box.value])"
    return {tuple(one) for one in page.locator(".pb-choice input:checked").evaluate_all(read)}


def tick(page: Page, facet: str, *ids: str) -> None:
    """Tick choices, after opening their facet if it is closed."""
    toggle = page.locator(".pb-filters__toggle")
    if toggle.is_visible() and toggle.get_attribute("aria-expanded") == "false":
        toggle.click()
    details = page.locator(f"[data-facet={facet}]")
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    for one in ids:
        page.locator(f"input[name={facet}][value={one}]").check()


def said(page: Page) -> str:
    """What the list's status says."""
    return page.locator(".pb-found__count").inner_text()


def number_said(page: Page) -> int:
    """The number of arguments that the status says were found."""
    return int(re.match(r"\d+", said(page)).group())


def unfold(page: Page) -> None:
    """Open everything in the main part that can be folded."""
    page.locator("main details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")


def small_targets(page: Page) -> list[str]:
    """Visible controls within the page's main part that are less than 24 px wide or high, links left out."""
    return page.evaluate(
        """() => [...document.querySelectorAll("main :is(button, select, input, summary, label.pb-choice)")]
            .filter((one) => one.checkVisibility() && !one.parentElement.closest("label.pb-choice"))
            .map((one) => [one, one.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24)
            .map(([one, box]) => `${one.outerHTML.slice(0, 80)} ${box.width}×${box.height}`)"""
    )
