"""The search page: what is fetched when, how results are shown, filters, and what is said where nothing is found."""

import re

import pytest
from playwright.sync_api import expect
from site_help import words

TOLD = "staff will just mess about on Facebook"


def answered(page):
    """The page, once the search has answered."""
    expect(page.locator("#search-status")).to_have_text(re.compile("“"))
    return page


@pytest.fixture
def asked(browser, served):
    """Opens a page and keeps the addresses of all that it fetches."""
    page = browser.new_page()
    fetched = []
    page.on("request", lambda request: fetched.append(request.url.removeprefix(served)))
    yield page, fetched
    page.close()


def index_files(fetched):
    """What was fetched of the index, its scripts included."""
    return [one for one in fetched if re.search(r"/search/en|/snowball/|/engine\.mjs", one)]


def test_nothing_is_fetched_before_a_touch(asked, served):
    """Neither the index nor what reads it is fetched before the search is touched, on the search page or on another."""
    page, fetched = asked
    for address in ("/", "/search/"):
        page.goto(served + address)
        page.wait_for_load_state("networkidle")
        assert index_files(fetched) == []
    page.locator("#query").focus()
    with page.expect_response("**/search/en.json"):
        page.locator("#query").fill("virus")
    answered(page)
    assert "/search/en.json" in fetched


def test_only_needed_parts_are_fetched(asked, served):
    """A query fetches the parts that have its words, and the records that are shown."""
    page, fetched = asked
    page.goto(f"{served}/search/?q=virus")
    answered(page)
    assert len([one for one in fetched if "/part-" in one]) <= 4
    assert len([one for one in fetched if "/record-" in one]) <= 10


def test_results_by_kind(visit):
    """The best matches come first, then all others by kind; objections and arguments first, if words are an objection."""
    page = answered(visit(f"/search/?q={TOLD}"))
    best = page.locator("[data-part=best] li")
    assert 1 <= best.count() <= 3
    expect(best.first.locator("a")).to_have_attribute("href", re.compile("objections/time-wasting/$"))
    groups = [re.sub(r" \(\d+\)$", "", one) for one in page.locator(".pb-results__group").all_inner_texts()]
    first = [words("search.kinds.objection"), words("search.kinds.argument")]
    assert [one for one in groups if one in first] == groups[: len([one for one in groups if one in first])]
    assert len(groups) > 2


def test_counts_add_up(visit):
    """The status counts the best matches and all groups together."""
    page = answered(visit("/search/?q=security"))
    groups = sum(int(re.search(r"\((\d+)\)$", one)[1]) for one in page.locator(".pb-results__group").all_inner_texts())
    total = int(page.locator("#search-status").inner_text().split()[0])
    assert page.locator("[data-part=best] li").count() + groups == total


def test_words_are_marked(visit):
    """The sentence that matches is shown, with the words marked, in other words for the same thing too."""
    page = answered(visit(f"/search/?q={TOLD}"))
    marks = page.locator("[data-part=best] li").first.locator("mark").all_inner_texts()
    assert {one.lower() for one in marks} >= {"wasted", "time"}


def test_hostile_query_is_text(visit):
    """A query is shown as text, whatever it holds."""
    page = answered(visit("/search/?q=%3Cimg src=x onerror=alert(1)%3E policy"))
    expect(page.locator("#search-status")).to_contain_text("<img src=x onerror=alert(1)> policy")
    expect(page.locator("main img")).to_have_count(0)


def test_more_is_shown_and_reached(visit):
    """A group that has more shows it when asked, and the first of it has the focus."""
    page = answered(visit("/search/?q=council"))
    button = page.locator(".pb-results__more").first
    group = button.locator("xpath=..").element_handle()  # the button goes when nothing is left
    before = len(group.query_selector_all("li"))
    button.press("Enter")
    is_reached = "([group, before]) => group.querySelectorAll('li')[before]?.contains(document.activeElement)"
    page.wait_for_function(is_reached, arg=[group, before])
    assert page.evaluate("() => document.activeElement.tagName") == "A"


