"""How much it takes to send the smallest argument that is whole, from the page that calls for it, by keyboard alone."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from answers import ARGUMENT
from effort import Hands
from form_help import LIVE, fake_forge
from playbook_kit.plan import check_content
from playbook_kit.problem import errors
from playwright.sync_api import expect
from site_help import DEADLINE, words
from small_playbook import TODAY

expect.set_options(timeout=DEADLINE * 1000)
IN_WORDS = ("title", "one_liner", "short")
MOST_MINUTES = 5


def test_an_argument_takes_less_than_five_minutes(visit: Callable, copy: Path) -> None:
    """From an objection's page, by keyboard alone, a first-time contributor reaches a filled-in page for a new file that
    passes the check; what she has to read and type takes less than five minutes, at a slow typist's speed.
    """
    page = visit("/objections/security-it/")
    opened = fake_forge(page)
    hands = Hands(page)
    hands.to(".pb-skip")
    hands.follow()
    hands.to("a[href='#replies']")
    hands.follow()
    hands.to("main a[href*='contribute/argument/']")
    hands.follow()
    page.locator(LIVE).wait_for()
    to_form = hands.keys

    def say(name: str) -> None:
        hands.to(f'[name="{name}"]')
        hands.type(ARGUMENT[name])

    def choose(name: str) -> None:
        hands.to(f'[name="{name}"]')
        hands.press("Space")

    for name in IN_WORDS:
        say(name)
    choose("response_type")
    say("concession")
    say("comebacks.1.they_say")
    say("comebacks.1.you_say")
    hands.to('[name="evidence.1.source"]')
    hands.type("acas develop")
    expect(page.locator(".pb-sought__one")).to_have_count(1)
    hands.press("Tab")
    hands.follow()
    say("evidence.1.shows")
    choose("evidence.1.strength")
    choose("strength")
    choose("works_best_on")
    choose("topics")
    say("origin")
    hands.to(".pb-contribute__go [type=submit]")
    hands.follow()
    expect(page.locator("[data-part=ready-title]")).to_be_focused()
    hands.to(".pb-taken__open")
    hands.follow()
    expect(page.locator("h1")).to_have_text("New file")
    query = parse_qs(urlsplit(opened[-1]).query)
    path = f"playbook/arguments/{query['filename'][0]}"
    (copy / path).write_text(query["value"][0], encoding="utf-8")
    assert [problem for problem in errors(check_content(copy, TODAY)) if problem.path == path] == []
    print(f"\n{hands}; {to_form} keys to reach the form")
    assert hands.minutes < MOST_MINUTES, str(hands)
    assert words("contribute.argument.lead").endswith("about five minutes.")
