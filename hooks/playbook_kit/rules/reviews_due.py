"""What should have been read again by now is reported, and never stops a build."""

import datetime
from collections.abc import Iterator

from ..content import Content, Item, Where
from ..problem import Problem, spoken
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Items, pieces of evidence and citations whose review date is past; dates that contradict each other."""
    for item in content.items:
        for leaf in item.leaves:
            day = leaf.value
            if not isinstance(day, datetime.date):
                continue
            if leaf.where[-1] == "review_by" and day < settings.today:
                mark = item.mark(*leaf.where)
                yield _overdue(item.path, mark.line, mark.column, _what(item, leaf.where), day)
            elif leaf.where == ("reviewed_on",) and day > settings.today:
                mark = item.mark(*leaf.where)
                yield Problem(
                    item.path, mark.line, mark.column, "reviewed_on", f"{day} lies in the future.",
                    "Write the day on which it was read.", level="warning",
                )  # fmt: skip
            elif leaf.where[0] == "changes" and day > settings.today:
                mark = item.mark(*leaf.where)
                yield Problem(
                    item.path, mark.line, mark.column, "changes", f"{day} lies in the future, so nobody is told until then.",
                    "Write the day of the change.", level="warning",
                )  # fmt: skip
    for piece in content.pieces:
        for citation in piece.outline.citations:
            if citation.review_by and citation.review_by < settings.today:
                line, column = piece.place(citation.value, citation.line, citation.column)
                yield _overdue(piece.item.path, line, column, "This statement", citation.review_by)


def _what(item: Item, where: Where) -> str:
    """What a review date belongs to, as a sentence begins with it."""
    if len(where) > 1:
        return "This piece of evidence" if where[0] == "evidence" else "What stands here"
    return "This page" if item.kind.page else f"This {spoken(item.kind.name)}"


def _overdue(path: str, line: int, column: int, what: str, due: object) -> Problem:
    return Problem(
        path, line, column, "review_by", f"{what} should have been read again by {due}.",
        "Check it against its source, then set the date forward.", level="warning",
    )  # fmt: skip


RULE = Rule("review-due", "Law and platforms change; a reader should see what nobody has looked at lately.", find)
