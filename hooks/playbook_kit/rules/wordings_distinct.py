"""A wording leads to one objection."""

from collections.abc import Iterator

from ..content import Content
from ..models.base import BLANK
from ..problem import Problem, cut
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Wordings that stand twice under `heard_as`, in one objection or in two."""
    seen: dict[str, str] = {}
    for item in content.of("objection"):
        for leaf in item.leaves:
            if leaf.where[0] != "heard_as" or not isinstance(leaf.value, str) or leaf.value in ("", BLANK):
                continue
            key = " ".join(leaf.value.lower().replace("’", "'").strip(" .!?").split())
            if key in seen:
                mark = item.mark(*leaf.where)
                yield Problem(
                    item.path, mark.line, mark.column, "heard_as",
                    f"“{cut(leaf.value)}” stands in {seen[key]} already.",
                    "Keep it where it fits best, and word the other differently.",
                )  # fmt: skip
            seen.setdefault(key, item.path)


RULE = Rule("wording-twice", "Somebody who types what she heard should find one answer first.", find)
