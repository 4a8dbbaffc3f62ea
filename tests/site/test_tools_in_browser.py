"""The tools in a real browser: “Should I reply?” and “Where are you now?”, with and without scripts, and on paper."""

import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from axe import SIZES, axe_finds_nothing
from playwright.sync_api import Page, expect
from pypdf import PdfReader
from site_help import DEADLINE, ROOT, nothing, playbook, serving, words

TREE_PAGE, CHECK_PAGE = "/should-i-reply/", "/where-are-you-now/"
TREE = yaml.safe_load((ROOT / "playbook/tools/should-i-reply.yml").read_text(encoding="utf-8"))
CHECK = yaml.safe_load((ROOT / "playbook/tools/self-check.yml").read_text(encoding="utf-8"))
QUESTIONS = {one["id"]: one for one in TREE["questions"]}
OUTCOMES = {one["id"]: one for one in TREE["outcomes"]}
FIRST = TREE["questions"][0]
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
A4 = (595, 842)

expect.set_options(timeout=DEADLINE * 1000)


def ways(start: str = FIRST["id"], path: tuple = ()) -> Iterator[tuple]:
    """Every way through the tree: the pairs of an answer and where it leads."""
    for way in QUESTIONS[start]["ways"]:
        taken = (*path, (way["answer"], way["go_to"]))
        yield from ways(way["go_to"], taken) if way["go_to"] in QUESTIONS else [taken]


WAYS = list(ways())
LONGEST = max(WAYS, key=len)
TO = {way[-1][1]: way for way in WAYS}


def shown(page: Page) -> list[str]:
    """The ids of the questions and outcomes that can be seen."""
    return [one.get_attribute("data-node") for one in page.locator("[data-node]").all() if one.is_visible()]


def take(page: Page, way: tuple) -> None:
    """Press the answers of a way, one after the other."""
    for answer, to in way:
        page.locator(".pb-node--here").get_by_role("button", name=answer, exact=True).click()
        expect(page.locator(f"[data-node='{to}']")).to_be_visible()


def focused(page: Page) -> str:
    """The text of what has the focus."""
    return page.evaluate("() => document.activeElement.textContent.trim()")


def fragment(way: tuple) -> str:
    """The address's part of a way."""
    return "#" + ".".join(to for _, to in way)


# Should I reply?


def test_one_question_at_a_time(visit: Callable) -> None:
    """At first only the first question is shown, its answers as buttons and nothing of the way so far."""
    page = visit(TREE_PAGE)
    expect(page.locator(".pb-node--here")).to_have_count(1)
    assert shown(page) == [FIRST["id"]]
    assert page.locator(".pb-node--here .pb-way").all_inner_texts() == [way["answer"] for way in FIRST["ways"]]
    assert not page.locator("[data-part=path]").is_visible()
    assert not page.locator("[data-node] li > a[href^='#']").first.is_visible()


def test_every_way_leads_to_its_outcome(visit: Callable) -> None:
    """Each address of a way opens its outcome and nothing else, with the verdict, every step and a chapter to read."""
    page = visit(TREE_PAGE)
    wrong = []
    for way in WAYS:
        page.goto(TREE_PAGE + fragment(way))
        page.reload()
        outcome = OUTCOMES[way[-1][1]]
        expect(page.locator(".pb-node--here h2")).to_contain_text(outcome["title"])
        here = page.locator(".pb-node--here")
        steps, given = here.locator("ol li").count(), page.locator("[data-part=answers] strong").all_inner_texts()
        if shown(page) != [outcome["id"]] or steps != len(outcome["steps"]) or given != [answer for answer, _ in way]:
            wrong.append((fragment(way), shown(page), steps, given))
        if here.locator(".pb-node__read a").count() != len(outcome["chapters"]):
            wrong.append((fragment(way), "chapters"))
        expect(here.locator(".pb-node__reply")).to_contain_text(words(f"tree.replies.{outcome['reply']}"))
    nothing(wrong)


