"""The navigation: what `mkdocs.yml` fixes, in the council's order, the pages of each folder in place of its name."""

from collections.abc import Callable, Sequence
from typing import Any


def order(nav: Sequence[Any], first: Sequence[str]) -> tuple[Any, ...]:
    """The navigation with the sections named in `first` before the other sections, single pages where they were.

    `nav` lists paths of pages and maps from a section's name to its entries.
    """
    sections = [entry for entry in nav if isinstance(entry, dict)]
    wanted = [entry for name in first for entry in sections if name in entry]
    queue = iter([*wanted, *(entry for entry in sections if entry not in wanted)])
    return tuple(next(queue) if isinstance(entry, dict) else entry for entry in nav)


def spell_out(nav: Any, sections: dict[str, list[str]]) -> Any:
    """Put the pages of a section in place of an entry such as `playbook/`, at any depth.

    `sections` gives the paths of the pages of each folder. An entry that names no section is left as it is, for the
    engine to judge.
    """
    if isinstance(nav, (list, tuple)):
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


def in_tree(nav: Sequence[Any], base: str, named: Callable[[str], str]) -> tuple[Any, ...]:
    """The navigation of the pages whose paths begin with `base`, with other names for its sections."""

    def moved(entry: Any) -> Any:
        if isinstance(entry, dict):
            return {named(title): moved(inside) for title, inside in entry.items()}
        return [moved(one) for one in entry] if isinstance(entry, list) else f"{base}{entry}"

    return tuple(moved(entry) for entry in nav)


def without_pages(nav: Any, hidden: set[str]) -> Any:
    """The navigation without these pages, at any depth, and without groups that have no other.

    An entry such as `briefs/` that stands for no page goes too if its list is hidden.
    """
    if isinstance(nav, list):
        left = [without_pages(entry, hidden) for entry in nav]
        return [entry for entry in left if entry]
    if isinstance(nav, dict):
        left = {title: without_pages(entry, hidden) for title, entry in nav.items()}
        return {title: entry for title, entry in left.items() if entry}
    return None if nav in hidden or (str(nav).endswith("/") and f"{nav}index.md" in hidden) else nav
