"""What axe-core says of a page: the one place that runs it, with the few things that it leaves to a person and that one
person has looked at.

Whatever it finds wrong counts, and so does whatever it cannot decide ("incomplete"), unless it stands in SET_ASIDE. The
reason for each of those, in words for readers, is `tested.why.<name>` in the interface's words: the accessibility
statement gives it, with the number of places.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page
from site_help import nothing

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
SIZES = {1280: {"width": 1280, "height": 900}, 360: {"width": 360, "height": 740}}
SCHEMES = ("light", "dark")
# What is left of A4 between its margins, in CSS pixels.
PAPER = {"width": 658, "height": 994}
KINDS = ("violations", "incomplete")
MOST_RUNS = 5
# Rules that every page has something for: if axe-core does not know them, it has not judged.
KNOWN_RULES = {"color-contrast", "target-size", "region"}
UNFOLD = "() => { for (const details of document.querySelectorAll('details')) details.open = true; }"


@dataclass(frozen=True)
class Aside:
    """Places that axe-core leaves to a person, by a rule, and a function that knows them by their element."""

    rule: str
    knows: str


SET_ASIDE = {
    # The same cell is judged at 1280 pixels, where nothing is out of sight; its colours do not depend on the window.
    "out-of-sight": Aside(
        "color-contrast",
        """one => {
          const table = one.closest('.pb-table[role=region]');
          return !!table && table.scrollWidth > table.clientWidth;
        }""",
    ),
    # It overlaps the page on purpose, so axe-core does not say on what it stands; a test of the colours measures the pair.
    "stays-in-view": Aside(
        "color-contrast",
        """one => {
          const sign = one.closest('.pb-fit');
          return !!sign && getComputedStyle(sign).position === 'sticky' && /^rgb\\(/.test(getComputedStyle(sign).backgroundColor);
        }""",
    ),
    # Its label lies under the word that says what was done; that word's colours are the header's, which a test measures.
    "covered": Aside("color-contrast", "one => one.matches('.pb-action--done')"),
    # On paper a list of choices that nobody has answered is a line to write on: its “Choose one” is not printed.
    "not-chosen": Aside(
        "color-contrast",
        "one => matchMedia('print').matches && one.matches('.pb-contribute select') && one.value === ''",
    ),
}


@dataclass
class Judgement:
    """What was found: a line for each place, how many places by rule, and how many were set aside for which reason.

    `looks` says how often a page was judged, in some size, scheme and state.
    """

    found: list[str] = field(default_factory=list)
    rules: Counter[str] = field(default_factory=Counter)
    set_aside: Counter[str] = field(default_factory=Counter)
    looks: int = 0

    def add(self, other: "Judgement") -> None:
        """Take in what was found somewhere else."""
        self.found += other.found
        self.rules += other.rules
        self.set_aside += other.set_aside
        self.looks += other.looks


def judge(page: Page, where: str, without: tuple[str, ...] = ()) -> Judgement:
    """The page as it is now, judged by all rules for WCAG 2.0 to 2.2, A and AA, and by axe-core's own best practice, but
    for those that make no sense where it is (`without`).
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    results = _run(page, without)
    for _ in range(MOST_RUNS):
        if not any(_is_gone(node) for kind in KINDS for rule in results[kind] for node in rule["nodes"]):
            break
        results = _run(page, without)
    run = {rule["id"] for kind in (*KINDS, "passes", "inapplicable") for rule in results[kind]}
    assert run >= KNOWN_RULES - {*without}, "axe-core left out rules that it should know"
    judgement = Judgement(looks=1)
    for kind in KINDS:
        for rule in results[kind]:
            for node in rule["nodes"]:
                reason = _reason(page, rule["id"], node["target"]) if kind == "incomplete" else None
                if reason:
                    judgement.set_aside[reason] += 1
                else:
                    judgement.found.append(_line(where, kind, rule, node))
                    judgement.rules[rule["id"]] += 1
    return judgement


def judged(page: Page, where: str = "as it is") -> list[str]:
    """What axe-core finds wrong in the page as it is, and what it cannot decide and nobody has looked at."""
    return judge(page, where).found


def judge_looks(
    page: Page, where: str, sizes: Iterable[int] = SIZES, schemes: Iterable[str] = SCHEMES
) -> Judgement:
    """The page as it is in each size and scheme; its window and scheme stay as they were last."""
    whole = Judgement()
    for size in sizes:
        page.set_viewport_size(SIZES[size])
        for scheme in schemes:
            page.emulate_media(color_scheme=scheme)
            whole.add(judge(page, f"{where}, {size} px {scheme}"))
    return whole


def judge_print(page: Page, where: str) -> Judgement:
    """The page as it is printed from a device with dark colours; afterwards it is on the screen again."""
    page.set_viewport_size(PAPER)
    page.emulate_media(media="print", color_scheme="dark")
    # Nobody has to hit a link on paper.
    judgement = judge(page, f"{where}, on paper", without=("target-size",))
    page.emulate_media(media="null")
    return judgement


def axe_finds_nothing(
    page: Page, where: str = "as it is", sizes: Iterable[int] = SIZES, schemes: Iterable[str] = SCHEMES
) -> None:
    """Fail unless the page as it is passes in each of these sizes and schemes."""
    nothing(judge_looks(page, where, sizes, schemes).found)


def version(page: Page) -> str:
    """The version of axe-core that judges."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate("() => axe.version")


def _run(page: Page, without: tuple[str, ...]) -> dict:
    off = {rule: {"enabled": False} for rule in without}
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": [*KINDS], "rules": off}
    return page.evaluate("options => axe.run(options)", options)


def _is_gone(node: dict) -> bool:
    """Whether something was drawn anew while axe-core looked: what is in no page any more has no path in it, and a heading
    that is not among the page's none before it.
    """
    lost = any("previous heading" in check["message"] for check in node["any"])
    return lost or (node["target"] == [":root"] and not node["html"].startswith("<html"))


def _reason(page: Page, rule: str, target: list) -> str | None:
    """The name of the reason why a place is set aside, if it is."""
    if len(target) != 1:
        return None
    for name, aside in SET_ASIDE.items():
        known = f"selector => {{ const one = document.querySelector(selector); return !!one && ({aside.knows})(one); }}"
        if aside.rule == rule and page.evaluate(known, target[0]):
            return name
    return None


def _line(where: str, kind: str, rule: dict, node: dict) -> str:
    said = " ".join(check["message"] for check in node["any"][:1])
    target = " ".join(map(str, node["target"]))
    return f"{where}: {rule['id']} ({'cannot decide' if kind == 'incomplete' else rule['impact']}): {target}: {node['html'][:160]} {said[:160]}"
