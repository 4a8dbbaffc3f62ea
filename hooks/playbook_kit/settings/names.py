"""What the sections of the navigation are called."""

import re

from ..words import Words


def section_name(name: str, words: Words) -> str:
    """The name of a section of `mkdocs.yml` in the language of `words`; one that has none there stays as it is."""
    key = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return words(f"sections.{key}") if key in words.group("sections") else name