def test_answer_moves_focus_and_is_announced(visit: Callable) -> None:
    """An answer moves the focus to the next question's heading, says so in a status that was there before, keeps what
    was answered in sight and the place in the address.
    """
    page = visit(TREE_PAGE)
    status = page.locator(".pb-tree > [role=status][data-part=status]")
    expect(status).to_have_text("")
    taken = ()
    for step in LONGEST:
        take(page, (step,))
        taken = (*taken, step)
        place = QUESTIONS.get(step[1], OUTCOMES.get(step[1]))
        assert (place.get("ask") or place["title"]) in focused(page)
        assert page.evaluate("() => document.activeElement.tagName") == "H2"
        said = "tree_says.next" if step[1] in QUESTIONS else "tree_says.outcome"
        expect(status).to_have_text(words(said).replace("{answer}", step[0]))
        assert page.locator("[data-part=answers] strong").all_inner_texts() == [answer for answer, _ in taken]
        assert page.url.endswith(f"{TREE_PAGE}{fragment(taken)}")


def test_back_and_start_again(visit: Callable) -> None:
    """Back goes to the question before, Start again to the first; the browser's own back works; a button beside each
    earlier answer goes back to its question. Each moves the focus.
    """
    page = visit(TREE_PAGE)
    asked = [FIRST["id"], *(to for _, to in LONGEST[:-1])]
    take(page, LONGEST)
    page.locator(".pb-node--here").get_by_role("button", name=words("tree_says.back"), exact=True).click()
    assert shown(page) == [asked[-1]] and QUESTIONS[asked[-1]]["ask"] in focused(page)
    page.go_back()
    expect(page.locator(f"[data-node='{LONGEST[-1][1]}']")).to_be_visible()
    page.go_back()
    expect(page.locator(f"[data-node='{asked[-1]}']")).to_be_visible()
    assert QUESTIONS[asked[-1]]["ask"] in focused(page)
    change = words("tree_says.change_name").replace("{question}", QUESTIONS[asked[1]]["ask"])
    page.get_by_role("button", name=change, exact=True).click()
    assert shown(page) == [asked[1]] and QUESTIONS[asked[1]]["ask"] in focused(page)
    assert page.locator("[data-part=answers] li").count() == 1
    page.locator(".pb-node--here").get_by_role("button", name=words("tree_says.restart"), exact=True).click()
    assert shown(page) == [FIRST["id"]] and FIRST["ask"] in focused(page)
    assert page.url.endswith(TREE_PAGE) and not page.locator("[data-part=path]").is_visible()


def test_by_keyboard_alone(visit: Callable) -> None:
    """From a question's heading Tab reaches its answers in their order, and Enter or Space takes one."""
    page = visit(TREE_PAGE)
    page.locator(".pb-way").first.focus()
    page.keyboard.press("Tab")
    assert focused(page) == FIRST["ways"][1]["answer"]
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=answers] li")).to_have_count(1)
    for way in QUESTIONS[FIRST["ways"][1]["go_to"]]["ways"]:
        page.keyboard.press("Tab")
        assert focused(page) == way["answer"]
    page.keyboard.press("Space")
    expect(page.locator("[data-part=answers] li")).to_have_count(2)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_sent_answer(visit: Callable, scripts: bool) -> None:
    """The address of an answer brings whoever opens it to the answer, with scripts and without."""
    page = visit(TREE_PAGE + fragment(LONGEST), java_script_enabled=scripts)
    outcome = page.locator(f"[data-node='{LONGEST[-1][1]}'] h2")
    expect(outcome).to_be_in_viewport()
    if scripts:
        assert shown(page) == [LONGEST[-1][1]]


def test_copied_address(visit: Callable, served: str) -> None:
    """An answer shows its address, and a button copies it."""
    page = visit(TREE_PAGE, permissions=["clipboard-read", "clipboard-write"])
    take(page, LONGEST)
    here = page.locator(".pb-node--here")
    expect(here.locator(".pb-send__address")).to_have_text(f"{served}{TREE_PAGE}{fragment(LONGEST)}")
    here.get_by_role("button", name=words("tree_says.copy"), exact=True).click()
    expect(page.locator("[data-pb=copy]")).to_contain_text(fragment(LONGEST))
    assert page.evaluate("() => navigator.clipboard.readText()") == page.url


