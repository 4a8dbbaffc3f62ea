"""Every objection on the site has a reply."""

from collections.abc import Iterator

from ..addresses import is_published, is_visible
from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Visible objections that no visible argument answers."""
    answered = {
        objection
        for item in content.of("argument")
        if item.model is None or is_published(item)
        for objection in (item.model.answers if item.model else content.ids("objection"))
    }
    for item in content.of("objection"):
        if is_visible(item) and item.id not in answered:
            yield Problem(
                item.path, 1, 1, "", "No published argument answers this objection.",
                f"Add “{item.id}” under “answers” in an argument, or write “status: draft” here.",
            )  # fmt: skip


RULE = Rule("unanswered", "An officer who heard it would find the objection and nothing to say.", find)
