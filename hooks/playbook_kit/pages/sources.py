"""How a source is printed."""

from ..dates import long_date, readable_date
from ..models import Source
from ..prose import escape, link_address
from ..words import FIRST_LANGUAGE, Words
from . import marking


def reference(source: Source, words: Words) -> str:
    """A source in one paragraph: title, who and when, a copy, and how and when it was read."""
    # What a source is called, and what was read of it, is said in the first language.
    foreign = FIRST_LANGUAGE if words.language != FIRST_LANGUAGE else ""
    title = marking.inline(escape(source.title), foreign)
    parts = [f"[{title}]({link_address(source.url)})" if source.url else title]
    who = marking.inline(", ".join(escape(part) for part in (source.author, source.publisher) if part), foreign)
    when = readable_date(source.published, words) if source.published else ""
    said = marking.inline(escape(when), foreign if when == source.published else "") or words("sources.undated")
    parts.append(f"{who}, {said}" if source.published else f"{who} ({said})")
    if source.archived_url:
        parts.append(f"[{words('sources.archived')}]({link_address(source.archived_url)})")
    read = words(f"sources.read_as.{source.read_as}", date=long_date(source.checked_on, words))
    extent = (source.extent or "").rstrip(".")
    if extent:
        read += f" ({marking.inline(escape(_without_capital(extent)), foreign)})"
    parts.append(read)
    if not source.url:
        parts.append(words("sources.no_address"))
    return ". ".join(parts) + "."


def source_list(sources: list[Source], all_uris: list[str], words: Words) -> str:
    """The numbered list at the foot of a page; `all_uris` leads to each source's entry in the list of all."""
    if not sources:
        return ""
    lines = [f"## {words('sources.heading')} {{ #sources }}", "", '<div class="pb-sources" markdown>', ""]
    for number, (source, link) in enumerate(zip(sources, all_uris, strict=True), start=1):
        more = f'[{words("sources.where_used")}<span class="pb-vh">: {words("sources.number", number=number)}</span>]({link})'
        lines.append(f"{number}. {reference(source, words)} {more}\n    {{: #source-{number} }}")
    return "\n".join([*lines, "", "</div>", ""])


def _without_capital(text: str) -> str:
    """The text with a small first letter where it begins with an article; a name keeps its capital."""
    first = text.partition(" ")[0]
    return text[0].lower() + text[1:] if first in ("The", "A", "An") else text
