"""The page “Make my case” and the buttons that lead to it: by keyboard, by ear, on a phone, without JavaScript."""

import pytest
from axe import UNFOLD, axe_finds_nothing
from my_case_help import (
    PAGE,
    add_to_case,
    api,
    argument,
    case_of,
    chosen,
    download,
    drawn,
    open_case,
    paper_words,
)  # fmt: skip
from site_help import addresses, page_path, words

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}


def status(page) -> str:
    """What the page last said."""
    return page.locator('[data-part="status"]').text_content()


def fit(page) -> str:
    """The sign that says whether the paper fits."""
    drawn(page)
    return page.locator('[data-part="fit-text"]').inner_text()


def button(page, argument_id: str, what: str):
    """One of the buttons of a chosen reply."""
    return page.locator(f'[data-id="{argument_id}"] [data-do="{what}"]')


def is_focused(locator) -> bool:
    """Whether the focus is on this element."""
    return locator.evaluate("element => element === document.activeElement")


@pytest.mark.parametrize("page_address", ["/", "/my-case/", "/arguments/", "/about/", "/404.html"])
def test_link_and_count_on_every_page(reader, ids, page_address):
    """Every page has the link; with the script it has the count."""
    page = reader()
    page.goto(page_address)
    page.get_by_role("link", name="My case (0)").wait_for()
    page.goto(f"/arguments/{ids[0]}/")
    add_to_case(page, ids[0])
    page.goto(page_address)
    page.get_by_role("link", name="My case (1)").wait_for()


def test_link_is_in_every_page(site):
    """The link is in the HTML of every page that the site has, and needs no script."""
    link = f">{words('my_case.header')}</a>"
    without = [one for one in addresses(site) if link not in page_path(site, one).read_text(encoding="utf-8")]
    assert without == []


@pytest.mark.parametrize("where", ["argument", "objection", "list"])
def test_button_on_every_argument(reader, site, ids, where):
    """Wherever an argument stands, one button adds it and takes it out again, says which, and says so aloud."""
    one = argument(site, ids[0])
    address = {"argument": one["url"], "objection": f"objections/{one['answers'][0]}/", "list": "arguments/"}[where]
    page = reader()
    page.goto(f"/{address}")
    place = page.locator(f'[data-argument="{ids[0]}"]:visible')
    add = place.get_by_role("button", name=words("add_to_case.add"))
    assert add.inner_text() == words("add_to_case.add")
    assert add.get_attribute("aria-label").startswith(f"{words('add_to_case.add')}: ")
    add.focus()
    page.keyboard.press("Enter")
    said = page.get_by_role("status").filter(has_text=words("add_to_case.added")["one"])
    said.wait_for(state="attached")
    out = place.get_by_role("button", name=words("add_to_case.take_out"))
    assert is_focused(out)
    assert place.get_by_role("link", name=words("add_to_case.see")).is_visible()
    page.keyboard.press("Space")
    page.get_by_role("status").filter(has_text="0 replies").wait_for(state="attached")
    assert is_focused(add)
    assert page.locator(".pb-header__case").inner_text() == "My case (0)"


def test_count_in_other_pages_of_the_tab(reader, ids):
    """Going back to a page from before shows what is in the case now."""
    page = reader()
    page.goto(f"/arguments/{ids[0]}/")
    page.goto(f"/arguments/{ids[1]}/")
    add_to_case(page, ids[1])
    page.go_back()
    page.get_by_role("link", name="My case (1)").wait_for()


def test_tick_replies_to_what_they_said(reader, site):
    """What they said brings its replies as boxes to tick; those that work on the people who said it come first."""
    objection = next(one for one in api(site, "objections") if len(one["replies"]) > 3)
    replies = [argument(site, one) for one in objection["replies"]]
    audience = replies[-1]["works_best_on"][0]
    page = reader()
    open_case(page)
    page.get_by_label(words("my_case.objection"), exact=True).focus()
    page.get_by_label(words("my_case.objection"), exact=True).select_option(objection["id"])
    page.get_by_label(words("my_case.audience"), exact=True).select_option(audience)
    drawn(page)
    boxes = page.locator('[data-part="suggestions"] input')
    order = boxes.evaluate_all("boxes => boxes.map(box => box.value)")
    works = [one["id"] for one in replies if audience in one["works_best_on"]]
    assert order[: len(works)] == works and sorted(order) == sorted(objection["replies"])
    boxes.first.focus()
    page.keyboard.press("Space")
    assert chosen(page) == works[:1]
    assert is_focused(boxes.first) and boxes.first.is_checked()
    assert status(page) == words("my_case_says.added")["one"]
    label = next(one["label"] for one in api(site, "audiences") if one["id"] == audience)
    said = paper_words(page)
    assert f"To: {label}" in said and f"We were told: “{objection['title']}”" in said
    page.keyboard.press("Space")
    assert chosen(page) == []