@pytest.mark.parametrize(
    ("hash", "at", "note"),
    [
        ("#none.such", FIRST["id"], True),
        (f"#{LONGEST[0][1]}.none", FIRST["id"], True),
        ("#%E0%A4%A.x", FIRST["id"], False),
        ("#main", FIRST["id"], False),
        ("#<b>.<i>", FIRST["id"], True),
        (f"#{FIRST['id']}", FIRST["id"], False),
        (f"#{LONGEST[-1][1]}", LONGEST[-1][1], False),
    ],
)
def test_odd_addresses(visit: Callable, hash: str, at: str, note: bool) -> None:
    """An address that leads nowhere here begins with the first question and says why; an id alone opens its place."""
    page = visit(TREE_PAGE + hash)
    expect(page.locator(f"[data-node='{at}'].pb-node--here")).to_be_visible()
    assert shown(page) == [at]
    assert page.locator("[data-part=note]").is_visible() is note
    assert not note or page.locator("[data-part=note]").inner_text() == words("tree_says.moved")


def test_skip_link_keeps_the_place(visit: Callable) -> None:
    """A link to another part of the page leaves the question that is asked as it is."""
    page = visit(TREE_PAGE)
    take(page, LONGEST[:2])
    page.locator(".pb-skip").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => location.hash === '#main'")
    assert shown(page) == [LONGEST[1][1]]


def test_tree_without_script(visit: Callable) -> None:
    """Without scripts the whole tree is there: numbered questions, lettered outcomes, each answer a link to its place."""
    page = visit(TREE_PAGE, java_script_enabled=False)
    assert shown(page) == [*QUESTIONS, *OUTCOMES]
    assert [mark.split(".")[0] for mark in page.locator(".pb-node--question h2").all_inner_texts()] == [
        str(number) for number in range(1, len(QUESTIONS) + 1)
    ]
    for name, question in QUESTIONS.items():
        links = page.locator(f"[data-node='{name}'] li > a").all()
        assert [link.get_attribute("href") for link in links] == [f"#{way['go_to']}" for way in question["ways"]]
    for link in page.locator(f"[data-node='{FIRST['id']}'] li > a").all():
        link.click()
        to = link.get_attribute("href")[1:]
        expect(page.locator(f"[id='{to}']")).to_be_in_viewport()
        mark = page.locator(f"[id='{to}'] .pb-node__mark").inner_text().strip(".")
        assert link.inner_text().endswith(mark)
    assert page.locator("main button:visible, [data-part=path]:visible").count() == 0


def test_tree_whose_script_fails(visit: Callable, browser, served: str) -> None:
    """If the tool's script cannot be loaded, the whole tree is there as without scripts."""
    context = browser.new_context(base_url=served)
    page = context.new_page()
    page.route("**/decision-tree.mjs", lambda route: route.abort())
    page.goto(TREE_PAGE)
    expect(page.locator(".pb-tree.pb-failed")).to_have_count(1)
    assert shown(page) == [*QUESTIONS, *OUTCOMES]
    context.close()


def pages(page: Page) -> list:
    """The printed pages."""
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages


def text_of(printed: list) -> str:
    """What is printed, without any space: letters that are set apart count as together."""
    return re.sub(r"\s+", "", " ".join(one.extract_text() for one in printed))


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_tree_prints_on_one_side(visit: Callable, scripts: bool, scheme: str) -> None:
    """Printed, from an answer too, the whole tree stands on one side of A4: each question, answer, outcome and step."""
    page = visit(TREE_PAGE, java_script_enabled=scripts, color_scheme=scheme, viewport=DESK)
    if scripts:
        take(page, LONGEST)
    printed = pages(page)
    assert len(printed) == 1
    assert tuple(round(float(side)) for side in printed[0].mediabox[2:]) == A4
    text = text_of(printed)
    wanted = [
        *(one["ask"] for one in TREE["questions"]), *(way["answer"] for one in TREE["questions"] for way in one["ways"]),
        *(one["title"] for one in TREE["outcomes"]),
        *(step for one in TREE["outcomes"] for step in one["steps"] if "](" not in step), words("tool.note"),
    ]  # fmt: skip
    nothing(one for one in wanted if re.sub(r"\s+", "", one).replace("'", "’") not in text.replace("'", "’"))
    assert re.sub(r"\s+", "", words("tree_says.restart")) not in text


