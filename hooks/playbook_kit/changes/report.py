"""The report of an upgrade: one structure with its words in it, which is shown as text, as Markdown and as a page."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..problem import Problem, errors
from ..words import Words
from .facts import DATES
from .model import Change, Changes, Fact, How, Ours, Wording, stands_on

LONGEST_QUOTE = 900  # characters of one wording; a whole page of ours is not shown, but where it stands
GONE: tuple[How, ...] = ("disputed", "retired", "gone", "renamed")
ORPHAN, DRIFT = "local-orphan", "drift"


@dataclass(frozen=True)
class Pair:
    """One place with its wordings side by side, each under its name; `figures` says which laws and figures moved."""

    place: str
    wordings: tuple[tuple[str, str], ...]
    figures: str = ""


@dataclass(frozen=True)
class Entry:
    """One thing of a section: what it is, what happened in sentences, and the wordings."""

    title: str
    lines: tuple[str, ...] = ()
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of the report; `text` is Markdown of our own changelog, which the others do not have."""

    id: str
    title: str
    lead: str
    entries: tuple[Entry, ...] = ()
    text: str = ""


@dataclass(frozen=True)
class Report:
    """The whole: `verdict` says first whether the site builds (`is_well`)."""

    title: str
    is_well: bool
    verdict: tuple[str, ...]
    sections: tuple[Section, ...] = ()


@dataclass
class Outcome:
    """What is known beside the changes: the versions, what check and build said, the changelog, other changed files."""

    old: str
    new: str
    problems: list[Problem] = field(default_factory=list)
    builds: bool | None = None
    """None if no build was tried."""
    message: str = ""
    changelog: list[tuple[str, str]] = field(default_factory=list)
    machinery: dict[str, int] = field(default_factory=dict)
    """How many files changed by what they are for: theme, package, tests, other."""


def make_report(changes: Changes, outcome: Outcome, words: Words) -> Report:
    """Put the changes and the outcome into sentences, what needs the council first."""
    return _Writer(words, outcome).report(changes)


