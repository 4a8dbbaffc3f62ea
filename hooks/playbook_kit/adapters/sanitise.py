"""The last line of defence: only tags and attributes on these lists reach a page, whatever the checks let through."""

import nh3

from ..remembered import remembered

_EVERYWHERE = {"class", "id", "lang", "dir", "title", "role", "aria-label", "aria-labelledby", "aria-hidden", "tabindex"}
TAGS = {
    "a", "abbr", "article", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details",
    "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd",
    "li", "mark", "nav", "ol", "p", "pre", "q", "s", "section", "small", "span", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
SCHEMES = {"http", "https", "mailto", "tel"}


@remembered
def sanitise(html: str) -> str:
    """HTML with nothing in it that could run, load or restyle: no scripts, handlers, styles, frames or forms."""
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, generic_attribute_prefixes={"data-"}
    )
