"""A chapter keeps to the pattern that readers learn once."""

from collections.abc import Iterator

from ..content import Content, Item
from ..do_and_dont import DO, DO_NOT, ROLES_HEADING, starts_with_do_not
from ..problem import Problem, listed, nearest
from .rule import Rule, Settings

NEEDED = ("In one minute", DO, DO_NOT, ROLES_HEADING, "How to check that it works", "Why", "If it goes wrong")


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Chapters without one of the headings of the pattern, with empty lists, or with items written another way."""
    roles = {term.label for term in content.vocabulary.audiences} if content.vocabulary else set()
    for item in content.of("chapter"):
        if not item.is_whole or item.facts.get("status") == "draft":
            continue
        yield from _missing(item)
        yield from _lists(item, roles)


def _missing(item: Item) -> Iterator[Problem]:
    present = {heading.value: heading for heading in item.outline.headings if heading.level == 2}
    missing = [name for name in NEEDED if name not in present]
    if not missing:
        return
    known = {value.lower(): heading for value, heading in present.items() if value not in NEEDED}
    for name in sorted(missing, key=len, reverse=True):
        near = nearest(name, known)
        if near and near[:2] == name[:2].lower():
            heading = known.pop(near)
            missing.remove(name)
            yield Problem(
                item.path, heading.line, heading.column, "",
                f"The heading “{heading.value}” is not worded as in the other chapters.", f"Write “## {name}”.",
            )  # fmt: skip
    if missing:
        named = listed([f"“{name}”" for name in missing])
        lines = listed([f"“## {name}”" for name in missing])
        yield Problem(
            item.path, item.body_line, 1, "", f"The chapter has no heading{'s' * (len(missing) > 1)} {named}.",
            f"Add {lines} with its text; the order is: {' · '.join(NEEDED)}." if len(missing) == 1
            else f"Add {lines}, each with its text; the order is: {' · '.join(NEEDED)}.",
        )  # fmt: skip


def _lists(item: Item, roles: set[str]) -> Iterator[Problem]:
    above = ""
    for section in item.outline.sections:
        heading = section.heading
        above = heading.value if heading.level == 2 else above
        is_role = above == ROLES_HEADING and heading.level == 3
        if is_role and roles and heading.value not in roles:
            yield Problem(
                item.path, heading.line, heading.column, "", f"“{heading.value}” is not a role.",
                f"Write one of: {', '.join(sorted(roles))}.",
            )  # fmt: skip
        if heading.value not in (DO, DO_NOT) and not is_role:
            continue
        if not section.items:
            yield Problem(
                item.path, heading.line, heading.column, "", f"There is no list under “{heading.value}”.",
                "Write one thing to a line, each beginning with “- ”.",
            )  # fmt: skip
        for other in section.others:
            yield Problem(
                item.path, other.line, other.column, "",
                "This is numbered or stands inside another item, so lists of advice would leave it out.",
                "Write it on a line of its own that begins with “- ”.",
            )  # fmt: skip
        for entry in section.items:
            if heading.value == DO_NOT and not starts_with_do_not(entry.value):
                yield Problem(
                    item.path, entry.line, entry.column, "", "This item under “Do not” does not say “do not”.",
                    "Begin it with “do not”, so that it cannot be misread on its own.",
                )  # fmt: skip
            if heading.value == DO and starts_with_do_not(entry.value):
                yield Problem(
                    item.path, entry.line, entry.column, "", "This item stands under “Do” but says “do not”.",
                    "Move it to the list under “Do not”.",
                )  # fmt: skip


RULE = Rule("chapter-pattern", "Readers with five minutes must find the same thing in the same place.", find)
