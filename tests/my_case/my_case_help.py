"""What the tests of “Make my case” share: steps of a reader, and documents read back."""

import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import odfdo
from site_help import words

PAGE = "/my-case/"
A4 = (595, 842)
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DRAWN = '[data-part="paper"][aria-busy="false"]'
EMPTY = {
    "audience": "", "to": "", "objection": "", "said": "", "service": "", "opening": None, "ask": None, "replies": [],
    "evidence": "", "detail": "auto",
}  # fmt: skip


def api(site: Path, name: str) -> list[dict]:
    """The items of one file of the site's own data."""
    return json.loads((site / "api/v1" / f"{name}.json").read_text(encoding="utf-8"))["items"]


def argument(site: Path, argument_id: str) -> dict:
    """One argument in full."""
    return api(site, f"arguments/{argument_id}")[0]


def usable(site: Path) -> list[str]:
    """The ids of all published arguments."""
    return [one["id"] for one in api(site, "arguments") if one["status"] == "published"]


def add_to_case(page, argument_id: str) -> None:
    """Press “Add to my case” on an argument that is shown on the page."""
    place = page.locator(f'[data-argument="{argument_id}"]:visible')
    place.get_by_role("button", name=words("add_to_case.add")).click()


def go_to_case(page) -> None:
    """Follow the link in the header and wait for the paper."""
    page.locator(".pb-header__case").click()
    page.wait_for_url(f"**{PAGE}")
    drawn(page)


def open_case(page, address: str = PAGE) -> None:
    """Open the page and wait for the paper."""
    page.goto(address)
    drawn(page)


def drawn(page) -> None:
    """Wait until the paper shows what the form says."""
    page.locator(DRAWN).wait_for(state="attached")


def paper_words(page) -> list[str]:
    """The paper's paragraphs as the preview shows them."""
    drawn(page)
    return page.locator('[data-part="paper"]').locator("p, h2, h3").all_text_contents()


def chosen(page) -> list[str]:
    """The ids of the replies on the paper, in order."""
    drawn(page)
    return page.locator('[data-part="chosen"] > li').evaluate_all("items => items.map(item => item.dataset.id)")


def case_of(page, kind: str = "sessionStorage") -> dict | None:
    """What the tab or the device keeps."""
    return json.loads(page.evaluate(f"{kind}.getItem('playbook-case')") or "null")


def kept_keys(page) -> list[str]:
    """Every key in both stores of the browser."""
    return page.evaluate("[...Object.keys(sessionStorage), ...Object.keys(localStorage)]")


def download(page, name: str) -> tuple[str, bytes]:
    """Press a button that makes a document; its name and bytes."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def docx_document(data: bytes):
    """A Word document, opened."""
    return docx.Document(io.BytesIO(data))


def docx_words(data: bytes) -> list[str]:
    """The paragraphs of a Word document."""
    return [paragraph.text for paragraph in docx_document(data).paragraphs]


def odt_document(data: bytes):
    """An OpenDocument text, opened."""
    return odfdo.Document(io.BytesIO(data))


def odt_words(data: bytes) -> list[str]:
    """The paragraphs of an OpenDocument text."""
    paragraphs = ElementTree.fromstring(part_of(data, "content.xml")).iter()
    return ["".join(one.itertext()) for one in paragraphs if one.tag in (f"{TEXT}p", f"{TEXT}h")]


def part_of(data: bytes, name: str) -> str:
    """One file inside a document."""
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def numbers_in(text: str) -> list[int]:
    """The numbers of the sources that a paragraph cites."""
    return [int(number) for number in re.findall(r"\[(\d+)\]", text)]
