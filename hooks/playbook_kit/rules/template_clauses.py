"""Each clause of a template says which risk it answers and which advice it carries out."""

from collections.abc import Iterator

from ..content import Content, Item
from ..problem import Problem
from ..read.markdown_text import Heading
from .rule import Rule, Settings

RISK, ADVICE = "**Risk it answers:**", "**Carries out:**"


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Templates without a clause, and clauses without their note."""
    for item in content.of("template"):
        if not item.is_whole or item.facts.get("status") == "draft":
            continue
        clauses = [heading for heading in item.outline.headings if heading.level == 2]
        if not clauses:
            yield Problem(
                item.path, item.body_line, 1, "", "The template has no clause.",
                "Begin each clause with a heading: “## What we ask”.",
            )  # fmt: skip
        ends = [clause.line for clause in clauses[1:]]
        for clause, end in zip(clauses, [*ends, None], strict=False):
            yield from _without_note(item, clause, end)


def _without_note(item: Item, clause: Heading, end: int | None) -> Iterator[Problem]:
    first = clause.line - item.body_line
    text = item.body.split("\n")[first : None if end is None else end - item.body_line]
    notes = "\n".join(line for line in text if line.startswith(">"))
    missing = [label for label in (RISK, ADVICE) if label not in notes]
    if missing:
        yield Problem(
            item.path, clause.line, clause.column, "",
            f"The clause “{clause.value}” does not say {'why it is there' if len(missing) == 2 else _lacks[missing[0]]}.",
            "Add under it " + " and ".join(f"“> {label} …”" for label in missing) + ", in a block of lines that begin with “>”.",
        )  # fmt: skip


_lacks = {RISK: "which risk it answers", ADVICE: "which do or do not it carries out"}


RULE = Rule("template-clause", "Whoever adapts a document must see what a clause is for before taking it out.", find)
