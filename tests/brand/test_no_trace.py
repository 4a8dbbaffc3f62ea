"""Nothing of the playbook's own name, mark or addresses is left in a council's site but the credit."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from site_help import ROOT, nothing, tree, words

HEADER = (ROOT / "theme/partials/header.html").read_text(encoding="utf-8")
CONFIGURATION = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def configured(key: str) -> str:
    """A value of `mkdocs.yml`."""
    return re.search(rf"(?m)^{key}: (.+)$", CONFIGURATION)[1].strip()


# What must be gone. The council's own repository is on another host, so that the playbook's is not found in it.
TRACES = {
    "name": configured("site_name"),
    "mark": re.search(r'<path [^>]* d="([^"]+)"', HEADER)[1],
    "icon": re.search(r'<path [^>]* d="([^"]+)"', (ROOT / "theme/assets/favicon.svg").read_text(encoding="utf-8"))[1],
    "address": configured("site_url"),
    "repository": configured("repo_url"),
    "blank to fill in": " contact]",
    "nobody's name": "At our council",
}
# The line that says on what the site stands, and the page on how to give credit.
CREDIT = re.compile(r'<(?P<tag>\w+) class="pb-footer__version">.*?</(?P=tag)>', re.S)
LICENCE = ("licence/index.html",)
CREDIT_LINE = f"From the {configured('site_name')}, by its contributors"
"""How the page on credit says it, where the search quotes that page."""
# What is the playbook's is mended in its repository: the links of a page that the council has not changed lead there.
# So are the forms for what the council has not changed: what they make is begun there.
WAYS = re.compile(
    r'<li class="pb-foot__(?:suggest|report)">.*?</li>| data-places="[^"]*"|<a href="[^"]*">'
    + re.escape(words("contribute.paper.forge")), re.S,
)  # fmt: skip


def texts(site: Path) -> Iterator[tuple[str, str]]:
    """Every file of a site by its path with all that it says: documents with their properties, archives part by part."""
    for path in sorted(site.rglob("*")):
        if not path.is_file():
            continue
        name, data = path.relative_to(site).as_posix(), path.read_bytes()
        if path.suffix == ".pdf":
            document = PdfReader(io.BytesIO(data))
            links = [
                str(note.get_object().get("/A", {}).get("/URI", "")) for page in document.pages for note in page.get("/Annots", ())
            ]
            said = [*map(str, (document.metadata or {}).values()), *(page.extract_text() for page in document.pages), *links]
            yield name, "\n".join([*said, str(document.xmp_metadata and document.xmp_metadata.stream.get_data())])
        elif zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                parts = [archive.read(part).decode("utf-8", "replace") for part in archive.namelist()]
            yield name, "\n".join([re.sub(r"<[^>]*>", "", part) for part in parts] + parts)
        else:
            yield name, data.decode("utf-8", "replace")


@pytest.fixture
def found(rebranded: Path, remember: Callable) -> dict[str, list[str]]:
    """Where each trace is left, each file of the site read once, and the endings of all files."""

    def work() -> dict[str, list[str]]:
        left: dict[str, list[str]] = {"endings": [], **{trace: [] for trace in TRACES}}
        for name, text in texts(rebranded):
            left["endings"].append(name.rpartition(".")[2])
            said = WAYS.sub("", CREDIT.sub("", text)) if name.endswith(".html") else text.replace(CREDIT_LINE, "")
            for trace, wanted in TRACES.items():
                if name not in LICENCE and wanted in said:
                    at = said.index(wanted)
                    left[trace].append(f"{name}: …{' '.join(said[max(at - 60, 0):at + 60].split())}…")
        return left

    return remember(f"traces in {rebranded.name}", work)


@pytest.mark.parametrize("trace", TRACES)
def test_no_trace(found: dict[str, list[str]], trace: str) -> None:
    """Pages, data, feed, site map, scripts, documents and their properties say nothing of it, but for the credit."""
    assert {"html", "json", "xml", "pdf", "docx", "odt", "png", "svg", "css", "mjs", "csv"} <= set(found["endings"])
    nothing(found[trace])


def test_the_council_is_named(rebranded: Path) -> None:
    """The council's own name, icon and contacts are there, in pages and in templates as documents."""
    said = dict(texts(rebranded))
    for ending, wanted in ((".html", "Anytown Borough Council"), (".docx", "Anytown Borough Council"), (".odt", "Anytown Borough Council"),
                           (".html", "the Anytown duty telephone")):  # fmt: skip
        assert any(wanted in text for name, text in said.items() if name.endswith(ending)), f"{wanted} in no {ending}"


def test_no_card_is_the_playbook_s(rebranded: Path, site: Path) -> None:
    """Not one card is the picture that the playbook's own site has, and neither is the icon nor any document."""
    ours, theirs = tree(site), tree(rebranded)
    made = [name for name in ours if re.search(r"assets/cards/.+\.png$|favicon|\.(pdf|docx|odt)$", name)]
    assert len(made) > 100
    nothing(name for name in made if theirs.get(name) == ours[name])
