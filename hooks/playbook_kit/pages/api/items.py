"""The API's items, from the joined playbook. Drafts are in neither."""

from collections.abc import Iterable, Sequence

from ...addresses import address, uri
from ...index import Entry, Playbook
from ...index import Gone as GoneEntry
from ...models import Evidence as EvidenceModel
from ...models.kinds import KINDS
from ..plain import plain_text
from ..render import entry_uri
from .arguments import Argument, ArgumentInBrief, Comeback, Evidence, Gone, SourceInBrief
from .chapters import Advice, CaseStudy, Chapter, Organisation, Result
from .maker import Maker
from .objections import Audience, Control, Objection, Source, Topic

TOPICS = "topics.md"


class Items:
    """Makes the items of one playbook; `others` are the same in other languages."""

    def __init__(self, playbook: Playbook, make: Maker, others: Sequence[Playbook] = ()):
        self.playbook, self.make = playbook, make
        self.translated: dict[tuple[str, str], list[str]] = {}
        for other in others:
            for entry in other.everything():
                if entry.language == other.language:
                    self.translated.setdefault((entry.kind, entry.id), []).append(other.language)

    def in_brief(self, argument: Argument) -> ArgumentInBrief:
        """An argument without its evidence."""
        return ArgumentInBrief(**{name: getattr(argument, name) for name in ArgumentInBrief.model_fields})

    def _languages(self, entry: Entry) -> list[str]:
        return [entry.language, *self.translated.get((entry.kind, entry.id), ())]

    def argument(self, entry: Entry) -> Argument:
        """An argument in full."""
        model = entry.model
        return self.make(
            Argument, model, entry.path, id=entry.id, url=_url(entry), languages=self._languages(entry), countries=self.playbook.countries_of(entry),
            comebacks=[self.make(Comeback, one, entry.path) for one in model.comebacks],
            evidence=self._evidence(model.evidence), **self.make.own_texts(entry),
        )  # fmt: skip

    def objection(self, entry: Entry) -> Objection:
        """An objection with its replies."""
        model = entry.model
        chapters = self.playbook.chapters
        return self.make(
            Objection, model, entry.path, id=entry.id, url=_url(entry), languages=self._languages(entry), replies=_ids(self.playbook.replies(entry.id)),
            controls=[
                Control(text=one.text, chapter=one.chapter, url=_url(chapters[one.chapter]))
                if one.chapter in chapters
                else Control(text=one.text, chapter=None, url=None)
                for one in model.controls
            ],
            **self.make.own_texts(entry),
        )  # fmt: skip

    def chapter(self, entry: Entry) -> Chapter:
        """A chapter's facts, its advice and what goes with it."""
        playbook = self.playbook
        roles = {term.label: term.id for term in playbook.vocabulary.audiences}
        return self.make(
            Chapter, entry.model, entry.path, id=entry.id, url=_url(entry), languages=self._languages(entry),
            advice=[
                self.make(Advice, one, entry.path, role=roles[one.role] if one.role else None)
                for one in playbook.advice_of(entry.id)
            ],
            objections=_ids(playbook.objections_for_chapter(entry.id)),
            arguments=_ids(playbook.arguments_for("chapters", entry.id)),
            case_studies=_ids(playbook.cases_for("chapters", entry.id)),
        )  # fmt: skip

    def case_study(self, entry: Entry) -> CaseStudy:
        """A case study's facts and what it supports."""
        model = entry.model
        return self.make(
            CaseStudy, model, entry.path, id=entry.id, url=_url(entry), languages=self._languages(entry),
            organisation=self.make(Organisation, model.organisation, entry.path),
            results=[self.make(Result, one, entry.path) for one in model.results],
            controls=[Control(text=text, chapter=None, url=None) for text in map(plain_text, model.controls)],
            arguments=_ids(self.playbook.arguments_for("case_studies", entry.id)),
        )  # fmt: skip

    def topics(self) -> list[Topic]:
        """Every topic with what is about it."""
        topics = []
        for term in self.playbook.vocabulary.topics:
            about = {kind: _ids(entries) for kind, entries in self.playbook.about(term.id).items()}
            has_part = any(about.values()) and f"docs/{TOPICS}" in self.make.targets
            url = f"{address(TOPICS)}#{term.id}" if has_part else None
            topics.append(self.make(Topic, term, "", url=url, **about))
        return topics

    def audiences(self) -> list[Audience]:
        """Every audience."""
        return [self.make(Audience, term, "") for term in self.playbook.vocabulary.audiences]

    def sources(self) -> list[Source]:
        """Every source that something on the site cites."""
        cited = self.playbook.cited_by
        return [
            self.make(Source, entry.model, entry.path, id=entry.id, cited_by=[_url(one) for one in cited[entry.id]])
            for entry in self.playbook.sources.values()
            if entry.id in cited
        ]

    def gone(self, stone: GoneEntry) -> Gone:
        """What became of something."""
        kind = KINDS[stone.kind]
        url = None if kind.address is None else address(uri(kind.address, stone.id))
        return self.make(Gone, stone, "", url=url, status="gone")

    def _evidence(self, evidence: Iterable[EvidenceModel]) -> list[Evidence]:
        return [
            self.make(
                Evidence, one, "", source=self.make(SourceInBrief, self.playbook.source(one.source), "", id=one.source)
            )
            for one in evidence
        ]  # fmt: skip


def _url(entry: Entry) -> str:
    return address(entry_uri(entry))


def _ids(entries: Iterable[Entry]) -> list[str]:
    return [entry.id for entry in entries]
