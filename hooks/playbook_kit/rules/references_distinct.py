"""An id stands once in a list."""

from collections import defaultdict
from collections.abc import Iterator

from ..content import Content
from ..models.base import BLANK
from ..problem import Problem, cut
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Ids that stand twice in one list of ids."""
    for item in content.items:
        seen: dict[tuple[str | int, ...], set[str]] = defaultdict(set)
        for leaf in item.leaves:
            if leaf.ref is None or not isinstance(leaf.where[-1], int) or not isinstance(leaf.value, str):
                continue
            if leaf.value in seen[leaf.where[:-1]] and leaf.value != BLANK:
                mark = item.mark(*leaf.where)
                yield Problem(
                    item.path, mark.line, mark.column, str(leaf.where[0]),
                    f"“{cut(leaf.value)}” stands twice in this list.", "Take one of the two out.",
                )  # fmt: skip
            seen[leaf.where[:-1]].add(leaf.value)


RULE = Rule("id-twice", "What is named twice would be shown twice.", find)
