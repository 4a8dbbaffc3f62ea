"""What is not a page holds hostile texts as text: data, feeds, tables, documents and what servers read."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import pypdf
import pytest
from building import root_of
from fuzz_targets import assert_harmless
from lxml import etree
from playbook_kit.adapters.documents.brand import read_brand
from playbook_kit.adapters.documents.render import HANDOUT_MAKERS, MAKERS
from playbook_kit.plan import Plan, make_plan
from reached import is_hostile
from small_playbook import TODAY

ATOM = "{http://www.w3.org/2005/Atom}"
STARTS_A_FORMULA = re.compile(r"[\s\0]*[=+\-@]|[\t\r\n]")
SAFE = {"", "http", "https", "mailto"}
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


@pytest.fixture(scope="module", params=["hostile_site", "council_site"])
def built(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites in turn."""
    return request.getfixturevalue(request.param)


def test_data_is_json(built: Path) -> None:
    """Every JSON file can be read, and holds the texts; so does each piece of JSON in a page, which ends where it should."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in built.rglob("*.json")]
    assert len(found) > 50 and any(is_hostile(text) for one in found for text in _texts(one))
    pieces = [
        json.loads(piece)
        for path in built.rglob("*.html")
        for piece in re.findall(r'<script[^>]* type="application/(?:ld\+)?json"[^>]*>(.*?)</script', path.read_text(encoding="utf-8"), re.S)
    ]
    assert all(pieces)


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.items() for part in one for text in _texts(part)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [value] if isinstance(value, str) else []


def test_tables_calculate_nothing(built: Path) -> None:
    """Every row of a table has as many cells as its head, and no cell begins with a sign that begins a formula."""
    tables = list(built.rglob("*.csv"))
    assert tables
    for table in tables:
        rows = list(csv.reader(io.StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}
        assert [cell for row in rows for cell in row if STARTS_A_FORMULA.match(cell)] == []
        assert any(is_hostile(cell) for row in rows for cell in row)


def test_xml_is_whole(built: Path) -> None:
    """Feeds and site maps are XML with nothing in it but their own elements; HTML in a feed is harmless, links are to pages."""
    for path in (one for one in built.rglob("*.xml")):
        tree = etree.fromstring(path.read_bytes(), PARSER)
        assert len({etree.QName(one).namespace for one in tree.iter(etree.Element)}) <= 2, path
        for one in tree.iter(f"{ATOM}content", f"{ATOM}summary", f"{ATOM}title"):
            if one.get("type") == "html":
                assert_harmless(one.text or "")
            assert not len(one) or one.get("type") == "xhtml"
        assert {urlsplit(one.get("href")).scheme for one in tree.iter(f"{ATOM}link")} <= SAFE
    feed = etree.fromstring((built / "feed.xml").read_bytes(), PARSER)
    assert any(is_hostile(one.text) for one in feed.iter(f"{ATOM}title"))


def test_servers_read_no_line_of_theirs(built: Path) -> None:
    """A file of lines, such as robots.txt, has no line that somebody's text began."""
    for path in built.rglob("*.txt"):
        if path.name in ("robots.txt", "security.txt"):
            for line in path.read_text(encoding="utf-8").splitlines():
                assert re.match(r"(User-agent|Disallow|Allow|Sitemap|Contact|Expires|Preferred-Languages|Canonical|Policy):|$", line), line


@pytest.fixture(scope="module")
def plan(built: Path) -> Plan:
    """The plan of a site, from which its documents are made."""
    made = make_plan(root_of(built), TODAY)
    assert made.sheets and made.handouts
    return made


def test_documents_are_inert(plan: Plan) -> None:
    """Briefs and templates as ODT, DOCX and PDF say the texts, in their properties too, and can run or fetch nothing."""
    brand = read_brand()
    hostile = [sheet for sheet in plan.sheets if is_hostile(repr(sheet))][:3]
    handouts = [one for one in plan.handouts if is_hostile(repr(one))][:3]
    assert hostile and handouts
    for sheet in hostile:
        for form in ("odt", "docx"):
            assert_inert(MAKERS[form](sheet, brand))
        pdf = pypdf.PdfReader(io.BytesIO(MAKERS["pdf"](sheet, brand)))
        assert pdf.metadata.title.replace("\u200b", "") == sheet.paper.title  # lines may break there
        assert not {"/OpenAction", "/AA"} & pdf.trailer["/Root"].keys() and "/JavaScript" not in pdf.trailer["/Root"].get("/Names", {})
        for link in (one.get_object() for page in pdf.pages for one in page.get("/Annots", [])):
            action = link.get("/A", {})
            assert action.get("/S", "/URI") in ("/URI", "/GoTo") and urlsplit(str(action.get("/URI", ""))).scheme in SAFE
    for handout in handouts:
        for make in HANDOUT_MAKERS.values():
            assert_inert(make(handout, brand))


def assert_inert(data: bytes) -> None:
    """Each part of the document is XML, none is a program, and no address in it is another than of the web or of mail."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        texts = []
        for name in parts.namelist():
            assert not re.search(r"vba|macro|script|\.bin$|embeddings", name, re.I), name
            if name.endswith((".xml", ".rels")):
                tree = etree.fromstring(parts.read(name), PARSER)
                texts += ["".join(tree.itertext()), *(value for one in tree.iter(etree.Element) for value in one.attrib.values())]
                for one in tree.iter(etree.Element):
                    assert not re.search(r"script|event-listener|fldSimple|instrText|object", etree.QName(one).localname, re.I), one.tag
                    for key, value in one.attrib.items():
                        if etree.QName(key).localname in ("href", "Target"):
                            assert urlsplit(value).scheme in SAFE, value
        assert any(is_hostile(text) for text in texts)
