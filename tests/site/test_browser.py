"""The real site in a real browser: what readers do, and what they never notice."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe import UNFOLD, axe_finds_nothing, judge_print, judged
from playwright.sync_api import Browser, Locator, Page, expect
from site_help import DEADLINE, addresses, nothing, page_path, words

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
# One page of each kind.
KINDS = {
    "home": "/",
    "objections": "/objections/",
    "objection": "/objections/security-it/",
    "arguments": "/arguments/",
    "argument": "/arguments/same-as-the-phone/",
    "chapters": "/playbook/",
    "chapter": "/playbook/policy/",
    "case-studies": "/case-studies/",
    "case-study": "/case-studies/monmouthshire/",
    "decision-tree": "/should-i-reply/",
    "self-check": "/where-are-you-now/",
    "do-and-dont": "/do-and-dont/",
    "by-role": "/do-and-dont/by-role/",
    "my-case": "/my-case/",
    "blocked": "/what-is-blocked/",
    "glossary": "/glossary/",
    "brand": "/reuse/brand/",
    "contribute": "/contribute/argument/",
    "briefs": "/briefs/",
    "brief": "/briefs/security-it/",
    "templates": "/templates/",
    "template": "/templates/risk-register/",
    "sources": "/sources/",
    "topics": "/topics/",
    "whats-new": "/whats-new/",
    "needs-review": "/needs-review/",
    "contributors": "/contributors/",
    "search": "/search/?q=virus",
    "page": "/about/",
    "fields": "/contribute/fields/",
    "not-found": "/no/such/page/",
}

# Nothing here is late because a machine is slow.
expect.set_options(timeout=DEADLINE * 1000)


def settled(page: Page) -> Page:
    """The page once its scripts have run: the switch of colours is hidden until they have."""
    page.wait_for_function("() => !document.querySelector('[data-pb=\"theme-switch\"][hidden]')")
    return page


def active(page: Page, script: str) -> object:
    """What a script says of the element that has the focus."""
    return page.evaluate(f"() => (element => {script})(document.activeElement)")


def test_each_kind_of_page_is_tested(site: Path) -> None:
    """Every kind of page that the site has, by the class of its body, is among the pages tested below."""

    def kind(path: Path) -> str:
        return re.search(r'<body class="[^"]*\bpb-page--([a-z-]+)', path.read_text(encoding="utf-8"))[1]

    tested = {address.partition("?")[0] for address in KINDS.values()}
    known = {kind(page_path(site, address)) for address in addresses(site) if address in tested} | {"gone"}
    assert {kind(page_path(site, address)) for address in addresses(site)} - known == set()
    assert sorted(tested - set(addresses(site))) == ["/no/such/page/"]


# From what somebody said to a source


def test_from_home_to_a_source(visit: Callable) -> None:
    """The home page leads to an objection, the objection to an argument, and its first citation to the source."""
    page = visit("/")
    page.locator("main a[href*='objections/security-it/']").first.click()
    expect(page.locator("h1")).to_have_text("“It is a security risk”")
    link = page.locator("main .pb-reply a[href*='arguments/']").last
    argument = link.get_attribute("href").strip("/").rpartition("/")[2]
    link.click()
    page.wait_for_url(f"**/arguments/{argument}/")
    page.locator("main a[href='#source-1']").first.click()
    page.wait_for_url("**/#source-1")
    expect(page.locator("#source-1")).to_be_in_viewport()
    page.locator("#source-1 a[href*='/sources/']").click()
    page.wait_for_url("**/sources/*/#*")
    source = page.locator(f"[id='{urlsplit(page.url).fragment}']")
    expect(source).to_be_in_viewport()
    expect(source.locator(f"a[href*='arguments/{argument}/']")).to_have_count(1)


# Search


def found(page: Page) -> Locator:
    """The links of the results, once the search has answered."""
    expect(page.locator("#search-status")).to_have_text(re.compile("“"))
    return page.locator("#search-results a")


def first_three(page: Page) -> list[str]:
    """The addresses of the first three results, without their anchors."""
    return [urlsplit(link.evaluate("link => link.href")).path for link in found(page).all()[:3]]


@pytest.mark.parametrize("how", ["button", "Enter"])
def test_home_form_leads_to_the_objection(visit: Callable, how: str) -> None:
    """What somebody said, typed on the home page, finds the objection among the first three results."""
    page = visit("/")
    field = page.locator("main form input[name=q]")
    field.fill("they will waste time on facebook")
    if how == "button":
        page.locator("main form button").click()
    else:
        field.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert "/objections/time-wasting/" in first_three(page)
    expect(page.locator("main input[name=q]")).to_have_value("they will waste time on facebook")


@pytest.mark.parametrize(
    ("query", "address"),
    [
        ("virus", "/objections/security-it/"),
        ("wasting time", "/objections/time-wasting/"),
        ("monmouthshire", "/case-studies/monmouthshire/"),
    ],
)
def test_search_finds_the_right_page(visit: Callable, query: str, address: str) -> None:
    """What people type has the right page among its first three results."""
    assert address in first_three(visit(f"/search/?q={query}"))


def test_search_status_is_announced(visit: Callable) -> None:
    """A status that is there before says, as words are typed, how many results there are, or that there is none."""
    page = visit("/search/")
    status = page.get_by_role("status").and_(page.locator("#search-status"))
    expect(status).to_have_count(1)
    expect(status).to_have_text("")
    field = page.locator("main input[name=q]")
    field.fill("security")
    expect(status).to_have_text(re.compile(r"^\d+ results for “security”$"))
    assert int(status.inner_text().split()[0]) >= found(page).count() > 1
    field.fill("xyzzyqwq")
    expect(status).to_have_text(words("search.none").replace("{query}", "xyzzyqwq"))
    expect(page.locator("#search-results a")).to_have_count(0)


def test_results_are_reached_by_tab(visit: Callable) -> None:
    """From the search field Tab reaches the results, one after the other, and Enter opens one."""
    page = visit("/search/?q=security")
    results = [link.evaluate("link => link.href") for link in found(page).all()]
    page.locator("main input[name=q]").focus()
    page.keyboard.press("Tab")
    assert active(page, "element.type") == "submit"
    reached = []
    for _ in results[:3]:
        page.keyboard.press("Tab")
        reached.append(active(page, "element.href"))
    assert reached == results[:3]
    page.keyboard.press("Enter")
    page.wait_for_url(results[2])


# Every page


def walk(browser: Browser, served: str, site: Path, half: int) -> list[dict]:
    """Visit half of all pages as one reader with a phone; gives what was noticed on each.

    A page that leads on by itself is not visited: where it leads to is.
    """
    reader = browser.new_context(base_url=served, viewport=PHONE)
    reader.set_default_timeout(DEADLINE * 1000)
    page, seen, noticed = reader.new_page(), {"asked": [], "said": []}, []
    reader.on("request", lambda request: seen["asked"].append(request.url))
    reader.on("response", lambda answer: answer.status < 400 or seen["said"].append(f"{answer.status} {answer.url}"))
    page.on("console", lambda message: message.type in ("error", "warning") and seen["said"].append(message.text))
    page.on("pageerror", lambda error: seen["said"].append(str(error)))
    all_pages = [*addresses(site), KINDS["not-found"]]
    for address in all_pages[half::2]:
        file = page_path(site, address)
        if file.is_file() and 'http-equiv="refresh"' in file.read_text(encoding="utf-8"):
            continue
        seen.update(asked=[], said=[])
        page.goto(address)
        settled(page)
        stored = page.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        page.evaluate(UNFOLD)
        width = page.evaluate("() => document.scrollingElement.scrollWidth")
        noticed.append({"address": address, "width": width, "stored": stored, **json.loads(json.dumps(seen))})
    noticed[-1]["cookies"] = [cookie["name"] for cookie in reader.cookies()]
    reader.close()
    return noticed


@pytest.fixture(params=[0, 1], ids=["first half", "second half"])
def walked(request: pytest.FixtureRequest, remember: Callable) -> list[dict]:
    """What was noticed on each of half of all pages."""

    def work() -> list[dict]:
        return walk(*(request.getfixturevalue(name) for name in ("browser", "served", "site")), half=request.param)

    return remember(f"walk-{request.param}", work)


def test_no_page_scrolls_sideways(walked: list[dict]) -> None:
    """At 360 pixels no page is wider than the window, even with all that is folded opened."""
    nothing(f"{seen['address']} is {seen['width']} px wide" for seen in walked if seen["width"] > PHONE["width"])


def test_no_other_host_is_asked(walked: list[dict], site: Path) -> None:
    """No page asks another host for anything."""
    asked = [(seen["address"], url) for seen in walked for url in seen["asked"]]
    nothing(f"{address} asks for {url}" for address, url in asked if urlsplit(url).hostname != "127.0.0.1")
    assert all(seen["asked"] for seen in walked) and len(walked) >= len(addresses(site)) // 2 - 1


def test_nothing_is_kept_on_the_device(walked: list[dict]) -> None:
    """No page sets a cookie or stores anything by being read."""
    nothing(f"{seen['address']} stores {key}" for seen in walked for key in seen["stored"])
    assert walked[-1]["cookies"] == []


def test_no_page_fails(walked: list[dict]) -> None:
    """No script fails and no file is missing on any page; only the page for what is not there is itself a miss."""
    meant = {KINDS["not-found"]: 2}  # the answer itself, and the browser's remark on it
    said = {seen["address"]: seen["said"] for seen in walked}
    nothing(f"{address}: {found}" for address, found in said.items() if len(found) != meant.get(address, 0))


# Accessibility


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(visit: Callable, kind: str) -> None:
    """On one page of each kind, light and dark, wide and narrow and on paper, with all that is folded opened, axe-core finds nothing
    against WCAG 2.0 to 2.2 A and AA nor against its own best practice.
    """
    page = settled(visit(KINDS[kind], viewport=DESK))
    if kind == "search":
        expect(found(page).first).to_be_visible()
    page.evaluate(UNFOLD)
    axe_finds_nothing(page, kind)
    # The long run prints every page; the list of all sources alone would take as long as ten others here.
    if kind != "sources":
        nothing(judge_print(page, kind).found)


@pytest.mark.parametrize(("device", "chosen"), [("light", "dark"), ("dark", "light")])
def test_axe_finds_nothing_in_chosen_colours(visit: Callable, device: str, chosen: str) -> None:
    """Colours that the reader chose against the device's own are as good as the device's."""
    page = settled(visit(KINDS["objection"], viewport=DESK, color_scheme=device))
    page.get_by_role("button", name=words("theme.dark")).click()
    assert page.evaluate("() => document.documentElement.dataset.theme") == chosen
    nothing(judged(page, f"{chosen} on a {device} device"))


# Colours


def background(page: Page) -> str:
    """The colour behind the text."""
    return page.evaluate("() => getComputedStyle(document.body).backgroundColor")


@pytest.mark.parametrize(("device", "first", "then"), [("light", "false", "true"), ("dark", "true", "false")])
def test_theme_button(visit: Callable, device: str, first: str, then: str) -> None:
    """The button switches the colours, says by its state whether they are dark, and is remembered from page to page."""
    page = settled(visit("/about/", color_scheme=device))
    button = page.get_by_role("button", name=words("theme.dark"), exact=True)
    expect(button).to_have_attribute("aria-pressed", first)
    assert page.evaluate("() => localStorage.length") == 0
    before = background(page)
    button.press("Enter")
    expect(button).to_have_attribute("aria-pressed", then)
    after = background(page)
    assert after != before
    for address in ("/about/", "/"):
        page.goto(address)
        expect(button).to_have_attribute("aria-pressed", then)
        assert background(page) == after
    button.press("Space")
    expect(button).to_have_attribute("aria-pressed", first)
    assert background(page) == before


# Without JavaScript


def test_home_without_script(visit: Callable, site: Path) -> None:
    """Without JavaScript the home page shows every objection as a link that works."""
    page = visit("/", java_script_enabled=False)
    objections = {address for address in addresses(site) if re.fullmatch(r"/objections/.+/", address)}
    links = page.locator("main a[href*='objections/']").all()
    shown = {f"/{link.get_attribute('href').removeprefix('./').strip('/')}/" for link in links if link.is_visible()}
    assert len(objections) > 10 and shown >= objections
    page.locator("main form input[name=q]").fill("virus")
    page.locator("main form input[name=q]").press("Enter")
    page.wait_for_url("**/search/?q=virus")


def test_search_without_script(visit: Callable, site: Path) -> None:
    """Without JavaScript the search page says what it needs and offers lists to browse instead."""
    page = visit("/search/?q=virus", java_script_enabled=False)
    # Playwright finds no text in <noscript>, though the browser shows it.
    said = page.locator("main noscript > *")
    expect(said).to_be_visible()
    assert said.text_content().strip() == words("search.needs_script")
    for address in ("objections/", "arguments/", "playbook/", "case-studies/", "topics/", "sources/"):
        expect(page.locator(f"main a[href='../{address}'] >> visible=true").first).to_be_visible()


def test_search_page_offers_no_form_without_script(visit: Callable) -> None:
    """Without JavaScript the search page shows no search form, which could only lead back to the same page."""
    assert not visit("/search/", java_script_enabled=False).locator("main form").is_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_dead_without_script(visit: Callable, kind: str) -> None:
    """Without JavaScript every control that is shown works: a button or field stands in a form that leads to a page, or
    a field in one that says how to print it.
    """
    page = visit(KINDS[kind], java_script_enabled=False, viewport=DESK)
    controls = page.locator("button, input, select, textarea, [role=button], [role=tab], a:not([href])")
    dead = [
        control.evaluate("element => element.outerHTML.slice(0, 160)")
        for control in controls.all()
        if control.is_visible()
        and not control.evaluate("element => element.tagName !== 'BUTTON' && !!element.closest('form.pb-to-print')")
        and not control.evaluate(
            "element => element.form && element.form.hasAttribute('action') && element.type !== 'button'"
            " && !!element.form.querySelector('[type=submit]')"
        )
    ]
    nothing(dead)


# Keyboard and paper


@pytest.mark.parametrize("address", ["/", KINDS["objection"], KINDS["not-found"]])
def test_skip_link(visit: Callable, address: str) -> None:
    """The first Tab shows the skip link; Enter goes to the main part, and the next Tab to the first control in it."""
    page = visit(address)
    page.keyboard.press("Tab")
    assert active(page, "element.textContent.trim()") == words("skip")
    box = page.locator(":focus").bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["height"] > 0
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'main'")
    page.keyboard.press("Tab")
    assert active(page, "element.id !== 'main' && !!element.closest('main')")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_printed_objection(visit: Callable, scripts: bool) -> None:
    """On paper an objection has no navigation, form or button, and all that is folded on the screen stands open."""
    page = visit(KINDS["objection"], java_script_enabled=scripts, viewport=DESK)
    folded = page.locator(".pb-prose details :is(p, li)")
    assert folded.count() > 10
    assert not folded.first.is_visible()
    page.emulate_media(media="print")
    left = page.locator("nav, form, button, input, footer, .pb-skip, .pb-foot, .pb-crumbs").all()
    assert [element.inner_text() for element in left if element.is_visible()] == []
    hidden = folded.evaluate_all(
        "all => all.filter(one => !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })"
        " || !one.getClientRects().length).map(one => one.textContent.trim().slice(0, 80))"
    )
    nothing(hidden)
    shown = re.sub(r"\s+", " ", page.locator("body").inner_text())
    for heard in page.locator(".pb-prose > details li").all_text_contents():
        assert heard.strip() in shown
    for entry in (words("skip"), words("edit.suggest"), words("edit.how"), words("theme.dark"), words("home_page")):
        assert entry not in shown


def test_printing_leaves_the_screen_as_it_was(visit: Callable) -> None:
    """Once printed, what was folded is folded again."""
    page = settled(visit(KINDS["objection"]))
    before = page.locator("details[open]").count()
    assert page.pdf().startswith(b"%PDF")
    expect(page.locator("details[open]")).to_have_count(before)
