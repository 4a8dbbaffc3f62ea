"""An id stands once in its file."""

from collections import defaultdict
from collections.abc import Iterator

from ..content import Content
from ..models.base import BLANK
from ..problem import Problem, cut
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Ids that two entries of one list have, in whatever group of the file they stand."""
    for item in content.items:
        seen: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for leaf in item.leaves:
            if leaf.where[-1] != "id" or not isinstance(leaf.value, str) or leaf.value == BLANK:
                continue
            fields = tuple(part for part in leaf.where if isinstance(part, str))
            if len(fields) < 2:
                continue
            if leaf.value in seen[fields]:
                mark = item.mark(*leaf.where)
                yield Problem(
                    item.path, mark.line, mark.column, "id", f"The id “{cut(leaf.value)}” stands twice in this file.",
                    f"Give one of the two another id, such as “{cut(leaf.value)}-2”, or take it out.",
                )  # fmt: skip
            seen[fields].add(leaf.value)


RULE = Rule("id-of-two", "Of two entries with one id, links and forms would find the first alone.", find)
