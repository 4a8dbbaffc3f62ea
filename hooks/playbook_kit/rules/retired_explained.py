"""A disputed or retired argument says why."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Disputed and retired arguments without `retired_because`, and others with it."""
    for item in content.of("argument"):
        status, reason = item.facts.get("status"), item.facts.get("retired_because")
        withdrawn = status in ("disputed", "retired")
        if withdrawn and not reason:
            mark = item.mark("status")
            yield Problem(
                item.path, mark.line, mark.column, "status", f"The argument is {status} and does not say why.",
                "Add “retired_because: …”.",
            )  # fmt: skip
        elif reason and status in ("draft", "in-review", "published"):
            mark = item.mark("retired_because")
            yield Problem(
                item.path, mark.line, mark.column, "retired_because",
                f"It says why it was withdrawn, but its status is {status}.",
                "Write “status: disputed” or “status: retired”, or take the line out.",
            )  # fmt: skip


RULE = Rule("withdrawn", "People who used it must learn why they should stop.", find)
