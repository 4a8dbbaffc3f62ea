"""A spelling in the glossary leads to one term."""

from collections.abc import Iterator

from ..content import Content
from ..models.base import BLANK
from ..problem import Problem, cut
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Terms, abbreviations and other spellings that stand twice in the glossary; small and capital letters are one."""
    for item in content.of("glossary"):
        seen: dict[str, str] = {}
        for leaf in item.leaves:
            if leaf.where[0] != "terms" or leaf.where[2:3] not in (("term",), ("also",)):
                continue
            if not isinstance(leaf.value, str) or leaf.value in ("", BLANK):
                continue
            spelling = " ".join(leaf.value.casefold().replace("’", "'").replace("-", " ").split())
            if spelling in seen:
                mark = item.mark(*leaf.where)
                yield Problem(
                    item.path, mark.line, mark.column, str(leaf.where[2]),
                    f"“{cut(leaf.value)}” stands in the glossary already, as “{cut(seen[spelling])}”.",
                    "Join the two entries, or take one of the spellings out.",
                )  # fmt: skip
            seen.setdefault(spelling, leaf.value)


RULE = Rule("spelling-twice", "A reader who follows a term should find one meaning.", find)
