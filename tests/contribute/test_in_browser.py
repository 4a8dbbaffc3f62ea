"""The forms as a contributor meets them: in a browser, with the real playbook, and a forge that is made up."""

import html
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from answers import NEW_SOURCE
from axe import SIZES, judge_looks
from form_help import LIVE, fake_forge, fill, go_on, real
from playbook_kit.content import load
from playbook_kit.contribute import FORMS
from playbook_kit.forge.approval import Approved
from playbook_kit.forge.from_issue import from_issue
from playbook_kit.plan import check_content
from playbook_kit.problem import errors
from playbook_kit.words import load_words
from playwright.sync_api import Page, Route, expect
from site_help import DEADLINE, nothing, words
from small_playbook import TODAY

expect.set_options(timeout=DEADLINE * 1000)
NAMES = [form.name for form in FORMS]
FILES = {"argument": "playbook/arguments", "case-study": "case_studies"}
HOSTILE = '"><img src=x onerror=alert(1)><script>alert(1)</script>'


def part(page: Page, name: str):
    """A part of the form's page."""
    return page.locator(f"[data-part={name}]")


def wrong_with(copy: Path, path: str, text: str) -> list:
    """What `playbook check` says of a file put into the repository."""
    (copy / path).write_text(text, encoding="utf-8")
    return [problem for problem in errors(check_content(copy, TODAY)) if problem.path == path]


@pytest.mark.parametrize("form", NAMES)
def test_a_contributor_reaches_the_forge(visit: Callable, copy: Path, form: str) -> None:
    """Whoever answers every question of a form reaches the forge's page for a new file or a letter, filled in with what
    passes the check of the real playbook.
    """
    page = visit("/contribute/")
    page.locator(f"main a[href$='contribute/{form}/'], main a[href='{form}/']").first.click()
    opened = fake_forge(page)
    fill(page, real(form))
    go_on(page)
    expect(part(page, "ready-title")).to_be_focused()
    page.locator(".pb-taken__open").first.click()
    expect(page.locator("h1")).to_have_text("New file")
    address = urlsplit(opened[-1])
    query = parse_qs(address.query, strict_parsing=True)
    if form not in FILES:
        assert address.path.endswith("/issues/new")
        assert "###" in query["body"][0] and query["title"][0].startswith(words(f"contribute.{form}.letter_title")[:4])
        return
    (name,), (text,) = query["filename"], query["value"]
    assert unquote(address.path).endswith(f"/new/main/{FILES[form]}")
    assert wrong_with(copy, f"{FILES[form]}/{name}", text) == []


def test_a_new_source_is_a_second_file(visit: Callable, copy: Path) -> None:
    """A source that is not in the list is described in the form, and both files open filled in and pass together."""
    page = visit("/contribute/argument/")
    opened = fake_forge(page)
    fill(page, real("argument"))
    source = page.locator('[name="evidence.1.source"]')
    fresh = page.locator('[data-new="evidence.1.source"]')
    expect(fresh).to_be_hidden()
    source.fill("A guide to no such thing")
    expect(page.locator(".pb-sought__said").first).to_have_text(words("contribute_says.sources_none"))
    page.get_by_role("button", name=words("contribute_says.new_one")).first.click()
    # What was typed is a title until somebody says otherwise, and no longer stands where a source is named.
    expect(page.locator('[name="evidence.1.new_title"]')).to_have_value("A guide to no such thing")
    expect(page.locator('[name="evidence.1.new_title"]')).to_be_focused()
    expect(source).to_have_value("")
    fill(page, {key: answer for key, answer in NEW_SOURCE.items() if answer})
    expect(page.locator('[data-cite="evidence.1.source"]')).to_contain_text("[@the-letter-office-a-guide-to-letters]")
    go_on(page)
    expect(page.locator(".pb-taken")).to_have_count(3)
    # All in one letter comes first, since only that becomes one proposal; the files follow in their order.
    titles = page.locator(".pb-taken h3").all_inner_texts()
    assert titles[0] == words("contribute_says.in_one")
    assert [title.partition(":")[0] for title in titles[1:]] == ["1 of 2", "2 of 2"]
    letter, *links = [link.get_attribute("href") for link in page.locator(".pb-taken__open").all()]
    query = parse_qs(urlsplit(letter).query)
    content = load(copy)
    made = from_issue(Approved(1, "argument", query["body"][0]), content, load_words(copy)[0], TODAY)
    files = [
        (unquote(urlsplit(link).path).partition("/new/main/")[2], parse_qs(urlsplit(link).query)) for link in links
    ]
    assert [folder for folder, _ in files] == ["playbook/sources", "playbook/arguments"]
    # The letter holds the same words: an approved issue becomes the same two files, but for the day.
    assert sorted(made.files) == sorted(f"{folder}/{query['filename'][0]}" for folder, query in files)
    for folder, query in files:
        (copy / folder / query["filename"][0]).write_text(query["value"][0], encoding="utf-8")
    new = {f"{folder}/{query['filename'][0]}" for folder, query in files}
    assert [problem for problem in errors(check_content(copy, TODAY)) if problem.path in new] == []
    assert opened == []


