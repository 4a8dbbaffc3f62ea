"""A wording leads to one objection."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Wordings that stand twice under `heard_as`, in one objection or in two."""
    seen: dict[str, str] = {}
    for item in content.of("objection"):
        if item.model is None:
            continue
        for number, wording in enumerate(item.model.heard_as):
            key = " ".join(wording.lower().replace("’", "'").strip(" .!?").split())
            if key in seen:
                mark = item.mark("heard_as", number)
                yield Problem(
                    item.path, mark.line, mark.column, "heard_as", f"“{wording}” stands in {seen[key]} already.",
                    "Keep it where it fits best, and word the other differently.",
                )  # fmt: skip
            seen.setdefault(key, item.path)


RULE = Rule("wording-twice", "Somebody who types what she heard should find one answer first.", find)
