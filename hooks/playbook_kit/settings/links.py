"""How a reader of a page suggests a change to it, reports a problem with it, and learns whose words it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..words import Words
from .effective import SiteSettings

UPSTREAM = "upstream"
OWN = "own"
"""Says of a page that the council mends it, in the address of the form for a report."""
LOCAL = "local/"


@dataclass(frozen=True)
class Link:
    """Words, and where they lead; without an address they say themselves what to do."""

    text: str
    address: str | None = None


@dataclass(frozen=True)
class PageLinks:
    """What stands at the foot of a page. `origin` is empty for a page that is as the playbook has it.

    `about` is what the site's own form for a report has to know of the page: its title, its place, and whether the
    council mends it.
    """

    suggest: Link
    report: Link
    origin: str = ""
    about: Mapping[str, str] = field(default_factory=dict)


def page_links(settings: SiteSettings, words: Words, title: str, place: str, path: str | None, origin: str) -> PageLinks:
    """The links of the page called `title` at `place` on the site, made from the file at `path`, or from many if None.

    A file in the council's folder is changed in the council's repository, any other in the playbook's. A problem with
    what the council wrote or changed (`origin` is local or changed) is the council's to mend.
    """
    in_local = path is not None and path.startswith(LOCAL)
    editor = settings.forge if in_local else settings.upstream
    forge = settings.upstream if origin == UPSTREAM else settings.forge
    # The address of an intranet is nothing to write into somebody else's public list.
    is_ours = not settings.noindex or forge == settings.forge
    about = {"title": title, "address": settings.site.whole(place) if is_ours else place or "/"}
    edit = editor.edit(path) if path else None
    edit = edit or (settings.forge if in_local else forge).report(words("edit.suggest_title", **about), words("edit.suggest_body", **about))
    report = forge.report(words("edit.report_title", **about), words("edit.report_body", **about))
    return PageLinks(
        Link(words("edit.suggest"), edit) if edit else _suggest_in_words(settings, words, path),
        Link(words("edit.report"), report) if report else _report_in_words(settings, words),
        "" if origin == UPSTREAM else words(f"edit.origin.{origin}", council=settings.council or settings.title),
        {"page": title, "at": place} | ({} if origin == UPSTREAM else {"of": OWN}),
    )


def _suggest_in_words(settings: SiteSettings, words: Words, path: str | None) -> Link:
    contact = settings.contacts.communications
    if contact:
        return Link(words("edit.suggest_tell", contact=contact))
    return Link(words("edit.suggest_file", path=path) if path else words("edit.suggest_none"))


def reported_to(settings: SiteSettings) -> str:
    """Who is told of a problem where there is no forge, or beside it; empty if there is nobody."""
    return settings.contacts.accessibility or settings.contacts.communications or ""


def _report_in_words(settings: SiteSettings, words: Words) -> Link:
    contact = reported_to(settings)
    return Link(words("edit.report_tell", contact=contact) if contact else words("edit.report_none"))
