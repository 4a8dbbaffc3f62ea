"""Copying: the exact text, a word that it was done, and a way where the browser forbids it."""

import datetime

import pytest
from axe import axe_finds_nothing, judged
from find_help import open_list, tick, unfold
from playwright.sync_api import expect

ARGUMENT = "same-as-the-phone"
SPOKEN = '[data-pb="copy"]'


@pytest.fixture
def desk(contexts, home):
    """A page that may use the clipboard."""
    context = contexts()
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=home.rstrip("/"))
    return context.new_page()


def clipboard(page):
    """What is on the clipboard."""
    return page.evaluate("navigator.clipboard.readText()")


def words(text):
    """A text as one line."""
    return " ".join(text.split())


def long_date(day: datetime.date) -> str:
    """A day as readers see it."""
    return f"{day.day} {day:%B} {day.year}"


def test_one_liner_short_form_and_citation(desk, home, truth):
    """On an argument's page each button puts exactly its text on the clipboard, and says so aloud."""
    desk.goto(f"{home}arguments/{ARGUMENT}/")
    one = truth.arguments[ARGUMENT]
    address = f"https://playbook.example/arguments/{ARGUMENT}/"
    reviewed = long_date(one["reviewed_on"])
    citation = f"“{one['title']}”, Public sector social media playbook, {address} (last reviewed on {reviewed})."
    wanted = {
        "Copy the one-liner": words(one["one_liner"]),
        "Copy the short form": words(one["short"]),
        "Copy the citation": citation,
    }
    for label, text in wanted.items():
        desk.get_by_role("button", name=label, exact=True).click()
        expect(desk.locator(SPOKEN)).to_have_text(f"Copied: {text}")
        assert clipboard(desk) == text
    assert desk.locator(SPOKEN).get_attribute("role") == "status"


def test_permalink_is_in_words(desk, home):
    """The page's permanent address stands on it in full, as a link."""
    desk.goto(f"{home}arguments/{ARGUMENT}/")
    link = desk.get_by_role("link", name=f"https://playbook.example/arguments/{ARGUMENT}/")
    assert link.get_attribute("href") == f"https://playbook.example/arguments/{ARGUMENT}/"


def test_reply_on_an_objection(desk, home, truth):
    """Under an objection each reply's own line is copied."""
    desk.goto(f"{home}objections/time-wasting/")
    replies = desk.locator("article[data-argument]")
    assert replies.count() == len(truth.found({"objection": {"time-wasting"}}))
    for reply in replies.all():
        line = truth.one_liner(reply.get_attribute("data-argument"))
        reply.get_by_role("button", name="Copy the one-liner").click()
        expect(desk.locator(SPOKEN)).to_have_text(f"Copied: {line}")
        assert clipboard(desk) == line


def test_item_of_the_list(desk, home, truth):
    """In the list too, for arguments that only a filter brings up as well."""
    open_list(desk, home)
    tick(desk, "strength", "weak")
    item = desk.locator(".pb-item").last
    item.get_by_role("button", name="Copy the one-liner").click()
    line = truth.one_liner(item.get_attribute("data-argument"))
    expect(desk.locator(SPOKEN)).to_have_text(f"Copied: {line}")
    assert clipboard(desk) == line


def test_button_once(desk, home):
    """However often the list is filtered, each argument has one button."""
    open_list(desk, home)
    for _ in range(3):
        desk.locator("input[value=strong]").check()
        desk.locator("input[value=strong]").uncheck()
    expect(desk.locator(".pb-item").first.get_by_role("button", name="Copy the one-liner")).to_have_count(1)


def test_link_to_a_filtered_list(desk, home):
    """The address of a filtered list can be copied by a button."""
    open_list(desk, home, "?strength=strong")
    desk.get_by_role("button", name="Copy a link to this list").click()
    expect(desk.locator(SPOKEN)).to_have_text(f"Copied: {home}arguments/?strength=strong")
    assert clipboard(desk) == f"{home}arguments/?strength=strong"


def test_by_keyboard(desk, home, truth):
    """The button works by keyboard and keeps the focus."""
    desk.goto(f"{home}arguments/{ARGUMENT}/")
    button = desk.get_by_role("button", name="Copy the one-liner")
    button.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(SPOKEN)).to_have_text(f"Copied: {truth.one_liner(ARGUMENT)}")
    expect(button).to_be_focused()


def test_seen_without_moving(desk, home):
    """That it was copied is seen on the button, which keeps its size and its name."""
    desk.goto(f"{home}arguments/{ARGUMENT}/")
    button = desk.get_by_role("button", name="Copy the one-liner")
    before = button.bounding_box()
    expect(button.locator(".pb-action__done")).to_be_hidden()
    button.click()
    expect(button.locator(".pb-action__done")).to_be_visible()
    assert button.locator(".pb-action__done").inner_text() == "Copied"
    assert button.bounding_box() == before
    assert judged(desk) == []


@pytest.mark.parametrize(
    "missing",
    [
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'))",
    ],
    ids=["missing", "refused"],
)
@pytest.mark.parametrize("label", ["Copy the one-liner", "Copy the short form", "Copy the citation"])
def test_no_clipboard(page, home, truth, missing, label):
    """Where the browser does not let a page copy, the text is selected and the reader is told what to press."""
    page.add_init_script(missing)
    page.goto(f"{home}arguments/{ARGUMENT}/")
    page.get_by_role("button", name=label, exact=True).click()
    told = (
        "Your browser does not let this page copy. The text is selected: press Ctrl and C, or Command and C on a Mac."
    )
    expect(page.locator(SPOKEN)).to_have_text(told)
    expect(page.locator(".pb-actions__note")).to_have_text(told)
    kind = {"Copy the one-liner": "one-liner", "Copy the short form": "short", "Copy the citation": "citation"}[label]
    assert words(page.evaluate("getSelection().toString()")) == words(page.locator(f"[data-copy={kind}]").inner_text())


@pytest.mark.parametrize("path", [f"arguments/{ARGUMENT}/", "objections/time-wasting/", "arguments/"])
def test_nothing_dead_without_scripts(contexts, home, path):
    """Without scripts there is no button that would do nothing."""
    page = contexts(java_script_enabled=False).new_page()
    page.goto(home + path)
    assert page.locator("main :is(button, .pb-actions)").locator("visible=true").count() == 0


@pytest.mark.parametrize("path", [f"arguments/{ARGUMENT}/", "objections/time-wasting/"])
def test_axe(page, home, path):
    """axe finds nothing on the pages of arguments and objections, with everything unfolded."""
    page.goto(home + path)
    page.locator(".pb-actions button").first.wait_for()
    unfold(page)
    axe_finds_nothing(page, path)
