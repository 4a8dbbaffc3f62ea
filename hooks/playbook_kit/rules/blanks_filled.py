"""A file made by `playbook new` must have its blanks filled."""

from collections.abc import Iterator

from ..content import Content
from ..problem import Problem
from .rule import Rule, Settings

BLANK = "FILL IN"


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Every line, other than a comment, that still holds a blank."""
    for item in content.items:
        if BLANK not in item.file.text or item.kind.name == "page":
            continue
        for number, line in enumerate(item.file.text.split("\n"), start=1):
            if BLANK in line and not line.lstrip().startswith("#"):
                yield Problem(
                    item.path, number, line.index(BLANK) + 1, "", f"Here it still says “{BLANK}”.",
                    "Write what the comment above asks for, or take the line out if it is not needed.",
                )  # fmt: skip


RULE = Rule("blank", "A blank that nobody filled would be published as advice.", find)
