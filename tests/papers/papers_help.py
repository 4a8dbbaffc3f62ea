"""What the tests of the briefs share: a small playbook to change, and readers that know nothing of the writers."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pypdf
import yaml
from bs4 import BeautifulSoup
from playbook_kit.content import load
from playbook_kit.index import join
from playbook_kit.papers import Paper, Sheet, make_papers
from playbook_kit.settings import Site
from playbook_kit.papers.paper import Heading, Reason, Reply, lines
from playbook_kit.problem import Problem
from playbook_kit.words import load_words
from small_playbook import ARGUMENT, OBJECTION, TODAY, VOCABULARY, write, write_small_playbook

ROOT = Path(__file__).resolve().parents[2]
SITE = Site("A playbook", "https://playbook.test/")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
HOSTILE = (
    '#eval("1") $x$ *b* _i_ <img src=x onerror=alert(1)> {{ council }} =HYPERLINK("http://x") '
    "\\u{41} @id `c` ]] & &lt; 100%"
)
"""Text that means something to Typst, HTML, Markdown, a template, a spreadsheet and XML."""


def change(root: Path, kind: str, name: str, **fields: object) -> None:
    """Write an argument or an objection of the small playbook anew, as `name`, with these fields changed."""
    like = {"arguments": ARGUMENT, "objections": OBJECTION}[kind]
    text = yaml.safe_dump(yaml.safe_load(like) | fields, allow_unicode=True, sort_keys=False, width=10_000)
    write(root, f"playbook/{kind}/{name}.yml", text.encode())


def playbook_with(root: Path, arguments: int = 4) -> Path:
    """A small playbook with so many arguments that answer its one objection, the first strong, the others weaker."""
    write_small_playbook(root)
    write(root, "mkdocs.yml", b"site_name: A playbook\nsite_url: https://playbook.test/\n")
    for number in range(1, arguments):
        strength = ("strong", "medium", "weak")[min(number - 1, 2)]
        change(
            root, "arguments", f"argument-{number}", title=f"Argument {number}", strength=strength,
            one_liner=f"This is what you say aloud, number {number}.", one_of_the_twenty=True,
        )  # fmt: skip
    return root


def papers(root: Path, today=TODAY) -> tuple[dict[str, Sheet], list[Problem]]:
    """The papers of a playbook by their id, and their problems."""
    content = load(root)
    sheets, problems = make_papers(content, join(content, today), load_words(ROOT)[0], SITE)
    return {sheet.paper.id: sheet for sheet in sheets}, problems


def words_in(text: str) -> list[str]:
    """The words and numbers of a text, in order."""
    return re.findall(r"\w+", text)


def said(paper: Paper, numbered: bool = False) -> list[str]:
    """The words of a paper; with the numbers of its lists, where a reader finds them as text, if `numbered`."""
    numbers = {source.text: number for number, source in enumerate(paper.sources, start=1)}
    numbers |= {block.text: block.number for block in paper.body if isinstance(block, Reason)}
    return [
        word
        for line in lines(paper)
        for word in words_in(f"{numbers[line]} {line}" if numbered and line in numbers else line)
    ]


def headings(paper: Paper) -> list[tuple[int, str]]:
    """Level and text of each heading that a paper must have."""
    inner = [
        (2, block.text) if isinstance(block, Heading) else (3, block.heading)
        for block in paper.body if isinstance(block, (Heading, Reply))
    ]  # fmt: skip
    return [(1, paper.title), (2, paper.ask[0].text), *inner, (2, paper.sources_heading)]


def pdf_words(data: bytes) -> list[str]:
    """The words of a PDF, in the order in which they stand in it."""
    return words_in("\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages))


def pdf_tags(data: bytes) -> list[str]:
    """The tags of a PDF's structure, in reading order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return list(_tags(pdf.Root.StructTreeRoot.K))


def _tags(element: pikepdf.Object) -> Iterator[str]:
    if isinstance(element, pikepdf.Array):
        for child in element:
            yield from _tags(child)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            yield str(element.S).lstrip("/")
        if "/K" in element:
            yield from _tags(element.K)


def unmarked_text(data: bytes) -> int:
    """How many pieces of text of a PDF are neither tagged nor marked as decoration."""
    count = depth = 0
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for _, operator in (
            (o.operands, str(o.operator)) for page in pdf.pages for o in pikepdf.parse_content_stream(page)
        ):
            depth += (operator in ("BMC", "BDC")) - (operator == "EMC")
            count += operator in ("Tj", "TJ", "'", '"') and depth == 0
    return count


def part(data: bytes, name: str) -> ElementTree.Element:
    """One XML file of a Word or OpenDocument file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return ElementTree.fromstring(archive.read(name))


def docx_paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Style and text of each paragraph of a Word file."""
    found = []
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        shown = {f"{W}t": lambda node: node.text or "", f"{W}tab": lambda node: " "}
        found.append((style, "".join(shown[node.tag](node) for node in paragraph.iter() if node.tag in shown)))
    return found


def odt_paragraphs(data: bytes) -> list[tuple[int, str]]:
    """Level (0 for none) and text of each paragraph of an OpenDocument text."""
    found = []
    for node in part(data, "content.xml").iter():
        if node.tag in (f"{TEXT}p", f"{TEXT}h"):
            found.append((int(node.get(f"{TEXT}outline-level", 0)), odt_text(node)))
    return found


def odt_text(node: ElementTree.Element) -> str:
    """The text of a part of an OpenDocument text, with the spaces and tabs that stand in it as elements."""
    for space in node.iter():
        if space.tag in (f"{TEXT}tab", f"{TEXT}s"):
            space.text = " "
    return "".join(node.itertext())


def page_words(html: str) -> list[str]:
    """The words of a brief's page, without what is there for the site: downloads and links to whole arguments."""
    soup = BeautifulSoup(html, "html.parser")
    prose, head = soup.select_one(".pb-prose"), soup.select_one(".pb-head")
    for extra in prose.select(".pb-brief-files, .pb-reply__link, .pb-actions"):
        extra.decompose()
    return words_in(" ".join(part.get_text(" ") for part in (head.h1, head.select_one(".pb-head__lead"), prose)))


__all__ = ["ARGUMENT", "OBJECTION", "TODAY", "VOCABULARY", "write"]
