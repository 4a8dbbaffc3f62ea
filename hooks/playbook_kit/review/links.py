"""What LinkChecker found of external links: one issue that names each dead address, where it is cited, and its archive."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..index import Playbook
from ..prose import escape
from ..words import Words
from .issues import Issue

ARCHIVE = "https://web.archive.org/web/*/"
"""Where the Internet Archive lists every copy that it has of the address that follows."""
LINKS_KEY = "links"


@dataclass(frozen=True)
class Link:
    """An external address that did not answer as it should: what it answered, and the pages that lead to it."""

    url: str
    result: str
    pages: tuple[str, ...]


def broken_links(report: str, site: str = "") -> list[Link]:
    """The external links that LinkChecker's CSV reports as broken, each once, sorted by address.

    `site` is the address of the site as LinkChecker saw it, which is taken off the pages. Lines that are no row of
    LinkChecker's, such as its remarks, are passed over; a report without a heading has no links.
    """
    lines = [line for line in report.splitlines() if line.strip() and not line.startswith("#")]
    start = next((number for number, line in enumerate(lines) if line.startswith("urlname;")), len(lines))
    found: dict[str, tuple[str, set[str]]] = {}
    for row in csv.DictReader(io.StringIO("\n".join(lines[start:])), delimiter=";"):
        url = row.get("url") or row.get("urlname") or ""
        if row.get("valid") != "False" or urlsplit(url).scheme not in ("http", "https") or re.search(r"[<>\s`]", url):
            continue
        if site and url.startswith(site):
            continue
        # Another host wrote this: nothing in it may end the code that it stands in.
        said = " ".join((row.get("result") or "").replace("`", "'").split())
        found.setdefault(url, (said, set()))[1].add((row.get("parentname") or "").removeprefix(site))
    return [Link(url, result, tuple(sorted(pages))) for url, (result, pages) in sorted(found.items())]


def links_issue(links: Iterable[Link], playbook: Playbook, words: Words) -> Issue:
    """One issue for all dead links; a source that has an archived copy is named with it, others with where to look."""
    sources = defaultdict(list)
    for entry in playbook.sources.values():
        if entry.model.url:
            sources[str(entry.model.url).rstrip("/")].append(entry)
    found = list(links)
    if not found:
        return Issue(LINKS_KEY, words("issues.links_title", count=0), words("issues.no_links") + "\n", 0)
    lines = [words("issues.links_lead"), ""]
    for link in found:
        lines.append(words("issues.links_line", url=link.url, result=link.result))
        cited = sources.get(link.url.rstrip("/"), [])
        for entry in cited:
            copy = entry.model.archived_url
            lines.append("    - " + words(
                "issues.links_has_copy" if copy else "issues.links_source", path=entry.path, copy=copy or "",
                archive=f"{ARCHIVE}{link.url}",
            ))  # fmt: skip
        if not cited:
            pages = ", ".join(escape(page or "/") for page in link.pages)
            lines.append("    - " + words("issues.links_page", pages=pages, archive=f"{ARCHIVE}{link.url}"))
    lines += ["", words("issues.links_how"), ""]
    return Issue(LINKS_KEY, words("issues.links_title", count=len(found)), "\n".join(lines), len(found))
