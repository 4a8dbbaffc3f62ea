"""The files of the briefs: the same words in each as on the paper, well made, and the same bytes each time."""

import dataclasses
import datetime
import io
import re
import zipfile

import pikepdf
import pytest
from papers_help import (
    HOSTILE,
    TEXT,
    W,
    change,
    docx_paragraphs,
    headings,
    odt_paragraphs,
    odt_text,
    papers,
    part,
    pdf_tags,
    pdf_words,
    said,
    unmarked_text,
    words_in,
)  # fmt: skip
from playbook_kit.adapters.documents.brand import read_brand
from playbook_kit.adapters.documents.docx import write_docx
from playbook_kit.adapters.documents.odt import write_odt
from playbook_kit.adapters.documents.typst import set_paper
from playbook_kit.papers.files import FORMATS
from playbook_kit.papers.layout import measure
from playbook_kit.papers.paper import Columns, Paragraph, Sheet
from playbook_kit.papers.sizes import PAGE

BRAND = read_brand()
MAKERS = {"pdf": set_paper, "docx": write_docx, "odt": write_odt}
DC = "{http://purl.org/dc/elements/1.1/}"


def read(form: str, data: bytes) -> list[str]:
    """The words of a file."""
    if form == "pdf":
        return pdf_words(data)
    paragraphs = docx_paragraphs(data) if form == "docx" else odt_paragraphs(data)
    return words_in("\n".join(text for _, text in paragraphs))


@pytest.mark.parametrize("form", FORMATS)
def test_same_words(real, files, form):
    """Each real brief says in this format exactly what the paper says, in the same order."""
    for sheet in real.sheets:
        paper = sheet.paper
        assert read(form, files[f"briefs/{paper.id}.{form}"]) == said(paper, numbered=form == "pdf"), paper.id


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_text_is_text(root, form):
    """Text that means something to a typesetter, a browser or a word processor is printed as it stands, everywhere."""
    where = {"title": HOSTILE[:60], "one_liner": HOSTILE, "concession": f"Yes: {HOSTILE}"}
    evidence = [{"source": "acas-policy", "shows": HOSTILE, "strength": "strong"}]
    comebacks = [{"they_say": HOSTILE, "you_say": "Well."}]
    change(root, "arguments", "argument-1", **where, strength="strong", evidence=evidence, comebacks=comebacks)
    change(root, "objections", "time-wasting", title=HOSTILE, controls=[{"text": HOSTILE}], true_in_it="a `#eval(1)` b")
    sheet = papers(root)[0]["time-wasting"]
    assert words_in(HOSTILE)[:6] == ["eval", "1", "x", "b", "_i_", "img"]
    assert " ".join(said(sheet.paper)).count("img src x onerror alert 1") >= 5
    assert read(form, MAKERS[form](sheet, BRAND)) == said(sheet.paper, numbered=form == "pdf")


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("kind", ["objection", "audience", "twenty"])
def test_same_bytes(real, files, form, kind):
    """A brief of each kind has the same bytes when it is made again."""
    sheet = next(sheet for sheet in real.sheets if sheet.paper.kind == kind)
    assert MAKERS[form](sheet, BRAND) == files[f"briefs/{sheet.paper.id}.{form}"]


def test_long_words_break(small):
    """A word longer than the column is broken and lost nowhere."""
    paper = small["time-wasting"].paper
    long = Paragraph(("https://example.org/" + "abcdefghij" * 30,))
    over, sheet = measure(dataclasses.replace(paper, body=(*paper.body, long)))
    assert over <= 0
    found = "".join(pdf_words(set_paper(sheet, BRAND)))
    assert "abcdefghij" * 30 in found.replace("\u200b", "")


def test_pdf_is_one_page_of_a4(real, files):
    """Each PDF is exactly one page, and the page is A4."""
    for sheet in real.sheets:
        with pikepdf.open(io.BytesIO(files[f"briefs/{sheet.paper.id}.pdf"])) as pdf:
            assert len(pdf.pages) == 1
            assert [round(float(number)) for number in pdf.pages[0].MediaBox] == [0, 0, round(PAGE[0]), round(PAGE[1])]


def test_pdf_says_what_it_is(real, files):
    """Each PDF has its title, language and date, shows its title, and claims PDF/UA-1."""
    for sheet in real.sheets:
        with pikepdf.open(io.BytesIO(files[f"briefs/{sheet.paper.id}.pdf"])) as pdf:
            meta = pdf.open_metadata()
            assert (meta["pdfuaid:part"], meta["dc:title"], str(pdf.Root.Lang)) == ("1", sheet.paper.title, "en-GB")
            assert str(pdf.docinfo["/Title"]) == sheet.paper.title
            assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261121000000")
            assert pdf.Root.MarkInfo.Marked and pdf.Root.ViewerPreferences.DisplayDocTitle


def test_pdf_is_tagged(real, files):
    """Each PDF is tagged: headings in order, paragraphs, lists; each link is described; no text is left out."""
    for sheet in real.sheets:
        data = files[f"briefs/{sheet.paper.id}.pdf"]
        tags = pdf_tags(data)
        assert [tag for tag in tags if re.fullmatch(r"H\d", tag)] == [f"H{level}" for level, _ in headings(sheet.paper)]
        assert {"Document", "P", "L", "LI", "Lbl", "LBody", "Link"} <= set(tags)
        assert unmarked_text(data) == 0
        with pikepdf.open(io.BytesIO(data)) as pdf:
            links = [note for note in pdf.pages[0].Annots if note.Subtype == "/Link"]
            assert len(links) >= 1 + sum(bool(source.url) for source in sheet.paper.sources)
            assert all(str(link.Contents) for link in links)