def test_an_organisation_joins_the_list(visit: Callable, copy: Path) -> None:
    """“We use it too” gives a letter, and the very lines to put at the end of the list, which then passes the check."""
    page = visit("/contribute/use/")
    opened = fake_forge(page)
    fill(page, real("use"))
    expect(part(page, "preview").locator("li")).to_contain_text(f"{real('use')['name']}, Wales: “")
    go_on(page)
    expect(page.locator(".pb-taken")).to_have_count(2)
    lines = page.locator(".pb-taken__text").last.input_value()
    listed = copy / "playbook" / "used-by.yml"
    assert wrong_with(copy, "playbook/used-by.yml", listed.read_text(encoding="utf-8") + lines) == []
    assert real("use")["name"] in listed.read_text(encoding="utf-8")
    page.locator(".pb-taken__open").last.click()
    expect(page.locator("h1")).to_have_text("New file")
    assert opened[-1].endswith("/edit/main/playbook/used-by.yml")


def test_a_source_is_found_by_typing(visit: Callable) -> None:
    """Words that are typed are looked for among the sources; how many fit is said and heard, those that fit are buttons
    that the keyboard reaches, another word brings fewer, and what is chosen is cited by its id. No list of sources
    stands on the page.
    """
    page = visit("/contribute/argument/")
    page.locator(LIVE).wait_for()
    assert page.locator("option").count() < 100
    source = page.locator('[name="evidence.1.source"]')
    box = page.locator(".pb-sought").first
    source.fill("social")
    expect(box.locator(".pb-sought__one")).to_have_count(6)
    many = int(re.match(r"\d+", box.locator(".pb-sought__said").inner_text())[0])
    assert many > 6
    source.fill("policy ACAS")
    expect(box.locator(".pb-sought__said")).to_have_text(re.compile("^(One source fits|[2-5] sources fit)"))
    expect(part(page, "status")).to_have_text(box.locator(".pb-sought__said").inner_text())
    first = box.locator(".pb-sought__one").first
    title = first.inner_text()
    source.focus()
    page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    expect(source).to_be_focused()
    expect(source).to_have_value(title)
    expect(box.locator(".pb-sought__one")).to_have_count(0)
    expect(part(page, "status")).to_have_text(words("contribute_says.source_chosen").format(title=title))
    expect(page.locator('[data-cite="evidence.1.source"]')).to_contain_text("[@")
    source.fill("no such thing")
    go_on(page)
    expect(page.locator('[data-fault="evidence.1.source"]')).to_have_text(
        f"There is no source “no such thing”. {words('contribute_says.choose_source_fix')}"
    )


def test_faults_are_told_at_the_top_and_beside(visit: Callable) -> None:
    """With nothing answered, a summary at the top gets the focus and leads to each field, each field says what to write
    and is marked until it is mended, and the summary goes when all are.
    """
    page = visit("/contribute/wording/")
    page.locator(LIVE).wait_for()
    go_on(page)
    expect(part(page, "errors")).to_be_focused()
    expect(part(page, "ready")).to_be_hidden()
    links = part(page, "errors-list").locator("a")
    expect(links).to_have_count(2)
    links.nth(1).click()
    heard = page.locator("[name=heard]")
    expect(heard).to_be_focused()
    expect(heard).to_have_attribute("aria-invalid", "true")
    fault = page.locator("[data-fault=heard]")
    expect(fault).to_contain_text(words("contribute.wording.fields.heard"))
    expect(fault).to_contain_text("They'll be on Facebook all day")
    assert fault.get_attribute("id") in heard.get_attribute("aria-describedby").split()
    heard.fill("It is a toy for them")
    expect(fault).to_be_hidden()
    assert heard.get_attribute("aria-invalid") is None
    page.locator("[name=objection]").select_option("security-it")
    expect(part(page, "errors")).to_be_hidden()


