"""The page of all arguments for everybody: without scripts, by keyboard, on a phone, and steady as it starts."""

import pytest
from axe import SIZES, axe_finds_nothing
from find_help import LIST, WATCH_SHIFTS, number_said, open_list, said, shown, small_targets, tick, unfold
from playwright.sync_api import expect

WIDTHS = (1280, 360)
FILTERED = "?objection=time-wasting&audience=hr&strength=medium"
PATHS = ("arguments/", f"arguments/{FILTERED}", "arguments/same-as-the-phone/", "objections/time-wasting/")
NOTHING = "?objection=only-young-people&strength=strong"


def test_without_scripts(contexts, home, truth):
    """Without scripts the whole list stands under each objection, links jump to those, and no control is dead."""
    page = contexts(java_script_enabled=False).new_page()
    page.goto(f"{home}arguments/")
    assert page.locator("main :is(form, button, select)").locator("visible=true").count() == 0
    for key, one in truth.objections.items():
        assert page.locator(f"#{key}").inner_text() == f"“{one['title']}”"
    listed = page.locator(".pb-list li").locator("visible=true").count()
    assert listed == sum(len(truth.found({"objection": {key}})) for key in truth.objections)
    page.locator(".pb-contents summary").click()
    page.locator(".pb-contents a[href='#security-it']").click()
    assert page.url.endswith("#security-it")
    expect(page.locator("#security-it")).to_be_in_viewport()


@pytest.mark.parametrize("broken", ["components/main.mjs", "components/find/sift.mjs"])
def test_scripts_that_do_not_come(browser, home, truth, broken):
    """If a script cannot be loaded, the page is the one without scripts, with nothing hidden and no control dead."""
    context = browser.new_context()
    page = context.new_page()
    page.route(f"**/{broken}", lambda route: route.abort())
    page.goto(f"{home}arguments/{FILTERED}")
    expect(page.locator("#time-wasting")).to_be_visible()
    expect(page.locator(".pb-filters")).to_be_hidden()
    assert page.locator(LIST).locator("visible=true").count() == 0
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PATHS)
def test_nothing_moves(contexts, home, path, width):
    """Nothing that is on the screen moves while scripts start, however late they come."""
    page = contexts(viewport={"width": width, "height": 800}).new_page()
    page.add_init_script(WATCH_SHIFTS)
    held = []
    page.route("**/components/main.mjs", lambda route: held.append(route))
    page.goto(home + path, wait_until="commit")
    painted = "performance.getEntriesByName('first-contentful-paint').length"
    page.wait_for_function(f"""() => {painted} && document.fonts.check("1rem 'Atkinson Hyperlegible Next'")""")
    two_frames(page)
    # Whatever the font moved as it came is not what is tested here.
    page.evaluate("window.shifts.length = 0")
    held[0].continue_()
    page.locator(".pb-actions button").first.wait_for()
    two_frames(page)
    assert page.evaluate("window.shifts") == []


def test_late_buttons_push_no_others_aside(contexts, home):
    """If the buttons that copy come late, those that stand after them come with them, and nothing on screen moves."""
    page = contexts(viewport={"width": 1280, "height": 800}).new_page()
    page.add_init_script(WATCH_SHIFTS)
    held = []
    page.route("**/copy/copy.mjs", lambda route: held.append(route))
    page.goto(home + "arguments/")
    page.wait_for_function("""() => document.fonts.check("1rem 'Atkinson Hyperlegible Next'")""")
    page.get_by_role("link", name="My case (0)").wait_for()
    two_frames(page)
    assert page.locator(".pb-actions button").count() == 0
    page.evaluate("window.shifts.length = 0")
    held[0].continue_()
    page.get_by_role("button", name="Add to my case").first.wait_for()
    two_frames(page)
    assert page.evaluate("window.shifts") == []
    assert page.locator(".pb-actions").first.locator("button").first.inner_text().startswith("Copy")


