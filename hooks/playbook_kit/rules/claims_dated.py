"""Whatever is cited has a day by which to look at it again: its own, its source's, or that of the page it stands on."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Pages of the site that cite something and say no day; all other kinds must say one anyway."""
    for item in content.of("page"):
        if item.model is not None and item.model.review_by is None and item.outline.citations:
            mark = item.mark("reviewed_on")
            yield Problem(
                item.path, mark.line, mark.column, "review_by", "This page cites sources, and says no day to check them by.",
                "Add a line such as “review_by: 2027-11-21”, within a year, or six months for law and platforms.",
            )  # fmt: skip


RULE = Rule("claim-undated", "Law, figures and platforms change: each claim is read again by a day that is known.", find)
