"""Everything that the site does, in a real browser, from nginx, under the policy as a header and as a meta element."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playbook_kit.publish import Publication, content_security_policy
from playwright.sync_api import BrowserContext, Page, expect
from publish_help import Server, running
from site_help import DEADLINE, addresses, nothing, page_path, words

expect.set_options(timeout=DEADLINE * 1000)
# Tells of each refusal as the browser gives it to the page, before any of the page's own scripts.
WATCH = """document.addEventListener("securitypolicyviolation", (event) =>
    refused(`${event.effectiveDirective}: ${event.blockedURI} on ${event.documentURI}`));"""


@pytest.fixture(scope="module")
def nginx(site: Path) -> Iterator[Server]:
    """The real site at the root of a host, from nginx."""
    with running("nginx", site, Publication("nginx", "http://127.0.0.1/")) as server:
        yield server


@pytest.fixture
def refusals() -> list[str]:
    """What the browser refused so far, and what else it complained of."""
    return []


@pytest.fixture
def reader(browser, nginx: Server, refusals: list[str]) -> Iterator[BrowserContext]:
    """A reader whose browser tells of each refusal."""
    context = browser.new_context(base_url=nginx.address)
    context.set_default_timeout(DEADLINE * 1000)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=nginx.address.rstrip("/"))
    context.expose_function("refused", lambda text: refusals.append(text))
    context.add_init_script(WATCH)
    context.on("console", lambda message: message.type in ("error", "warning") and refusals.append(message.text))
    yield context
    context.close()


def test_refusals_are_heard(reader: BrowserContext, refusals: list[str], nginx: Server) -> None:
    """What the policy forbids is refused, and the tests below would hear of it, by the event and by the console."""
    page = reader.new_page()
    page.goto("about/")
    assert nginx.ask("about/").headers["content-security-policy"] == content_security_policy()
    page.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">no</p>')")
    page.evaluate("() => document.head.append(Object.assign(document.createElement('script'), { text: 'top.x = 1' }))")
    page.evaluate("() => { new Image().src = 'http://127.0.0.1:9/x.png'; }")
    page.wait_for_timeout(200)
    said = "\n".join(refusals)
    for directive in ("style-src-attr", "script-src-elem", "img-src"):
        assert f"{directive}: " in said
    assert "violates the following Content Security Policy directive" in said
    assert page.evaluate("() => top.x") is None


def test_every_page_has_the_policy_in_itself(site: Path) -> None:
    """Each page says the policy itself, for a host that cannot send headers, before anything that it is to hold for."""
    found = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
    wrong = []
    for address in [*addresses(site), "/404.html"]:
        path = site / "404.html" if address == "/404.html" else page_path(site, address)
        text = path.read_text(encoding="utf-8")
        said = [one.replace("&#39;", "'") for one in found.findall(text)]
        first = min(text.find(sign) for sign in ("<script", "<link") if sign in text)
        if said != [content_security_policy(in_page=True)] or found.search(text).start() > first:
            wrong.append(address)
    nothing(wrong)


def forbidden(page: str) -> list[str]:
    """What of a page's markup the policy would refuse."""
    scripts = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>", page)
    marked = re.findall(r"<style\b|<[a-z][^>]*\s(?:style|on[a-z]+)=", page)
    others = re.findall(r'<(?:script|img|link(?! rel="canonical"| itemprop="url"))\b[^>]*(?:src|href)="(?:https?:)?//[^"]*"', page)
    return [*scripts, *marked, *others]


def elsewhere(css: str) -> list[str]:
    """What of a stylesheet is not in it or beside it."""
    return re.findall(r"""@import\b[^;]*|url\(\s*["']?(?:https?:)?//[^)]*""", css, flags=re.I)


def test_no_page_needs_what_the_policy_forbids(site: Path) -> None:
    """No page has a style or a handler in its markup, a script that is no file, or a file of others."""
    nothing(
        f"{path.relative_to(site)}: {one}" for path in site.rglob("*.html")
        for one in forbidden(path.read_text(encoding="utf-8"))
    )  # fmt: skip


def test_no_stylesheet_asks_others(site: Path) -> None:
    """No stylesheet takes letters, pictures or more rules from another host."""
    sheets = list(site.rglob("*.css"))
    nothing(f"{path.relative_to(site)}: {one}" for path in sheets for one in elsewhere(path.read_text(encoding="utf-8")))
    assert sheets


@pytest.mark.parametrize(
    "fault",
    [
        '<p style="color: red">', "<style>p { color: red }</style>", '<p onclick="act()">', "<script>act()</script>",
        '<img alt="" src="https://other.example/x.png">', '<script src="//other.example/x.js"></script>',
        '<link rel="stylesheet" href="https://fonts.example/css2?family=Inter">',
        '<link rel="preload" as="font" href="https://fonts.example/inter.woff2">',
    ],
)  # fmt: skip
def test_a_page_that_breaks_the_policy_is_found(site: Path, fault: str) -> None:
    """An inline style, script or handler, and a font, picture or script from elsewhere, put into a good page, are found."""
    page = page_path(site, "/about/").read_text(encoding="utf-8")
    assert forbidden(page) == [] and len(forbidden(page.replace("</main>", f"{fault}</main>"))) == 1


@pytest.mark.parametrize(
    "fault",
    [
        "@font-face { font-family: X; src: url(https://fonts.example/x.woff2) }", '@import "https://fonts.example/x.css";',
        '@import url("more.css");', "p { background: url('//other.example/x.png') }", "p { background: URL( http://a.example/x ) }",
    ],
)  # fmt: skip
def test_a_stylesheet_that_asks_others_is_found(fault: str) -> None:
    """A font, a picture or more rules from elsewhere, put into a stylesheet, are found; a file beside it is not."""
    own = '@font-face { src: url("fonts/x.woff2") }'
    assert elsewhere(own) == [] and len(elsewhere(own + fault)) == 1