def test_reorder_by_keyboard(with_case, ids):
    """Replies move by buttons; the focus stays on the button and the new place is said; at the end nothing happens."""
    page = with_case({"replies": ids[:3]})
    down = button(page, ids[0], "down")
    down.focus()
    page.keyboard.press("Enter")
    assert chosen(page) == [ids[1], ids[0], ids[2]]
    assert is_focused(down)
    assert status(page) == "Now number 2 of 3."
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert chosen(page) == [ids[1], ids[2], ids[0]]
    assert is_focused(down) and down.get_attribute("aria-disabled") == "true"
    up = button(page, ids[0], "up")
    up.focus()
    page.keyboard.press("Enter")
    assert chosen(page) == [ids[1], ids[0], ids[2]]
    lines = page.locator('[data-part="paper"] .pb-paper__reason').all_text_contents()
    assert len(lines) == 3
    assert case_of(page)["replies"] == [ids[1], ids[0], ids[2]]


def test_buttons_say_what_they_move(with_case, site, ids):
    """Each button's name says which reply it is about."""
    page = with_case({"replies": ids[:2]})
    title = argument(site, ids[1])["title"]
    for key in ("move_up", "move_down", "take_out_short"):
        page.get_by_role("button", name=f"{words(f'my_case_says.{key}')}: {title}").wait_for()


def test_take_out_keeps_the_focus(with_case, ids):
    """After one is taken out the focus goes to the next one's button, after the last to the heading."""
    page = with_case({"replies": ids[:2]})
    button(page, ids[0], "out").focus()
    page.keyboard.press("Enter")
    assert chosen(page) == [ids[1]]
    assert is_focused(button(page, ids[1], "out"))
    assert status(page) == words("my_case_says.taken_out")["one"]
    page.keyboard.press("Enter")
    assert chosen(page) == []
    assert is_focused(page.locator('[data-part="chosen-heading"]'))
    assert page.locator('[data-part="chosen-none"]').is_visible()


def test_tab_reaches_everything_in_order(with_case, ids):
    """The Tab key goes from the first field to “Forget everything” in the order in which things stand."""
    page = with_case({"replies": ids[:1]}, viewport=PHONE)
    page.get_by_label(words("my_case.objection"), exact=True).focus()
    tops = []
    for _ in range(60):
        tops.append(page.evaluate("document.activeElement.getBoundingClientRect().top + scrollY"))
        if page.evaluate("document.activeElement.dataset.part") == "forget":
            break
        page.keyboard.press("Tab")
    else:
        pytest.fail("the last button was not reached")
    assert len(tops) > 15


def test_offered_words(reader):
    """The opening and the ask begin with our words; the ask takes the service's name; emptied, they leave the paper."""
    page = reader()
    open_case(page)
    paper = words("my_case_paper")
    said = paper_words(page)
    assert paper["opening"] in said and paper["ask"] in said
    page.get_by_label("Your service or team").fill("Repairs")
    asked = paper["ask_service"].replace("{service}", "Repairs")
    assert asked in paper_words(page)
    field = page.get_by_label("What you ask for", exact=True)
    assert field.input_value() == asked
    assert case_of(page)["ask"] is None
    field.fill("")
    said = paper_words(page)
    assert asked not in said and paper["ask_heading"] not in said
    page.reload()
    assert paper["ask_heading"] not in paper_words(page)