def test_counts_and_mended_text_are_told(visit: Callable) -> None:
    """A field with a limit says how much is left or too much, and says what was mended of what Word pasted."""
    page = visit("/contribute/argument/")
    page.locator(LIVE).wait_for()
    line = page.locator("[name=one_liner]")
    line.fill("Same\u00a0as the phone")
    expect(page.locator('[data-count="one_liner"]')).to_have_text(
        words("contribute_says.characters_left.other").format(count=143)
    )
    expect(page.locator('[data-note="one_liner"]')).to_have_text(words("contribute_says.mended_spaces"))
    line.fill("x" * 161)
    expect(page.locator('[data-count="one_liner"]')).to_have_text(words("contribute_says.characters_over.one"))
    expect(part(page, "status")).to_have_text(words("contribute_says.characters_over.one"))


def test_rows_are_added_and_taken_out(visit: Callable) -> None:
    """A comeback is added below the others and can be taken out of the middle, which moves the next one up; the
    keyboard is led along.
    """
    page = visit("/contribute/argument/")
    page.locator(LIVE).wait_for()
    group = page.locator("[data-group=comebacks]")
    for number in (2, 3):
        group.locator("[data-add]").press("Enter")
        expect(group.locator(f"[data-row='{number}'] legend").first).to_be_focused()
    for number, text in enumerate(("one", "two", "three"), 1):
        page.locator(f'[name="comebacks.{number}.they_say"]').fill(text)
    group.locator("[data-out='2']").press("Enter")
    expect(group.locator("[data-row]:not([hidden])")).to_have_count(2)
    expect(page.locator('[name="comebacks.2.they_say"]')).to_have_value("three")
    expect(page.locator('[name="comebacks.3.they_say"]')).to_have_value("")
    expect(group.locator("[data-row='2'] legend").first).to_be_focused()
    for _ in range(3):
        group.locator("[data-add]").click()
    expect(group.locator("[data-add]")).to_be_hidden()


def test_an_objection_leads_to_the_form(visit: Callable) -> None:
    """An objection's page leads to the form for an argument below its replies and at its foot; there the objection is
    chosen, and the others wait behind a button.
    """
    page = visit("/objections/security-it/")
    links = page.get_by_role("link", name=words("edit.add_argument"), exact=True)
    expect(links).to_have_count(2)
    assert len({link.evaluate("link => link.href") for link in links.all()}) == 1
    links.first.click()
    page.locator(LIVE).wait_for()
    expect(page.locator("[name=answers]:checked")).to_have_count(1)
    expect(page.locator("[name=answers][value=security-it]")).to_be_checked()
    expect(page.locator("[name=answers]:visible")).to_have_count(1)
    page.get_by_role("button", name=words("contribute_says.show_rest")).click()
    expect(page.locator("[name=answers]:visible")).to_have_count(page.locator("[name=answers]").count())
    assert page.evaluate("document.activeElement.name") == "answers"


def test_a_page_leads_to_its_report(visit: Callable) -> None:
    """The foot of a page leads to the form for a report, with the page's name and address filled in; what is filled in
    may be changed, and a letter about it opens in the forge.
    """
    page = visit("/objections/security-it/")
    title = page.locator("h1").inner_text()
    page.locator(".pb-foot").get_by_role("link", name=words("edit.report"), exact=True).click()
    page.locator(LIVE).wait_for()
    filled_in = page.locator("[name=page]").input_value()
    assert filled_in.startswith(title) and filled_in.endswith("/objections/security-it/)")
    opened = fake_forge(page)
    fill(page, {"wrong": "It says 2012.", "right": "It should say 2013."})
    go_on(page)
    page.locator(".pb-taken__open").click()
    expect(page.locator("h1")).to_have_text("New file")
    assert filled_in in parse_qs(urlsplit(opened[-1]).query)["body"][0]


OWN = {"letter": "https://git.example/own/issues/new?title=pb-letter-title&body=pb-file-text", "open": None, "base": "https://own.example/"}
DESK = {**OWN, "letter": None, "open": "https://git.example/desk?topic=web"}


