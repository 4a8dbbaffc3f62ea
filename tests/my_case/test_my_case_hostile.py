"""Hostile text in every field is shown as text: on the page, in both documents, in the email and in the link."""

import re

import pytest
from my_case_help import chosen, docx_words, download, odt_words, open_case, paper_words, part_of
from site_help import words
from test_my_case_functions import fragment

FIELDS = {
    "said": "In their own words", "to": "Who the paper is for, by name", "service": "Your service or team",
    "opening": "How the paper begins", "ask": "What you ask for", "evidence": "What you know from your own service",
}  # fmt: skip
HOSTILE = {
    "markup": "<img src=x onerror=alert(1)><script>alert(2)</script>&lt;b&gt;</w:t></text:p>]]>",
    "formula": '=HYPERLINK("https://x.example/";"click")',
    "formula-others": "+1 -1 @SUM(1+1)|cmd",
    "right-to-left": "\u202egnp.exe\u202c \u2067x\u2069 \u200fשלום",
    "control": "a\x00b\x08c\x0bd\x1be\ufffef\ud800g",
    "words": "{service} {{ 7*7 }} ${x} %s {count}",
    "long": "x" * 10_000,
    "long-words": "word " * 2_000,
    "astral": "👩‍💻" * 20 + "𝔘𝔫𝔦",
    "markdown": "[link](javascript:alert(1)) [@source] **bold** <https://x.example>",
}
SEEN = {
    "right-to-left": "gnp.exe x \u200fשלום",
    "control": "abcdef\ufffdg",
}


@pytest.fixture(scope="module")
def nothing_runs() -> str:
    """A script that notes whether anything ran that should not."""
    return (
        "for (const name of ['alert', 'confirm', 'prompt'])"
        " window[name] = () => { document.documentElement.dataset.ran = name }"
    )


def seen(name: str) -> str:
    """Hostile text as readers see it: on one line, without what cannot be shown."""
    return " ".join(SEEN.get(name, HOSTILE[name])[:10_000].split())


@pytest.mark.parametrize("name", HOSTILE)
def test_every_field(reader, ids, nothing_runs, name):
    """This text, typed into every field at once, is text on the paper, in both documents and in the email."""
    page = reader(viewport={"width": 360, "height": 740})
    page.add_init_script(nothing_runs)
    open_case(page, f"/my-case/#{fragment({'r': ids[:1]})}")
    page.get_by_role("button", name=words("my_case.use")).click()
    for label in FIELDS.values():
        field = page.get_by_label(label, exact=True)
        # As if pasted: Playwright cannot type half of a character, a script in the page can.
        field.evaluate(
            "(field, codes) => { field.value = String.fromCharCode(...codes);"
            " field.dispatchEvent(new Event('input', { bubbles: true })) }",
            [int.from_bytes(pair, "little") for pair in pairs(HOSTILE[name][:10_000])],
        )
    said = paper_words(page)
    expected = seen(name)
    wanted = (f"To: {expected}", f"From: {expected}", f"We were told: “{expected}”", expected)
    assert [one for one in wanted if one not in said] == []
    assert said.count(expected) >= 3  # the opening, the ask and the evidence
    assert page.locator('[data-part="paper"]').locator("img, script, b").count() == 0
    assert page.locator("html").get_attribute("data-ran") is None
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert docx_words(download(page, words("my_case.docx"))[1]) == said
    assert odt_words(download(page, words("my_case.odt"))[1]) == said
    assert expected in page.locator("#email-text").input_value()
    page.reload()
    assert paper_words(page) == said
    assert chosen(page) == ids[:1]


def pairs(text: str) -> list[bytes]:
    """A text in UTF-16, cut into its units."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [data[place : place + 2] for place in range(0, len(data), 2)]


@pytest.mark.parametrize("name", [name for name in HOSTILE if not name.startswith("long")])
def test_through_a_link(reader, ids, nothing_runs, name):
    """The same text, sent by a link, is text on the other side too."""
    page = reader()
    page.add_init_script(nothing_runs)
    given = HOSTILE[name].encode("utf-8", "replace").decode()
    open_case(page, f"/my-case/#{fragment({'r': ids[:1], 's': given, 't': given, 'n': given, 'k': given, 'e': given})}")
    expected = seen(name).replace("\ufffd", "?")
    assert f"To: {expected}" in paper_words(page)
    assert page.locator("html").get_attribute("data-ran") is None


def test_long_text_says_what_to_do(reader, ids):
    """Text far too long: the sign names the part, the link gives way to a document, the email to copying."""
    page = reader()
    open_case(page)
    page.get_by_label(FIELDS["evidence"], exact=True).fill("x" * 10_000)
    paper_words(page)
    assert words("my_case_says.part_evidence") in page.locator('[data-part="fit-text"]').inner_text()
    assert page.locator("#link-note").text_content() == words("my_case_says.link_too_long")
    assert page.locator('[data-part="copy-link"]').is_disabled()
    assert page.locator("#email-note").text_content() == words("my_case_says.email_long")
    assert "body" not in page.locator('[data-part="mailto"]').get_attribute("href")


def test_short_text_goes_into_the_email_whole(reader):
    """A short paper is handed to the email program with its text."""
    page = reader()
    open_case(page)
    page.get_by_label(FIELDS["service"], exact=True).fill("Repairs & roads")
    paper_words(page)
    address = page.locator('[data-part="mailto"]').get_attribute("href")
    assert address.startswith("mailto:?subject=Social%20media%20in%20Repairs%20%26%20roads") and "&body=" in address
    assert len(address) <= 1_900
    assert page.locator("#email-note").text_content() == words("my_case_says.email_whole")


def test_documents_hold_no_macros_and_no_outside_parts(reader, ids):
    """Neither document refers to anything outside it but the links that readers see."""
    page = reader()
    open_case(page, f"/my-case/#{fragment({'r': ids[:3], 'n': HOSTILE['formula']})}")
    word = download(page, words("my_case.docx"))[1]
    open_document = download(page, words("my_case.odt"))[1]
    seen_links = page.locator('[data-part="paper"] a')
    links = set(seen_links.evaluate_all("links => links.map(link => link.getAttribute('href'))"))
    relations = part_of(word, "word/_rels/document.xml.rels")
    outside = [one for one in re.findall(r"<Relationship [^>]*>", relations) if 'TargetMode="External"' in one]
    assert {re.search(r'Target="([^"]*)"', one)[1].replace("&amp;", "&") for one in outside} == links
    content = part_of(open_document, "content.xml")
    assert {one.replace("&amp;", "&") for one in re.findall(r'xlink:href="([^"]*)"', content)} == links
    assert "<script" not in content and "<office:scripts" not in content