class _Writer:
    """Turns changes into sentences of one language."""

    def __init__(self, words: Words, outcome: Outcome):
        self.words, self.outcome = words, outcome

    def report(self, changes: Changes) -> Report:
        outcome, words = self.outcome, self.words
        sections = [
            self._ours(changes),
            self._section("figures", [self._figures(one) for one in changes.items if one.has_figures and one.kind != "source"]),
            self._section("new", [self._plain(one) for one in changes.of("new") if one.kind != "source"]),
            self._section("gone", [self._withdrawn(one) for one in changes.of(*GONE)]),
            self._section("wording", [self._wording(one) for one in changes.of("changed", "renamed") if one.kind != "source"]),
            self._section("sources", self._sources(changes)),
            self._section("reviewed", self._reviewed(changes)),
            *self._site(),
        ]
        is_well = not errors(outcome.problems) and outcome.builds is not False
        title = words("upgrade.title", old=outcome.old, new=outcome.new)
        return Report(title, is_well, self._verdict(changes, is_well), tuple(one for one in sections if one))

    def _verdict(self, changes: Changes, is_well: bool) -> tuple[str, ...]:
        words, outcome = self.words, self.outcome
        wrong = len(errors(outcome.problems))
        if is_well:
            first = words("upgrade.builds") if outcome.builds else words("upgrade.checks")
        else:
            first = words("upgrade.does_not_check", count=wrong) if wrong else words("upgrade.does_not_build")
        counts = [
            words(f"upgrade.count.{name}", count=number)
            for name, number in (
                ("new", len([one for one in changes.of("new") if one.kind != "source"])),
                ("changed", len([one for one in changes.of("changed") if one.kind != "source"])),
                ("gone", len(changes.of(*GONE))),
                ("figures", len([one for one in changes.items if one.has_figures and one.kind != "source"])),
            ) if number
        ]  # fmt: skip
        summary = words("upgrade.summary", counts=", ".join(counts)) if counts else words("upgrade.nothing")
        touched = self._touched(changes)
        ours = words("upgrade.need_you", count=touched) if touched else words("upgrade.need_nobody")
        return tuple(line for line in (first, outcome.message, summary, ours) if line)

    def _touched(self, changes: Changes) -> int:
        paths = {own.path for one in changes.items for own in one.ours if stands_on(one, own)}
        return len(paths | {problem.path for problem in self.outcome.problems if problem.path.startswith("local/")})

    def _section(self, name: str, entries: Iterable[Entry]) -> Section | None:
        found = tuple(entries)
        words = self.words
        return Section(name, words(f"upgrade.{name}.title"), words(f"upgrade.{name}.lead"), found) if found else None

    def _ours(self, changes: Changes) -> Section | None:
        pairs = [(one, own) for one in changes.items for own in one.ours]
        stood = [(one, own) for one, own in pairs if stands_on(one, own)]
        told = {own.path for _, own in stood}
        known = [one for one in self.outcome.problems if one.level == "error" or one.rule in (DRIFT, ORPHAN)]
        entries = [self._problem(one) for one in known if one.path not in told]
        entries += [self._own(one, own, known) for one, own in stood]
        entries += [
            Entry(own.path, (self.words("upgrade.ours.beside", item=self._name(one), how=self._how(own)),))
            for one, own in pairs if not stands_on(one, own)
        ]  # fmt: skip
        return self._section("ours", entries)

    def _problem(self, problem: Problem) -> Entry:
        return Entry(f"{problem.path}:{problem.line}:{problem.column}", (problem.message, problem.fix))

    def _own(self, change: Change, own: Ours, known: list[Problem]) -> Entry:
        """Both wordings of what one of our files stands on, and ours."""
        words = self.words
        lines = [words("upgrade.ours.stands", item=self._name(change), how=self._how(own)), *self._fate(change)]
        shown = [one for one in change.wordings if _covers(own, one)]
        pairs = [self._pair(one, own) for one in shown]
        lines += [self._fact(fact) for fact in change.facts if own.how == "fields" and fact.field in own.texts]
        if own.how == "replace" and pairs:
            lines.append(words("upgrade.ours.whole", path=own.path))
        about = [one for one in known if one.path == own.path and f"“{own.id}”" in f"{one.message} {one.fix}"]
        lines += [f"{one.message} {one.fix}" for one in about]
        return Entry(own.path, tuple(lines), tuple(pairs))

    def _figures(self, change: Change) -> Entry:
        return Entry(self._name(change), (), tuple(self._pair(one) for one in change.wordings if one.has_figures))

    def _plain(self, change: Change) -> Entry:
        return Entry(self._name(change))

    def _withdrawn(self, change: Change) -> Entry:
        return Entry(self._name(change), tuple(self._fate(change)))

    def _wording(self, change: Change) -> Entry:
        return Entry(
            self._name(change), tuple(map(self._fact, self._worth(change))), tuple(self._pair(one) for one in change.wordings)
        )

    def _sources(self, changes: Changes) -> list[Entry]:
        """New sources by number alone, since what cites them speaks of them; what changed in old ones by name."""
        words = self.words
        new = len([one for one in changes.of("new") if one.kind == "source"])
        entries = [Entry(words("upgrade.sources.new", count=new))] if new else []
        changed = [one for one in changes.of("changed") if one.kind == "source"]
        return entries + [
            Entry(one.title, tuple(map(self._fact, self._worth(one))), tuple(map(self._pair, one.wordings))) for one in changed
        ]

    def _reviewed(self, changes: Changes) -> list[Entry]:
        words = self.words
        entries = [
            Entry(words("upgrade.reviewed.dates", count=len(one)), ("; ".join(one),))
            for one in [[self._name(item) for item in changes.of("reviewed") if item.kind != "source"]] if one
        ]  # fmt: skip
        cited = [self._name(one) for one in changes.of("sources")]
        return entries + ([Entry(words("upgrade.reviewed.cited", count=len(cited)), ("; ".join(cited),))] if cited else [])

    def _site(self) -> list[Section]:
        words, outcome = self.words, self.outcome
        lines = [words(f"upgrade.site.{name}", count=count) for name, count in outcome.machinery.items() if count]
        text = "\n\n".join(f"### {version}\n\n{body}" for version, body in outcome.changelog)
        if not lines and not text:
            return []
        entries = (Entry(words("upgrade.site.files"), tuple(lines)),) if lines else ()
        return [Section("site", words("upgrade.site.title"), words("upgrade.site.lead"), entries, text)]

    def _name(self, change: Change) -> str:
        return self.words("upgrade.item", kind=self.words(f"upgrade.kinds.{change.kind}"), title=change.title)

    def _how(self, own: Ours) -> str:
        return self.words(f"upgrade.how.{own.how}")

    def _fate(self, change: Change) -> list[str]:
        """What became of something that is withdrawn or renamed."""
        words = self.words
        if change.how == "renamed":
            first = words("upgrade.fate.renamed", old=change.id, new=change.now)
        elif change.how == "gone" and change.now:
            first = words("upgrade.fate.merged", old=change.id, new=change.now)
        elif change.how in ("gone", "retired", "disputed"):
            first = words(f"upgrade.fate.{change.how}", old=change.id)
        else:
            return []
        return [first, *([words("upgrade.fate.because", why=change.because)] if change.because else [])]

    def _worth(self, change: Change) -> list[Fact]:
        """The facts worth a line: dates of review are known to move with every change."""
        return [fact for fact in change.facts if fact.field.rpartition(".")[2] not in DATES[:2]]

    def _fact(self, fact: Fact) -> str:
        name = self._field(fact.field.rpartition(".")[2])
        place = self.words("upgrade.fact.of", field=name, of=fact.of) if fact.of else name
        given = {"field": place, "old": ", ".join(fact.old), "new": ", ".join(fact.new)}
        if not fact.old:
            return self.words("upgrade.fact.added", **given)
        return self.words("upgrade.fact.moved" if fact.new else "upgrade.fact.gone", **given)

    def _field(self, name: str) -> str:
        known = self.words.group("upgrade.fields")
        return self.words(f"upgrade.fields.{name}") if name in known else name.replace("_", " ").capitalize()

    def _pair(self, wording: Wording, own: Ours | None = None) -> Pair:
        words = self.words
        place = wording.place if wording.is_heading else self._field(wording.place)
        sides = [
            (words("upgrade.before"), cut_text(" ".join(wording.old)) or words("upgrade.absent")),
            (words("upgrade.now"), cut_text(" ".join(wording.new)) or words("upgrade.taken_out")),
        ]
        if own and own.texts.get(wording.place):
            sides.append((words("upgrade.yours"), cut_text(own.texts[wording.place])))
        return Pair(place, tuple(sides), self._moved(wording))

    def _moved(self, wording: Wording) -> str:
        words = self.words
        given = {"old": ", ".join(wording.figures_gone), "new": ", ".join(wording.figures_new)}
        if wording.figures_gone and wording.figures_new:
            return words("upgrade.figure.moved", **given)
        if wording.figures_gone:
            return words("upgrade.figure.gone", **given)
        return words("upgrade.figure.new", **given) if wording.figures_new else ""


def _covers(own: Ours, wording: Wording) -> bool:
    """Whether one of our files stands in place of a wording."""
    return wording.is_heading if own.how == "replace" else not wording.is_heading and wording.place in own.texts


def cut_text(text: str, most: int = LONGEST_QUOTE) -> str:
    """A text of at most `most` characters, cut between words."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + " …"
