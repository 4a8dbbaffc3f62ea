"""The council's banner and footer as HTML for one page after another."""

import posixpath
from functools import cache

from markdown import Markdown

from ..addresses import address
from ..editions import Edition
from ..marked import language_of
from ..models.council import COUNCIL_PATH
from ..plan import Plan
from ..prose import retarget
from ..publish.folder import file_link
from .sanitise import sanitise


class CouncilText:
    """Gives `announcement` or `footer` as HTML that fits the page at an address, or the page of what is not found."""

    def __init__(self, plan: Plan, edition: Edition):
        self.plan, self.edition = plan, edition
        self.targets = plan.targets_in(edition)
        self.html = cache(self._html)

    def __call__(self, name: str, url: str | None) -> str:
        """The text, or nothing if there is none; `url` is relative to the site's address, and None where unknown."""
        return self.html(name, url)

    def _html(self, name: str, url: str | None) -> str:
        text = getattr(self.edition.settings, name)
        if not text:
            return ""
        html = sanitise(Markdown().convert(retarget(text, COUNCIL_PATH, self.targets, lambda to: self._place(to, url))))
        language = language_of(text)
        return f'<div lang="{language}">{html}</div>' if language else html

    def _place(self, target: str, url: str | None) -> str:
        place = address(target) if target.endswith(".md") else target
        if url is None:
            return self.plan.settings.site.whole(place)
        found = posixpath.relpath(place or ".", url or ".")
        link = f"{found}/" if place.endswith("/") or not place else found
        return file_link(link) if self.plan.is_opened_as_folder else link
