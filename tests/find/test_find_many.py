"""With 2,000 arguments the list is as right and as light as with a few."""

import sys

import pytest
from axe import judged
from find_help import LIST, counts_shown, open_list, said, shown, tick
from many_arguments import DISPUTED, HOSTILE, NAMED, RETIRED
from playwright.sync_api import expect
from site_help import ROOT, nothing

sys.path.insert(0, str(ROOT / "bench"))

from build import first_view

SHOWN_AT_ONCE = 50
WATCH_ITEMS = """() => {
    window.touched = [];
    new MutationObserver((records) => {
      const items = records.flatMap((record) => [...record.addedNodes, ...record.removedNodes]);
      window.touched.push(items.length);
    }).observe(document.querySelector(".pb-found__list"), { childList: true });
}"""


def test_only_some_are_in_the_page(page, many_home, many_truth):
    """Of 2,000 arguments 50 are in the page; the rest comes by fifties, when it is asked for."""
    open_list(page, many_home)
    assert said(page) == "2000 arguments"
    order = many_truth.by_strength(set(many_truth.arguments))
    assert shown(page) == order[:SHOWN_AT_ONCE]
    page.get_by_role("button", name="Show 50 more").click()
    assert shown(page) == order[: 2 * SHOWN_AT_ONCE]
    expect(page.locator(LIST).nth(SHOWN_AT_ONCE).locator("a").first).to_be_focused()


def test_a_filter_touches_few_nodes(page, many_home):
    """Whatever is filtered, no more than the 50 that go and the 50 that come are touched, all of them at once."""
    open_list(page, many_home)
    page.evaluate(WATCH_ITEMS)
    tick(page, "strength", "strong")
    tick(page, "objection", "objection-3")
    page.get_by_label("Find by words").press_sequentially("trust cas")
    page.get_by_label("Order").select_option("newest")
    page.get_by_role("button", name="Clear all filters").click()
    touched = page.evaluate("window.touched")
    assert touched and max(touched) <= 2 * SHOWN_AT_ONCE
    assert page.locator(LIST).count() == SHOWN_AT_ONCE


@pytest.mark.parametrize(
    "chosen",
    [
        {"objection": {"objection-3"}, "strength": {"strong"}},
        {"audience": {"hr", "councillors"}, "topic": {"time", "policy", "reach"}, "country": {"wales", "usa"}},
        {"response": {"agree"}, "strength": {"weak"}, "objection": {"objection-0", "objection-7"}},
    ],
    ids=lambda chosen: "+".join(chosen),
)
def test_counts(page, many_home, many_truth, chosen):
    """The list and every count are what a count of the files gives."""
    open_list(page, many_home)
    for facet, ids in chosen.items():
        tick(page, facet, *ids)
    assert counts_shown(page) == many_truth.counts(chosen)
    found = many_truth.by_strength(many_truth.found(chosen))
    assert said(page) == f"{len(found)} of 2000 arguments"
    assert shown(page) == found[:SHOWN_AT_ONCE]


def test_withdrawn_stand_last(page, many_home, many_truth):
    """What is disputed or retired stands last in every order, and says that it is and why."""
    withdrawn = [key for key, one in many_truth.arguments.items() if one["status"] != "published"]
    assert {DISPUTED, RETIRED} < set(withdrawn)
    for order in ("strength", "title", "newest"):
        open_list(page, many_home, f"?objection=objection-1&objection=objection-2&objection=time-wasting&order={order}")
        found = many_truth.found({"objection": {"objection-1", "objection-2", "time-wasting"}})
        more = page.locator(".pb-found__more button")
        while more.is_visible():
            more.click()
        listed = shown(page)
        last = set(withdrawn) & found
        assert set(listed[-len(last) :]) == last and {DISPUTED, RETIRED} <= last
    disputed = page.locator(f"[data-argument={DISPUTED}] .pb-item__notice")
    assert disputed.inner_text() == "This argument is disputed: The figure was withdrawn."


def test_newest_first(page, many_home, many_truth):
    """The newest come first."""
    open_list(page, many_home, "?order=newest")
    days = [many_truth.arguments[key]["added_on"] for key in shown(page)]
    assert days == sorted(days, reverse=True)
    assert days[0] == max(one["added_on"] for one in many_truth.arguments.values())


def test_hostile_text(page, many_home):
    """Markup in a title or a one-liner is shown as text in the list and on its page, and never run."""
    open_list(page, many_home, "?q=onerror")
    item = page.locator(f"[data-argument={NAMED}]")
    assert item.locator(".pb-item__title").inner_text() == HOSTILE
    assert item.locator(".pb-item__line").inner_text() == f"Say {HOSTILE}"
    item.locator("a").first.click()
    page.locator(".pb-oneliner").wait_for()
    assert page.locator("h1").inner_text() == HOSTILE
    assert page.locator("main img").count() == 0 and page.evaluate("window.hurt") is None
    assert page.title().startswith(HOSTILE)


def test_paper_has_all_of_it(page, many_home, many_truth):
    """All that was found is on paper, and afterwards the list is as short as before."""
    open_list(page, many_home, "?strength=strong")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert shown(page) == many_truth.by_strength(many_truth.found({"strength": {"strong"}}))
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(LIST).count() == SHOWN_AT_ONCE


def test_every_page_is_light(many_root):
    """With 2,000 arguments no page is heavier than with a few: 80 KB at most with all that is fetched before a touch."""
    site = many_root / "site"
    views = {path.relative_to(site).as_posix(): first_view(site, path) for path in sorted(site.rglob("index.html"))}
    assert len(views) > 2000
    nothing(f"{name}: {page}, {whole} with all" for name, (page, whole, _) in views.items() if page > 25_000 or whole > 80_000)


def test_the_button_for_more_counts_before_the_rest_has_come(page, many_home, many_truth):
    """The first press on the button that shows more counts, although the rest is fetched only then."""
    held = []
    page.route("**/find/en.json", lambda route: held.append(route))
    page.goto(f"{many_home}arguments/")
    page.locator(".pb-found__list[data-started]").wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    assert held == [] and page.locator(LIST).count() == SHOWN_AT_ONCE
    with page.expect_request("**/find/en.json"):
        page.get_by_role("button", name="Show 50 more").click()
    held[0].continue_()
    order = many_truth.by_strength(set(many_truth.arguments))
    expect(page.locator(LIST)).to_have_count(2 * SHOWN_AT_ONCE)
    assert shown(page) == order[: 2 * SHOWN_AT_ONCE]
    # What came from the file stands there like what was in the page.
    last = page.locator(LIST).last
    one = many_truth.arguments[order[2 * SHOWN_AT_ONCE - 1]]
    assert last.locator("h3").inner_text() == one["title"] and last.locator(".pb-item__line").inner_text() == one["one_liner"]
    assert last.locator(".pb-item__facts > span").count() == 3 and last.locator("button").count() >= 2


def test_first_paint_shows_no_more(browser, many_home):
    """Before the script has come no more than 50 are laid out."""
    context = browser.new_context()
    page = context.new_page()
    page.route("**/components/main.mjs", lambda route: None)
    page.goto(f"{many_home}arguments/", wait_until="commit")
    page.locator(".pb-footer").wait_for(state="attached")
    assert page.locator(LIST).locator("visible=true").count() == SHOWN_AT_ONCE
    context.close()


def test_axe(page, many_home):
    """axe finds nothing here either."""
    open_list(page, many_home, "?objection=objection-1&objection=objection-2&order=newest")
    assert judged(page) == []
