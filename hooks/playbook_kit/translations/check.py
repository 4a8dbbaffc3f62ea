"""The rules that hold for translated words as they do for English ones."""

from dataclasses import replace

from ..problem import Problem, errors
from ..read.markdown_text import Outline
from ..rules import (
    Settings,
    blanks_filled,
    citations_known,
    headings_in_order,
    html_safe,
    images_described,
    links_lead_somewhere,
    placeholders_known,
    references_defined,
    references_distinct,
    structure_sound,
)
from .apply import Translated

RULES = tuple(
    module.RULE
    for module in (
        blanks_filled, citations_known, headings_in_order, html_safe, images_described, links_lead_somewhere,
        placeholders_known, references_defined, references_distinct, structure_sound,
    )
)  # fmt: skip


def check_translations(translated: Translated, settings: Settings) -> list[Problem]:
    """What is wrong with the words of translations; one that is behind gives way to the English instead.

    Whatever moved in the English, a translation that was right when it was made never stands in the way of a build.
    """
    found: list[Problem] = []
    for language, taken in translated.taken.items():
        if not taken:
            continue
        content = translated.contents[language]
        paths = {item.path: key for key, item in taken.items()}
        # What the council puts around an item's own words is in English, and was checked there.
        items = [
            replace(item, body="", outline=Outline()) if item.path in paths and not item.kind.has_body else item
            for item in content.items
        ]  # fmt: skip
        checked = replace(content, items=items)
        problems = {one for rule in RULES for one in rule.run(checked, settings) if one.path in paths}
        behind = {one.path for one in errors(sorted(problems)) if taken[paths[one.path]].is_behind}
        if behind:
            english = {(item.kind.name, item.id): item for item in translated.english}
            translated.contents[language] = replace(
                content,
                items=[english[item.kind.name, item.id] if item.path in behind else item for item in content.items],
            )
        found += content.to_files(sorted(one for one in problems if one.path not in behind))
    return found
