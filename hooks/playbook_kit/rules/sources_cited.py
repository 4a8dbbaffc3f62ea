"""A source that nothing cites is reported, and never stops a build."""

import re
from collections.abc import Iterator

from ..content import Content
from ..models.base import ID_PATTERN
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Sources that no field and no text names."""
    cited = {leaf.value for item in content.items for leaf in item.leaves if leaf.ref == "source"}
    for piece in content.pieces:
        for citation in piece.outline.citations:
            cited.update(citation.ids)
    # A file that could not be read as fields may cite anything that it mentions, or anything at all.
    unread = [item.file.text for item in content.items if not item.is_whole or not item.facts]
    for item in content.of("source"):
        if not item.is_whole or not re.match(ID_PATTERN, item.id):
            continue
        if item.id not in cited and not any(not text or item.id in text for text in unread):
            yield Problem(
                item.path, 1, 1, "", "Nothing cites this source.",
                f"Cite it with [@{item.id}] or under “evidence”, or take the file out.", level="warning",
            )  # fmt: skip


RULE = Rule("uncited-source", "The list of sources should hold what the playbook rests on, and no more.", find)