@pytest.mark.parametrize(
    ("query", "own", "host", "said"),
    [
        ("?page=P&at=a/b/&of=own", OWN, "/own/issues/new", "P (https://own.example/a/b/)"),
        ("?page=P&at=a/b/&of=own", DESK, "/desk", "P (https://own.example/a/b/)"),
        ("?page=P&at=a/b/", OWN, "/social-media-playbook/issues/new", "P (https://playbook.example/a/b/)"),
        ("?page=P&at=&of=https://evil.example", OWN, "/social-media-playbook/issues/new", "P (https://playbook.example/)"),
        ("?page=P&at=//evil.example/&of=own", OWN, "/own/issues/new", "P"),
        ("?page=P&at=javascript:alert(1)", OWN, "/social-media-playbook/issues/new", "P"),
        ("?page=%3Cimg src=x onerror=alert(1)%3E", OWN, "/social-media-playbook/issues/new", "<img src=x onerror=alert(1)>"),
    ],
)  # fmt: skip
def test_who_is_told(visit: Callable, query: str, own: dict, host: str, said: str) -> None:
    """Whether the council or the playbook is told is said by the page that leads here; where each is told stands on the
    page alone, and nothing in its address can lead elsewhere or become part of the page.
    """
    page = visit("/contribute/correction/")

    def with_own(route: Route) -> None:
        answer = route.fetch()
        text, count = re.subn(r"data-places=\"[^\"]*\"", lambda found: places(found[0]), answer.text())
        assert count == 1
        route.fulfill(response=answer, body=text)

    def places(attribute: str) -> str:
        held = json.loads(html.unescape(attribute.removeprefix("data-places=").strip('"')))
        return f'data-places="{html.escape(json.dumps({**held, "own": own}))}"'

    page.route("**/contribute/correction/**", with_own)
    page.goto(f"/contribute/correction/{query}")
    fill(page, {"wrong": "It says 2012.", "right": "It should say 2013."})
    go_on(page)
    addresses = [link.get_attribute("href") for link in page.locator("[data-part=take] a").all()]
    (forge,) = [urlsplit(one) for one in addresses if not one.startswith("mailto:")]
    assert forge.netloc == "git.example" and forge.path == host
    assert page.locator("[name=page]").input_value() == said
    assert page.locator(".pb-contribute img").count() == 0


@pytest.mark.parametrize("address", ["/objections/security-it/", "/about/", "/arguments/"])
def test_each_page_says_how(visit: Callable, address: str) -> None:
    """The foot of a page says in words how to suggest a change and how to report something."""
    foot = visit(address).locator(".pb-foot")
    for key in ("edit.suggest", "edit.report"):
        expect(foot.get_by_role("link", name=words(key), exact=True)).to_be_visible()


def test_what_is_typed_is_text(visit: Callable) -> None:
    """HTML that somebody types stands in the preview as it was typed and makes no element, in no field."""
    page = visit("/contribute/argument/")
    texts = {
        name: HOSTILE
        for name in ("title", "one_liner", "short", "concession", "long", "comebacks.1.they_say", "origin")
    }
    fill(page, {**real("argument"), **texts})
    preview = part(page, "preview")
    expect(preview.locator(".pb-look__title")).to_have_text(HOSTILE)
    expect(preview).to_contain_text("<script>alert(1)</script>")
    go_on(page)
    expect(part(page, "ready")).to_be_visible()
    assert page.locator(".pb-contribute :is(script, img)").count() == 0


def test_the_preview_looks_like_the_page(visit: Callable) -> None:
    """The preview shows what was chosen by its words, paragraphs and lists as such."""
    page = visit("/contribute/argument/")
    fill(page, real("argument", long="One **thing**.\n\n- first\n- second"))
    preview = part(page, "preview")
    expect(preview.locator("li", has_text="second")).to_have_count(1)
    expect(preview.locator("strong")).to_have_text("thing")
    expect(preview).to_contain_text("“Staff will waste time”")
    expect(preview.locator(".pb-truth")).to_contain_text("A letter has one reader")


