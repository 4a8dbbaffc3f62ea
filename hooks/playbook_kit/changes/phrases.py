"""Single changes in the words of one language: what changed, what became of it, and its wordings side by side."""

from ..words import Words
from .facts import DATES
from .model import Change, Fact, Ours, Wording
from .structure import Pair

LONGEST_QUOTE = 900  # characters of one wording; a whole page of ours is not shown, but where it stands


class Phrases:
    """Says single changes in one language."""

    def __init__(self, words: Words):
        self.words = words

    def name(self, change: Change) -> str:
        """What changed, with its kind and title."""
        return self.words("upgrade.item", kind=self.words(f"upgrade.kinds.{change.kind}"), title=change.title)

    def how(self, own: Ours) -> str:
        """What one of our files does to the playbook's."""
        return self.words(f"upgrade.how.{own.how}")

    def fate(self, change: Change) -> list[str]:
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

    def worth(self, change: Change) -> list[Fact]:
        """The facts worth a line: dates of review are known to move with every change."""
        return [fact for fact in change.facts if fact.field.rpartition(".")[2] not in DATES[:2]]

    def fact(self, fact: Fact) -> str:
        """What became of one fact."""
        name = self._field(fact.field.rpartition(".")[2])
        place = self.words("upgrade.fact.of", field=name, of=fact.of) if fact.of else name
        given = {"field": place, "old": ", ".join(fact.old), "new": ", ".join(fact.new)}
        if not fact.old:
            return self.words("upgrade.fact.added", **given)
        return self.words("upgrade.fact.moved" if fact.new else "upgrade.fact.gone", **given)

    def _field(self, name: str) -> str:
        known = self.words.group("upgrade.fields")
        return self.words(f"upgrade.fields.{name}") if name in known else name.replace("_", " ").capitalize()

    def pair(self, wording: Wording, own: Ours | None = None) -> Pair:
        """The wordings of one place, with those of one of our files if it stands there."""
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


def cut_text(text: str, most: int = LONGEST_QUOTE) -> str:
    """A text of at most `most` characters, cut between words."""
    return text if len(text) <= most else text[:most].rpartition(" ")[0] + " …"
