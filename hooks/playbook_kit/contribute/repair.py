"""What is mended in an answer before it is looked at, and what keeps Markdown from meaning what nobody meant.

The steps are data, so that the browser takes the same ones: each is a pattern and what stands in its place, in the
part of regular expressions that Python and browsers read alike.
"""

import re
from dataclasses import dataclass

from .fields import FormField


@dataclass(frozen=True)
class Step:
    """A pattern, what takes its place (`$1` is its first group), and the note to give where it was found, if any."""

    pattern: str
    to: str
    note: str = ""

    def apply(self, text: str) -> str:
        """The text with every match replaced."""
        return re.sub(self.pattern, re.sub(r"\$(\d)", r"\\\1", self.to), text, flags=re.M)


# Word and web pages give these in place of a space, or hide them between letters; Excel puts a text of several lines
# into quotation marks and doubles those inside it.
MEND: tuple[Step, ...] = (
    Step("\\r\\n?", "\n"),
    Step("[\\u000b\\u000c\\u2028\\u2029\\u0085]", "\n", "lines"),
    Step("[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]", " ", "spaces"),
    Step("[\\u00ad\\u200b\\u200c\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]", "", "hidden"),
    Step("[\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u009f\\ufdd0-\\ufdef\\ufffe\\uffff\\ud800-\\udfff]", "", "hidden"),
    Step("\\t", " ", "tabs"),
    Step(" {2,}", " "),
    Step("^ | $", ""),
    Step("^[\\u2022\\u00b7\\u25aa\\u2023\\uf0b7] ?", "- ", "bullets"),
    Step("\\n{3,}", "\n\n"),
)
# In text that is shown as it is written, these would be taken for a citation or a placeholder that somebody forgot.
PLAIN: tuple[Step, ...] = (Step("\\[@", "[ @", "brackets"), Step("\\{\\{", "{ {", "brackets"))
# Curly quotation marks round the whole of a plain text would be shown as part of it: round all of it, or round a line.
WHOLE: tuple[Step, ...] = (
    Step("(?<![\\s\\S])[“„]([^“”„]*)”(?![\\s\\S])", "$1", "curly"),
    Step("(?<![\\s\\S])‘([^‘’]*)’(?![\\s\\S])", "$1", "curly"),
)
EACH: tuple[Step, ...] = (Step("^[“„]([^“”„\\n]*)”$", "$1", "curly"), Step("^‘([^‘’\\n]*)’$", "$1", "curly"))
# In Markdown, these would be taken for a link or a footnote whose other half is missing.
MARKED: tuple[Step, ...] = (
    Step("\\]\\[", "] [", "brackets"),
    Step("\\[\\^", "[ ^", "brackets"),
    Step("\\]\\((?!https?://[^\\s()]+\\))", "] (", "brackets"),
)
# In Markdown, signs that would be read as HTML, as headings, as code and so on are written so that they are seen.
# Emphasis, lists, citations and links to web addresses stay what they are.
SHOWN: tuple[Step, ...] = (
    Step("&(?=#?[A-Za-z0-9]+;)", "&amp;"),
    Step("\\\\", "&#92;"),
    Step("<(?=[A-Za-z/!?])", "&lt;"),
    Step("\\{", "&#123;"),
    Step("`", "&#96;"),
    Step("\\|", "&#124;"),
    Step("^#", "&#35;"),
    Step("^>", "&gt;"),
    Step("^:", "&#58;"),
    Step("^-(?=[- ]*$)", "&#45;"),
    Step("^=(?==*$)", "&#61;"),
    Step("^\\*(?=[* ]*$)", "&#42;"),
    Step("^_(?=[_ ]*$)", "&#95;"),
    Step("^~(?=~~)", "&#126;"),
    Step("!(?=\\[)", "&#33;"),
    Step("\\[(?!@[a-z0-9-]+(?:; ?@[a-z0-9-]+)*\\]|[^\\[\\]\\n]+\\]\\(https?://[^\\s()]+\\))", "&#91;"),
)
_ADDRESS_BARE = re.compile(r"(?!https?://)(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?\Z", re.I | re.A)
_FROM_EXCEL = re.compile(r'"((?:[^"]|"")*)"\Z')


def mend(text: str, field: FormField) -> tuple[str, list[str]]:
    """An answer as it should have been typed, and the notes on what was mended."""
    notes = []
    for step in MEND:
        after = step.apply(text)
        if after != text and step.note:
            notes.append(step.note)
        text = after
    text = text.strip(" \n")
    excel = _FROM_EXCEL.match(text)
    if excel and ("\n" in excel[1] or '""' in excel[1]):
        text = excel[1].replace('""', '"').strip(" \n")
        notes.append("excel")
    if "\n" in text and field.control in ("line", "address", "choice", "yes-no"):
        text = re.sub(r" *\n+ *", " ", text)
        notes.append("lines")
    if field.control == "address" and _ADDRESS_BARE.match(text):
        text = f"https://{text}"
        notes.append("address")
    for step in _steps(field):
        after = step.apply(text)
        if after != text:
            notes.append(step.note)
        text = after
    return text.strip(" \n"), list(dict.fromkeys(notes))


def _steps(field: FormField) -> tuple[Step, ...]:
    """The steps that a kind of field has besides those that all have."""
    if field.control in ("choice", "choices"):
        return ()
    if field.is_markdown:
        return MARKED
    return (*PLAIN, *(EACH if field.control == "lines" else WHOLE))


def shown(text: str) -> str:
    """A text as Markdown that is seen as it was typed."""
    for step in SHOWN:
        text = step.apply(text)
    return text
