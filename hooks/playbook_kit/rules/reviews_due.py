"""What should have been read again by now is reported, and never stops a build."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Items, pieces of evidence and citations whose review date is past; dates that contradict each other."""
    for item in content.items:
        model = item.model
        due = getattr(model, "review_by", None)
        if due and due < settings.today:
            mark = item.mark("review_by")
            yield _overdue(item.path, mark.line, mark.column, f"This {item.kind.name}", due)
        for number, evidence in enumerate(getattr(model, "evidence", ())):
            if evidence.review_by and evidence.review_by < settings.today:
                mark = item.mark("evidence", number, "review_by")
                yield _overdue(item.path, mark.line, mark.column, "This piece of evidence", evidence.review_by)
        reviewed = getattr(model, "reviewed_on", None)
        if reviewed and reviewed > settings.today:
            mark = item.mark("reviewed_on")
            yield Problem(
                item.path, mark.line, mark.column, "reviewed_on", f"{reviewed} lies in the future.",
                "Write the day on which it was read.", level="warning",
            )  # fmt: skip
    for piece in content.pieces:
        for citation in piece.outline.citations:
            if citation.review_by and citation.review_by < settings.today:
                line, column = piece.place(citation.value, citation.line, citation.column)
                yield _overdue(piece.item.path, line, column, "This statement", citation.review_by)


def _overdue(path: str, line: int, column: int, what: str, due: object) -> Problem:
    return Problem(
        path, line, column, "review_by", f"{what} should have been read again by {due}.",
        "Check it against its source, then set the date forward.", level="warning",
    )  # fmt: skip


RULE = Rule("review-due", "Law and platforms change; a reader should see what nobody has looked at lately.", find)
