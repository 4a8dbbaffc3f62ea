"""Contributed text on its way into a page."""

import datetime
import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from playbook_kit.models.council import placeholders
from playbook_kit.prose import (
    escape,
    escape_html,
    fill_placeholders,
    number_citations,
    outside_code,
    relink,
    without_citations,
)
from playbook_kit.read.markdown_text import CITATION
from unit_help import TODAY

EXTENSIONS = ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]


class Same(HTMLParser):
    """HTML with each character reference written in one way."""

    def __init__(self, text: str):
        super().__init__()
        self.parts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        """Keep a tag as it is."""
        self.parts.append(self.get_starttag_text())

    def handle_endtag(self, tag):
        """Keep a tag as it is."""
        self.parts.append(f"</{tag}>")

    def handle_data(self, data):
        """Write text again."""
        self.parts.append(html.escape(data, quote=False))


def rendered(markdown: str) -> str:
    """Markdown as HTML, by the engine and extensions of the site, with white space made single."""
    return " ".join("".join(Same(Markdown(extensions=EXTENSIONS).convert(markdown)).parts).split())


def as_html(text: str) -> str:
    """Plain text as the HTML that shows it, with white space made single."""
    return html.escape(" ".join(text.split()), quote=False)


AWKWARD = [
    "a * b * c", "*a*", "**a**", "_a_", "a_b_c", "`a`", "``", "\\", "\\*", "a\\", "# a", "#", "- a", "-", "+ a", "* a",
    "> a", ": a", "1. a", "12. a", "1) a", "2012. A good year", "---", "***", "===", "~~a~~", "~ 500 staff", "~~~",
    "3 < 4 & 5 > 4", "<b>a</b>", "<script>", "<https://example.org>", "<!-- a -->", "AT&T", "&amp;", "&copy; 2012",
    "&#65;",
    "[a](b)", "![a](b)", "[a][b]", "[a]: b", "[^1]", "[@acas]", "[x]", "{{ council.name }}", "a {: .b }", "{: .b }",
    "*[HTML]: b", "a | b", "| a |", "a: b", "https://example.org/a_b_c", "a@example.org", "“it’s”", "Tŷ", "$a$", "!",
]  # fmt: skip
AWKWARD_LINES = [
    "a\n- b", "a\n1. b", "a\n# b", "a\n> b", "a\n: b", "a\n:   b", "a\n---", "a\n===", "a\n+ b", "a\n```\nb\n```",
]  # fmt: skip
CONTEXTS = {
    "paragraph": ("{}", "<p>{}</p>"),
    "inside": ("Say “{}” here", "<p>Say “{}” here</p>"),
    "bullet": ("- {}", "<ul> <li>{}</li> </ul>"),
    "heading": ("## {} {{ #it }}", '<h2 id="it">{}</h2>'),
    "link": ("[{}](x.md)", '<p><a href="x.md">{}</a></p>'),
    "definition": ("Term\n:   {}", "<dl> <dt>Term</dt> <dd>{}</dd> </dl>"),
    "cell": (
        "| A | B |\n| --- | --- |\n| {} | b |",
        "<table> <thead> <tr> <th>A</th> <th>B</th> </tr> </thead> "
        "<tbody> <tr> <td>{}</td> <td>b</td> </tr> </tbody> </table>",
    ),
}


@pytest.mark.parametrize("text", AWKWARD + AWKWARD_LINES)
def test_escape_is_undone_by_markdown(text):
    """Plain text, whatever stands in it, is shown as it is and as nothing but text."""
    assert rendered(escape(text)) == f"<p>{as_html(text)}</p>"


@pytest.mark.parametrize("context", CONTEXTS)
def test_escape_in_every_context(context):
    """Awkward plain text is shown as it is wherever the templates put it."""
    markdown, page = CONTEXTS[context]
    wrong = [text for text in AWKWARD if rendered(markdown.format(escape(text))) != page.format(as_html(text))]
    assert wrong == []


@given(st.text("ab1 .-+*_#:>=~<&;[](){}|!`\\\"'^@/é", min_size=1, max_size=12).map(str.strip).filter(bool))
@example("a")
def test_escape_of_anything(text):
    """Any line of plain text is shown as it is."""
    assert rendered(escape(text)) == f"<p>{as_html(text)}</p>"


@pytest.mark.parametrize(
    ("markdown", "page"),
    [
        ("[More<span>: {}</span>](x.md)", '<p><a href="x.md">More<span>: {}</span></a></p>'),
        ('<div markdown>\n\n<p class="x">{}</p>\n\n</div>', '<div> <p class="x">{}</p> </div>'),
    ],
    ids=["span-in-link", "paragraph-in-article"],
)
@pytest.mark.parametrize("text", ['<b a="c">', "a & b", "*a* _b_", "it's “so”", "{: .x }", "no. 1 # 2"])
def test_escape_html(markdown, page, text):
    """Plain text inside HTML in a page's Markdown is shown as it is."""
    assert rendered(markdown.format(escape_html(text))) == page.format(as_html(text))


