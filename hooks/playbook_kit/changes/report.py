"""The report of an upgrade: one structure with its words in it, which is shown as text, as Markdown and as a page."""

from collections.abc import Iterable

from ..problem import Problem, errors
from ..words import Words
from .model import Change, Changes, How, Ours, Wording, stands_on
from .phrases import Phrases
from .structure import Entry, Outcome, Report, Section

GONE: tuple[How, ...] = ("disputed", "retired", "gone", "renamed")
ORPHAN, DRIFT = "local-orphan", "drift"


def make_report(changes: Changes, outcome: Outcome, words: Words) -> Report:
    """Put the changes and the outcome into sentences, what needs the council first."""
    return _Writer(words, outcome).report(changes)


class _Writer:
    """Turns changes into sentences of one language."""

    def __init__(self, words: Words, outcome: Outcome):
        self.words, self.outcome, self.says = words, outcome, Phrases(words)

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
            Entry(own.path, (self.words("upgrade.ours.beside", item=self.says.name(one), how=self.says.how(own)),))
            for one, own in pairs if not stands_on(one, own)
        ]  # fmt: skip
        return self._section("ours", entries)

    def _problem(self, problem: Problem) -> Entry:
        return Entry(f"{problem.path}:{problem.line}:{problem.column}", (problem.message, problem.fix))

    def _own(self, change: Change, own: Ours, known: list[Problem]) -> Entry:
        """Both wordings of what one of our files stands on, and ours."""
        words = self.words
        lines = [words("upgrade.ours.stands", item=self.says.name(change), how=self.says.how(own)), *self.says.fate(change)]
        shown = [one for one in change.wordings if _covers(own, one)]
        pairs = [self.says.pair(one, own) for one in shown]
        lines += [self.says.fact(fact) for fact in change.facts if own.how == "fields" and fact.field in own.texts]
        if own.how == "replace" and pairs:
            lines.append(words("upgrade.ours.whole", path=own.path))
        about = [one for one in known if one.path == own.path and f"“{own.id}”" in f"{one.message} {one.fix}"]
        lines += [f"{one.message} {one.fix}" for one in about]
        return Entry(own.path, tuple(lines), tuple(pairs))

    def _figures(self, change: Change) -> Entry:
        return Entry(self.says.name(change), (), tuple(self.says.pair(one) for one in change.wordings if one.has_figures))

    def _plain(self, change: Change) -> Entry:
        return Entry(self.says.name(change))

    def _withdrawn(self, change: Change) -> Entry:
        return Entry(self.says.name(change), tuple(self.says.fate(change)))

    def _wording(self, change: Change) -> Entry:
        return Entry(
            self.says.name(change), tuple(map(self.says.fact, self.says.worth(change))), tuple(self.says.pair(one) for one in change.wordings)
        )

    def _sources(self, changes: Changes) -> list[Entry]:
        """New sources by number alone, since what cites them speaks of them; what changed in old ones by name."""
        words = self.words
        new = len([one for one in changes.of("new") if one.kind == "source"])
        entries = [Entry(words("upgrade.sources.new", count=new))] if new else []
        changed = [one for one in changes.of("changed") if one.kind == "source"]
        return entries + [
            Entry(one.title, tuple(map(self.says.fact, self.says.worth(one))), tuple(map(self.says.pair, one.wordings))) for one in changed
        ]

    def _reviewed(self, changes: Changes) -> list[Entry]:
        words = self.words
        entries = [
            Entry(words("upgrade.reviewed.dates", count=len(one)), ("; ".join(one),))
            for one in [[self.says.name(item) for item in changes.of("reviewed") if item.kind != "source"]] if one
        ]  # fmt: skip
        cited = [self.says.name(one) for one in changes.of("sources")]
        return entries + ([Entry(words("upgrade.reviewed.cited", count=len(cited)), ("; ".join(cited),))] if cited else [])

    def _site(self) -> list[Section]:
        words, outcome = self.words, self.outcome
        lines = [words(f"upgrade.site.{name}", count=count) for name, count in outcome.machinery.items() if count]
        text = "\n\n".join(f"### {version}\n\n{body}" for version, body in outcome.changelog)
        if not lines and not text:
            return []
        entries = (Entry(words("upgrade.site.files"), tuple(lines)),) if lines else ()
        return [Section("site", words("upgrade.site.title"), words("upgrade.site.lead"), entries, text)]


def _covers(own: Ours, wording: Wording) -> bool:
    """Whether one of our files stands in place of a wording."""
    return wording.is_heading if own.how == "replace" else not wording.is_heading and wording.place in own.texts
