"""A tombstone stands for something that is gone, and leads to something that is there."""

from collections.abc import Iterator

from ..addresses import is_published
from ..content import Content, Item
from ..problem import Problem, spoken, suggest
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Tombstones of what still lives, chains of them, and ones that lead nowhere."""
    stones: dict[tuple[str, str], Item] = {}
    for item in content.of("tombstone"):
        if item.model and (first := stones.setdefault((item.model.kind, item.id), item)) is not item:
            yield Problem(
                item.path, 1, 1, "", f"{first.path} says already what became of “{item.id}”.",
                "Take one of the two out.",
            )  # fmt: skip
    hidden = {(item.kind.name, item.id) for item in content.items if item.model is not None and not is_published(item)}
    for (kind, gone), item in stones.items():
        if gone in content.ids(kind):
            message = f"The {spoken(kind)} “{gone}” is still there."
            yield Problem(item.path, 1, 1, "", message, "Take out this file, or the other.")
            continue
        now = item.model.now
        if now is None or (now in content.ids(kind) and (kind, now) not in hidden):
            continue
        mark = item.mark("now")
        if (kind, now) in hidden:
            message = f"The {spoken(kind)} “{now}” is a draft, which has no page to lead to."
            fix = "Publish it, or name another."
        elif (kind, now) in stones:
            last = _end(kind, now, stones)
            fix = f"Write “{last}”, where that one leads." if last else "Take the line out: that one is gone as well."
            message = f"“{now}” is gone too, so this would lead from one signpost to the next."
        else:
            message, fix = f"There is no {spoken(kind)} “{now}”.", suggest(now, content.ids(kind), spoken(kind))
        yield Problem(item.path, mark.line, mark.column, "now", message, fix)


def _end(kind: str, now: str | None, stones: dict[tuple[str, str], Item]) -> str | None:
    """The id at the end of a chain of tombstones, or None if it ends nowhere or where it began."""
    seen = set()
    while now is not None and (kind, now) in stones:
        if now in seen:
            return None
        seen.add(now)
        now = stones[kind, now].model.now
    return now


RULE = Rule("tombstone", "An address that was once published must go on leading somewhere.", find)
