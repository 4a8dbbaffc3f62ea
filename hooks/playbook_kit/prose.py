"""Contributed text on its way into a page: links made to fit, placeholders filled, citations numbered."""

import datetime
import posixpath
import re
from collections.abc import Callable, Mapping

from .addresses import resolve, split_target
from .local.assets import served_as
from .marked import language_of
from .read.markdown_text import CITATION, CODE, PLACEHOLDER, parse_citation

# Space between two words, over the end of a line too, in a quotation as elsewhere; and the same where it may be missing.
_SPACE = r"(?:[ \t]*\n(?:[ \t]*>)+[ \t]*|\s+)"
_BEFORE = _SPACE + "?"
_OUR_ADVICE = _BEFORE + r"\(" + _SPACE.join(("our", "advice,", "drawn", "from")) + _BEFORE + r"\[@[^\]]*\]\)"
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~^]|&(?=#?\w+;)")
_MEANS_SOMETHING = re.compile(r"[\\`{}\[\]()|^']")
# What Python-Markdown takes a backslash before; the other signs need a character reference.
_BACKSLASHED = set("\\`*_{}[]#")
# At the start of a line these begin a list, a quotation, a rule or a definition.
_BLOCK_START = re.compile(r"^(\s*\d*)([-+:=.)])", re.M)
_LINK = re.compile(r"(?P<before>\]\(\s*<?)(?P<target>[^)\s>]+)|(?P<define>^\s{0,3}\[[^\]^@]+\]:\s*<?)(?P<to>[^\s>]+)", re.M)
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)


def escape(text: str) -> str:
    """Plain text as Markdown that shows it unchanged."""
    escaped = _SPECIAL.sub(lambda match: f"\\{match[0]}" if match[0] in _BACKSLASHED else _reference(match[0]), text)
    return _BLOCK_START.sub(_without_block, escaped)


def marked_escape(text: str) -> str:
    """The same; a text that is in another language than the rest says in which."""
    language = language_of(text)
    return f'<span lang="{language}">{escape(text)}</span>' if language else escape(text)


def _without_block(match: re.Match[str]) -> str:
    sign = match[2]
    if sign in ".)" and not match[1].strip():
        return match[0]
    return match[1] + (f"\\{sign}" if sign in "-+.)" else _reference(sign))


def escape_html(text: str) -> str:
    """Plain text inside raw HTML in a page's Markdown, in an attribute too: there a backslash would be shown."""
    return re.sub(_SPECIAL.pattern + '|"', lambda match: _reference(match[0]), text)


def link_address(address: str) -> str:
    """A web address as it stands in a Markdown link: no sign in it ends the link, or begins a citation or a placeholder."""
    return _MEANS_SOMETHING.sub(lambda match: f"%{ord(match[0]):02X}", address)


def _reference(sign: str) -> str:
    return f"&#{ord(sign)};"


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
    here = posixpath.dirname(page_uri) or "."
    is_own_page = targets.get(source_path, page_uri) == page_uri
    return retarget(text, source_path, targets, lambda known: posixpath.relpath(known, here), is_own_page)


def retarget(
    text: str, source_path: str, targets: dict[str, str], link: Callable[[str], str], keep_anchors: bool = False
) -> str:
    """Make links between files of the repository what `link` says for the path in the docs tree that they lead to.

    With `keep_anchors`, a link to a part of the same file stays as it is, since the text is shown on its own page.
    """

    def replace(match: re.Match[str]) -> str:
        before, target = (match["before"], match["target"]) if match["before"] else (match["define"], match["to"])
        if _OUTSIDE.match(target) or (keep_anchors and target.startswith("#")):
            return before + target
        path, _, anchor = target.partition("#")
        known = targets.get(resolve(source_path, split_target(path)[0]))
        if known is None:
            known = _asset(source_path, path)
        return f"{before}{link(known)}{'#' + anchor if anchor else ''}"

    return outside_code(_LINK, replace, text)


def _asset(source_path: str, target: str) -> str:
    return served_as(resolve(source_path, target))


def fill_placeholders(text: str, values: Mapping[str, str], blocks: Mapping[str, str] | None = None) -> str:
    """Put these values in the places of `{{ council.name }}` and its like; an unknown one stays as it is.

    `values` are plain text, `blocks` Markdown that stands there as it is.
    """

    def fill(match: re.Match[str]) -> str:
        name = match["name"]
        if blocks and name in blocks:
            return blocks[name]
        return marked_escape(values[name]) if name in values else match[0]

    return outside_code(PLACEHOLDER, fill, text)


def without_citations(text: str) -> str:
    """The text without its citations, for lists whose entries lead to the cited page."""
    text = re.sub(_OUR_ADVICE, "", text)
    return re.sub(_BEFORE + r"\[@[^\]\[]*\]", "", text)


def number_citations(
    text: str, aria: Callable[[int], str], overdue: Callable[[datetime.date | None, tuple[str, ...]], str],
    language: str = "",
) -> tuple[str, list[str]]:
    """Turn citations into numbered links to the page's sources; give the text and the source ids in order.

    `aria` gives the accessible name of a number. `overdue` gets a citation's own review date, if it has one, and its
    sources; it gives the words for a claim that should have been looked at again, or none. `language` marks these
    words, where the text around them may be in another.
    """
    order: dict[str, int] = {}
    mark = f' lang="{language}"' if language else ""

    def replace(match: re.Match[str]) -> str:
        ids, review, _ = parse_citation(match)
        links = []
        for source in ids:
            number = order.setdefault(source, len(order) + 1)
            links.append(f'[{number}](#source-{number}){{ .pb-cite{mark} aria-label="{aria(number)}" }}')
        late = overdue(review, ids)
        return "".join(links) + (f' <span class="pb-overdue"{mark}>{late}</span>' if late else "")

    # Plain text may look like a citation: its bracket is escaped then, or belongs to a link that it is the text of.
    pattern = re.compile(r"(?<!\s)" + _BEFORE + r"(?<!\\)" + CITATION.pattern + r"(?!\()")
    return outside_code(pattern, replace, text), list(order)