# Where are you now?


def answer_all(page: Page, choose: Callable[[int], int]) -> None:
    """Choose an answer to each question: `choose` gives its place."""
    for number, question in enumerate(CHECK["questions"]):
        page.locator(f"input[name='{question['id']}']").nth(choose(number)).check()


def test_check_has_ten_questions(visit: Callable) -> None:
    """There are ten questions, each a group of two or three boxes with the question as its name; no step is shown yet."""
    page = visit(CHECK_PAGE)
    assert len(CHECK["questions"]) == 10
    for number, question in enumerate(CHECK["questions"], start=1):
        group = page.get_by_role("group", name=f"{number}. {question['ask']}")
        expect(group.get_by_role("radio")).to_have_count(len(question["answers"]))
        assert [box.inner_text().strip() for box in group.locator("label").all()] == [
            one["answer"] for one in question["answers"]
        ]
    assert not page.locator(".pb-ask__step").first.is_visible()
    assert not page.locator("[data-part=steps]").is_visible()


def test_next_steps_in_order(visit: Callable) -> None:
    """The list has the step of each answer: what comes first before what comes next and what to keep up, each with its
    links. The focus moves to it, and how many steps there are is announced.
    """
    page = visit(CHECK_PAGE)
    choose = lambda number: number % len(CHECK["questions"][number]["answers"])  # noqa: E731
    answer_all(page, choose)
    page.get_by_role("button", name=words("check_says.show")).click()
    assert focused(page) == words("check.results")
    expect(page.locator(".pb-check > [data-part=status]")).to_have_text(
        words("check_says.made")["other"].replace("{count}", "10")
    )
    chosen = [one["answers"][choose(number)] for number, one in enumerate(CHECK["questions"])]
    groups = {when: [one for one in chosen if one["when"] == when] for when in ("first", "next", "keep")}
    assert page.locator("[data-part=list] h3").all_inner_texts() == [
        words(f"check_says.group_{when}") for when, found in groups.items() if found
    ]
    items = page.locator("[data-part=list] li")
    expected = [one for found in groups.values() for one in found]
    for item, one in zip(items.all(), expected, strict=True):
        plain = re.sub(r"\[([^]]+)\]\([^)]+\)", r"\1", one["next_step"])
        assert " ".join(item.locator(".pb-ask__step").inner_text().split()) == " ".join(plain.split())
        assert one["answer"] in item.locator(".pb-steps__why").inner_text()
        assert item.locator(".pb-ask__read a").count() == len(one["chapters"]) + len(one.get("templates", []))


def test_unanswered_questions_are_named(visit: Callable) -> None:
    """Nothing chosen is said; some chosen is enough, and the list leads to the questions without an answer."""
    page = visit(CHECK_PAGE)
    show = page.get_by_role("button", name=words("check_says.show"))
    show.click()
    expect(page.locator(".pb-check__none")).to_have_text(words("check_says.none"))
    assert not page.locator("[data-part=steps]").is_visible()
    page.locator(f"input[name='{CHECK['questions'][3]['id']}']").first.check()
    show.click()
    expect(page.locator("[data-part=list] li")).to_have_count(1)
    expect(page.locator(".pb-check__none")).to_have_text("")
    left = page.locator(".pb-steps__left a")
    assert len(left.all()) == 9
    left.first.click()
    expect(page.locator(f"[id='{CHECK['questions'][0]['id']}']")).to_be_in_viewport()