def test_buttons_of_the_case_wait_for_those_that_copy(contexts, home):
    """Whoever is first to have the script that copies, its buttons are made first, and once."""
    page = contexts().new_page()
    page.route("**/components/main.mjs", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(home + "arguments/same-as-the-phone/")
    page.evaluate("""async () => {
        const [copy, add] = await Promise.all(["copy/copy", "case/add-to-case"].map((name) =>
            import(new URL(`../../components/${name}.mjs`, location))));
        await add.enhance(document.querySelector('[data-pb="add-to-case"]'));
        copy.enhance(document.querySelector('[data-pb="copy"]'));
    }""")
    labels = page.locator(".pb-actions").first.locator("button").all_inner_texts()
    assert labels[0].startswith("Copy") and labels[-1] == "Add to my case"
    assert len(labels) == len(set(labels))


def two_frames(page):
    """Wait until two more frames have been painted."""
    page.evaluate("""() => new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
    })""")


def test_chosen_before_the_script(contexts, home, truth):
    """A box ticked before the script has come counts when it comes."""
    page = contexts().new_page()
    held = []
    page.route("**/components/main.mjs", lambda route: held.append(route))
    page.goto(f"{home}arguments/", wait_until="commit")
    page.locator("input[value=strong]").check()
    held[0].continue_()
    page.locator(".pb-found__list[data-started]").wait_for(state="attached")
    assert set(shown(page)) == truth.found({"strength": {"strong"}})
    assert page.url.endswith("?strength=strong")


def test_keyboard_alone(page, home, truth):
    """By keyboard one can type, tick, take a filter away, order the list and follow a link."""
    open_list(page, home)

    def tab_to(wanted, most=120):
        for _ in range(most):
            if page.evaluate("(wanted) => document.activeElement.matches(wanted)", wanted):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {wanted}")

    tab_to("#words")
    page.keyboard.type("person")
    assert 0 < number_said(page) < len(truth.arguments)
    tab_to("[data-facet=strength] summary")
    tab_to("input[value=strong]")
    page.keyboard.press("Space")
    assert {truth.arguments[key]["strength"] for key in shown(page)} == {"strong"}
    tab_to("[data-facet=topic] summary")
    page.keyboard.press("Enter")
    tab_to("input[name=topic]")
    tab_to("#order")
    page.keyboard.press("ArrowDown")
    assert page.get_by_label("Order").input_value() == "title"
    tab_to(".pb-chip")
    page.keyboard.press("Enter")
    expect(page.locator(".pb-chip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#found-title")).to_be_focused()
    tab_to(".pb-item__title a")
    page.keyboard.press("Enter")
    page.locator(".pb-oneliner").wait_for()


def test_focus_is_seen(page, home):
    """Each kind of control shows its focus."""
    open_list(page, home, FILTERED)
    controls = ("#words", "summary", ".pb-choice input", "#order", ".pb-chip", ".pb-found__last button", ".pb-item a")
    for control in controls:
        page.locator(control).first.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outline")
        assert "3px" in outline and "solid" in outline, control


def test_phone(phone, home, truth):
    """At 360 px the filters open on a button, every facet on its heading, and nothing is wider than the screen."""
    open_list(phone, home)
    expect(phone.locator(".pb-filters__facets")).to_be_hidden()
    toggle = phone.locator(".pb-filters__toggle")
    assert toggle.get_attribute("aria-expanded") == "false"
    toggle.click()
    assert toggle.get_attribute("aria-expanded") == "true"
    assert phone.locator(".pb-facet[open]").count() == 0
    tick(phone, "strength", "strong", "weak")
    assert "2 chosen" in toggle.inner_text()
    assert set(shown(phone)) == truth.found({"strength": {"strong", "weak"}})
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
    assert small_targets(phone) == []


def test_targets_at_a_desk(page, home):
    """At a desk too every control is at least 24 px wide and high."""
    open_list(page, home, FILTERED)
    unfold(page)
    assert small_targets(page) == []


@pytest.mark.parametrize("search", ["", FILTERED, NOTHING, "?strength=iron"])
def test_axe(page, home, search):
    """axe finds nothing: with filters in use, with every facet open, with nothing found, wide and narrow, light and dark."""
    open_list(page, home, search)
    unfold(page)
    axe_finds_nothing(page, search, sizes=[1280])
    page.set_viewport_size(SIZES[360])
    page.locator(".pb-filters__toggle").click()
    unfold(page)
    expect(page.locator(".pb-filters__facets")).to_be_visible()
    axe_finds_nothing(page, search, sizes=[360])


def test_forced_colours(contexts, home):
    """In forced colours the boxes stay boxes, and buttons and chips keep an edge."""
    page = contexts(forced_colors="active").new_page()
    open_list(page, home, FILTERED)
    for control in (".pb-chip", ".pb-actions button", "#order", "#words"):
        style = page.locator(control).first.evaluate("(one) => getComputedStyle(one).borderTopWidth")
        assert float(style.removesuffix("px")) >= 1, control
    assert page.locator(".pb-choice input").first.evaluate("(one) => getComputedStyle(one).appearance") != "none"


def test_paper(page, home, truth):
    """On paper the filters are gone, and what the list is filtered by is said."""
    open_list(page, home, FILTERED)
    page.emulate_media(media="print")
    expect(page.locator(".pb-filters")).to_be_hidden()
    expect(page.locator(".pb-found__chosen ul")).to_be_visible()
    expect(page.locator(".pb-actions").first).to_be_hidden()
    found = truth.found({"objection": {"time-wasting"}, "audience": {"hr"}, "strength": {"medium"}})
    assert said(page).startswith(f"{len(found)} of ")
