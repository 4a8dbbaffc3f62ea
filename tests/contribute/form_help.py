"""Filling the forms in a browser, as a contributor does."""

from collections.abc import Mapping

from answers import GOOD
from playwright.sync_api import Page, Route

FORGE = "https://git.example/**"
LIVE = ".pb-contribute--live"
HERE = {"case-study": {"organisation.country": "wales"}, "use": {"country": "wales"}}
"""Answers that fit the real playbook, where the small one has other choices."""


def real(form: str, **changes: str) -> dict[str, str]:
    """Right answers for the real playbook."""
    return {**GOOD[form], **HERE.get(form, {}), **changes}


def fill(page: Page, answers: Mapping[str, str]) -> None:
    """Answer questions by typing, ticking and choosing."""
    page.locator(LIVE).wait_for()
    for name, answer in answers.items():
        fields = page.locator(f'[name="{name}"]')
        kind = fields.first.evaluate("field => field.type")
        if kind in ("checkbox", "radio"):
            for value in filter(None, answer.split("\n")):
                page.locator(f'[name="{name}"][value="{value}"]').check()
        elif kind == "select-one":
            fields.select_option(answer)
        else:
            fields.fill(answer)


def go_on(page: Page) -> None:
    """Press the button below the form."""
    page.locator(".pb-contribute__go [type=submit]").click()


def fake_forge(page: Page) -> list[str]:
    """Stand in for the forge: give the list in which the addresses appear that are opened there."""
    opened: list[str] = []

    def answer(route: Route) -> None:
        opened.append(route.request.url)
        route.fulfill(
            content_type="text/html", body="<!doctype html><html lang=en><title>New file</title><h1>New file</h1>"
        )

    page.context.route(FORGE, answer)
    return opened