def test_changed_and_cleared(visit: Callable) -> None:
    """A changed answer changes the list; Clear takes every answer and the list away and goes to the first question."""
    page = visit(CHECK_PAGE)
    answer_all(page, lambda number: 0)
    page.get_by_role("button", name=words("check_says.show")).click()
    before = page.locator("[data-part=list]").inner_text()
    page.locator(f"input[name='{CHECK['questions'][0]['id']}']").last.check()
    expect(page.locator(".pb-check > [data-part=status]")).to_have_text(words("check_says.changed"))
    assert page.locator("[data-part=list]").inner_text() != before
    page.get_by_role("button", name=words("check_says.clear")).click()
    expect(page.locator("[data-part=steps]")).to_be_hidden()
    assert page.locator("input:checked").count() == 0
    assert page.evaluate("() => document.activeElement.name") == CHECK["questions"][0]["id"]


def test_check_keeps_and_sends_nothing(visit: Callable) -> None:
    """Answers reach neither the address, nor what the browser keeps, nor any server."""
    page = visit(CHECK_PAGE)
    page.wait_for_selector(".pb-check--ready")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    answer_all(page, lambda number: 0)
    page.get_by_role("button", name=words("check_says.show")).click()
    expect(page.locator("[data-part=list] li")).to_have_count(10)
    assert asked == [] and page.url.endswith(CHECK_PAGE)
    assert page.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.reload()
    page.wait_for_selector(".pb-check--ready")
    assert page.locator("input:checked").count() == 0


def test_check_without_script(visit: Callable) -> None:
    """Without scripts it is a list of the questions, each answer with its next step and links, and no box to tick."""
    page = visit(CHECK_PAGE, java_script_enabled=False)
    steps = [one for question in CHECK["questions"] for one in question["answers"]]
    for shown_step, one in zip(page.locator(".pb-ask__step").all(), steps, strict=True):
        assert shown_step.is_visible()
        assert words("check.when")[one["when"]] in shown_step.inner_text()
    assert page.locator(".pb-ask__read a").first.is_visible()
    assert page.locator("main input").count() == 0


def test_printed_list(visit: Callable) -> None:
    """Once there is a list, the list alone is printed, with its links' names; before that, every question with its steps."""
    page = visit(CHECK_PAGE, viewport=DESK)
    page.wait_for_selector(".pb-check--ready")
    whole = text_of(pages(page))
    last = CHECK["questions"][-1]["answers"]
    for one in last:
        assert re.sub(r"\s+", "", one["answer"]) in whole
    answer_all(page, lambda number: 0)
    page.get_by_role("button", name=words("check_says.show")).click()
    printed = pages(page)
    text = text_of(printed)
    assert len(printed) <= 2
    assert re.sub(r"\s+", "", CHECK["questions"][0]["answers"][0]["next_step"]) in text
    assert re.sub(r"\s+", "", CHECK["questions"][0]["answers"][1]["next_step"]) not in text
    assert re.sub(r"\s+", "", words("check_says.print")) not in text


# Both


def open_answer(page: Page) -> None:
    """Go on to what a tool says in the end."""
    if page.url.endswith(CHECK_PAGE):
        answer_all(page, lambda number: number % 2)
        page.get_by_role("button", name=words("check_says.show")).click()
    else:
        take(page, LONGEST)