def test_too_long_says_what_to_drop(with_case, ids):
    """More replies than fit are said not to fit, with the longest of them by name; taking some out mends it."""
    page = with_case({"replies": ids[:12]})
    said = fit(page)
    assert said.startswith("Too long for one side of A4, by about ")
    assert words("my_case_says.longest").split("{")[0] in said and "“" in said
    assert page.locator('[data-part="fit-text"]').get_attribute("role") == "status"
    for one in ids[4:12]:
        button(page, one, "out").click()
    assert fit(page).startswith("Fits on one side of A4")


def test_own_words_too_long(with_case):
    """What the reader wrote is named when it is the longest."""
    page = with_case({"evidence": "\n".join(["One more thing that we know from our own service."] * 90)})
    assert words("my_case_says.part_evidence") in fit(page)


def test_how_much_of_each_reply(with_case, site, ids):
    """By choice each reply stands in full or in short; left to itself the paper is as full as one page allows."""
    page = with_case({"replies": ids[:1]})
    short, truth = argument(site, ids[0])["short"], words("my_case_paper.truth")
    assert fit(page) == words("my_case_says.fits_full")
    full = paper_words(page)
    assert short in full
    page.get_by_label(words("my_case.detail.short"), exact=True).check()
    assert fit(page) == words("my_case_says.fits_short")
    in_short = paper_words(page)
    assert short not in in_short
    other_side = [next(one for one in said if one.startswith(truth)) for said in (in_short, full)]
    assert len(other_side[0]) < len(other_side[1])
    page.get_by_label(words("my_case.detail.full"), exact=True).check()
    assert paper_words(page) == full


def test_full_is_kept_even_if_it_does_not_fit(with_case, ids):
    """“In full” is meant: the sign says that it is too long and which choice would mend it."""
    page = with_case({"replies": ids[:6], "detail": "full"})
    assert words("my_case_says.try_auto") in fit(page)


def test_there_is_room_for_thirty(with_case):
    """The thirty-first reply is refused in words."""
    page = with_case({"replies": [f"a{number}" for number in range(30)], "objection": "time-wasting"})
    page.locator('[data-part="suggestions"] input').first.click()
    assert status(page) == words("my_case_says.full").replace("{most}", "30")
    assert not page.locator('[data-part="suggestions"] input').first.is_checked()


def test_copy(reader, ids):
    """The email's text and the link are copied, and it is said; where copying is forbidden the text is selected."""
    page = reader(permissions=["clipboard-read", "clipboard-write"])
    open_case(page)
    for name, field in (("email", "#email-text"), ("link", "#link-text")):
        page.get_by_text(words(f"my_case.{name}"), exact=True).click()
        page.get_by_role("button", name=words(f"my_case.copy_{name}")).click()
        page.locator('[data-part="status"]').get_by_text(words("my_case_says.copied")).wait_for(state="attached")
        copied = page.evaluate("navigator.clipboard.readText()").replace("\r\n", "\n")
        assert copied == page.locator(field).input_value()
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    page.get_by_role("button", name=words("my_case.copy_email")).click()
    page.locator('[data-part="status"]').get_by_text(words("my_case_says.copy_yourself")).wait_for(state="attached")
    assert page.evaluate("getSelection().toString().length || document.activeElement.selectionEnd") > 100


@pytest.mark.parametrize("state", ["empty", "chosen", "too-long", "shared", "fault"])
def test_axe(with_case, ids, state):
    """axe finds nothing: empty, with replies, too long, with a case that came by link, with a link that is refused."""
    replies = {"chosen": ids[:3], "too-long": ids[:12]}.get(state, [])
    page = with_case({"replies": replies})
    if state in ("shared", "fault"):
        page.goto("/404.html")
        open_case(page, f"{PAGE}#{'v1.' + 'eyJuIjoiUmVwYWlycyJ9' if state == 'shared' else 'v1.x'}")
    page.evaluate(UNFOLD)
    axe_finds_nothing(page, state)