def test_every_page_opens_without_a_refusal(reader: BrowserContext, refusals: list[str], site: Path) -> None:
    """Each page of the site loads its styles, letters, scripts and pictures, and nothing is refused or complained of."""
    page = reader.new_page()
    for address in addresses(site):
        if 'http-equiv="refresh"' not in page_path(site, address).read_text(encoding="utf-8"):
            page.goto(address.lstrip("/"))
            page.wait_for_function("() => !document.querySelector('[data-pb=\"theme-switch\"][hidden]')")
    nothing(refusals)


def test_everything_works_without_a_refusal(reader: BrowserContext, refusals: list[str]) -> None:
    """Search, filters, copying, a case with its Word and OpenDocument files and its print, each of the tools, and the
    forms, a council's look and the switch of colours: all do what they are for, and nothing is refused.
    """
    page = reader.new_page()
    for use in (search, filters, copy, case, decision_tree, self_check, blocked, forms, look, colours):
        use(page)
        assert refusals == [], use.__name__


def search(page: Page) -> None:
    """Ask on the home page, and find."""
    page.goto("")
    page.locator("main input[name=q]").fill("virus")
    page.locator("main input[name=q]").press("Enter")
    expect(page.locator("#search-results a").first).to_have_attribute("href", re.compile("objections/security-it/$"))


def filters(page: Page) -> None:
    """Tick a filter of the arguments, and have fewer."""
    page.goto("arguments/")
    page.locator(".pb-found__list[data-started]").wait_for(state="attached")
    every = page.locator(".pb-found__count").inner_text()
    page.locator("input[name=objection]").first.check()
    expect(page.locator(".pb-found__count")).not_to_have_text(every)
    page.wait_for_url("**/arguments/?objection=*")


def copy(page: Page) -> None:
    """Copy a one-liner to the clipboard."""
    page.goto("arguments/same-as-the-phone/")
    page.locator(".pb-action").filter(has_text="Copy").first.click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).length > 20")


def case(page: Page) -> None:
    """Add a reply, and take the paper away in every form."""
    page.locator(".pb-action").filter(has_text="Add to my case").first.click()
    page.goto("my-case/")
    expect(page.locator('[data-part="chosen"] > li')).to_have_count(1)
    page.locator('[data-field="ask"]').fill("A trial of six months.")
    expect(page.locator('[data-part="paper"]')).to_contain_text("A trial of six months.")
    for ending in ("docx", "odt"):
        with page.expect_download() as saved:
            page.locator(f'[data-part="{ending}"]').click()
        assert Path(saved.value.path()).read_bytes().startswith(b"PK")
    assert page.pdf().startswith(b"%PDF")


def decision_tree(page: Page) -> None:
    """Answer a question."""
    page.goto("should-i-reply/")
    page.locator(".pb-node--here .pb-way").first.click()
    page.wait_for_url("**/should-i-reply/#*")


def self_check(page: Page) -> None:
    """Answer a statement."""
    page.goto("where-are-you-now/")
    page.locator("main input[type=radio]").first.check()
    expect(page.locator("main input[type=radio]").first).to_be_checked()


def blocked(page: Page) -> None:
    """Mark a row, and have a note."""
    page.goto("what-is-blocked/")
    page.locator('[data-part="note"] h3').wait_for()
    page.locator("[data-row] input").first.check()
    expect(page.locator('[data-part="note"]')).not_to_be_empty()


def forms(page: Page) -> None:
    """Be told what is missing, find a source by its name, see the preview, and take what was written away as a file."""
    page.goto("contribute/argument/")
    page.locator(".pb-contribute--live").wait_for()
    page.locator(".pb-contribute__go [type=submit]").click()
    page.locator('[data-part="errors"] a').first.wait_for()
    page.locator('[name="title"]').fill("Ask what it is for")
    expect(page.locator('[data-part="preview"]')).to_contain_text("Ask what it is for")
    page.locator('[name$=".1.source"]').first.fill("acas")
    page.locator(".pb-sought__one").first.wait_for()
    page.goto("contribute/correction/?page=/about/")
    page.locator(".pb-contribute--live").wait_for()
    for name, answer in (("wrong", "It says 2012."), ("right", "It should say 2013.")):
        page.locator(f'[name="{name}"]').fill(answer)
    page.locator(".pb-contribute__go [type=submit]").click()
    page.locator('[data-part="ready"]').wait_for()
    with page.expect_download() as saved:
        page.get_by_role("button", name=words("contribute_says.download")).first.click()
    assert "It says 2012." in Path(saved.value.path()).read_text(encoding="utf-8")


def look(page: Page) -> None:
    """Type a council's name and colour, and see them."""
    page.goto("reuse/brand/")
    page.locator("[data-field=name]").fill("Anytown Council")
    page.locator("[data-field=brand]").fill("#123456")
    page.locator("[data-field=brand]").blur()
    expect(page.locator("main")).to_contain_text("#123456")


def colours(page: Page) -> None:
    """Switch to dark, and have it on the next page."""
    page.locator('[data-pb="theme-switch"]').click()
    page.goto("about/")
    assert json.loads(page.evaluate("() => JSON.stringify(localStorage)"))["playbook-theme"] in ("dark", "light")
    assert page.evaluate("() => document.documentElement.dataset.theme") in ("dark", "light")
