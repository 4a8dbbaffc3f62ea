"""Everything that carries a day of review, with whoever keeps it, the first that is due first."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from ..addresses import address, kind_uri, uri
from ..content import leaves
from ..index import Entry, Playbook
from ..marked import like
from ..models.kinds import KINDS
from ..read.markdown_text import outline
from ..words import Words


@dataclass(frozen=True)
class Due:
    """One page, item or source: who keeps it, when it was read, and by when it should be read again.

    `claim_by` is the first day by which a statement in it should be looked at, where that comes with a day of its own;
    `due` is the earlier of the two. `page` is its page in the docs tree, with an anchor for a source.
    """

    kind: str
    id: str
    title: str
    page: str
    path: str
    owner: str
    is_owned: bool
    reviewed_on: datetime.date | None
    review_by: datetime.date | None
    claim_by: datetime.date | None
    due: datetime.date
    is_overdue: bool

    @property
    def url(self) -> str:
        """Its address on the site, relative to the site's own."""
        page, _, anchor = self.page.partition("#")
        return address(page) + (f"#{anchor}" if anchor else "")


def due_list(playbook: Playbook, words: Words) -> list[Due]:
    """All that has a day of review, sorted by that day; whatever names no owner belongs to the maintainers."""
    found = [one for entry in playbook.everything() if (one := _due(entry, playbook, words))]
    return sorted(found, key=lambda one: (one.due, one.kind, one.id))


def _due(entry: Entry, playbook: Playbook, words: Words) -> Due | None:
    model = entry.model
    claim = min(_claims(entry), default=None)
    review_by = getattr(model, "review_by", None)
    days = [day for day in (review_by, claim) if day]
    if not days or (entry.kind == "source" and entry.id not in playbook.cited_by):
        return None
    owner = getattr(model, "owner", None)
    page = playbook.source_place(entry.id) if entry.kind == "source" else kind_uri(KINDS[entry.kind], entry.id) or uri("", entry.id)
    return Due(
        entry.kind, entry.id, like(f"“{entry.title}”", entry.title) if entry.kind == "objection" else entry.title, page,
        entry.edit_path or entry.path, owner or words("review.maintainers"), bool(owner),
        getattr(model, "reviewed_on", None) or getattr(model, "checked_on", None), review_by, claim,
        min(days), min(days) < playbook.today,
    )  # fmt: skip


def _claims(entry: Entry) -> Iterator[datetime.date]:
    """The days that single statements carry: pieces of evidence, terms, and citations in text and in fields."""
    for leaf in leaves(type(entry.model), entry.model):
        if len(leaf.where) > 1 and leaf.where[-1] == "review_by" and isinstance(leaf.value, datetime.date):
            yield leaf.value
        if leaf.is_markdown and isinstance(leaf.value, str):
            yield from (one.review_by for one in outline(leaf.value).citations if one.review_by)
    yield from (one.review_by for one in entry.outline.citations if one.review_by)
