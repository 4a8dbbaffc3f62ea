"""Every citation names a source that there is."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem, suggest
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Citations of unknown sources, and citations that are not written as such."""
    known = content.ids("source")
    for piece in content.pieces:
        for citation in piece.outline.citations:
            line, column = piece.place(citation.value, citation.line, citation.column)
            for source in citation.ids:
                if source not in known:
                    offset = max(citation.value.find(source), 0)
                    yield Problem(
                        piece.item.path, line, column + offset, "", f"There is no source “{source}”.",
                        f"{suggest(source, known, 'source')} Or add playbook/sources/{source or 'its-id'}.yml.",
                    )  # fmt: skip
            if citation.fault:
                yield Problem(
                    piece.item.path, line, column, "", f"In {citation.value} {citation.fault}.",
                    "Write [@source-id; review by 2027-05-21].",
                )  # fmt: skip


RULE = Rule("citation", "A reader must be able to check every statement.", find)
