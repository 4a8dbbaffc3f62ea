"""“What is blocked?” in a real browser: the list, the note that it makes, and the list on paper without a script."""

import json
import re
from collections.abc import Callable
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect
from site_help import DEADLINE, ROOT, words

PAGE = "/what-is-blocked/"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
LIST = yaml.safe_load((ROOT / "playbook/tools/blocked.yml").read_text(encoding="utf-8"))
ROWS = [row for group in LIST["groups"] for row in group["rows"]]

expect.set_options(timeout=DEADLINE * 1000)


def ready(page: Page) -> Page:
    """The page once the list stands in its place."""
    page.locator(".pb-prose > .pb-blocked").wait_for()
    page.locator('[data-part="note"] h3').wait_for()
    return page


def mark(page: Page, row: str, choice: str, **more: str) -> None:
    """Choose for one row, and write what belongs to a block."""
    page.locator(f'[data-row="{row}"]').get_by_label(words(f"blocked.{choice}"), exact=True).check()
    for part, value in more.items():
        field = page.locator(f'[data-row="{row}"] [data-part="{part}"]')
        field.select_option(value) if part == "often" else field.fill(value)


def note(page: Page) -> str:
    """The note as the page shows it."""
    return page.locator('[data-part="note"]').inner_text()


def text(page: Page) -> str:
    """The note as plain text."""
    return page.locator('[data-part="text"]').input_value()


def test_every_row_can_be_marked(visit: Callable) -> None:
    """Each row of the file is a group with its name and three choices, and begins as not tried."""
    page = ready(visit(PAGE, viewport=DESK))
    groups = page.locator("form.pb-blocked__form fieldset[data-row]")
    expect(groups).to_have_count(len(ROWS) + len(LIST["own"]))
    for row in ROWS:
        group = page.get_by_role("group", name=row["label"]).and_(page.locator(f'[data-row="{row["id"]}"]'))
        assert group.get_by_role("radio").count() == 3
        expect(group.get_by_role("radio", name=words("blocked.not_tried"))).to_be_checked()


def test_what_is_blocked_makes_the_note(visit: Callable) -> None:
    """The note names what is blocked with its task, how often and since when, what was reached, and what is asked."""
    page = ready(visit(PAGE, viewport=DESK))
    assert words("blocked_note.none") in note(page)
    mark(page, "facebook", "blocked", task="answering about bins", often=LIST["often"][1], since="March 2026")
    mark(page, "youtube", "reached")
    page.get_by_label(words("blocked.who")).fill("Housing repairs")
    page.get_by_label(LIST["asks"][1]["text"]).uncheck()
    shown = note(page)
    for said in ("Facebook", "answering about bins", LIST["often"][1], "March 2026", "Housing repairs", "YouTube."):
        assert said in shown
        assert said in text(page)
    assert words("blocked_note.none") not in shown
    assert LIST["asks"][0]["text"] in shown and LIST["asks"][1]["text"] not in shown
    asked = [ask["text"] for ask in LIST["asks"] if ask.get("ticked", True)]
    assert [one for one in asked[2:] if one not in shown] == []


def test_what_was_not_tried_is_not_named(visit: Callable) -> None:
    """What was not tried stands nowhere in the note, and a block that is taken back goes with what was written."""
    page = ready(visit(PAGE, viewport=DESK))
    mark(page, "tiktok", "blocked", task="a campaign")
    assert "TikTok" in note(page)
    mark(page, "tiktok", "not_tried")
    assert "TikTok" not in note(page) and "a campaign" not in note(page)
    assert [row["label"] for row in ROWS if re.search(rf"\b{re.escape(row['label'])}\b", text(page))] == []


def test_fields_of_a_block_are_shown_with_it(visit: Callable) -> None:
    """What a block stops is asked only where something is marked as blocked."""
    page = ready(visit(PAGE, viewport=DESK))
    task = page.locator("#task-x")
    expect(task).to_be_hidden()
    mark(page, "x", "blocked")
    expect(task).to_be_visible()
    mark(page, "x", "reached")
    expect(task).to_be_hidden()


def test_a_row_of_ones_own(visit: Callable) -> None:
    """A row whose name the reader writes bears that name in the note, and HTML in it is words."""
    page = ready(visit(PAGE, viewport=DESK))
    mark(page, "own-1", "blocked", name="<b>Flood forum</b>", task="<img src=x>")
    assert "<b>Flood forum</b>" in note(page) and "<img src=x>" in note(page)
    assert page.locator('[data-part="note"] :is(b, img)').count() == 0


def mail(page: Page) -> tuple[str, str]:
    """The subject and the text of the email that the link opens."""
    link = page.locator('[data-part="mailto"]').get_attribute("href")
    assert link.startswith("mailto:?subject=") and len(link) <= 2000
    parts = parse_qs(urlsplit(link).query)
    return unquote(parts["subject"][0]), parts.get("body", [""])[0]


