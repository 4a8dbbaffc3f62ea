"""Contributed text on its way into a page: links made to fit, placeholders filled, citations numbered."""

import datetime
import html
import posixpath
import re
from collections.abc import Callable

from ..addresses import resolve, split_target
from ..read.markdown_text import CITATION, CODE, PLACEHOLDER, parse_citation
from ..rules.placeholders_known import PLACEHOLDERS

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BLOCK_START = re.compile(r"^(\s*)([-+:>]|\d+[.)])(?=\s)", re.M)
_DOT_AFTER_NUMBER = re.compile(r"^(\s*\d+)([.)])(?=\s)", re.M)
_LINK = re.compile(r"(?P<before>\]\(\s*<?)(?P<target>[^)\s>]+)|(?P<define>^\s{0,3}\[[^\]^@]+\]:\s*<?)(?P<to>[^\s>]+)", re.M)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)


def escape(text: str) -> str:
    """Plain text as Markdown that shows it unchanged."""
    escaped = _SPECIAL.sub(r"\\\1", text)
    escaped = _DOT_AFTER_NUMBER.sub(r"\1\\\2", escaped)
    return _BLOCK_START.sub(lambda match: f"{match[1]}\\{match[2]}", escaped)


def escape_html(text: str) -> str:
    """Plain text inside raw HTML in a page's Markdown."""
    return escape(html.escape(text, quote=True))


def outside_code(pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str], text: str) -> str:
    """Replace matches of a pattern, but not inside code."""
    parts, last = [], 0
    for code in CODE.finditer(text):
        parts += [pattern.sub(replace, text[last : code.start()]), code[0]]
        last = code.end()
    return "".join([*parts, pattern.sub(replace, text[last:])])


def relink(text: str, source_path: str, page_uri: str, targets: dict[str, str]) -> str:
    """Make links between files of the repository lead from one page to another.

    `source_path` is the file that the text stands in, `page_uri` the page that it is shown on.
    """

    def replace(match: re.Match[str]) -> str:
        before, target = (match["before"], match["target"]) if match["before"] else (match["define"], match["to"])
        if _OUTSIDE.match(target) or target.startswith("#") and source_path:
            return before + target
        path, _, anchor = target.partition("#")
        known = targets.get(resolve(source_path, split_target(path)[0]))
        if known is None:
            known = _asset(source_path, path)
        link = posixpath.relpath(known, posixpath.dirname(page_uri) or ".")
        return f"{before}{link}{'#' + anchor if anchor else ''}"

    return outside_code(_LINK, replace, text)


def _asset(source_path: str, target: str) -> str:
    return resolve(source_path, target).removeprefix("docs/")


def fill_placeholders(text: str) -> str:
    """Put the values of `{{ council.name }}` and its like in their places."""
    return outside_code(PLACEHOLDER, lambda match: escape(PLACEHOLDERS.get(match["name"], match[0])), text)


def without_citations(text: str) -> str:
    """The text without its citations, for lists whose entries lead to the cited page."""
    text = re.sub(r"\s*\(our advice, drawn from\s*\[@[^\]]*\]\)", "", text)
    return re.sub(r"\s*\[@[^\]\[]*\]", "", text)


def number_citations(
    text: str, today: datetime.date, aria: Callable[[int], str], overdue: Callable[[datetime.date], str]
) -> tuple[str, list[str]]:
    """Turn citations into numbered links to the page's sources; give the text and the source ids in order.

    `aria` gives the accessible name of a number, `overdue` the words for a date that is past.
    """
    order: dict[str, int] = {}

    def replace(match: re.Match[str]) -> str:
        ids, review, _ = parse_citation(match)
        links = []
        for source in ids:
            number = order.setdefault(source, len(order) + 1)
            links.append(f'[{number}](#source-{number}){{ .pb-cite aria-label="{aria(number)}" }}')
        mark = f' <span class="pb-overdue">{overdue(review)}</span>' if review and review < today else ""
        return "".join(links) + mark

    pattern = re.compile(r"\s*" + CITATION.pattern)
    return outside_code(pattern, replace, text), list(order)
