"""The glossary as a page, and the first use of each of its terms on a page as a link to its meaning."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from markdown_it import MarkdownIt

from ..index import Entry, Playbook
from ..models import GlossaryTerm
from ..read.markdown_text import CITATION, CODE
from ..remembered import remembered

EXPLAINED = ("objection", "argument", "chapter", "case-study", "page")
"""The kinds of page that link terms. Lists, papers and templates are to be taken away, or are read in one look."""

# Where blocks begin and end is all that is asked of it: what stands inside them is not parsed.
_PARSER = MarkdownIt("commonmark", {"html": True}).enable("table").disable("inline")
_LABEL = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
_ADDRESS = r"(?<![\w/])(?:https?://|www\.)\S+"
# What stands in a line of prose and is not prose: a term in it is left as it is. Looked for only where its sign stands.
_NOT_PROSE = (
    ("`", CODE),
    ("~~~", CODE),
    ("[@", CITATION),
    ("](", re.compile(rf"!?{_LABEL}(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|{_LABEL})")),
    ("][", re.compile(rf"!?{_LABEL}{_LABEL}")),
    ("[^", re.compile(r"\[\^[^\]\s]+\]")),
    ("<", re.compile(r"<(?P<tag>[a-z]+)\b[^>]*>.*?</(?P=tag)>", re.S)),
    ("<", re.compile(r"</?[a-z!][^>]*>", re.I)),
    ("@", re.compile(rf"{_ADDRESS}|\S+@\S+")),
    ("://", re.compile(_ADDRESS)),
    ("www.", re.compile(_ADDRESS)),
    ("{", re.compile(r"\{[^{}\n]*\}|\{\{.*?\}\}")),
    ("“", re.compile(r"“[^”]*”")),
)
# Texts to be copied or read aloud stay as they are; a name in a list of facts works as a heading.
_COPIED = re.compile(r"\{:[^}\n]*\bdata-copy=")
_DEFINITION = re.compile(r"^ {0,3}:\s")
_NOT_BLANK = re.compile(r"[^\0\n][^\0]*")


def in_order(glossary: Entry) -> list[GlossaryTerm]:
    """The terms in order of the alphabet."""
    return sorted(glossary.model.terms, key=lambda term: (term.term.casefold(), term.id))


def linked_terms(playbook: Playbook) -> list[GlossaryTerm]:
    """The terms that pages lead to their meanings."""
    return [term for term in playbook.glossary.model.terms if term.in_text] if playbook.glossary else []


def link_terms(text: str, terms: list[GlossaryTerm], page: str) -> str:
    """Make the first use of each term in a page's prose a link to its place in the glossary, whose page is `page`.

    Headings, links, code, citations, quotations, HTML and what is to be copied stay as they are.
    """
    return _linked(text, tuple((one, term.id) for term in terms for one in (term.term, *term.also)), page) if terms else text


@remembered
def _linked(text: str, spelled: tuple[tuple[str, str], ...], page: str) -> str:
    any_term, term_of = _patterns(spelled)
    parts, last, met = [], 0, set()
    prose = _prose_only(text)
    for match in (found for part in _NOT_BLANK.finditer(prose) for found in any_term.finditer(prose, *part.span())):
        term = term_of(match[0])
        if term in met:
            continue
        met.add(term)
        used = text[match.start() : match.end()]
        parts += [text[last : match.start()], f"[{used}]({page}#{term}){{ .pb-term }}"]
        last = match.end()
    return "".join([*parts, text[last:]])


@lru_cache(maxsize=8)
def _patterns(spelled: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], Callable[[str], str]]:
    """A pattern for all spellings, the longest first, and what gives the id of the term that one stands for.

    One without groups, because Python then passes over a word at the first letter that no spelling begins with.
    """
    longest_first = sorted(spelled, key=lambda pair: (-len(pair[0]), pair[0]))
    texts = [(_spelled(one), term) for one, term in longest_first]
    any_term = re.compile(rf"(?<![\w-])(?:{'|'.join(text for text, _ in texts)})(?![\w-])")
    each = [(re.compile(text), term) for text, term in texts]
    return any_term, cache(lambda used: next(term for pattern, term in each if pattern.fullmatch(used)))


def _spelled(spelling: str) -> str:
    """A pattern for a spelling and its plural: a capital in it must be there, and a word in small letters may have one."""
    text = r"\s+".join(map(_word, spelling.split()))
    return f"{text.removesuffix('y')}(?:y|ies)" if text.endswith("y") else f"{text}s?"


def _word(word: str) -> str:
    first = f"[{word[0]}{word[0].upper()}]" if word[0].islower() else re.escape(word[0])
    return first + re.escape(word[1:])


def _prose_only(text: str) -> str:
    """The text with all that is not prose blanked out, sign for sign, so that positions stay true."""
    lines = text.split("\n")
    kept = set(_prose_lines(text, lines))
    shown = "\n".join(line if number in kept else _blank(line) for number, line in enumerate(lines))
    for sign, pattern in _NOT_PROSE:
        if sign in shown:
            shown = pattern.sub(lambda match: _blank(match[0]), shown)
    return shown


def _blank(text: str) -> str:
    """Signs that belong to no word: a term does not go on across them."""
    return re.sub(r"[^\n]", "\0", text)


def _prose_lines(text: str, lines: list[str]) -> Iterator[int]:
    """The lines of paragraphs, those in lists and quotations included."""
    before = ""
    for token in _PARSER.parse(text):
        if token.type == "inline" and before == "paragraph_open" and token.map:
            numbers = range(*token.map)
            if any(_COPIED.search(lines[number]) for number in numbers):
                continue
            names = {number - 1 for number in numbers if _DEFINITION.match(lines[number])}
            yield from (number for number in numbers if number not in names)
        before = token.type