def test_email(visit: Callable) -> None:
    """The link opens an email with the note; a longer note goes in short, and one that is too long not at all."""
    page = ready(visit(PAGE, viewport=DESK))
    for ask in LIST["asks"]:
        page.get_by_label(ask["text"]).uncheck()
    mark(page, "facebook", "blocked", task="answering about bins", since="March 2026")
    subject, body = mail(page)
    assert subject == words("blocked_note.title")
    assert body == text(page).replace("\n", "\r\n")
    expect(page.locator('[data-part="email-note"]')).to_have_text(words("blocked_says.email_whole"))
    for row in ("instagram", "linkedin", "tiktok", "x", "bluesky", "youtube", "blogs"):
        mark(page, row, "blocked", task="finding what people ask", since="May")
    expect(page.locator('[data-part="email-note"]')).to_have_text(words("blocked_says.email_short"))
    short = ("1. Facebook; answering about bins; March 2026", "2. Instagram; finding what people ask; May")
    assert "\r\n".join(short) in mail(page)[1]
    mark(page, "x", "blocked", task="long " * 60)
    for row in ("surveys", "sharing", "upload", "video", "live"):
        mark(page, row, "blocked", task="long " * 60)
    expect(page.locator('[data-part="email-note"]')).to_have_text(words("blocked_says.email_long"))
    assert mail(page) == (subject, "")


def test_copy(browser, served: str) -> None:
    """The text is copied and that is said; where the browser refuses, the text is selected and that is said."""
    for allowed in (True, False):
        permissions = ["clipboard-read", "clipboard-write"] if allowed else []
        visitor = browser.new_context(base_url=served, permissions=permissions)
        page = visitor.new_page()
        if not allowed:
            page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
        page.goto(PAGE)
        ready(page)
        mark(page, "facebook", "blocked", task="bins")
        page.get_by_role("button", name=words("blocked.copy")).click()
        said = words("blocked_says.copied" if allowed else "blocked_says.copy_yourself")
        expect(page.locator('.pb-blocked [data-part="status"]')).to_have_text(said)
        if allowed:
            assert page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n") == text(page)
        else:
            assert page.evaluate("getSelection().toString()") == text(page)
        visitor.close()


def test_nothing_is_sent_or_kept(browser, served: str) -> None:
    """Filling the list in asks for nothing and stores nothing, and after a reload it is empty."""
    visitor = browser.new_context(base_url=served, viewport=DESK)
    page = visitor.new_page()
    page.goto(PAGE, wait_until="networkidle")
    ready(page)
    asked: list[str] = []
    visitor.on("request", lambda request: asked.append(request.url))
    mark(page, "facebook", "blocked", task="bins", since="May")
    page.get_by_label(words("blocked.who")).fill("Housing")
    page.keyboard.press("Enter")
    assert asked == [] and page.url == f"{served}{PAGE}"
    kept = "[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie]"
    assert page.evaluate(kept) == [""]
    page.reload()
    ready(page)
    assert words("blocked_note.none") in note(page)
    expect(page.locator("#blocked-who")).to_have_value("")
    visitor.close()


def test_clear_asks_first(visit: Callable) -> None:
    """The list is cleared after a question, and left as it is if the answer is no."""
    page = ready(visit(PAGE, viewport=DESK))
    mark(page, "facebook", "blocked", task="bins")
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name=words("blocked.clear")).click()
    assert "Facebook" in note(page)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name=words("blocked.clear")).click()
    assert "Facebook" not in note(page)
    expect(page.locator("#task-facebook")).to_have_value("")


def test_by_keyboard(visit: Callable) -> None:
    """With keys alone a row is marked and its task written."""
    page = ready(visit(PAGE, viewport=DESK))
    page.locator("[name=row-facebook]:checked").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[name=row-facebook][value=blocked]")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("bins")
    assert "bins" in note(page)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_is_wider_than_the_window(visit: Callable, size: dict) -> None:
    """With long words in every field no page scrolls sideways."""
    page = ready(visit(PAGE, viewport=size))
    mark(page, "own-1", "blocked", name="x" * 90, task="y" * 200, since="z" * 90)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= size["width"]


def test_before_you_begin_stands_before_the_list(visit: Callable) -> None:
    """In the page's order the advice to record only ordinary work comes first, then the list, then the sources."""
    page = ready(visit(PAGE, viewport=DESK))
    order = page.evaluate("[...document.querySelectorAll('main h2')].map(one => one.id).filter(Boolean)")
    expected = ["before", "list", "note", "sources"]
    assert [one for one in order if one in expected] == expected


def shown_on_paper(page: Page) -> dict:
    """Which parts of the page are on paper."""
    page.emulate_media(media="print")
    parts = {"head": ".pb-head", "before": "#before", "form": ".pb-blocked__form", "note": ".pb-note",
             "empty": ".pb-blocked-paper", "take": "#take-away"}  # fmt: skip
    # What is there for those who hear the paper is a pixel large and clipped away.
    return {
        name: page.locator(selector).is_visible() and page.locator(selector).bounding_box()["height"] > 1
        for name, selector in parts.items()
    }


