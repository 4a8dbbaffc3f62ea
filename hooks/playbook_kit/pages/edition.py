"""A page in its place among those of its language, with a line that says so where its words are in another."""

from dataclasses import replace

from ..index import Playbook
from ..words import Words
from .page import Page


def in_edition(page: Page, playbook: Playbook, words: Words) -> Page:
    """The page at its address in the language of `playbook`; its facts say what is shown and in which language."""
    language = page.language or words.language
    said = notice(page, language, words)
    body = f'<div class="pb-notice" role="note" markdown>\n\n{said}\n\n</div>\n\n{page.body}' if said else page.body
    return replace(page, uri=playbook.base + page.uri, body=body, edition=words.language, language=language)


def notice(page: Page, language: str, words: Words) -> str:
    """What a reader must know of the language of a page, or nothing."""
    if language != words.language:
        return words("languages.missing")
    return words("languages.behind") if page.is_behind else ""