def test_an_argument_that_is_there_is_pointed_out(visit: Callable) -> None:
    """Who types what an argument of the playbook says sees a link to it; who types something else sees none."""
    page = visit("/objections/time-wasting/")
    address = page.locator("main .pb-reply a[href*='arguments/']").last.evaluate("link => link.href")
    page.goto(address)
    title, line = page.locator("h1").inner_text(), page.locator("[data-copy=one-liner]").first.inner_text()
    page.goto("/contribute/argument/")
    fill(page, {"title": title, "one_liner": line})
    expect(part(page, "alike")).to_be_visible()
    assert address in [one.evaluate("link => link.href") for one in part(page, "alike").locator("a").all()]
    fill(page, {"title": "Beekeeping helps", "one_liner": "Honey from the roof garden sweetens every committee."})
    expect(part(page, "alike")).to_be_hidden()


def test_an_argument_is_pointed_out_however_late_the_rest_comes(visit: Callable) -> None:
    """What the form fetches at the first touch may come at any moment of a pause in typing: who has typed what is there
    already sees it all the same.
    """
    page = visit("/contribute/argument/")
    page.locator(LIVE).wait_for()
    held: list = []
    page.route("**/contribute/judge.mjs", lambda route: held.append(route))
    with page.expect_request("**/contribute/judge.mjs"):
        page.mouse.move(50, 50)
    page.clock.install()
    page.locator("[name=title]").fill("Some of it is work")
    page.locator("[name=one_liner]").fill("Not every minute on there is wasted. Some of it is people finding what they need.")
    page.clock.run_for(50)
    held[0].continue_()
    page.wait_for_load_state("networkidle")
    page.clock.run_for(1000)
    expect(part(page, "alike")).to_be_visible()


def test_a_long_text_falls_back(visit: Callable) -> None:
    """A text too long for an address is not linked: the form says so, and copies it and gives it as a file."""
    page = visit("/contribute/argument/")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fill(page, real("argument", long="We have said it before, “and” again. " * 200))
    go_on(page)
    expect(part(page, "take")).to_contain_text(words("contribute_says.too_long"))
    expect(page.locator(".pb-taken__open")).to_have_count(0)
    assert parse_qs(urlsplit(part(page, "take").locator("a").get_attribute("href")).query)["filename"] == [
        "same-as-a-letter.yml"
    ]
    text = page.locator(".pb-taken__text").input_value()
    page.get_by_role("button", name=words("contribute_says.copy"), exact=True).click()
    expect(part(page, "status")).to_have_text(words("contribute_says.copied"))
    assert page.evaluate("navigator.clipboard.readText()") == text
    with page.expect_download() as waiting:
        page.get_by_role("button", name=words("contribute_says.download"), exact=True).click()
    assert waiting.value.suggested_filename == "same-as-a-letter.yml"
    assert Path(waiting.value.path()).read_text(encoding="utf-8") == text


def test_addresses_have_limits(visit: Callable) -> None:
    """An address of the forge has at most 8,000 characters, and a letter too long for an email leaves its text out."""
    found = visit("/contribute/use/").evaluate(
        """async () => {
          const { filled, mailAddress } = await import("/components/contribute/take.mjs");
          const of = (count) => filled("https://x.example/?v=pb-file-text", { text: "x".repeat(count) });
          const rest = "https://x.example/?v=".length;
          return {
            fits: of(8000 - rest).length, over: of(8001 - rest), none: filled(null, { text: "" }),
            odd: filled("https://x.example/pb-file-name?v=pb-file-text", {
              name: "$&", text: "a$1&b=#\\n“",
            }),
            short: mailAddress("a@b.example", "T&t", "one\\ntwo"),
            long: mailAddress("a@b.example", "T", "x".repeat(3000)),
          };
        }"""
    )
    assert (found["fits"], found["over"], found["none"]) == (8000, None, None)
    assert parse_qs(urlsplit(found["odd"]).query) == {"v": ["a$1&b=#\n“"]}
    assert found["short"] == ["mailto:a@b.example?subject=T%26t&body=one%0D%0Atwo", True]
    assert found["long"] == ["mailto:a@b.example?subject=T", False]


def test_nothing_is_sent_or_kept(visit: Callable) -> None:
    """While a form is filled in and made ready, the page asks its own server for its own data alone, sends nothing that
    was typed, and keeps nothing on the device.
    """
    page = visit("/contribute/case-study/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.method} {request.url}"))
    fill(page, real("case-study", title="Secret-Sometown"))
    go_on(page)
    expect(part(page, "ready")).to_be_visible()
    nothing(one for one in asked if not one.startswith("GET http://127.0.0.1") or "Sometown" in one or "?" in one)
    assert page.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]") == []
    assert page.context.cookies() == []


