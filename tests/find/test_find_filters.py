"""The filters of the page of all arguments: what they find, what they count and what they say."""

import pytest
from find_help import counts_shown, number_said, open_list, said, shown, tick, ticked
from playwright.sync_api import expect

CHOSEN = [
    {"objection": {"time-wasting"}},
    {"strength": {"strong", "weak"}},
    {"objection": {"security-it", "reputation"}, "audience": {"hr", "managers"}},
    {"response": {"agree"}, "country": {"wales"}},
    {"topic": {"policy", "conduct"}, "strength": {"medium"}, "audience": {"councillors"}},
]


def test_whole_list(page, home, truth):
    """At first every argument is there once, the strongest evidence first, and nothing is said to be filtered."""
    open_list(page, home)
    assert shown(page) == truth.by_strength(set(truth.arguments))
    assert said(page) == f"{len(truth.arguments)} arguments"
    expect(page.locator(".pb-found__chosen")).to_be_hidden()
    expect(page.locator(".pb-groups")).to_be_hidden()


def test_first_counts(page, home, truth):
    """Before anything is chosen each count is the number of arguments that have the choice, and no choice is empty."""
    open_list(page, home)
    assert counts_shown(page) == truth.counts({})


@pytest.mark.parametrize("chosen", CHOSEN, ids=lambda chosen: "+".join(chosen))
def test_filters_combine(page, home, truth, chosen):
    """Within a facet any choice will do, between facets all have to; counts follow the other facets."""
    open_list(page, home)
    for facet, ids in chosen.items():
        tick(page, facet, *ids)
    assert shown(page) == truth.by_strength(truth.found(chosen))
    assert counts_shown(page) == truth.counts(chosen)


def test_status_is_spoken(page, home, truth):
    """How many were found stands in a live region that was there from the start."""
    open_list(page, home)
    assert page.locator(".pb-found__count").get_attribute("role") == "status"
    tick(page, "strength", "strong")
    strong = len(truth.found({"strength": {"strong"}}))
    assert said(page) == f"{strong} of {len(truth.arguments)} arguments"


def test_facet_says_how_many_are_chosen(page, home):
    """A facet's heading says how many of its choices are ticked, so that a closed one hides nothing."""
    open_list(page, home)
    tick(page, "strength", "strong", "weak")
    assert page.locator("[data-facet=strength] summary").inner_text().split("\n")[-1].endswith("2 chosen")


def test_order_by_title(page, home, truth):
    """By title means the alphabet, whatever the strength."""
    open_list(page, home)
    page.get_by_label("Order").select_option("title")
    titles = [truth.arguments[key]["title"] for key in shown(page)]
    assert titles == sorted(titles, key=str.lower) and len(titles) == len(truth.arguments)


def test_words_in_the_argument(page, home, truth):
    """Typed words are looked for in titles and one-liners, by their beginnings and whatever their endings."""
    open_list(page, home)
    page.get_by_label("Find by words").fill("phones")
    assert "same-as-the-phone" in shown(page)
    page.get_by_label("Find by words").fill("ring resid")
    assert "same-as-the-phone" in shown(page)
    assert number_said(page) < len(truth.arguments)


@pytest.mark.parametrize("objection", ["time-wasting", "security-it", "data-protection-records"])
def test_words_that_were_heard(page, home, truth, objection):
    """Each wording of an objection finds every argument that answers it."""
    open_list(page, home)
    answers = truth.found({"objection": {objection}})
    for wording in truth.objections[objection]["heard_as"]:
        page.get_by_label("Find by words").fill(wording)
        assert answers <= set(shown(page)), wording


def test_words_and_filters_combine(page, home, truth):
    """Words narrow what the filters leave."""
    open_list(page, home)
    page.get_by_label("Find by words").fill("skiving")
    tick(page, "strength", "strong")
    assert set(shown(page)) == truth.found({"objection": {"time-wasting"}, "strength": {"strong"}})


def test_words_that_say_nothing(page, home, truth):
    """Words such as “it is the” filter nothing and are not shown as a filter."""
    open_list(page, home)
    page.get_by_label("Find by words").fill("It is the")
    assert number_said(page) == len(truth.arguments)
    expect(page.locator(".pb-found__chosen")).to_be_hidden()


def test_take_one_filter_away(page, home, truth):
    """Each filter in use stands above the list in words, as a button that takes it away."""
    open_list(page, home)
    tick(page, "objection", "time-wasting")
    tick(page, "strength", "strong", "weak")
    page.get_by_role("button", name="Take away What was said: “Staff will waste time”").click()
    assert set(shown(page)) == truth.found({"strength": {"strong", "weak"}})
    chip = page.get_by_role("button", name="Take away Evidence: Strong evidence or Weak evidence")
    expect(chip).to_be_focused()
    chip.click()
    assert ticked(page) == set() and number_said(page) == len(truth.arguments)


def test_clear_all(page, home, truth):
    """“Clear all filters” takes away every filter and the words, and leaves the order as it is."""
    open_list(page, home)
    tick(page, "strength", "strong")
    tick(page, "topic", "conduct")
    page.get_by_label("Find by words").fill("person")
    page.get_by_label("Order").select_option("title")
    page.get_by_role("button", name="Clear all filters").click()
    assert ticked(page) == set()
    assert page.get_by_label("Find by words").input_value() == ""
    assert page.get_by_label("Order").input_value() == "title"
    assert number_said(page) == len(truth.arguments)


def test_nothing_found_says_what_to_drop(page, home, truth):
    """When nothing fits, the page says which filter to take away, and how many that would show."""
    chosen = {"strength": {"strong"}, "objection": {"only-young-people"}}
    assert truth.found(chosen) == set()
    open_list(page, home, "?strength=strong&objection=only-young-people")
    without_strength = len(truth.found({"objection": chosen["objection"]}))
    without_objection = len(truth.found({"strength": chosen["strength"]}))
    most = max(without_strength, without_objection)
    assert said(page).startswith("No argument fits all of this. Take away “")
    assert said(page).endswith(f"” to see {most}.")
    chips = page.locator(".pb-chip")
    assert chips.count() == 2
    page.get_by_role("button", name=f"Evidence: Strong evidence {without_strength} without it").click()
    assert set(shown(page)) == truth.found({"objection": chosen["objection"]})


def test_nothing_found_by_words_leads_to_search(page, home):
    """Words that no argument has lead on to the search of the whole playbook."""
    open_list(page, home)
    page.get_by_label("Find by words").fill("zebra & quagga")
    link = page.get_by_role("link", name="Search the whole playbook for these words")
    assert link.get_attribute("href").endswith("search/?q=zebra%20%26%20quagga")
