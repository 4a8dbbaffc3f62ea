"""A file made by `playbook new` must have its blanks filled."""

from collections.abc import Iterator

from ..content import Content
from ..models.base import BLANK
from ..models.messages import blank_problem
from ..problem import Problem
from ..read.markdown_text import without_code
from .rule import Rule, Settings

__all__ = ["BLANK", "RULE", "find"]


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Every line that still holds a blank, other than a comment. Of the site's own pages, which speak of blanks and show
    forms as code, the fields alone; of a council's pages all but what is code.
    """
    known = {(problem.path, problem.line) for problem in content.problems if problem.rule == "blank"}
    for item in content.items:
        if BLANK not in item.file.text:
            continue
        is_page = item.kind.name == "page"
        text = without_code(item.file.text) if is_page else item.file.text
        for number, line in enumerate(text.split("\n"), start=1):
            in_body = item.kind.has_body and number >= item.body_line
            if BLANK not in line or (item.path, number) in known:
                continue
            if is_page and item.origin == "upstream" if in_body else line.lstrip().startswith("#"):
                continue
            yield blank_problem(item.path, number, line.index(BLANK) + 1)
    listing = content.used_by
    for number, line in enumerate(listing.file.text.split("\n") if listing else [], start=1):
        if BLANK in line and not line.lstrip().startswith("#"):
            yield blank_problem(listing.path, number, line.index(BLANK) + 1)


RULE = Rule("blank", "A blank that nobody filled would be published as advice.", find)
