"""Where a case is kept: nowhere at first, in the tab after the first act, on the device if asked, until forgotten."""

import pytest
from my_case_help import add_to_case, case_of, chosen, download, drawn, kept_keys, open_case, paper_words
from site_help import words

LOOKED_AT = ["/", "/arguments/", "/my-case/", "/my-case/#paper", "/my-case/#v1.broken"]


@pytest.fixture
def first(ids) -> str:
    """One argument."""
    return ids[0]


@pytest.fixture
def started(reader, first):
    """The page of a reader who has added one reply."""
    page = reader()
    page.goto(f"/arguments/{first}/")
    add_to_case(page, first)
    return page


def keep(page):
    """The box “Keep this on this device”."""
    return page.get_by_label(words("my_case.keep"), exact=True)


def forget(page, agree: bool = True) -> None:
    """Press “Forget everything” and answer the question."""
    page.once("dialog", lambda dialog: dialog.accept() if agree else dialog.dismiss())
    page.get_by_role("button", name=words("my_case.forget")).click()
    drawn(page)


def test_nothing_before_the_first_act(reader):
    """Whoever only looks at pages, also at Make my case, and takes a document away has nothing kept."""
    page = reader()
    for address in LOOKED_AT:
        page.goto(address)
    drawn(page)
    download(page, words("my_case.odt"))
    assert kept_keys(page) == []
    assert page.context.cookies() == []


def test_adding_keeps_it_in_the_tab(started, first):
    """Adding a reply keeps the case in the tab alone: not on the device."""
    assert case_of(started)["replies"] == [first]
    assert case_of(started, "localStorage") is None


def test_taking_the_last_one_out_keeps_nothing(started):
    """A case with nothing in it any more is not kept."""
    started.get_by_role("button", name=words("add_to_case.take_out")).click()
    assert kept_keys(started) == []


def test_another_tab_does_not_have_it(started):
    """A case that is not kept on the device is gone with its tab."""
    other = started.context.new_page()
    open_case(other)
    assert chosen(other) == []


def test_kept_on_the_device_when_asked(started, first):
    """Kept on the device, the case is in a new tab too, and what is changed there is kept there."""
    open_case(started)
    keep(started).check()
    assert case_of(started) is None
    assert case_of(started, "localStorage")["replies"] == [first]
    other = started.context.new_page()
    open_case(other)
    assert chosen(other) == [first]
    assert keep(other).is_checked()
    other.get_by_label("Your service or team").fill("Repairs")
    assert case_of(other, "localStorage")["service"] == "Repairs"
    started.get_by_text("From: Repairs").wait_for()


def test_no_longer_kept(started, first):
    """Unticked, the case is in the tab alone again."""
    open_case(started)
    keep(started).check()
    keep(started).uncheck()
    assert case_of(started)["replies"] == [first]
    assert case_of(started, "localStorage") is None


@pytest.mark.parametrize("kept", [False, True])
def test_forget(started, kept):
    """One button removes everything from the tab and the device, from the page and from the count."""
    open_case(started)
    started.get_by_label("Your service or team").fill("Repairs")
    keep(started).set_checked(kept)
    forget(started)
    assert kept_keys(started) == []
    assert chosen(started) == []
    assert not any("Repairs" in line for line in paper_words(started))
    assert started.get_by_label("Your service or team").input_value() == ""
    assert started.locator(".pb-header__case").inner_text() == "My case (0)"
    assert not keep(started).is_checked()
    assert started.locator('[data-part="status"]').text_content() == words("my_case_says.forgotten")
    started.reload()
    assert chosen(started) == []


def test_forget_asks_first(started, first):
    """Whoever answers no to the question keeps the case."""
    open_case(started)
    forget(started, agree=False)
    assert chosen(started) == [first]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"replies": ["../x"]}', '{"said": 5}', "x" * 100_000])
def test_bad_store(reader, text):
    """What is in the store and is no case is passed over, and replaced at the next act."""
    page = reader()
    page.goto("/404.html")
    page.evaluate("text => { sessionStorage['playbook-case'] = localStorage['playbook-case'] = text }", text)
    open_case(page)
    assert chosen(page) == []
    page.get_by_label("Your service or team").fill("Repairs")
    assert case_of(page)["service"] == "Repairs"


def test_without_storage(reader, first):
    """Where the browser forbids storage, the case lives as long as the page; asking to keep it is answered in words."""
    page = reader()
    page.add_init_script(
        "for (const name of ['sessionStorage', 'localStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.goto(f"/arguments/{first}/")
    add_to_case(page, first)
    assert page.locator(".pb-header__case").inner_text() == "My case (1)"
    open_case(page)
    page.get_by_label("Your service or team").fill("Repairs")
    assert any("Repairs" in line for line in paper_words(page))
    keep(page).click()
    assert page.locator('[data-part="status"]').text_content() == words("my_case_says.cannot_keep")
    assert not keep(page).is_checked()