@pytest.mark.parametrize("address", [TREE_PAGE, CHECK_PAGE])
def test_axe_finds_nothing_in_an_answer(visit: Callable, address: str) -> None:
    """What a tool says in the end is as accessible as its beginning, light and dark, wide and narrow."""
    page = visit(address, viewport=DESK)
    open_answer(page)
    for width, size in SIZES.items():
        axe_finds_nothing(page, address, sizes=[width])
        assert page.evaluate("() => document.scrollingElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("address", [TREE_PAGE, CHECK_PAGE])
def test_forced_colours(visit: Callable, address: str) -> None:
    """In forced colours every button and box that is shown has an edge or a picture of its own to be seen by."""
    page = visit(address, forced_colors="active", viewport=DESK)
    open_answer(page)
    for control in page.locator("main button:visible").all():
        style = control.evaluate(
            "one => [getComputedStyle(one).borderTopStyle, getComputedStyle(one).textDecorationLine]"
        )
        assert style[0] != "none" or style[1] == "underline"


@pytest.mark.parametrize("address", [TREE_PAGE, CHECK_PAGE])
def test_strict_policy(browser, served: str, address: str) -> None:
    """Under a policy that allows nothing inline a tool works as it does without."""
    context = browser.new_context(base_url=served)
    page, faults = context.new_page(), []

    def strictly(route) -> None:
        answer = route.fetch()
        policy = {"content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'self'"}
        route.fulfill(response=answer, headers={**answer.headers, **policy})

    page.route(f"**{address}", strictly)
    page.on("console", lambda message: message.type == "error" and faults.append(message.text))
    page.goto(address)
    open_answer(page)
    assert faults == []
    context.close()


def test_tools_are_found(site: Path, visit: Callable) -> None:
    """The tools stand in the navigation under Playbook, on the list of chapters, and in the search."""
    chapters = (site / "playbook/index.html").read_text(encoding="utf-8")
    records = [json.loads(path.read_text(encoding="utf-8")) for path in site.glob("search/en/record-*.json")]
    for address in (TREE_PAGE, CHECK_PAGE):
        assert f'href="..{address}"' in chapters
        assert address.lstrip("/") in {record["address"] for record in records}
        page = visit(address)
        expect(page.locator(".pb-nav__here")).to_have_text("Playbook")
    page.goto("/search/?q=somebody impersonates us")
    expect(page.locator("#search-results a").first).to_be_visible()
    assert any("/should-i-reply/" in link.evaluate("one => one.href") for link in page.locator("#search-results a").all())


@pytest.mark.parametrize("name", ["decision-tree", "self-check"])
def test_schema_is_published(site: Path, name: str) -> None:
    """The schema of each tool's file is published, and the real file names it for editors."""
    schema = json.loads((site / f"schema/{name}.json").read_text(encoding="utf-8"))
    assert {"questions", "title", "status"} <= set(schema["properties"])
    file = "should-i-reply" if name == "decision-tree" else "self-check"
    text = (ROOT / f"playbook/tools/{file}.yml").read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=../../site/schema/{name}.json\n")


def test_site_without_tools(copy: Path, tmp_path: Path) -> None:
    """A council that takes a tool out, and its line in the navigation, still has a site that builds."""
    for name in ("should-i-reply", "self-check"):
        (copy / f"playbook/tools/{name}.yml").unlink()
    for path, old in (
        ("mkdocs.yml", r"      - (should-i-reply|where-are-you-now)\.md\n"),
        ("docs/privacy.md", r"\]\(../playbook/tools/[^)]*\)"), ("docs/contribute.md", r"\]\(../playbook/tools/[^)]*\)"),
        ("playbook/synonyms.yml", r"(?m)^  - page: (should-i-reply|where-are-you-now)\n(    .*\n)+"),
    ):  # fmt: skip
        text = (copy / path).read_text(encoding="utf-8")
        text = re.sub(old, "](index.md)" if path.startswith("docs/") else "", text)
        (copy / path).write_text(text, encoding="utf-8")
    built = playbook(copy, "build", "--site", tmp_path / "site")
    assert built.returncode == 0, built.stdout + built.stderr
    with serving(tmp_path / "site") as address:
        assert address and not (tmp_path / "site/should-i-reply").exists()


@pytest.mark.parametrize("name", ["first-hour-card", "staff-rules"])
def test_card_prints_on_one_side(visit: Callable, name: str) -> None:
    """A card prints on one side of A4: every clause and none of the notes for whoever adapts it."""
    page = visit(f"templates/{name}/", viewport=DESK)
    clauses = page.locator(".pb-prose h2:not(.pb-template-how h2, #sources)").all_inner_texts()
    notes = page.locator(".pb-prose blockquote").all_inner_texts()
    assert clauses and notes
    printed = pages(page)
    assert len(printed) == 1
    text = text_of(printed)
    nothing(clause for clause in clauses if re.sub(r"\s+", "", clause) not in text)
    nothing(note for note in notes if re.sub(r"\s+", "", note)[:40] in text)
