"""A disputed or retired argument says why."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Disputed and retired arguments without `retired_because`, and others with it."""
    for item in content.of("argument"):
        if item.model is None:
            continue
        withdrawn = item.model.status in ("disputed", "retired")
        mark = item.mark("status")
        if withdrawn and not item.model.retired_because:
            yield Problem(
                item.path, mark.line, mark.column, "status", f"The argument is {item.model.status} and does not say why.",
                "Add “retired_because: …”.",
            )  # fmt: skip
        elif item.model.retired_because and not withdrawn:
            mark = item.mark("retired_because")
            yield Problem(
                item.path, mark.line, mark.column, "retired_because",
                f"It says why it was withdrawn, but its status is {item.model.status}.",
                "Set status to disputed or retired, or take the line out.",
            )  # fmt: skip


RULE = Rule("withdrawn", "People who used it must learn why they should stop.", find)
