"""What each kind of paper says, in what order."""

import datetime
from collections import Counter
from collections.abc import Iterable
from typing import Any

from ..addresses import address
from ..content import Item
from ..dates import long_date, readable_date
from ..index import STRENGTH_ORDER, Entry, Playbook
from ..models import Source, Term
from ..models.argument import Evidence
from ..read.markdown_text import outline
from ..words import Words
from .files import paper_uri
from .paper import Block, Bullets, Heading, Paper, Paragraph, Reason, Reference, Reply, Runs
from ..settings import Site
from .text import Citations, clean

MOST_CONTROLS = 4
MOST_UNKNOWN = 3
TWENTY = "twenty-reasons"
Read = tuple[str, datetime.date]
"""How and when a source was read."""


def strongest(entry: Entry | Item) -> Evidence:
    """The strongest evidence of an argument, the first of several."""
    return min(entry.model.evidence, key=lambda item: STRENGTH_ORDER[item.strength])


def shared_proofs(arguments: list[Entry]) -> dict[str, Evidence]:
    """Of the strongest evidence of each argument, what most of them share, so that their paper has fewer sources."""
    best = {
        entry.id: [item for item in entry.model.evidence if item.strength == strongest(entry).strength]
        for entry in arguments
    }
    uses = Counter(source for items in best.values() for source in {item.source for item in items})
    return {argument: max(items, key=lambda item: uses[item.source]) for argument, items in best.items()}


