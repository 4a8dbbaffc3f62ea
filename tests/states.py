"""The states that a reader can bring a page into, and how: what axe-core looks at besides the pages as they open."""

from collections.abc import Callable
from dataclasses import dataclass

from axe import UNFOLD
from playwright.sync_api import Page
from site_help import words


def _stay(page: Page, width: int) -> None:
    """The state is the same at every width."""


@dataclass(frozen=True)
class State:
    """A page's address, how to bring it into the state, and what that needs besides at one width."""

    address: str
    reach: Callable[[Page], None]
    at: Callable[[Page, int], None] = _stay


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_function("() => !document.querySelector('[data-pb=\"theme-switch\"][hidden]')")


def _search(query: str) -> Callable[[Page], None]:
    def reach(page: Page) -> None:
        _open(page, f"/search/?q={query}")
        page.wait_for_function("() => document.querySelector('#search-status').textContent.includes('“')")

    return reach


def _filters(search: str) -> Callable[[Page], None]:
    def reach(page: Page) -> None:
        _open(page, f"/arguments/{search}")
        page.locator(".pb-found__list[data-started]").wait_for(state="attached")
        page.evaluate(UNFOLD)

    return reach


def _all_facets(page: Page, width: int) -> None:
    """On a phone the filters open on a button."""
    toggle = page.locator(".pb-filters__toggle")
    if toggle.is_visible() and toggle.get_attribute("aria-expanded") == "false":
        toggle.click()


def _form_in_error(page: Page) -> None:
    _open(page, "/contribute/argument/")
    page.locator(".pb-contribute--live").wait_for()
    page.locator(".pb-contribute__go [type=submit]").click()
    page.locator("[data-part=errors]").wait_for()


def _tree_answer(page: Page) -> None:
    _open(page, "/should-i-reply/")
    page.locator(".pb-node--here button.pb-way").first.wait_for()
    while page.locator(".pb-node--here button.pb-way").count():
        page.locator(".pb-node--here button.pb-way").first.click()


def _check_answer(page: Page) -> None:
    _open(page, "/where-are-you-now/")
    for group in page.locator("main fieldset").all():
        group.get_by_role("radio").last.check()
    page.locator(".pb-check__buttons .pb-button").click()


def _blocked(page: Page) -> None:
    _open(page, "/what-is-blocked/")
    page.locator(".pb-prose > .pb-blocked").wait_for()
    page.locator("[data-row] input[type=radio]").nth(2).check()
    page.evaluate(UNFOLD)


def _case(page: Page) -> None:
    _open(page, "/arguments/same-as-the-phone/")
    page.get_by_role("button", name=words("add_to_case.add")).first.click()
    page.locator(".pb-header__case").click()
    page.wait_for_url("**/my-case/")
    page.locator('[data-part="chosen"] a').first.wait_for()
    page.evaluate(UNFOLD)


def _brand(page: Page) -> None:
    _open(page, "/reuse/brand/")
    page.locator("[data-field=name]").fill("Anytown Council")
    page.locator("[data-field=brand]").fill("#ffe0")
    page.locator("[data-field=brand]").blur()
    page.evaluate(UNFOLD)


def _chosen_colours(page: Page) -> None:
    _open(page, "/objections/security-it/")
    page.locator('[data-pb="theme-switch"]').click()
    page.evaluate(UNFOLD)


def _copied(page: Page) -> None:
    _open(page, "/arguments/same-as-the-phone/")
    page.locator(".pb-actions button").first.click()


STATES = {
    "search-results": State("/search/", _search("virus")),
    "search-nothing": State("/search/", _search("xyzzyqwq")),
    "filters": State("/arguments/", _filters("?objection=time-wasting&audience=hr&strength=medium"), _all_facets),
    "filters-nothing": State("/arguments/", _filters("?objection=only-young-people&strength=strong"), _all_facets),
    "form-in-error": State("/contribute/argument/", _form_in_error),
    "tool-answers": State("/should-i-reply/", _tree_answer),
    "tool-scores": State("/where-are-you-now/", _check_answer),
    "tool-note": State("/what-is-blocked/", _blocked),
    "case": State("/my-case/", _case),
    "brand": State("/reuse/brand/", _brand),
    "copied": State("/arguments/same-as-the-phone/", _copied),
    "chosen-colours": State("/objections/security-it/", _chosen_colours),
}
