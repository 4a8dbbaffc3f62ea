"""A source that nothing cites is reported, and never stops a build."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem
from .references_known import references
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Sources that no field and no text names."""
    cited = {
        value for item in content.items if item.model is not None
        for _, kind, value in references(item.model) if kind == "source"
    }  # fmt: skip
    for piece in content.pieces:
        for citation in piece.outline.citations:
            cited.update(citation.ids)
    for item in content.of("source"):
        if item.id not in cited:
            yield Problem(
                item.path, 1, 1, "", "Nothing cites this source.",
                f"Cite it with [@{item.id}] or under “evidence”, or take the file out.", level="warning",
            )  # fmt: skip


RULE = Rule("uncited-source", "The list of sources should hold what the playbook rests on, and no more.", find)
