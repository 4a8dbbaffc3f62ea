"""Where the papers stand on the site: their pages and their files."""

from collections.abc import Mapping, Sequence

from .paper import Paper, Sheet

FORMATS = ("pdf", "docx", "odt")
FOLDER = "briefs"


def paper_uri(paper: str) -> str:
    """The path of a paper's page in the docs tree."""
    return f"{FOLDER}/{paper}.md"


def file_uri(paper: str, form: str) -> str:
    """The path of one of a paper's files."""
    return f"{FOLDER}/{paper}.{form}"


def kilobytes(size: int) -> int:
    """A size in bytes as a page gives it, rounded up."""
    return -(-size // 1000)


class Briefs:
    """What pages say about the papers: which there are, and their files with their sizes.

    `sizes` gives the bytes of each file, or nothing where no file has been made.
    """

    def __init__(self, sheets: Sequence[Sheet] = (), sizes: Mapping[str, int] | None = None):
        self.papers: list[Paper] = [sheet.paper for sheet in sheets]
        self.sizes = sizes or {}

    def of_kind(self, kind: str) -> list[Paper]:
        """The papers of a kind: objection, audience or twenty."""
        return [paper for paper in self.papers if paper.kind == kind]

    def on(self, objections: Sequence[str]) -> list[Paper]:
        """The papers on these objections."""
        return [paper for paper in self.of_kind("objection") if paper.about in objections]

    def files(self, paper: Paper) -> list[tuple[str, str, int]]:
        """Format, path and size in kilobytes (0 if unknown) of each file of a paper."""
        uris = [(form, file_uri(paper.id, form)) for form in FORMATS]
        return [(form, uri, kilobytes(self.sizes.get(uri, 0))) for form, uri in uris]
