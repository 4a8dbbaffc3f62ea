"""The whole way of a reader: from the home page to the paper, and away with it."""

import io

import pikepdf
import pytest
from my_case_help import (
    A4,
    PAGE,
    add_to_case,
    api,
    argument,
    case_of,
    chosen,
    docx_document,
    docx_words,
    download,
    drawn,
    go_to_case,
    numbers_in,
    odt_document,
    odt_words,
    open_case,
    paper_words,
    part_of,
)  # fmt: skip
from site_help import words

OWN = {
    "Who the paper is for, by name": "Corporate leadership team",
    "In their own words": "We had a virus in 2019",
    "Your service or team": "Housing repairs",
    "What you know from your own service": "In May residents posted 14 reports.\nNobody saw them until morning.",
}
FITS = {words(f"my_case_says.fits_{how}") for how in ("full", "middle", "short")}


@pytest.fixture(scope="module")
def six(site) -> list[tuple[str, str]]:
    """Six replies and the page on which each is added: three of an objection, two of the list, one of its own page."""
    objection = max(api(site, "objections"), key=lambda one: len(one["replies"]))
    ids = [one["id"] for one in api(site, "arguments") if one["status"] == "published"]
    first = [one for one in objection["replies"] if one in ids][:3]
    others = [one for one in ids if one not in first]
    here, own = f"/{objection['url']}", f"/arguments/{others[2]}/"
    return [*((one, here) for one in first), *((one, "/arguments/") for one in others[:2]), (others[2], own)]


@pytest.fixture
def built(reader, six):
    """The page of a reader with six replies from three pages and words of their own."""
    page = reader(viewport={"width": 1280, "height": 800})
    last = ""
    for argument_id, address in six:
        if address != last:
            page.goto(address)
        last = address
        add_to_case(page, argument_id)
    go_to_case(page)
    for label, text in OWN.items():
        page.get_by_label(label, exact=True).fill(text)
    drawn(page)
    return page


def pdf_of(page) -> pikepdf.Pdf:
    """What the page prints, as its own styles size it."""
    return pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_six_replies_from_three_pages(built, six, site):
    """Six replies from three pages stand on the paper in the order of adding, with all that a meeting needs."""
    ids = [one for one, _ in six]
    assert chosen(built) == ids
    said = paper_words(built)
    text = "\n".join(said)
    for wanted in ("Corporate leadership team", "a virus in 2019", "Housing repairs", "21 November 2026", "14 reports"):
        assert wanted in text
    paper = words("my_case_paper")
    for heading in ("ask_heading", "reasons", "controls", "evidence"):
        assert paper[heading] in said
    assert words("my_case_sources.stored-copy").replace("{date}", "20 November 2026") in said
    assert sum(one.startswith(paper["truth"]) for one in said) == 6
    assert built.locator('[data-part="paper"] [data-style="bullet"]').first.locator("li").count() == 6
    lines = [argument(site, one)["one_liner"] for one in ids]
    reasons = [one for one in said if one.startswith(tuple(lines))]
    assert [one.startswith(line) for one, line in zip(reasons, lines, strict=True)] == [True] * 6


def test_numbers_match_sources(built, six, site):
    """Each reply's first number leads to its strongest source; every source on the paper is cited, and in order."""
    reasons = built.locator('[data-part="paper"] [data-style="reason"] > li').all_text_contents()
    sources = built.locator('[data-part="paper"] [data-style="source"] > li').all_text_contents()
    cited = [number for reason in reasons for number in numbers_in(reason)]
    assert list(dict.fromkeys(cited)) == list(range(1, len(sources) + 1))
    for (argument_id, _), reason in zip(six, reasons, strict=True):
        strongest = argument(site, argument_id)["evidence"][0]["source"]
        assert sources[numbers_in(reason)[0] - 1].startswith(strongest["title"])


def test_prints_on_one_side_of_a4(built):
    """The paper says that it fits, and what is printed is one A4 page with the paper alone on it."""
    assert built.locator('[data-part="fit-text"]').inner_text() in FITS
    pdf = pdf_of(built)
    assert [tuple(round(float(one)) for one in page.mediabox[2:]) for page in pdf.pages] == [A4]
    built.emulate_media(media="print")
    # The page's title is there for those who hear the paper, and takes no room on it.
    head = built.locator(".pb-head")
    box = head.bounding_box()
    assert max(box["width"], box["height"]) <= 1
    heard = [line for line in head.inner_text().splitlines() if line.strip()]
    seen = [line for line in built.locator("body").inner_text().splitlines() if line.strip()]
    assert seen[: len(heard)] == heard
    assert seen[len(heard) :] == [one for one in (part.strip() for part in paper_words(built)) if one]


@pytest.mark.parametrize("viewport", [{"width": 360, "height": 740}, {"width": 1900, "height": 1000}])
def test_prints_the_same_from_any_screen(built, viewport):
    """The size of the screen has no part in what is printed."""
    before = built.locator('[data-part="paper"]').evaluate("paper => paper.style.cssText")
    built.set_viewport_size(viewport)
    built.reload()
    drawn(built)
    assert built.locator('[data-part="paper"]').evaluate("paper => paper.style.cssText") == before
    assert len(pdf_of(built).pages) == 1


def test_reload_keeps_it(built):
    """After a reload the paper says the same."""
    before = paper_words(built)
    built.reload()
    assert paper_words(built) == before


