"""Every picture and paper of a council's own is one that a page leads to."""

from collections.abc import Iterator

from ..addresses import resolve, split_target
from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Files that no page shows or leads to, and that are published all the same."""
    if not content.assets:
        return
    shown = {
        resolve(piece.item.path, split_target(spot.value)[0])
        for piece in content.pieces for spot in (*piece.outline.images, *piece.outline.links)
    }  # fmt: skip
    for path in content.assets:
        if path not in shown:
            yield Problem(
                path, 1, 1, "", "No page shows this file or leads to it, and everybody can read it on the site.",
                "Show it on a page, or take it out.", level="warning",
            )  # fmt: skip


RULE = Rule("council-assets", "What no page leads to is forgotten, and goes out of date in public.", find)
