"""Rules that look at the finished content, often across files: one module each, with a name and a reason."""

from ..content import Content
from ..problem import Problem
from . import (
    addresses_differ,
    blanks_filled,
    brand_sound,
    chapter_pattern,
    citations_known,
    claims_dated,
    council_assets,
    council_font,
    council_site,
    headings_in_order,
    hiding_sound,
    html_safe,
    ids_distinct,
    images_described,
    links_lead_somewhere,
    objections_answered,
    pasted,
    placeholders_known,
    plain_words,
    references_defined,
    references_distinct,
    references_known,
    retired_explained,
    reviews_due,
    search_words,
    sources_cited,
    spellings_distinct,
    structure_sound,
    template_clauses,
    tested_sound,
    tombstones_sound,
    tools_sound,
    uncited_claim,
    used_by_sound,
    wordings_distinct,
)
from .rule import Rule, Settings

RULES: tuple[Rule, ...] = (
    addresses_differ.RULE,
    blanks_filled.RULE,
    brand_sound.RULE,
    chapter_pattern.RULE,
    citations_known.RULE,
    claims_dated.RULE,
    council_assets.RULE,
    council_font.RULE,
    council_site.RULE,
    headings_in_order.RULE,
    hiding_sound.RULE,
    html_safe.RULE,
    ids_distinct.RULE,
    images_described.RULE,
    links_lead_somewhere.RULE,
    objections_answered.RULE,
    pasted.RULE,
    placeholders_known.RULE,
    plain_words.RULE,
    references_defined.RULE,
    references_distinct.RULE,
    references_known.RULE,
    retired_explained.RULE,
    reviews_due.RULE,
    search_words.RULE,
    sources_cited.RULE,
    spellings_distinct.RULE,
    structure_sound.RULE,
    template_clauses.RULE,
    tested_sound.RULE,
    tombstones_sound.RULE,
    tools_sound.RULE,
    uncited_claim.RULE,
    used_by_sound.RULE,
    wordings_distinct.RULE,
)


def check(content: Content, settings: Settings) -> list[Problem]:
    """All problems of the content, those of single files included, ordered by file and line, each in the file that has it."""
    found = list(content.problems)
    for rule in RULES:
        found += rule.run(content, settings)
    return content.to_files(sorted(set(found)))


__all__ = ["RULES", "Rule", "Settings", "check"]
