"""The navigation: what `mkdocs.yml` fixes, with the pages of each folder put where it names the folder."""

from typing import Any


def spell_out(nav: Any, sections: dict[str, list[str]]) -> Any:
    """Put the pages of a section in place of an entry such as `playbook/`, at any depth.

    `sections` gives the paths of the pages of each folder. An entry that names no section is left as it is, for the
    engine to judge.
    """
    if isinstance(nav, list):
        spelled: list[Any] = []
        for entry in nav:
            known = sections.get(entry) if isinstance(entry, str) else None
            spelled += known if known else [spell_out(entry, sections)]
        return spelled
    if isinstance(nav, dict):
        return {
            title: sections.get(entry, entry) if isinstance(entry, str) else spell_out(entry, sections)
            for title, entry in nav.items()
        }
    return nav


def without_pages(nav: Any, hidden: set[str]) -> Any:
    """The navigation without these pages, at any depth, and without groups that have no other."""
    if isinstance(nav, list):
        left = [without_pages(entry, hidden) for entry in nav]
        return [entry for entry in left if entry]
    if isinstance(nav, dict):
        left = {title: without_pages(entry, hidden) for title, entry in nav.items()}
        return {title: entry for title, entry in left.items() if entry}
    return None if nav in hidden else nav
