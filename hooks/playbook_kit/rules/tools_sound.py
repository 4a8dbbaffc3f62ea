"""The questions of a tool lead somewhere: every answer to a question or an outcome, none in a circle, none for nothing."""

from collections import defaultdict
from collections.abc import Iterator

from ..content import Content, Item, Where
from ..models.base import count_words
from ..problem import Problem, cut, suggest
from .rule import Rule, Settings

MOST_IDS = 40  # all ids of a tree are named where none is spelled alike
MOST_WORDS = 1150
"""What one side of A4 holds, as printed by the theme."""


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Ids that stand twice, answers that lead nowhere, twice to one place or round in a circle, and what none leads to."""
    for item in (*content.of("decision-tree"), *content.of("self-check")):
        yield from _ids_twice(item)
    for item in content.of("decision-tree"):
        tree = _Tree(item)
        yield from tree.unknown()
        yield from tree.twice()
        # Of a file with another fault too little is known: what seems cut off may only be misspelled.
        if item.model is not None and not any(tree.unknown()) and not any(_ids_twice(item)):
            yield from tree.circles()
            yield from tree.unreached()
            yield from _too_long(item)


def _ids_twice(item: Item) -> Iterator[Problem]:
    seen: set[str] = set()
    for leaf in item.leaves:
        if len(leaf.where) == 3 and leaf.where[2] == "id" and isinstance(leaf.value, str) and leaf.value:
            if leaf.value in seen:
                mark = item.mark(*leaf.where)
                yield Problem(
                    item.path, mark.line, mark.column, "id", f"Two questions or outcomes have the id “{cut(leaf.value)}”.",
                    "Give one of them another id, and change what leads to it.",
                )  # fmt: skip
            seen.add(leaf.value)


def _too_long(item: Item) -> Iterator[Problem]:
    said = [leaf for leaf in item.leaves if len(leaf.where) > 2 and {*leaf.where} & {"ask", "answer", "title", "steps"}]
    count = sum(count_words(leaf.value) for leaf in said)
    if count > MOST_WORDS:
        mark = item.mark("questions")
        yield Problem(
            item.path, mark.line, mark.column, "questions",
            f"The questions and outcomes have {count:,} words; one side of A4 holds {MOST_WORDS:,}.",
            f"Take out {count - MOST_WORDS} or more.",
        )  # fmt: skip


class _Tree:
    """What leads where, as far as a file says it, right or not."""

    def __init__(self, item: Item):
        self.item = item
        self.places: dict[str, Where] = {}
        self.ways: dict[int, list[tuple[str, Where]]] = defaultdict(list)
        self.numbers: dict[str, int] = {}
        for leaf in item.leaves:
            where, value = leaf.where, leaf.value
            if not isinstance(value, str) or not value:
                continue
            if len(where) == 3 and where[2] == "id":
                self.places.setdefault(value, where)
                if where[0] == "questions":
                    self.numbers.setdefault(value, int(where[1]))
            elif where[-1] == "go_to":
                self.ways[int(where[1])].append((value, where))

    def unknown(self) -> Iterator[Problem]:
        """Answers that lead to nothing in the file."""
        for ways in self.ways.values():
            for name, where in ways:
                if name not in self.places:
                    yield self._problem(
                        where, f"There is no question or outcome “{cut(name)}”.",
                        suggest(name, self.places, "question or outcome", MOST_IDS),
                    )  # fmt: skip

    def twice(self) -> Iterator[Problem]:
        """Answers of one question that lead to the same place."""
        for ways in self.ways.values():
            seen: set[str] = set()
            for name, where in ways:
                if name in seen:
                    yield self._problem(
                        where, f"Two answers of this question lead to “{cut(name)}”.",
                        "Join them in one answer, such as “Yes, or I am not sure”.",
                    )  # fmt: skip
                seen.add(name)

    def circles(self) -> Iterator[Problem]:
        """Answers that lead back to a question that was asked on the way."""
        done: set[str] = set()
        for start in self.numbers:
            yield from self._circles(start, [], done)

    def _circles(self, name: str, way: list[str], done: set[str]) -> Iterator[Problem]:
        if name in done or name not in self.numbers:
            return
        for target, where in self.ways[self.numbers[name]]:
            asked = [*way, name]
            if target in asked:
                circle = " → ".join([*asked[asked.index(target) :], target])
                yield self._problem(
                    where, f"This answer leads back to a question that was asked before: {circle}.",
                    "Lead it to an outcome, or to a question that is not asked on the way here.",
                )  # fmt: skip
            else:
                yield from self._circles(target, asked, done)
        done.add(name)

    def unreached(self) -> Iterator[Problem]:
        """Questions and outcomes that no way from the first question leads to."""
        reached: set[str] = set()
        left = [name for name, number in self.numbers.items() if number == 0]
        while left:
            name = left.pop()
            if name not in reached:
                reached.add(name)
                left += [target for target, _ in self.ways[self.numbers[name]]] if name in self.numbers else []
        for name, where in self.places.items():
            if name not in reached:
                what = "question" if name in self.numbers else "outcome"
                yield self._problem(
                    where, f"No answer leads to the {what} “{cut(name)}”.",
                    f"Write “go_to: {cut(name)}” under the answer that leads to it, or take the {what} out.",
                )  # fmt: skip

    def _problem(self, where: Where, message: str, fix: str) -> Problem:
        mark = self.item.mark(*where)
        return Problem(self.item.path, mark.line, mark.column, str(where[-1]), message, fix)


RULE = Rule("tool", "Somebody with an angry message before them must not be led nowhere.", find)