def test_the_note_alone_is_printed(visit: Callable) -> None:
    """Printing gives the note and nothing else."""
    page = ready(visit(PAGE, viewport=DESK))
    mark(page, "facebook", "blocked", task="bins")
    shown = shown_on_paper(page)
    assert [name for name, visible in shown.items() if visible] == ["note"]


def test_the_empty_list_can_be_printed(visit: Callable) -> None:
    """The button prints the list to fill in by hand in place of the note; afterwards the note is printed again."""
    page = ready(visit(PAGE, viewport=DESK))
    page.evaluate("window.print = () => { window.asked = document.documentElement.className; }")
    page.get_by_role("button", name=words("blocked.empty_form")).click()
    assert "pb-prints-empty" in page.evaluate("window.asked")
    shown = shown_on_paper(page)
    assert shown["empty"] and shown["before"] and not shown["note"] and not shown["form"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".pb-note").is_visible() and not page.locator(".pb-blocked-paper").is_visible()


@pytest.mark.parametrize("scripts", ["off", "failed"])
def test_without_script_it_is_a_form_on_paper(browser, served: str, scripts: str) -> None:
    """Without the script every row stands in a table with boxes, on the screen and on paper; nothing dead is shown."""
    visitor = browser.new_context(base_url=served, viewport=DESK, java_script_enabled=scripts == "failed")
    page = visitor.new_page()
    if scripts == "failed":
        page.route("**/blocked.mjs", lambda route: route.abort())
    page.goto(PAGE)
    expect(page.locator(".pb-blocked-paper")).to_be_visible()
    expect(page.locator(".pb-blocked")).to_be_hidden()
    page.emulate_media(media="print")
    for row in ROWS:
        line = page.locator(".pb-blocked-paper tr").filter(has_text=row["label"]).first
        expect(line).to_be_visible()
        assert line.inner_text().count("☐") == 3
    visitor.close()


def test_nobody_is_told_to_test_or_get_round_a_block(visit: Callable) -> None:
    """The page says to record only ordinary work, not to test a block or look for a way round; no row says otherwise."""
    first = re.sub(r"\s+", " ", LIST["before"][0])
    assert "only what you met in ordinary work" in first
    assert "Do not open anything in order to test it" in first and "do not look for a way round" in first
    other = json.dumps([LIST["groups"], LIST["asks"], LIST["own"]]).lower()
    ways_round = r"\b(vpn|proxy|hotspot|tether|bypass|get round|own phone|personal (phone|device|account))"
    assert not re.search(ways_round, other)


# Terms explained in place


def test_a_term_leads_to_its_meaning_and_back(visit: Callable) -> None:
    """Without JavaScript, by keyboard: a chapter's term leads to its meaning, which is marked, and Back leads back."""
    page = visit("/playbook/data-foi-records/", java_script_enabled=False, viewport=DESK)
    link = page.locator("a.pb-term").first
    assert link.get_attribute("href") == "../../glossary/#foi"
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/#foi")
    expect(page.locator("#foi")).to_be_in_viewport()
    marked = page.locator(".pb-term-entry").filter(has=page.locator("#foi"))
    assert marked.evaluate("one => getComputedStyle(one).borderLeftWidth") == "4px"
    page.go_back()
    page.wait_for_url("**/playbook/data-foi-records/")


def test_terms_stand_in_prose_alone(site) -> None:
    """On no built page does a term's link stand in a heading, another link, code or the name of a fact."""
    from bs4 import BeautifulSoup

    met = 0
    for path in site.rglob("index.html"):
        for link in BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser").select("a.pb-term"):
            met += 1
            above = {parent.name for parent in link.parents}
            assert not above & {"a", "h1", "h2", "h3", "h4", "code", "pre", "dt", "th", "summary"}, (path, link)
            assert not link.find_parent(attrs={"data-copy": "one-liner"}), (path, link)
    assert met > 50


def test_a_term_is_more_than_a_colour(visit: Callable) -> None:
    """A term's link is underlined, so that it can be told from the words around it without colour."""
    link = visit("/playbook/data-foi-records/", viewport=DESK).locator("a.pb-term").first
    line = link.evaluate("one => [getComputedStyle(one).textDecorationLine, getComputedStyle(one).textDecorationStyle]")
    assert line == ["underline", "dotted"]


@pytest.mark.parametrize(("query", "address"), [("FOI", "/glossary/#foi"), ("which sites are blocked", PAGE)])
def test_search_finds(visit: Callable, query: str, address: str) -> None:
    """The search finds a term by its abbreviation, and the tool by what it is for."""
    page = visit(f"/search/?q={query}")
    page.locator("#search-results a").first.wait_for()
    found = [link.evaluate("one => new URL(one.href).pathname + new URL(one.href).hash") for link in
             page.locator("#search-results a").all()]  # fmt: skip
    assert address in found
