"""Links that carry a case: never over one's own, never run, refused in words."""

import json

import pytest
from my_case_help import PAGE, argument, case_of, chosen, drawn, open_case, paper_words
from site_help import words
from test_my_case_functions import fragment

BAD = {
    "garbage": ("%00%FF<script>alert(1)</script>", "broken"),
    "word": ("garbage", "broken"),
    "cut": (fragment({"r": ["a", "b"]})[:-3], "broken"),
    "version": (fragment({"r": ["a"]}, "v7"), "version"),
    "path": (fragment({"r": ["../../../etc"]}), "broken"),
    "html": (fragment({"r": ["<img src=x onerror=alert(1)>"]}), "broken"),
    "shape": (fragment({"r": {"length": 1e9}}), "broken"),
    "long": ("v1." + "A" * 10_000, "long"),
}


def shared(page):
    """The note that a case came with the link."""
    return page.locator('[data-part="shared"]')


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_bad_link(with_case, ids, bad):
    """A link that is not a case is refused in words, and one's own case stands as it was."""
    given, fault = bad
    page = with_case({"replies": ids[:2]})
    page.goto("/404.html")
    open_case(page, f"{PAGE}#{given}")
    said = page.locator('[data-part="link-fault"]')
    assert said.inner_text() == f"{words(f'my_case_says.link_{fault}')} {words('my_case_says.yours_unchanged')}"
    assert said.get_attribute("role") == "status"
    assert not shared(page).is_visible()
    assert chosen(page) == ids[:2]
    assert case_of(page)["replies"] == ids[:2]


def test_place_on_the_page_is_no_bad_link(reader):
    """A link to a place on the page is only that."""
    page = reader()
    open_case(page, f"{PAGE}#take-away")
    assert not page.locator('[data-part="link-fault"]').is_visible()


def test_shared_case_waits(with_case, ids):
    """A case that came with a link is shown, and one's own is not touched until one says so; the form waits too."""
    page = with_case({"replies": ids[:1], "service": "Mine"})
    page.goto("/404.html")
    open_case(page, f"{PAGE}#{fragment({'r': ids[1:3], 'n': 'Theirs'})}")
    assert shared(page).is_visible()
    assert any("Theirs" in line for line in paper_words(page))
    assert not page.locator(".pb-case__form").is_visible()
    assert case_of(page)["service"] == "Mine"
    page.reload()
    drawn(page)
    assert shared(page).is_visible()


def test_keep_mine(with_case, ids):
    """“Keep mine” shows one's own case again and takes the other out of the address."""
    page = with_case({"replies": ids[:1], "service": "Mine"})
    page.goto("/404.html")
    open_case(page, f"{PAGE}#{fragment({'r': ids[1:3]})}")
    page.get_by_role("button", name=words("my_case_says.keep_mine")).click()
    assert chosen(page) == ids[:1]
    assert case_of(page)["service"] == "Mine"
    assert page.url.endswith(PAGE)
    assert page.locator('[data-part="first"]').evaluate("heading => heading === document.activeElement")


def test_use_this_case(with_case, ids):
    """“Use this case” makes it one's own."""
    page = with_case({"replies": ids[:1], "service": "Mine"})
    page.goto("/404.html")
    open_case(page, f"{PAGE}#{fragment({'r': ids[1:3], 'n': 'Theirs'})}")
    page.get_by_role("button", name=words("my_case.use")).click()
    assert chosen(page) == ids[1:3]
    assert (case_of(page)["service"], case_of(page)["replies"]) == ("Theirs", ids[1:3])
    assert page.get_by_label("Your service or team").input_value() == "Theirs"
    assert page.url.endswith(PAGE)


def test_link_in_the_same_tab(with_case, ids):
    """A link pasted over the open page is read without a new load."""
    page = with_case({"replies": ids[:1]})
    page.evaluate("hash => { location.hash = hash }", fragment({"r": ids[1:2]}))
    shared(page).wait_for()
    assert page.locator('[data-part="mine"]').inner_text() == words("my_case_says.keep_mine")
    assert case_of(page)["replies"] == ids[:1]


def test_own_link_is_no_question(with_case, ids):
    """A link to the very case that one has asks nothing."""
    page = with_case({"replies": ids[:2]})
    link = page.locator("#link-text").input_value()
    page.goto("/404.html")
    open_case(page, link)
    assert not shared(page).is_visible()
    assert chosen(page) == ids[:2]


