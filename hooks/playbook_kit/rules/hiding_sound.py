"""What a council hides leaves nothing that stands alone; if it does, that is said, and stops no build."""

from collections.abc import Iterator

from ..addresses import is_published, is_visible
from ..content import Content, Item
from ..models.council import COUNCIL_PATH
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Arguments all of whose objections are hidden, and objections all of whose replies are."""
    if not content.hidden:
        return
    arguments = [item for item in content.of("argument") if is_published(item)]
    for item in arguments:
        gone = [one for one in item.model.answers if ("objection", one) in content.hidden]
        if is_visible(item) and len(gone) == len(item.model.answers):
            yield _problem(content, ("objection", gone[0]), f"leaves the argument “{item.id}” nothing to answer", item)
    for item in content.of("objection"):
        replies = [one for one in arguments if item.id in one.model.answers]
        if is_visible(item) and replies and not any(map(is_visible, replies)):
            what = f"leaves nothing to reply to the objection “{item.id}”"
            yield _problem(content, ("argument", replies[0].id), what, item)


def _problem(content: Content, hidden: tuple[str, str], what: str, left: Item) -> Problem:
    marks = content.council.document.marks if content.council else {}
    mark = marks.get(("hide", content.hidden[hidden], "what"))
    line, column = (mark.line, mark.column) if mark else (1, 1)
    return Problem(
        COUNCIL_PATH, line, column, "hide", f"Hiding the {hidden[0]} “{hidden[1]}” {what}.",
        f"Hide {left.kind.name}/{left.id} as well, or show this.", level="warning",
    )  # fmt: skip


RULE = Rule("hiding", "A page that answers nothing, or has nothing to say, wastes a reader’s time.", find)
