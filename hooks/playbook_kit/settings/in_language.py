"""What holds for the whole site in another language: the same, but for its words."""

import datetime
from dataclasses import replace

from ..models import Council
from ..navigation import in_tree
from ..words import Words, base_of
from .defaults import Defaults
from .effective import SiteSettings, settle
from .names import section_name


def settle_in(
    english: SiteSettings, council: Council | None, words: Words, defaults: Defaults, today: datetime.date
) -> SiteSettings:
    """What holds on the day `today` in the language of `words`; `council` is what it says in that language."""
    found = settle(defaults, council, words, today, version=english.version, name=english.upstream_name)
    return replace(
        found, address=english.address, nav=in_tree(english.nav, base_of(words.language), lambda name: section_name(name, words)),
        about=section_name(english.about, words),
    )  # fmt: skip
