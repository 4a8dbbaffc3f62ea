"""A council's colours can be read, and its pictures are safe to serve."""

from collections.abc import Iterator
from dataclasses import replace

from ..brand import read_look
from ..brand.report import down
from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings

_GROUNDS = {"paper": "the page", "panel": "the panels of the page", "mark": "marked words"}
_SHOWN = {"link": "Links", "link_dark": "Links", "accent": "The accent", "accent_dark": "The accent"}


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Colours that were chosen and cannot be read, files that are no pictures, drawings that could run or load."""
    if content.council is None:
        return
    path, document = content.council.path, content.council.document
    look = read_look(content.root, content.council.model)
    for fault in look.palette.faults:
        mark = document.marks.get(("brand", "colours", fault.field)) or document.mark(("brand", "colours", fault.field))
        scheme = "dark" if fault.field.endswith("_dark") else "light"
        yield Problem(
            path, mark.line, mark.column, fault.field,
            f"{_SHOWN[fault.field]} in “{fault.colour}” cannot be read on {_GROUNDS[fault.ground]} in the {scheme} colours: "
            f"the contrast is {down(fault.ratio)} to 1, and {fault.least:g} to 1 is needed.",
            f"Write “{fault.instead}”, the nearest that can be read, or leave the line out to have one made.",
        )  # fmt: skip
    for where, flaw in look.flaws:
        if flaw.rule in ("unreadable", "linked-file"):
            mark = document.marks.get(where) or document.mark(where)
            fix = f"Put your picture at {flaw.path}, or take the line out."
            yield replace(flaw, path=path, line=mark.line, column=mark.column, field=str(where[-1]), fix=fix,
                          message=f"“{flaw.path}”: {flaw.message[0].lower()}{flaw.message[1:]}")  # fmt: skip
        else:
            yield flaw


RULE = Rule("brand", "A council's colours and pictures reach every page, so none of them may make one unreadable or unsafe.", find)