@pytest.mark.parametrize("address", ["/my-case/", "/objections/time-wasting/", "/arguments/"])
def test_no_sideways_scroll_on_a_phone(reader, ids, address):
    """At 360 pixels nothing needs scrolling sideways, with a full case too."""
    page = reader(viewport=PHONE)
    page.goto(f"/arguments/{ids[0]}/")
    add_to_case(page, ids[0])
    page.goto(address)
    if address == PAGE:
        drawn(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
def test_targets_are_large_enough(with_case, ids, viewport):
    """Every button and field of the page is at least 24 pixels high and wide."""
    page = with_case({"replies": ids[:2], "objection": "time-wasting"}, viewport=viewport)
    sizes = page.locator(".pb-case :is(button, input, select, textarea, summary):visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert len(sizes) > 15 and min(sizes) >= 24


@pytest.mark.parametrize("address", ["/my-case/", "/objections/time-wasting/"])
def test_nothing_moves_as_it_starts(reader, ids, address):
    """As the script starts nothing on the screen changes its place."""
    page = reader(viewport=DESK)
    page.add_init_script(
        "window.moved = 0;"
        " new PerformanceObserver(list => list.getEntries().forEach(entry => { window.moved += entry.value }))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(address)
    page.get_by_role("link", name="My case (0)").wait_for()
    if address == PAGE:
        drawn(page)
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.evaluate("window.moved") < 0.01


def test_without_javascript(reader, site):
    """Without JavaScript the page says so, shows no form that does nothing, and leads to briefs and lists."""
    page = reader(java_script_enabled=False)
    page.goto(PAGE)
    assert page.get_by_text(words("my_case.needs_script")).is_visible()
    assert not page.locator(".pb-case").is_visible()
    links = page.locator("main a").evaluate_all("links => links.map(link => link.pathname)")
    wanted = {"/objections/", "/arguments/", *(["/briefs/"] if (site / "briefs").exists() else [])}
    assert wanted <= set(links)
    assert page.locator(".pb-header__case").inner_text() == words("my_case.header")


def test_script_that_cannot_be_loaded(reader):
    """If the script cannot be loaded, nothing can be typed into a form that would lose it."""
    page = reader()
    page.route("**/components/case/my-case.mjs", lambda route: route.abort())
    page.goto(PAGE)
    page.locator(".pb-case.pb-failed").wait_for(state="attached")
    assert not page.locator(".pb-case").is_visible()
    assert page.get_by_text(words("my_case.needs_script")).is_visible()


def test_strict_policy(reader, ids):
    """Under a policy that allows nothing inline and no other host the whole page works, documents too."""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    page = reader()
    refused = []
    page.expose_function("refuse", lambda name: refused.append(name))
    page.add_init_script("addEventListener('securitypolicyviolation', event => refuse(event.violatedDirective))")

    def strict(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route("**/my-case/", strict)
    page.goto(f"/arguments/{ids[0]}/")
    add_to_case(page, ids[0])
    open_case(page)
    for key in ("docx", "odt"):
        assert download(page, words(f"my_case.{key}"))[1]
    assert refused == []


def test_forced_colours_keep_the_sign(with_case, ids):
    """In forced colours the sign is still words, and the paper's text is the system's."""
    page = with_case({"replies": ids[:12]}, forced_colors="active")
    assert fit(page).startswith("Too long")
    colours = page.locator('[data-part="paper"]').evaluate(
        "paper => [getComputedStyle(paper).color, getComputedStyle(paper).backgroundColor]"
    )
    assert colours[0] != colours[1]


def test_sticky_sign_hides_no_focus(with_case, ids):
    """On a phone no field that has the focus is behind the sign at the foot of the screen."""
    page = with_case({"replies": ids[:2]}, viewport=PHONE)
    page.get_by_label(words("my_case.objection"), exact=True).focus()
    hidden = []
    for _ in range(25):
        page.keyboard.press("Tab")
        hidden += page.evaluate(
            "(() => { const one = document.activeElement; const box = one.getBoundingClientRect();"
            " const sign = document.querySelector('.pb-fit'); if (sign.contains(one)) return [];"
            " const edge = sign.getBoundingClientRect();"
            " return box.top >= edge.top && box.bottom <= edge.bottom ? [one.id || one.className] : [] })()"
        )
    assert hidden == []


def test_measured_in_print_too(with_case, ids):
    """Something that changes while the page is printed does not make all seem to fit."""
    page = with_case({"replies": ids[:4]})
    before = fit(page)
    page.emulate_media(media="print")
    page.get_by_label("Your service or team", exact=True).evaluate(
        "field => { field.value = 'x'; field.dispatchEvent(new Event('input', { bubbles: true })) }"
    )
    drawn(page)
    page.emulate_media(media="screen")
    assert fit(page) == before