def test_word_document(built):
    """The Word document says word for word what the preview says, with headings, lists, language and title."""
    name, data = download(built, words("my_case.docx"))
    assert name == "case-for-social-media-housing-repairs-2026-11-21.docx"
    assert docx_words(data) == paper_words(built)
    document = docx_document(data)
    assert document.core_properties.title == "Social media in Housing repairs: what we ask, and why"
    assert [one.text for one in document.paragraphs if one.style.name == "Title"] == [document.core_properties.title]
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 1"] == built.locator(
        '[data-part="paper"] h3'
    ).all_text_contents()
    assert 'w:lang w:val="en-GB"' in part_of(data, "word/styles.xml")
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    numbered = [one for one in document.paragraphs if one._p.pPr.numPr is not None]
    assert len(numbered) == built.locator('[data-part="paper"] li').count()


def test_opendocument(built):
    """The OpenDocument text says word for word what the preview says, with headings, lists, language and title."""
    name, data = download(built, words("my_case.odt"))
    assert name == "case-for-social-media-housing-repairs-2026-11-21.odt"
    assert data[30:77] == b"mimetypeapplication/vnd.oasis.opendocument.text"
    assert odt_words(data) == paper_words(built)
    document = odt_document(data)
    assert document.meta.title == "Social media in Housing repairs: what we ask, and why"
    assert document.meta.language == "en-GB"
    assert [one.inner_text for one in document.body.get_elements("descendant::text:h")] == built.locator(
        '[data-part="paper"] h3'
    ).all_text_contents()
    styles = part_of(data, "styles.xml")
    assert 'fo:language="en" fo:country="GB"' in styles and 'fo:page-width="210mm" fo:page-height="297mm"' in styles
    items = document.body.get_elements("descendant::text:list-item")
    assert len(items) == built.locator('[data-part="paper"] li').count()


def test_last_words_are_in_the_document(built):
    """Whoever types and then takes the paper away at once has the last words in it."""
    built.get_by_label("Your service or team").fill("Typed at the last moment")
    data = download(built, words("my_case.docx"))[1]
    assert "From: Typed at the last moment" in docx_words(data)


def test_documents_are_fetched_when_asked_for(reader, ids):
    """What makes documents is not fetched before somebody asks for one."""
    page = reader()
    asked = []
    page.on("request", lambda one: asked.append(one.url.rpartition("/")[2]))
    page.goto(f"/arguments/{ids[0]}/")
    add_to_case(page, ids[0])
    go_to_case(page)
    assert not {"docx.mjs", "fflate.mjs"} & set(asked)
    download(page, words("my_case.docx"))
    assert "docx.mjs" in asked and "fflate.mjs" not in asked
    download(page, words("my_case.odt"))
    assert "fflate.mjs" in asked


def test_email(built):
    """The email's text has every paragraph of the paper but the site's name at its top, in order."""
    text = flat(built.locator("#email-text").input_value())
    place = 0
    for line in paper_words(built)[1:]:
        assert flat(line) in text[place:]
        place = text.index(flat(line), place)


def flat(text: str) -> str:
    """A text without capitals and spaces, which an email has in other places."""
    return "".join(text.lower().split())


def test_share_in_a_fresh_profile(built, reader):
    """A link opens the same paper for somebody else, and no request carries the case."""
    link = built.locator("#link-text").input_value()
    other = reader()
    asked = []
    other.on("request", lambda one: asked.append(one.url))
    open_case(other, link)
    assert paper_words(other) == paper_words(built)
    assert case_of(other) is None
    fragment = link.partition("#")[2]
    assert asked and not any(fragment in one or "#" in one for one in asked)
    other.get_by_role("button", name=words("my_case.use")).click()
    assert chosen(other) == chosen(built)
    assert case_of(other) == case_of(built)
    assert "#" not in other.url


def test_under_ten_clicks(reader, site):
    """From the home page to the printer it takes six clicks with three replies; the objection is chosen on the way."""
    page = reader()
    page.add_init_script("window.print = () => { document.documentElement.dataset.printed = document.title }")
    page.goto("/")
    clicks = 0

    def click(locator):
        nonlocal clicks
        clicks += 1
        locator.click()

    objection = max(api(site, "objections"), key=lambda one: len(one["replies"]))
    click(page.get_by_role("link", name=f"“{objection['title']}”"))
    for argument_id in objection["replies"][:3]:
        button = page.locator(f'[data-argument="{argument_id}"]').get_by_role("button", name=words("add_to_case.add"))
        click(button)
    click(page.locator(".pb-header__case"))
    drawn(page)
    click(page.get_by_role("button", name=words("my_case.print")))
    assert clicks == 6
    assert page.locator("html").get_attribute("data-printed")
    assert page.get_by_label(words("my_case.objection"), exact=True).input_value() == objection["id"]
    assert page.locator('[data-part="fit-text"]').inner_text() in FITS
    assert len(pdf_of(page).pages) == 1
    assert page.url.endswith(PAGE)


def test_printed_file_is_named_after_the_paper(built):
    """While the paper is printed the page has the paper's title, which a saved PDF takes as its name."""
    before = built.title()
    built.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert built.title() == "Social media in Housing repairs: what we ask, and why"
    built.evaluate("dispatchEvent(new Event('afterprint'))")
    assert built.title() == before