def test_unknown_ids(reader, ids):
    """What a link names and the playbook does not know is left out and named; the rest is shown."""
    page = reader()
    open_case(page, f"{PAGE}#{fragment({'r': ['no-such-reply', ids[0]], 'o': 'no-such-no', 'a': 'nobody'})}")
    said = page.locator('[data-part="faults"]').inner_text()
    for kind, name in (("reply", "no-such-reply"), ("objection", "no-such-no"), ("audience", "nobody")):
        assert words(f"my_case_says.unknown_{kind}").replace("{id}", name) in said
    assert page.locator('[data-part="paper"] [data-style="reason"] > li').count() == 1


def answer(page, site, argument_id: str, **changed: object) -> None:
    """Let the site's data give an argument other values."""
    give(page, argument_id, {**argument(site, argument_id), **changed})


def give(page, argument_id: str, item: dict) -> None:
    """Let the site's data give this under the argument's id."""
    body = json.dumps({"items": [item]})
    address = f"**/api/v1/arguments/{argument_id}.json"
    page.route(address, lambda route: route.fulfill(body=body, content_type="application/json"))


def test_retired_reply(reader, site, ids):
    """A retired reply is left off the paper and said to be withdrawn, with the reason; it can be taken out."""
    page = reader()
    answer(page, site, ids[0], status="retired", retired_because="The figure was withdrawn.")
    open_case(page, f"{PAGE}#{fragment({'r': ids[:2]})}")
    title = argument(site, ids[0])["title"]
    said = words("my_case_says.withdrawn_reply").replace("{title}", title)
    said = said.replace("{reason}", "The figure was withdrawn.")
    assert page.locator('[data-part="faults"]').inner_text() == said
    assert page.locator('[data-part="paper"] [data-style="reason"] > li').count() == 1
    page.get_by_role("button", name=words("my_case.use")).click()
    assert chosen(page) == ids[:2]
    page.locator(f'[data-id="{ids[0]}"] [data-do="out"]').click()
    assert chosen(page) == [ids[1]]
    assert not page.locator('[data-part="faults"]').is_visible()


def test_disputed_reply(with_case, site, ids, reader):
    """A disputed reply stands on the paper and says that it is disputed."""
    page = reader()
    answer(page, site, ids[0], status="disputed", retired_because="One figure is in doubt.")
    open_case(page, f"{PAGE}#{fragment({'r': ids[:1]})}")
    said = f"{words('my_case_paper.disputed')} One figure is in doubt."
    assert any(line.endswith(said) for line in paper_words(page))


def test_renamed_reply(reader, site, ids):
    """An id that has been replaced leads to what took its place, once even if that is there too."""
    page = reader()
    gone = {"id": "old-name", "url": "arguments/old-name/", "kind": "argument", "status": "gone"}
    give(page, "old-name", {**gone, "now": ids[0], "because": "It was renamed."})
    open_case(page, f"{PAGE}#{fragment({'r': ['old-name', ids[0]]})}")
    assert not page.locator('[data-part="faults"]').is_visible()
    reasons = page.locator('[data-part="paper"] [data-style="reason"] > li').all_text_contents()
    assert [one.startswith(argument(site, ids[0])["one_liner"]) for one in reasons] == [True]


def test_overdue_claim(reader, site, ids):
    """A claim that should have been checked before today is marked in the paper's sources."""
    page = reader()
    evidence = argument(site, ids[0])["evidence"]
    evidence[0]["review_by"] = "2026-11-20"
    answer(page, site, ids[0], evidence=evidence)
    open_case(page, f"{PAGE}#{fragment({'r': ids[:1]})}")
    first = page.locator('[data-part="paper"] [data-style="source"] > li').first.text_content()
    assert first.endswith(words("my_case_paper.overdue").replace("{date}", "20 November 2026"))


def test_overdue_concession(reader, site, ids):
    """The same is true of what is said on the other side."""
    page = reader()
    source = argument(site, ids[0])["evidence"][0]["source"]["id"]
    answer(page, site, ids[0], concession_markdown=f"It is so [@{source}; review by 2026-11-20].")
    open_case(page, f"{PAGE}#{fragment({'r': ids[:1]})}")
    first = page.locator('[data-part="paper"] [data-style="source"] > li').first.text_content()
    assert first.endswith(words("my_case_paper.overdue").replace("{date}", "20 November 2026"))


def test_data_cannot_be_loaded(with_case, ids, reader):
    """If the site's data cannot be loaded, the page says so; with the data back it goes on."""
    page = reader()
    page.route("**/api/v1/**", lambda route: route.abort())
    open_case(page)
    page.mouse.move(20, 20)
    page.locator('[data-part="faults"]').get_by_text(words("my_case_says.not_loaded")).wait_for()
    page.unroute("**/api/v1/**")
    page.get_by_label("Your service or team").fill("Repairs")
    assert any("Repairs" in line for line in paper_words(page))
    assert not page.locator('[data-part="faults"]').is_visible()
