"""The templates as Word and OpenDocument: what their files say, and that programs find what is what in them."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from odfdo import Document as OdtDocument
from playbook_kit.adapters.documents.render import Documents
from playbook_kit.handouts import FORMATS, Handout, file_uri
from playbook_kit.handouts.blocks import Heading, Listing, Paragraph, Run, Table, apart, lines, plain
from playbook_kit.handouts.read import blocks
from playbook_kit.plan import Plan, make_plan
from small_playbook import TODAY, write_small_playbook


@pytest.fixture(scope="session")
def real(repository: Path) -> Plan:
    """The plan of the real content."""
    return make_plan(repository, TODAY)


@pytest.fixture(scope="session")
def files(real: Plan, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files of all real handouts, by their path."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLAYBOOK_CACHE", str(tmp_path_factory.mktemp("cache")))
        documents = Documents(tmp_path_factory.mktemp("root"))
        documents.make([], real.handouts)
    return documents.files


def squeezed(text: str) -> str:
    """A text without spaces, so that line ends and tabs make no difference."""
    return re.sub(r"\s+", "", text)


def said_by_docx(data: bytes) -> str:
    """All words of a Word document, in order."""
    body = docx.Document(io.BytesIO(data)).element.body
    return squeezed("".join(node.text or "" for node in body.iter() if node.tag.endswith("}t")))


def said_by_odt(data: bytes) -> str:
    """All words of an OpenDocument text, in order."""
    body = OdtDocument(io.BytesIO(data)).body
    return squeezed("".join(body.xpath("//office:text//text()")))


# Markdown as blocks


def test_blocks_of_a_text() -> None:
    """Headings, paragraphs, notes, lists of three kinds and tables are told apart, with their looks and links."""
    text = (
        "Fill in [brackets].\n\n## One\n\n**Bold** and *slanted* [link](https://a.example/).\n\n"
        "- ☐ to tick\n- a dash\n\nThen:\n\n1. first\n2. second\n\n### Part\n\n| A | B |\n| --- | --- |\n| x | |\n\n"
        "> **Risk it answers:** none.\n>\n> **Carries out:** it\n"
    )
    assert blocks(text) == (
        Paragraph((Run("Fill in [brackets]."),)),
        Heading(2, "One"),
        Paragraph((
            Run("Bold", bold=True), Run(" and "), Run("slanted", italic=True), Run(" "),
            Run("link", link="https://a.example/"), Run("."),
        )),
        Listing(((Run("to tick"),),), "tick"),
        Listing(((Run("a dash"),),), "dash"),
        Paragraph((Run("Then:"),)),
        Listing(((Run("first"),), (Run("second"),)), "number"),
        Heading(3, "Part"),
        Table(((Run("A"),), (Run("B"),)), (((Run("x"),), ()),)),
        Paragraph((Run("Risk it answers:", bold=True), Run(" none.")), note=True),
        Paragraph((Run("Carries out:", bold=True), Run(" it")), note=True),
    )  # fmt: skip


def test_hostile_text_is_words() -> None:
    """HTML, marks that turn the line round and half characters leave no trace beside their words."""
    found = blocks("A <b onclick=x>word</b>, \u202eturned\u202c, x\u0007y and 'quoted'.")
    assert plain(found[0].runs) == "A word, turned, xy and ‘quoted’."


def test_columns_share_the_width() -> None:
    """The shares of a table's columns add up to the whole, and a column with more words has the greater one."""
    table = blocks("| A | B |\n| --- | --- |\n| x | " + "many words " * 20 + "|\n")[0]
    assert sum(table.shares) == pytest.approx(1)
    assert table.shares[1] > table.shares[0] > 0.1


# The files of the real templates


def test_each_template_has_its_files(real: Plan, files: dict[str, bytes]) -> None:
    """Every visible template has a file of each format, and there is no other."""
    assert set(files) == {file_uri(one.id, form) for one in real.handouts for form in FORMATS}
    assert len(real.handouts) > 8


@pytest.mark.parametrize(("form", "said"), [("docx", said_by_docx), ("odt", said_by_odt)])
def test_files_say_what_the_handout_says(real: Plan, files: dict[str, bytes], form: str, said) -> None:
    """Read back, each file says exactly the words of its handout, in their order."""
    for one in real.handouts:
        assert said(files[file_uri(one.id, form)]) == squeezed("".join(lines(one))), one.id


def test_page_says_what_the_handout_says(real: Plan) -> None:
    """Every clause of a handout stands as a heading on the template's page."""
    pages = {page.uri: page.body for page in real.pages}
    for one in real.handouts:
        clauses = [block.text for block in one.body if isinstance(block, Heading)]
        body = squeezed(pages[f"templates/{one.id}.md"]).replace("'", "’")
        assert clauses and all(squeezed(clause).replace("'", "’") in body for clause in clauses), one.id


def small(tmp_path: Path) -> Handout:
    """The handout of the small playbook."""
    return make_plan(write_small_playbook(tmp_path / "small"), TODAY).handouts[0]


