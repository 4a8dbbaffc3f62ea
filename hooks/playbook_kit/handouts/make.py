"""What the handout of each template says."""

from ..addresses import address, link_targets, uri
from ..content import Content
from ..dates import long_date
from ..index import Entry, Playbook
from ..models.kinds import KINDS
from ..settings import Site
from ..prose import retarget, without_citations
from ..words import Words
from .blocks import Handout, apart
from .read import blocks, tidy

FORMATS = ("docx", "odt")


def file_uri(template: str, form: str) -> str:
    """The path of one of a template's files."""
    return f"{KINDS['template'].address}/{template}.{form}"


def make_handouts(content: Content, playbook: Playbook, words: Words, site: Site) -> list[Handout]:
    """The handout of each template, in the order in which readers see them."""
    targets = link_targets(content)
    return [_handout(entry, playbook, words, site, targets) for entry in playbook.templates.values()]


def _handout(entry: Entry, playbook: Playbook, words: Words, site: Site, targets: dict[str, str]) -> Handout:
    model, place = entry.model, address(uri(KINDS[entry.kind].address or "", entry.id))
    # Sources stand on the page: a document that a council makes its own would carry numbers that lead nowhere.
    text = retarget(without_citations(entry.body), entry.path, targets, lambda to: _whole(to, site))
    body = blocks(text)
    used, notes = apart(body, words("template.notes")) if model.one_side else (body, ())
    return Handout(
        id=entry.id, language=words("papers.language"), day=model.reviewed_on, top=tidy(site.name),
        version=words("template.version", version=model.version, date=long_date(model.reviewed_on, words)),
        title=tidy(model.title), lead=tidy(model.summary), body=used, notes=notes,
        foot=words("template.foot"), note=words("papers.note"),
        printed_address=site.printed(place), address=site.whole(place),
    )  # fmt: skip


def _whole(known: str, site: Site) -> str:
    return site.whole(address(known) if known.endswith(".md") else known)
