"""How a source is printed."""

import re

from ..dates import long_date
from ..models import Source
from ..words import Words
from .prose import escape


def reference(source: Source, words: Words) -> str:
    """A source in one paragraph: title, who and when, a copy, and how and when it was read."""
    title = escape(source.title)
    parts = [f"[{title}]({source.url})" if source.url else title]
    who = ", ".join(escape(part) for part in (source.author, source.publisher) if part)
    when = escape(readable_date(source.published, words)) if source.published else words("sources.undated")
    parts.append(f"{who}, {when}" if source.published else f"{who} ({when})")
    if source.archived_url:
        parts.append(f"[{words('sources.archived')}]({source.archived_url})")
    read = words(f"sources.read_as.{source.read_as}", date=long_date(source.checked_on, words))
    if source.extent:
        extent = escape(source.extent.rstrip("."))
        read += f" ({extent[0].lower()}{extent[1:]})"
    parts.append(read)
    if not source.url:
        parts.append(words("sources.no_address"))
    return ". ".join(parts) + "."


def readable_date(written: str, words: Words) -> str:
    """A date as a source gives it, with 2012-03-18 and 2012-03 in words; anything else as it is."""
    match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", written)
    if not match or not 1 <= int(match[2]) <= 12:
        return written
    day = f"{int(match[3])} " if match[3] else ""
    return f"{day}{words(f'months.{int(match[2])}')} {match[1]}"


def source_list(sources: list[Source], all_uris: list[str], words: Words) -> str:
    """The numbered list at the foot of a page; `all_uris` leads to each source's entry in the list of all."""
    if not sources:
        return ""
    lines = [f"## {words('sources.heading')} {{ #sources }}", "", '<div class="pb-sources" markdown>', ""]
    for number, (source, link) in enumerate(zip(sources, all_uris, strict=True), start=1):
        more = f'[{words("sources.where_used")}<span class="pb-vh">: {words("sources.number", number=number)}</span>]({link})'
        lines.append(f"{number}. {reference(source, words)} {more}\n    {{: #source-{number} }}")
    return "\n".join([*lines, "", "</div>", ""])