def test_pdf_uses_our_fonts_alone(files):
    """Each PDF carries its fonts, and they are ours."""
    for data in (data for uri, data in files.items() if uri.endswith(".pdf")):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            fonts = [str(font.BaseFont) for font in pdf.pages[0].Resources.Font.values()]
        assert fonts and all("AtkinsonHyperlegibleNext" in font for font in fonts)


def test_goes_overleaf_never(small):
    """A paper that does not fit is refused by the typesetter, whatever was counted."""
    paper = small["time-wasting"].paper
    longer = dataclasses.replace(paper, body=(*paper.body, *[Paragraph(("And so on. " * 60,))] * 12))
    body, sources = small["time-wasting"].body, small["time-wasting"].sources
    for columns in (body, Columns(body.height * 2, 0), Columns(body.height * 20, 0)):
        with pytest.raises(Exception, match="does not fit on one side of A4"):
            set_paper(Sheet(longer, columns, sources), BRAND)


def test_docx_headings(real, files):
    """Each Word file has the paper's headings, as headings of Word's own or made from them."""
    for sheet in real.sheets:
        data = files[f"briefs/{sheet.paper.id}.docx"]
        styles = {style.get(f"{W}styleId"): style for style in part(data, "word/styles.xml").iter(f"{W}style")}
        levels = {
            name: int(style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")) + 1
            for name, style in styles.items() if style.find(f"{W}pPr/{W}outlineLvl") is not None
        }  # fmt: skip
        found = [(levels[style], text) for style, text in docx_paragraphs(data) if style in levels]
        assert found == headings(sheet.paper)
        for name, level in levels.items():
            based_on = styles[name].find(f"{W}basedOn").get(f"{W}val")
            assert f"Heading{level}" in (name, based_on)


def test_docx_lists_are_lists(real, files):
    """In Word, controls, unknowns and sources are entries of lists, whose marks are no part of the text."""
    sheet = real.sheets[0]
    data = files[f"briefs/{sheet.paper.id}.docx"]
    numbered = {
        style.get(f"{W}styleId") for style in part(data, "word/styles.xml").iter(f"{W}style")
        if style.find(f"{W}pPr/{W}numPr") is not None
    }  # fmt: skip
    assert numbered == {"ListBullet", "ListNumber", "BriefSource"}
    found = [text for style, text in docx_paragraphs(data) if style == "BriefSource"]
    assert found == [source.text for source in sheet.paper.sources]


def test_docx_says_what_it_is(real, files):
    """Each Word file has title, language, author and the day; nothing is left of anybody's template."""
    for sheet in real.sheets:
        data = files[f"briefs/{sheet.paper.id}.docx"]
        core = {node.tag.rpartition("}")[2]: node.text for node in part(data, "docProps/core.xml")}
        assert core == {
            "title": sheet.paper.title, "creator": sheet.paper.top, "lastModifiedBy": sheet.paper.top,
            "language": "en-GB",
            "created": "2026-11-21T00:00:00Z", "modified": "2026-11-21T00:00:00Z", "revision": "1",
        }  # fmt: skip
        language = part(data, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
        assert language.get(f"{W}val") == "en-GB"
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert not [name for name in archive.namelist() if re.search("theme|custom|thumb|glossary|fontTable", name)]


def test_odt_headings(real, files):
    """Each OpenDocument text has the paper's headings as headings, with their levels."""
    for sheet in real.sheets:
        found = [(level, text) for level, text in odt_paragraphs(files[f"briefs/{sheet.paper.id}.odt"]) if level]
        assert found == headings(sheet.paper)


def test_odt_lists_are_lists(real, files):
    """In OpenDocument, the sources are one list with an entry for each."""
    sheet = real.sheets[0]
    lists = list(part(files[f"briefs/{sheet.paper.id}.odt"], "content.xml").iter(f"{TEXT}list"))
    entries = [odt_text(entry) for entry in lists[-1].iter(f"{TEXT}list-item")]
    assert entries == [source.text for source in sheet.paper.sources]


def test_odt_says_what_it_is(real, files):
    """Each OpenDocument text has title, language, author and the day; nothing is left of anybody's template."""
    fo = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
    for sheet in real.sheets:
        data = files[f"briefs/{sheet.paper.id}.odt"]
        meta = {node.tag.rpartition("}")[2]: node.text for node in part(data, "meta.xml").iter() if node.text}
        assert (meta["title"], meta["language"], meta["creator"]) == (sheet.paper.title, "en-GB", sheet.paper.top)
        assert meta["creation-date"] == meta["date"] == "2026-11-21T00:00:00"
        languages = {
            (n.get(f"{fo}language"), n.get(f"{fo}country"))
            for n in part(data, "styles.xml").iter()
            if n.get(f"{fo}language")
        }
        assert languages == {("en", "GB")}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            assert names[0] == "mimetype" and archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
            assert set(names) == {
                "mimetype",
                "content.xml",
                "styles.xml",
                "meta.xml",
                "settings.xml",
                "META-INF/manifest.xml",
            }


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_archives_know_no_clock(files, form):
    """Every part of a Word or OpenDocument file has the oldest date that an archive can hold."""
    for data in (data for uri, data in files.items() if uri.endswith(form)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_day_is_the_builds(root):
    """The date on the paper and in its files is the day of the build."""
    sheet = papers(root, datetime.date(2026, 12, 24))[0]["time-wasting"]
    assert sheet.paper.date == "Brief, 24 December 2026"
    assert b"2026-12-24T00:00:00Z" in zipfile.ZipFile(io.BytesIO(write_docx(sheet, BRAND))).read("docProps/core.xml")
    with pikepdf.open(io.BytesIO(set_paper(sheet, BRAND))) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20261224")