TARGETS = {
    "playbook/policy.md": "playbook/policy.md",
    "playbook/arguments/phone.yml": "arguments/phone.md",
    "case_studies/monmouthshire.md": "case-studies/monmouthshire.md",
    "docs/sources.md": "sources.md",
    "docs/about.md": "about.md",
}


@pytest.mark.parametrize(
    ("text", "source", "page", "link"),
    [
        ("[a](policy.md)", "playbook/training.md", "playbook/training.md", "[a](policy.md)"),
        ("[a](policy.md)", "playbook/training.md", "do-and-dont.md", "[a](playbook/policy.md)"),
        ("[a](policy.md#do)", "playbook/training.md", "do-and-dont/by-role.md", "[a](../playbook/policy.md#do)"),
        ("[a](arguments/phone.yml)", "playbook/policy.md", "playbook/policy.md", "[a](../arguments/phone.md)"),
        ("[a](../policy.md)", "playbook/arguments/phone.yml", "arguments/phone.md", "[a](../playbook/policy.md)"),
        ("[a](../policy.md)", "playbook/arguments/phone.yml", "objections/time.md", "[a](../playbook/policy.md)"),
        ("[a](../case_studies/monmouthshire.md)", "docs/about.md", "about.md", "[a](case-studies/monmouthshire.md)"),
        ("[a](sources.md#acas)", "docs/about.md", "about.md", "[a](sources.md#acas)"),
        ('[a](policy.md "title")', "playbook/x.md", "x.md", '[a](playbook/policy.md "title")'),
        ("[a](<policy.md>)", "playbook/x.md", "x.md", "[a](<playbook/policy.md>)"),
        ("[a][b]\n\n[b]: policy.md", "playbook/x.md", "x.md", "[a][b]\n\n[b]: playbook/policy.md"),
        ("![a](assets/a.svg)", "docs/about.md", "about.md", "![a](assets/a.svg)"),
        ("![a](../docs/assets/a.svg)", "playbook/policy.md", "playbook/policy.md", "![a](../assets/a.svg)"),
        ("[a](#why)", "playbook/policy.md", "playbook/policy.md", "[a](#why)"),
        ("[a](#why)", "playbook/policy.md", "do-and-dont.md", "[a](playbook/policy.md#why)"),
        ("[a](https://example.org/x.md)", "docs/about.md", "about.md", "[a](https://example.org/x.md)"),
        ("[a](mailto:a@example.org)", "docs/about.md", "about.md", "[a](mailto:a@example.org)"),
        ("`[a](policy.md)`", "playbook/x.md", "x.md", "`[a](policy.md)`"),
        ("```\n[a](policy.md)\n```", "playbook/x.md", "x.md", "```\n[a](policy.md)\n```"),
        ("No (policy.md) link", "playbook/x.md", "x.md", "No (policy.md) link"),
    ],
)
def test_relink(text, source, page, link):
    """A link between files becomes a link between pages, from wherever the text is shown."""
    assert relink(text, source, page, TARGETS) == link


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Ask {{ council.name }}.", "Ask our council."),
        ("Ask {{council.short_name}} and {{ council.name }}.", "Ask the council and our council."),
        ("Write `{{ council.name }}`.", "Write `{{ council.name }}`."),
        ("No placeholder.", "No placeholder."),
    ],
)
def test_fill_placeholders(text, filled):
    """Placeholders are filled, but not in code."""
    assert fill_placeholders(text, placeholders()) == filled


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("ask first [@acas]", "ask first"),
        ("ask first [@acas; @ico; review by 2027-05-21], then act", "ask first, then act"),
        ("ask first (our advice, drawn from [@acas])", "ask first"),
        ("ask first (our advice)", "ask first (our advice)"),
        ("see [the policy](policy.md)", "see [the policy](policy.md)"),
    ],
)
def test_without_citations(text, without):
    """In lists that lead to the cited page, citations are left out with the words that introduce them."""
    assert without_citations(text) == without


def numbered(text: str) -> tuple[str, list[str]]:
    """The text with its citations numbered, as on the fixed day."""
    return number_citations(text, aria=lambda number: f"Source {number}", overdue=due)


def due(day, sources):
    """The words for a claim that is late: its own day, or that of the source `late`, which is always past."""
    past = day if day else datetime.date(2026, 1, 1) if "late" in sources else None
    return f"due {past}" if past and past < TODAY else ""


