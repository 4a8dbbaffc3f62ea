"""A filtered list has an address: it can be sent, it is restored, and nothing bad comes of a bad one."""

from urllib.parse import parse_qsl, quote, urlsplit

import pytest
from find_help import number_said, open_list, shown, tick, ticked
from playwright.sync_api import expect

HOSTILE = "<img src=x onerror=window.hurt=1>"
NOTE = "Part of this page's address is not known here, so it was left out."


def query(page):
    """The address's question, as pairs."""
    return parse_qsl(urlsplit(page.url).query)


def test_address_is_readable(page, home):
    """The address says in words what is chosen, in an order of its own, and nothing where nothing is."""
    open_list(page, home)
    tick(page, "strength", "strong")
    tick(page, "objection", "time-wasting")
    assert page.url == f"{home}arguments/?objection=time-wasting&strength=strong"
    page.get_by_label("Order").select_option("newest")
    assert page.url.endswith("&order=newest")
    page.get_by_role("button", name="Clear all filters").click()
    page.get_by_label("Order").select_option("strength")
    assert page.url == f"{home}arguments/"


def test_sent_to_somebody(page, contexts, home, truth):
    """The address of a filtered list, opened by somebody else, shows the same list with the same choices."""
    open_list(page, home)
    tick(page, "audience", "managers", "hr")
    tick(page, "strength", "medium")
    page.get_by_label("Order").select_option("title")
    page.get_by_label("Find by words").fill("people & “rules”")
    page.wait_for_url("**q=people*")
    other = contexts().new_page()
    other.goto(page.url)
    other.locator(".pb-found__list[data-started]").wait_for(state="attached")
    assert shown(other) == shown(page) and ticked(other) == ticked(page)
    assert other.get_by_label("Find by words").input_value() == "people & “rules”"
    assert other.get_by_label("Order").input_value() == "title"
    assert other.url == page.url


def test_from_an_argument_and_back(page, home, truth):
    """After reading an argument, back leads to the list as it was filtered."""
    open_list(page, home)
    tick(page, "strength", "strong")
    page.locator(".pb-item__title a").first.click()
    page.locator(".pb-oneliner").wait_for()
    page.go_back()
    page.locator(".pb-found__list[data-started]").wait_for(state="attached")
    assert ticked(page) == {("strength", "strong")}
    assert set(shown(page)) == truth.found({"strength": {"strong"}})


def test_back_and_forward_within_the_page(page, home, truth):
    """Back and forward between two states of the list restore each."""
    open_list(page, home, "?strength=weak")
    page.evaluate("history.pushState(null, '', '?strength=strong'); dispatchEvent(new PopStateEvent('popstate'))")
    assert set(shown(page)) == truth.found({"strength": {"strong"}})
    page.go_back()
    expect(page.locator("input[value=weak]")).to_be_checked()
    assert set(shown(page)) == truth.found({"strength": {"weak"}})
    page.go_forward()
    expect(page.locator("input[value=strong]")).to_be_checked()
    assert set(shown(page)) == truth.found({"strength": {"strong"}})


def test_filtering_makes_no_history(page, home):
    """Filtering does not fill the history: one step back leaves the list."""
    page.goto(home)
    open_list(page, home)
    tick(page, "strength", "strong", "weak", "medium")
    page.get_by_label("Find by words").fill("person")
    page.go_back()
    assert page.url == home


def test_words_are_kept_when_leaving_at_once(page, home):
    """Words typed just before a link is followed are in the address that back leads to."""
    open_list(page, home)
    page.get_by_label("Find by words").fill("phone")
    page.locator(".pb-item__title a").first.click()
    page.locator(".pb-oneliner").wait_for()
    page.go_back()
    page.locator(".pb-found__list[data-started]").wait_for(state="attached")
    assert query(page) == [("q", "phone")]
    assert page.get_by_label("Find by words").input_value() == "phone"


def test_anchor_of_an_objection(page, home, truth):
    """An address that jumps to an objection without scripts filters by it with them."""
    open_list(page, home, "#security-it")
    assert ticked(page) == {("objection", "security-it")}
    assert set(shown(page)) == truth.found({"objection": {"security-it"}})


@pytest.mark.parametrize("facet", ["objection", "audience", "strength", "response", "topic", "country", "order"])
@pytest.mark.parametrize("value", [HOSTILE, "a" * 10_000, "no-such-id", "__proto__", "constructor", "strong\x00", ""])
def test_unknown_values(page, home, truth, facet, value):
    """A value that is not known is left out, the page says so, the whole list is there and nothing of it runs."""
    open_list(page, home, f"?{facet}={quote(value)}")
    assert number_said(page) == len(truth.arguments)
    assert page.locator(".pb-found__note").inner_text() == NOTE
    assert page.locator(".pb-found__note").get_attribute("role") == "status"
    assert page.evaluate("window.hurt") is None
    assert value == "" or value[:20] not in page.locator("main").inner_text()


def test_known_beside_unknown(page, home, truth):
    """What is known in an address holds beside what is not; the first change takes the note and the rest away."""
    open_list(page, home, "?strength=strong&strength=iron&objection=no-such")
    assert set(shown(page)) == truth.found({"strength": {"strong"}})
    tick(page, "strength", "weak")
    assert page.locator(".pb-found__note").inner_text() == ""
    assert query(page) == [("strength", "strong"), ("strength", "weak")]


def test_other_peoples_parameters(page, home, truth):
    """What mail programs add to an address is passed over without a word."""
    open_list(page, home, "?utm_source=newsletter&strength=strong")
    assert set(shown(page)) == truth.found({"strength": {"strong"}})
    assert page.locator(".pb-found__note").inner_text() == ""


def test_hostile_words(page, home):
    """Markup in the words is shown as text in the field, the filter and the status, and never run."""
    open_list(page, home, f"?q={quote(HOSTILE + ' $& {name}')}")
    assert page.get_by_label("Find by words").input_value() == HOSTILE + " $& {name}"
    expect(page.get_by_role("button", name=f"Take away Words: “{HOSTILE} $& {{name}}”")).to_be_visible()
    assert page.locator("main img").count() == 0
    assert page.evaluate("window.hurt") is None


def test_very_many_words(page, home, truth):
    """10,000 characters are cut to what the field takes, with the note, and the page is not made wider."""
    open_list(page, home, f"?q={'phone' * 2000}")
    assert len(page.get_by_label("Find by words").input_value()) == 200
    assert page.locator(".pb-found__note").inner_text() == NOTE
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