def test_names_and_links_are_filled_in(tmp_path: Path) -> None:
    """The council's name stands in its place, citations are left out, and links lead to the site."""
    root = write_small_playbook(tmp_path / "small")
    file = root / "playbook/templates/trial-plan.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("[Name of team] will", "At {{ council.name }} staff will"), encoding="utf-8")
    one = make_plan(root, TODAY, "https://playbook.example/").handouts[0]
    said = "\n".join(lines(one))
    assert "At our council staff will read" in said and "[@" not in said
    links = [run.link for block in one.body if isinstance(block, Paragraph) for run in block.runs if run.link]
    assert links == ["https://playbook.example/playbook/policy/#do"]
    assert one.address == "https://playbook.example/templates/trial-plan/"


def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one: Handout) -> dict[str, bytes]:
    """The files of one handout, from an empty cache."""
    monkeypatch.setenv("PLAYBOOK_CACHE", str(tmp_path / f"cache-{len(list(tmp_path.iterdir()))}"))
    documents = Documents(tmp_path)
    documents.make([], [one])
    return documents.files


def test_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same handout gives the same bytes twice."""
    one = small(tmp_path)
    assert made(tmp_path, monkeypatch, one) == made(tmp_path, monkeypatch, one)


def test_word_knows_what_is_what(files: dict[str, bytes], real: Plan) -> None:
    """In Word headings, lists and tables are real ones, a table's first row is its heading, and language and title are
    set."""
    styles: set[str] = set()
    for one in real.handouts:
        document = docx.Document(io.BytesIO(files[file_uri(one.id, "docx")]))
        styles |= {paragraph.style.name for paragraph in document.paragraphs}
        clauses = [b.text for b in (*one.body, *one.notes) if isinstance(b, Heading) and b.level == 2]
        assert [p.text for p in document.paragraphs if p.style.name == "Heading 2"] == clauses
        assert (document.core_properties.title, document.core_properties.language) == (one.title, "en-GB")
        for table in document.tables:
            assert "w:tblHeader" in table.rows[0]._tr.xml
            assert all("w:tblHeader" not in row._tr.xml for row in table.rows[1:])
        assert len(document.tables) == sum(isinstance(block, Table) for block in one.body)
    assert {"Heading 1", "Heading 2", "List Bullet", "Note to the reader"} <= styles


def test_each_numbered_list_begins_at_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two numbered lists have numbers of their own in Word, so that the second does not go on from the first."""
    root = write_small_playbook(tmp_path / "small")
    file = root / "playbook/templates/trial-plan.md"
    lists = "1. one\n2. two\n\nThen:\n\n1. three\n\n> **Risk"
    file.write_text(file.read_text(encoding="utf-8").replace("> **Risk", lists), encoding="utf-8")
    data = made(tmp_path, monkeypatch, make_plan(root, TODAY).handouts[0])[file_uri("trial-plan", "docx")]
    document = docx.Document(io.BytesIO(data))
    numbers = {p.text: p._p.pPr.numPr.numId.val for p in document.paragraphs if p.text in ("one", "two", "three")}
    assert numbers["one"] == numbers["two"] != numbers["three"]


def test_opendocument_is_whole(files: dict[str, bytes], real: Plan) -> None:
    """Each OpenDocument text begins with its type, uncompressed, and has real headings and tables."""
    for one in real.handouts:
        data = files[file_uri(one.id, "odt")]
        first = zipfile.ZipFile(io.BytesIO(data)).infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        body = OdtDocument(io.BytesIO(data)).body
        clauses = [b.text for b in (*one.body, *one.notes) if isinstance(b, Heading) and b.level == 2]
        headings = body.xpath("//text:h[@text:outline-level='2']")
        assert [heading.text_recursive for heading in headings] == clauses
        assert len(body.tables) == sum(isinstance(block, Table) for block in one.body)
        assert all(table.xpath("table:table-header-rows") for table in body.tables)


def test_notes_of_a_card_stand_apart() -> None:
    """What is to be used and what speaks to whoever adapts it are told apart, each note under the name of its clause."""
    used, notes = apart(
        blocks("Fill this in.\n\n## One\n\nUse it.\n\n> First note.\n>\n> Second.\n\n## Two\n\n> Third.\n\n- ☐ done\n"), "Notes"
    )
    assert used == (
        Heading(2, "One"), Paragraph((Run("Use it."),)), Heading(2, "Two"), Listing(((Run("done"),),), "tick"),
    )  # fmt: skip
    assert notes == (
        Heading(2, "Notes"), Paragraph((Run("Fill this in."),)),
        Heading(3, "One"), Paragraph((Run("First note."),), note=True), Paragraph((Run("Second."),), note=True),
        Heading(3, "Two"), Paragraph((Run("Third."),), note=True),
    )  # fmt: skip


def test_notes_of_a_card_begin_a_page(real: Plan, files: dict[str, bytes]) -> None:
    """In both files of a card that fits on one side its notes are last, and just their heading begins a new page."""
    cards = [handout for handout in real.handouts if handout.notes]
    assert {card.id for card in cards} >= {"first-hour-card", "staff-rules"}
    for card in cards:
        heading = card.notes[0].text
        paragraphs = docx.Document(io.BytesIO(files[file_uri(card.id, "docx")])).paragraphs
        assert [one.text for one in paragraphs if one.paragraph_format.page_break_before] == [heading]
        body = OdtDocument(io.BytesIO(files[file_uri(card.id, "odt")])).body
        broken = body.xpath("//style:style[style:paragraph-properties/@fo:break-before='page']/@style:name")
        assert len(broken) == 1
        assert [one.text for one in body.xpath(f"//text:h[@text:style-name='{broken[0]}']")] == [heading]
