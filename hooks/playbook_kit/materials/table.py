"""The parts as a Markdown table, for the page for security teams."""

from collections.abc import Iterable

from ..prose import escape
from ..words import Words
from .part import Part


def materials_table(parts: Iterable[Part], words: Words) -> str:
    """Two tables, one of what readers are sent and one of what builds the site; one without parts is left out."""
    parts = list(parts)
    served, building = [one for one in parts if one.is_served], [one for one in parts if not one.is_served]
    tables = [_table(served, words, "served", True), _table(building, words, "building", False)]
    return "\n\n".join(table for table in tables if table)


def _table(parts: list[Part], words: Words, heading: str, has_purpose: bool) -> str:
    if not parts:
        return ""
    columns = ["part", "version", "licence", *(["purpose"] if has_purpose else [])]
    rows = [
        [escape(one.name), escape(one.version), escape(one.licence or words("materials.unknown")), *([escape(one.purpose)] if has_purpose else [])]
        for one in parts
    ]
    lines = [[words(f"materials.{column}") for column in columns], ["---"] * len(columns), *rows]
    return f"### {words(f'materials.{heading}')}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)