def mark(number: int) -> str:
    """The link that stands for one citation."""
    return f'[{number}](#source-{number}){{ .pb-cite aria-label="Source {number}" }}'


@pytest.mark.parametrize(
    ("text", "done", "order"),
    [
        ("One [@a].", f"One{mark(1)}.", ["a"]),
        ("One [@b], two [@a].", f"One{mark(1)}, two{mark(2)}.", ["b", "a"]),
        ("One [@a], again [@a].", f"One{mark(1)}, again{mark(1)}.", ["a"]),
        ("One [@a; @b].", f"One{mark(1)}{mark(2)}.", ["a", "b"]),
        ("One [@a; @b], two [@c; @a].", f"One{mark(1)}{mark(2)}, two{mark(3)}{mark(1)}.", ["a", "b", "c"]),
        ("One\n[@a;\n@b].", f"One{mark(1)}{mark(2)}.", ["a", "b"]),
        ("One [@a; review by 2026-11-21].", f"One{mark(1)}.", ["a"]),
        ("One [@a; review by 2026-11-20].", f'One{mark(1)} <span class="pb-overdue">due 2026-11-20</span>.', ["a"]),
        ("One [@late].", f'One{mark(1)} <span class="pb-overdue">due 2026-01-01</span>.', ["late"]),
        ("One [@late; review by 2026-11-21].", f"One{mark(1)}.", ["late"]),
        ("Nothing.", "Nothing.", []),
    ],
)
def test_number_citations(text, done, order):
    """Citations become numbers in the order in which sources are met; an overdue one is marked as such."""
    assert numbered(text) == (done, order)


@pytest.mark.parametrize("code", ["`[@b]`", "`` [@b] ``", "```\n[@b]\n```", "~~~\n[@b]\n~~~"])
def test_citation_in_code_stays(code):
    """A citation in code is shown as it is written, has no number and is no source of the page."""
    assert numbered(f"One [@a].\n\n{code}\n\nTwo [@c].") == (f"One{mark(1)}.\n\n{code}\n\nTwo{mark(2)}.", ["a", "c"])


@pytest.mark.parametrize(
    "text",
    ["A ` alone [@a].\n\nAnother ` alone.", escape("A ` and") + " [@a] " + escape("a ` too")],
    ids=["in-two-paragraphs", "escaped"],
)
def test_lone_backticks_are_no_code(text):
    """Backticks that make no code, by the engine's rules, do not hide the citation between them."""
    assert numbered(text)[1] == ["a"]


@given(st.lists(st.sampled_from("abcdef"), max_size=12))
def test_numbers_are_in_order(sources):
    """However often sources are cited, new numbers come in order and each source has one number."""
    text, order = numbered(" ".join(f"word [@{source}]" for source in sources))
    assert order == list(dict.fromkeys(sources))
    assert text == " ".join(f"word{mark(order.index(source) + 1)}" for source in sources)


def test_numbers_are_links_on_the_page():
    """The engine turns a number into a link with its accessible name."""
    assert rendered(numbered("One [@a].")[0]) == (
        '<p>One<a aria-label="Source 1" class="pb-cite" href="#source-1">1</a>.</p>'
    )


def test_outside_code():
    """A replacement leaves code alone and reaches all the rest."""
    done = outside_code(CITATION, lambda match: "x", "[@a] `[@b]` [@c]\n\n```\n[@d]\n```\n[@e]")
    assert done == "x `[@b]` x\n\n```\n[@d]\n```\nx"




@pytest.mark.parametrize(
    ("text", "without", "with_numbers"),
    [
        ("It is so [@one].", "It is so.", "It is so[1]."),
        ("It is so\n[@one].", "It is so.", "It is so[1]."),
        ("> It is so\n> [@one]. Then\n> more.", "> It is so. Then\n> more.", "> It is so[1]. Then\n> more."),
        ("Before.\n\n> [@one] so it is.", "Before.\n\n> so it is.", "Before.\n\n>[1] so it is."),
        ("- do it (our\n  advice, drawn from\n  [@one; @two])", "- do it", None),
        ("> do it (our advice,\n> drawn from [@one])", "> do it", None),
    ],
)
def test_citation_after_the_end_of_a_line(text: str, without: str, with_numbers: str | None) -> None:
    """Where a line ends before a citation or inside “our advice”, in a quotation too, no space and no bracket is left."""
    assert without_citations(text) == without
    if with_numbers:
        numbered, _ = number_citations(text, str, lambda day, sources: "")
        assert re.sub(r"\[(\d)\]\(#source-1\)\{[^}]*\}", r"[\1]", numbered) == with_numbers
