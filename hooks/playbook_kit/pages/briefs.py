"""The pages of the ready-made briefs: the same words as their files, and where to download those."""

from collections.abc import Iterator

from ..marked import like
from ..papers.files import paper_uri
from ..papers.paper import Runs, plain
from ..prose import escape
from ..words import Words
from .marking import block
from .page import Page
from .render import Renderer

LIST = "briefs/index.md"


def make_briefs(render: Renderer, words: Words, english: Words) -> Iterator[Page]:
    """The list of all briefs, then a page for each, which is in the first language; nothing if there are none."""
    if not render.briefs.papers:
        return
    yield Page(LIST, words("pages.briefs.title"), words("pages.briefs.lead"), render("briefs", LIST), "list")
    for paper in render.briefs.papers:
        uri, path = paper_uri(paper.id), ""
        if paper.kind == "objection":
            path = render.playbook.objections[paper.about].path
        lead, said = plain(paper.lead), " ".join(run for run in paper.lead if isinstance(run, str))
        body = render("brief", uri, paper=paper, cited=cited, t=english, name=lambda part: type(part).__name__.lower())
        yield Page(
            uri, paper.title, like(lead, paper.title), block(body, render.foreign), "brief", path or None,
            {"description": f"{said} {paper.date}."}, language=english.language,
        )  # fmt: skip


def cited(runs: Runs, words: Words) -> str:
    """A text of a paper as Markdown, its citations links to the paper's own sources."""

    def link(number: int) -> str:
        return f'[{number}](#source-{number}){{ .pb-cite aria-label="{words("sources.number", number=number)}" }}'

    return "".join(escape(run) if isinstance(run, str) else "".join(map(link, run.numbers)) for run in runs)