class Writer:
    """Writes papers for one playbook in one language."""

    def __init__(self, playbook: Playbook, words: Words, site: Site):
        self.playbook, self.words, self.site = playbook, words, site

    def objection(self, entry: Entry, replies: list[Entry], detail: int) -> Paper:
        """The paper on an objection. From `detail` 1 it says all that is not known, from 2 what is true against each
        reply, from 3 what comes back and what to say then."""
        model, words, cites = entry.model, self.words, Citations(self.playbook, self.words)
        unknown = model.unknown[: MOST_UNKNOWN if detail >= 1 else 1]
        body: list[Block] = [
            Heading(words("objection.true_in_it")),
            Paragraph(cites.prose(model.true_in_it)),
            Heading(words("objection.short_answer")),
            Paragraph(cites.prose(model.short_answer)),
            Heading(words("papers.replies")),
            *(
                self._reply(cites, number, reply, strongest(reply), rests=True, true=detail >= 2, back=detail >= 3)
                for number, reply in enumerate(replies, start=1)
            ),
            Heading(words("objection.controls")),
            Bullets(tuple((clean(control.text),) for control in model.controls), tick=True),
            Heading(words("objection.unknown")),
            Bullets(tuple(cites.prose(text) for text in unknown)),
        ]
        title = f"“{clean(entry.title)}”"
        lead = (words("papers.objection_lead"),)
        return self._paper(entry.id, "objection", entry.id, title, lead, body, cites)

    def audience(self, term: Term, replies: list[Entry], detail: int) -> Paper:
        """The paper for an audience. From `detail` 1 it says what each reply rests on, from 2 what comes back."""
        words, cites, proofs = self.words, Citations(self.playbook, self.words), shared_proofs(replies)
        body: list[Block] = [
            Heading(words("papers.reasons")),
            *(
                self._reply(cites, number, reply, proofs[reply.id], rests=detail >= 1, true=True, back=detail >= 2)
                for number, reply in enumerate(replies, start=1)
            ),
            *self._controls(replies),
        ]
        title = words("papers.audience_title", audience=clean(term.label))
        lead = (words("papers.audience_lead"),)
        return self._paper(f"for-{term.id}", "audience", term.id, title, lead, body, cites)

    def twenty(self, replies: list[Entry], concessions: int) -> Paper:
        """The paper with the reasons of the list of twenty, and what is true against the first of them."""
        words, cites, proofs = self.words, Citations(self.playbook, self.words), shared_proofs(replies)
        known = words("papers.twenty_lead" if len(replies) == 20 else "papers.twenty_lead_fewer", count=len(replies))
        origins = self._origins(replies)
        lead = (known, cites.cite(*origins)) if origins else (known,)
        reasons = [
            self._reason(cites, number, reply, proofs[reply.id]) for number, reply in enumerate(replies, start=1)
        ]
        true = tuple(cites.prose(reply.model.concession) for reply in replies[:concessions])
        body: list[Block] = [
            Heading(words("papers.reasons_and_strength")),
            *reasons,
            Heading(words("papers.twenty_true")),
            Paragraph((words("papers.twenty_concession"),)),
            *([Bullets(true)] if true else []),
            *self._controls(replies),
        ]
        return self._paper(TWENTY, "twenty", "", words("papers.twenty_title"), lead, body, cites)

    def _origins(self, replies: list[Entry]) -> list[str]:
        """The sources that say where most of the reasons come from."""
        counted = Counter(
            source for reply in replies for citation in outline(reply.model.origin).citations for source in citation.ids
        )
        return [source for source, count in counted.most_common() if 2 * count >= len(replies)]

    def _reason(self, cites: Citations, number: int, entry: Entry, proof: Evidence) -> Reason:
        said = self.words(f"papers.strength.{entry.model.strength}")
        strength = (said, cites.cite(proof.source), *cites.overdue(proof.review_by, proof.source))
        return Reason(entry.id, number, clean(entry.model.one_liner), strength)

    def _reply(
        self, cites: Citations, number: int, entry: Entry, proof: Evidence, rests: bool, true: bool, back: bool
    ) -> Reply:
        model, words = entry.model, self.words
        strength: Runs = (words(f"strength.{model.strength}"),)
        below = []
        if rests:
            runs = cites.claim(proof.shows, proof.source, proof.review_by)
            below.append(Paragraph(runs, words("papers.rests")))
        else:
            strength += (cites.cite(proof.source), *cites.overdue(proof.review_by, proof.source))
        if true:
            below.append(Paragraph(cites.prose(model.concession), words("papers.true")))
        if back:
            comeback = model.comebacks[0]
            below.append(Paragraph((f"“{clean(comeback.they_say)}”",), words("papers.they_say")))
            below.append(Paragraph(cites.prose(comeback.you_say), words("papers.you_say")))
        return Reply(entry.id, number, clean(model.one_liner), model.strength, strength, tuple(below))

    def _controls(self, replies: Iterable[Entry]) -> list[Block]:
        """The first control of each objection that the replies answer."""
        answered = dict.fromkeys(objection for reply in replies for objection in reply.model.answers)
        texts = dict.fromkeys(clean(self.playbook.objections[one].model.controls[0].text) for one in answered)
        items = tuple((text,) for text in list(texts)[:MOST_CONTROLS])
        return [Heading(self.words("objection.controls")), Bullets(items, tick=True)] if items else []

    def _paper(
        self, paper: str, kind: Any, about: str, title: str, lead: Runs, body: list[Block], cites: Citations
    ) -> Paper:
        words, today = self.words, self.playbook.today
        place = address(paper_uri(paper))
        name = clean(self.site.name)
        usual = Counter(_read(self.playbook.source(source)) for source in cites.order).most_common(1)[0][0]
        return Paper(
            id=paper, kind=kind, about=about, language=words("papers.language"), day=today, top=name,
            date=words("papers.date", date=long_date(today, words)), title=title, lead=lead,
            ask=(Heading(words("papers.ask")), Paragraph((words("papers.ask_text"),))), body=tuple(body),
            sources_heading=words("sources.heading"), sources_note=self._sources_note(usual),
            sources=tuple(self._reference(source, usual) for source in cites.order),
            foot=words("papers.foot"), note=words("papers.note"),
            printed_address=self.site.printed(place), address=self.site.whole(place),
        )  # fmt: skip

    def _sources_note(self, usual: Read) -> str:
        """Says once how most of the sources were read."""
        return self.words(f"papers.sources.{usual[0]}", date=long_date(usual[1], self.words))

    def _reference(self, source_id: str, usual: Read) -> Reference:
        """Title, publisher and date of a source, and how it was read if that was not as usual."""
        source: Source = self.playbook.source(source_id)
        words = self.words
        who = ", ".join(clean(part) for part in (source.author, source.publisher) if part)
        when = clean(readable_date(source.published, words)) if source.published else words("sources.undated")
        about = f"{who}, {when}"
        if _read(source) != usual:
            about += f". {words(f'sources.read_as.{source.read_as}', date=long_date(source.checked_on, words))}"
        return Reference(source_id, _ended(clean(source.title)), source.url, f"{about}.")


def _ended(title: str) -> str:
    """A title as a sentence."""
    return title if title.endswith((".", "?", "!", "…")) else f"{title}."


def _read(source: Source) -> Read:
    return source.read_as, source.checked_on
