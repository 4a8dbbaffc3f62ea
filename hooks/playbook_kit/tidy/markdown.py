"""Markdown in order: a line for each sentence, hyphens for bullets, one blank line and no spaces at the ends of lines."""

import re
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .wrap import WIDTH, wrapped

_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
# Lines that only Python-Markdown gives a meaning to, and line ends that are meant: their paragraph is left alone.
_LEFT_ALONE = re.compile(r"(?m)^(?::\s|\*\[|\[\^|!!!|\?\?\?|===|\|)|(?:  |\\)$|\{:?[^{}\n]*\}[ ]*$|^<")
_BULLET = re.compile(r"^([ >]*)[*+](?= )")


def tidy_markdown(text: str) -> tuple[str, set[str]]:
    """The text in order and what was changed: `lines`, `bullets`, `spaces`; or as it was if that would change the page."""
    made, why = text, set()
    for name, step in (("spaces", _spaces), ("bullets", _bullets), ("lines", _lines), ("spaces", _spaces)):
        changed = step(made)
        if changed != made and page_of(changed) == page_of(made):
            made = changed
            why.add(name)
    return made, why


def page_of(text: str) -> str:
    """What a text is shown as, whatever its line breaks."""
    return "".join(
        token.content if token.type in ("fence", "code_block") else _shown(token) for token in _PARSER.parse(text)
    )


def _shown(token: Token) -> str:
    about = f"<{token.type}{token.tag}{token.hidden}{token.attrs}>"
    if token.type != "inline":
        return about + " ".join(token.content.split())
    inner = "".join(
        " " if one.type == "softbreak" else f"<{one.type}{one.attrs}>{one.content}" if one.type != "text" else one.content
        for one in token.children or []
    )
    return about + " ".join(inner.split())


def _code_lines(text: str) -> set[int]:
    """The lines of code and of HTML, in which every space counts."""
    return {
        line for token in _PARSER.parse(text) if token.type in ("fence", "code_block", "html_block") and token.map
        for line in range(*token.map)
    }  # fmt: skip


def _spaces(text: str) -> str:
    code, kept, lines = _code_lines(text), [], text.split("\n")
    for number, line in enumerate(lines):
        if number not in code:
            # Two spaces at the end of a line are a line end that is meant, where the paragraph goes on.
            meant = line.endswith("  ") and line.strip() and any(one.strip() for one in lines[number + 1 : number + 2])
            line = line.rstrip() + ("  " if meant else "")
            if not line and kept and not kept[-1]:
                continue
        kept.append(line)
    head = "\n" if text.startswith("\n") else ""
    whole = "\n".join(kept).strip("\n")
    return f"{head}{whole}\n" if whole else text


def _bullets(text: str) -> str:
    code, lines = _code_lines(text), text.split("\n")
    for token in _PARSER.parse(text):
        if token.type == "list_item_open" and token.markup in ("*", "+") and token.map[0] not in code:
            lines[token.map[0]] = _BULLET.sub(r"\1-", lines[token.map[0]])
    return "\n".join(lines)


def _lines(text: str) -> str:
    lines, tokens = text.split("\n"), _PARSER.parse(text)
    paragraphs = [
        inside for before, inside in pairwise(tokens) if before.type == "paragraph_open" and inside.map
    ]
    for token in reversed(paragraphs):
        first, last = token.map
        said = [line for line in token.content.split("\n") if line.strip()]
        if _LEFT_ALONE.search("\n".join(lines[first:last])) or _LEFT_ALONE.search(token.content) or not said:
            continue
        column = lines[first].find(said[0].rstrip())
        if column < 0:
            continue
        begin = lines[first][:column]
        on = re.sub(r"[^>\s]", " ", begin)
        new = wrapped(token.content, WIDTH - column)
        made = [(begin if number == 0 else on) + line for number, line in enumerate(new)]
        lines[first:last] = made
    return "\n".join(lines)