@pytest.mark.parametrize(
    ("query", "kinds"), [("q=flood&kind=case-study", {"case-studies"}), ("q=time&kind=argument&for=managers", {"arguments"})]
)
def test_filters_stand_in_the_address(visit, query, kinds):
    """An address with filters shows what fits them, and says so in the choices."""
    page = answered(visit(f"/search/?{query}"))
    links = page.locator("#search-results li a").evaluate_all("links => links.map((one) => one.pathname.split('/')[1])")
    assert set(links) == kinds
    asked = dict(part.split("=") for part in query.split("&"))
    expect(page.locator("select[name=kind]")).to_have_value(asked["kind"])
    expect(page.locator("select[name=for]")).to_have_value(asked.get("for", ""))


def test_choosing_a_filter(visit):
    """A filter that is chosen narrows the results, says how many are left, and goes into the address."""
    page = answered(visit("/search/?q=security"))
    before = int(page.locator("#search-status").inner_text().split()[0])
    page.locator("select[name=kind]").select_option("template")
    expect(page).to_have_url(re.compile(r"\?q=security&kind=template$"))
    expect(page.locator("#search-status")).not_to_contain_text(f"{before} ")
    assert 0 < int(page.locator("#search-status").inner_text().split()[0]) < before
    page.locator("select[name=for]").select_option("hr")
    expect(page).to_have_url(re.compile(r"\?q=security&kind=template&for=hr$"))
    expect(page.locator("select[name=for]")).to_be_visible()


def test_slip_is_said(visit):
    """If a word was taken for another one, the status says so."""
    page = answered(visit("/search/?q=facebok"))
    expect(page.locator("#search-status")).to_contain_text("“facebook”")
    page.goto(page.url.replace("facebok", "socialmedia"))
    expect(answered(page).locator("#search-status")).to_contain_text("“social media”")


def test_nothing_found(visit):
    """Where nothing is found there is a way on: words that are nearly the same, the objections, and telling us."""
    page = answered(visit("/search/?q=monmuthshyere"))
    expect(page.locator("#search-results a")).to_have_count(0)
    near = page.locator("[data-part=near] a")
    expect(near.first).to_have_text("monmouthshire")
    assert page.locator("[data-part=none] a[href$='objections/']").is_visible()
    assert page.locator("[data-part=none] a[href$='contribute/']").is_visible()
    near.first.click()
    expect(answered(page).locator("#search-results a").first).to_have_attribute("href", re.compile("monmouthshire"))
    expect(page.locator("[data-part=none]")).to_be_hidden()


def test_nothing_fits(visit):
    """Where words stand on the site and no page fits the query the reader is told so, and shown the same ways on."""
    page = answered(visit("/search/?q=swimming pool opening times"))
    expect(page.locator("#search-status")).to_have_text(words("search.none").replace("{query}", "swimming pool opening times"))
    expect(page.locator("#search-results a")).to_have_count(0)
    assert page.locator("[data-part=none] a[href$='objections/']").is_visible()
    assert page.locator("[data-part=none] a[href$='contribute/']").is_visible()


def test_best_do_not_wait(asked, served):
    """The best are drawn, and the headings of all groups, before the records of the others have come."""
    page, fetched = asked
    held = []

    def answer(route):
        if len([one for one in fetched if "/record-" in one]) > 3:
            held.append(route)
        else:
            route.continue_()

    page.route("**/search/en/record-*", answer)
    page.goto(f"{served}/search/?q=security")
    answered(page)
    groups = page.locator("[data-part=groups]")
    expect(page.locator("[data-part=best] li")).to_have_count(3)
    assert groups.locator("h3").count() > 1 and groups.locator("li").count() == 0
    for route in held:
        route.continue_()
    expect(groups.locator("li").first).to_be_visible()


def test_emptied(visit):
    """A field that is emptied shows no results, and nothing as if nothing had been found."""
    page = answered(visit("/search/?q=virus"))
    page.locator("#query").fill("")
    expect(page.locator("#search-results a")).to_have_count(0)
    expect(page.locator("#search-status")).to_have_text("")
    expect(page.locator("[data-part=none]")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
def test_fits(visit, width):
    """Results, filters and what is said where nothing is found fit the narrowest page."""
    page = visit(f"/search/?q={TOLD}", viewport={"width": width, "height": 800})
    answered(page)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width