@pytest.mark.parametrize("form", NAMES)
def test_without_scripts_it_is_a_form_on_paper(visit: Callable, form: str) -> None:
    """Without scripts the same questions stand there to be printed, with a way to send the answers, and nothing that
    does not work; a repeated group has rows to write in.
    """
    page = visit(f"/contribute/{form}/", java_script_enabled=False)
    asked = next(one for one in FORMS if one.name == form)
    for group in asked.groups:
        for one in group.fields:
            expect(page.locator(f'[name="{one.numbered(1)}"]').first).to_be_visible()
        if group.is_repeated:
            expect(page.locator(f'[data-group="{group.name}"] [data-row]:visible')).to_have_count(2)
    expect(page.get_by_role("link", name=words("contribute.paper.forge"))).to_be_visible()
    assert page.locator(".pb-contribute button:visible").count() == 0
    page.emulate_media(media="print")
    box = page.locator(".pb-contribute textarea, .pb-contribute input[type=text]").first.bounding_box()
    assert box["height"] > 20
    assert page.locator(".pb-header__search:visible, .pb-foot:visible").count() == 0


def test_it_prints_on_a4(visit: Callable, tmp_path: Path) -> None:
    """The longest form prints on at most six sides of A4, with every question on them."""
    import pypdf

    page = visit("/contribute/argument/", java_script_enabled=False)
    page.pdf(path=tmp_path / "form.pdf", prefer_css_page_size=True)
    paper = pypdf.PdfReader(tmp_path / "form.pdf")
    text = " ".join("\n".join(side.extract_text() for side in paper.pages).split())
    assert len(paper.pages) <= 6
    asked = next(one for one in FORMS if one.name == "argument")
    assert [one.name for one in asked.fields if words(one.label_key) not in text] == []


@pytest.mark.parametrize("form", NAMES)
def test_axe_finds_nothing(visit: Callable, form: str) -> None:
    """Empty, with every fault shown, and complete, wide and narrow, in light and dark: axe finds nothing, nothing scrolls
    sideways.
    """
    page = visit(f"/contribute/{form}/", viewport=SIZES[1280], reduced_motion="reduce")
    page.locator(LIVE).wait_for()
    found = []

    def look(state: str) -> None:
        # Dark colours are the same at every width.
        for width, schemes in {1280: ("light", "dark"), 360: ("light",)}.items():
            found.extend(judge_looks(page, state, [width], schemes).found)
            if page.evaluate("() => document.scrollingElement.scrollWidth") > width:
                found.append(f"{state}: scrolls sideways at {width} px")
        page.set_viewport_size(SIZES[1280])

    look("empty")
    go_on(page)
    expect(part(page, "errors")).to_be_visible()
    look("wrong")
    fill(page, real(form))
    go_on(page)
    expect(part(page, "ready")).to_be_visible()
    look("complete")
    nothing(found)


def test_choices_that_are_fetched(visit: Callable) -> None:
    """What there is no room for in the page is offered once somebody touches it, and at once if the address names it."""
    more = [["told-after-all", "“It was told after all”", ""], ["dywedwyd", "“Dywedwyd”", "cy"]]

    def cut(route: Route) -> None:
        answer = route.fetch()
        changed = answer.text().replace(' data-known="', ' data-more="more.json" data-known="', 1)
        changed = changed.replace(' data-key="answers"', ' data-key="answers" data-more-of', 1)
        route.fulfill(response=answer, body=changed)

    for search, checked in (("", []), ("?objection=dywedwyd", ["dywedwyd"])):
        page = visit("/about/")
        page.route("**/contribute/argument/*more.json", lambda route: route.fulfill(json=more))
        page.route("**/contribute/argument/" + ("?*" if search else ""), cut)
        page.goto(f"/contribute/argument/{search}")
        page.locator(LIVE).wait_for()
        if not search:
            assert page.locator("[name=answers][value=dywedwyd]").count() == 0
            page.mouse.move(20, 20)
        page.locator("[name=answers][value=dywedwyd]").wait_for(state="attached")
        assert page.locator("[name=answers]:checked").evaluate_all("all => all.map((one) => one.value)") == checked
        label = page.locator("label:has([value=dywedwyd]) span")
        assert (label.text_content(), label.get_attribute("lang")) == ("“Dywedwyd”", "cy")
        assert page.locator("label:has([value=told-after-all]) span").get_attribute("lang") is None
