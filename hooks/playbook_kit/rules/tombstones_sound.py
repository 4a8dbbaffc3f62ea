"""A tombstone stands for something that is gone, and leads to something that is there."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem, suggest
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Tombstones of what still lives, chains of them, and ones that lead nowhere."""
    stones = {(item.model.kind, item.id): item for item in content.of("tombstone") if item.model}
    for (kind, gone), item in stones.items():
        if gone in content.ids(kind):
            yield Problem(
                item.path, 1, 1, "", f"The {kind} “{gone}” is still there.", "Take out this file, or the other.",
            )  # fmt: skip
        now = item.model.now
        if now is None or now in content.ids(kind):
            continue
        mark = item.mark("now")
        if (kind, now) in stones:
            last = stones[kind, now].model.now
            fix = f"Write “{last}”, where that one leads." if last else "Take the line out: that one is gone as well."
            message = f"“{now}” is gone too, so this would lead from one signpost to the next."
        else:
            message, fix = f"There is no {kind} “{now}”.", suggest(now, content.ids(kind), kind)
        yield Problem(item.path, mark.line, mark.column, "now", message, fix)


RULE = Rule("tombstone", "An address that was once published must go on leading somewhere.", find)
