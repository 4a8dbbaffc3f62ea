"""What a Markdown text holds, each part with its place."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from playbook_kit.read import markdown_text
from playbook_kit.read.markdown_text import CITATION, Heading, outline, parse_citation, without_code


def spots(found):
    """Value, line and column of each thing found."""
    return [(spot.value, spot.line, spot.column) for spot in found]


@pytest.mark.parametrize(
    ("line", "value", "level", "anchor"),
    [
        ("# One", "One", 1, "one"),
        ("## In one minute", "In one minute", 2, "in-one-minute"),
        ("### Do not", "Do not", 3, "do-not"),
        ("## Talk to `ICT`", "Talk to ICT", 2, "talk-to-ict"),
        ("## *Why* it matters", "Why it matters", 2, "why-it-matters"),
        ("## Named {#my-id}", "Named", 2, "my-id"),
        ("## Named { #my-id }", "Named", 2, "my-id"),
        ("## See [the policy](policy.md)", "See the policy", 2, "see-the-policy"),
        ("Underlined\n==========", "Underlined", 1, "underlined"),
    ],
)
def test_heading(line, value, level, anchor):
    """A heading has its text without marks, its level, and the id that it will have on the page."""
    assert outline(line).headings == [Heading(value, 1, 1, level, anchor)]


HEADINGS = [
    "Why", "Why", "Why", "What's new?", "“It is a *security* risk”", "Tŷ a chŵn", "AT&T &amp; others", "1. Ask",
    "A `code` word", "A [link](x.md) here", "A \\* star", "Named { #my-name }", "Why",
]  # fmt: skip


@pytest.mark.parametrize("headings", [HEADINGS, ["Why", "Reasons { #why }"]], ids=["usual", "name-taken-above"])
def test_anchors_are_those_of_the_page(headings):
    """The ids that links are checked against are the ids that Python-Markdown gives to the same headings."""
    text = "\n\n".join(f"## {heading}" for heading in headings)
    engine = Markdown(extensions=["toc", "attr_list"])
    engine.convert(text)
    assert [heading.anchor for heading in outline(text).headings] == [token["id"] for token in engine.toc_tokens]


TEXT = """\
First [a page](policy.md#do) and [again](policy.md#do), [outside](https://example.org/?q=a).

![A cat](cat.png) and ![](dog.png) at the end of
a second line with <b>bold</b> and [ref][label] and a note[^1].

<div class="x">
<p>block</p>
</div>

> Quoted [@one; @two] and [@three; review by 2027-05-21].

{{ council.name }} and {{nobody}}, then {: .styled }

[label]: other.md
"""


@pytest.mark.parametrize(
    ("part", "found"),
    [
        (
            "links",
            [
                ("policy.md#do", 11, 16), ("policy.md#do", 11, 42), ("https://example.org/?q=a", 11, 67),
                ("other.md", 13, 1),
            ],
        ),
        ("images", [("cat.png", 13, 10), ("dog.png", 13, 27)]),
        ("html", [("b", 14, 20), ("b", 14, 27), ("div", 16, 1), ("p", 17, 1), ("p", 17, 9), ("div", 18, 1)]),
        ("citations", [("[@one; @two]", 20, 10), ("[@three; review by 2027-05-21]", 20, 27)]),
        ("placeholders", [("council.name", 22, 1), ("nobody", 22, 24)]),
        ("attributes", [("{: .styled }", 22, 41)]),
        ("undefined", [("^1", 14, 59)]),
    ],
)  # fmt: skip
def test_parts(part, found):
    """Everything that the rules ask about is found, with its line in the file and its column."""
    assert sorted(spots(getattr(outline(TEXT, first_line=11), part)), key=lambda one: one[1:]) == found


def test_image_alternative_text():
    """An image has the words that stand for it, empty if there are none."""
    assert [image.alt for image in outline(TEXT).images] == ["A cat", ""]


@pytest.mark.parametrize(
    ("text", "undefined"),
    [
        ("[words][none]", ["none"]),
        ("[words][]", ["words"]),
        ("[words][a]\n\n[a]: x.md", []),
        ("A note[^a].\n\n[^a]: Text.", []),
        ("A note[^a].", ["^a"]),
        ("[@source]", []),
        ("[plain brackets]", []),
        ("`[words][none]`", []),
    ],
)
def test_undefined(text, undefined):
    """Reference links and footnotes without a definition are found, and nothing else in brackets."""
    assert [spot.value for spot in outline(text).undefined] == undefined


@pytest.mark.parametrize("address", ["a%20b.md", "t%C5%B7.md"])
def test_place_of_an_encoded_address(address):
    """A link whose address is percent-encoded has its own place too."""
    assert [(link.line, link.column) for link in outline(f"Text\nand [a]({address}).").links] == [(2, 9)]


@pytest.mark.parametrize(
    "code",
    ["`{0}`", "``{0}``", "```\n{0}\n```", "~~~ text\n{0}\n~~~", "    {0}"],
    ids=["span", "double", "fence", "tildes", "indented"],
)
@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("citations", "[@one]"), ("placeholders", "{{ one }}"), ("links", "[a](b.md)"), ("html", "<b>"),
        ("attributes", "{: .a }"), ("undefined", "[a][b]"), ("images", "![a](b.png)"),
    ],
)  # fmt: skip
def test_nothing_in_code(code, part, text):
    """What stands in code is shown as it is, so it counts as nothing."""
    assert getattr(outline(code.format(text)), part) == []
    assert getattr(outline(text), part) != []


def test_sections_hold_bullets():
    """Each heading has the bullets right under it, each on one line of text with its line in the file."""
    found = outline("## Do\n\n- ask\n  first\n- write [it](x.md)\n\n## Why\n\nText.\n\n1. not a bullet\n", first_line=5)
    assert [(section.heading.value, [(i.value, i.line) for i in section.items]) for section in found.sections] == [
        ("Do", [("ask first", 7), ("write [it](x.md)", 9)]),
        ("Why", []),
    ]


def test_bullets_inside_bullets_are_left_out():
    """A bullet below another belongs to that one: it is no item of the list."""
    found = outline("## Do\n\n- one\n    - below\n- two\n")
    assert [item.value for item in found.sections[0].items] == ["one", "two"]


@pytest.mark.parametrize(
    ("text", "ids", "review", "fault"),
    [
        ("[@acas]", ("acas",), None, ""),
        ("[@acas; @ico]", ("acas", "ico"), None, ""),
        ("[@acas; ico]", ("acas", "ico"), None, ""),
        ("[@acas;\n@ico]", ("acas", "ico"), None, ""),
        ("[@acas; review by 2027-05-21]", ("acas",), datetime.date(2027, 5, 21), ""),
        ("[@acas; review by\n2027-05-21]", ("acas",), datetime.date(2027, 5, 21), ""),
        ("[@acas; review by May]", ("acas",), None, "“May” is not a date like 2027-05-21"),
        ("[@acas; review by 2027-02-30]", ("acas",), None, "“2027-02-30” is not a date like 2027-05-21"),
        ("[@acas; review by 20270521]", ("acas",), None, "“20270521” is not a date like 2027-05-21"),
    ],
)
def test_parse_citation(text, ids, review, fault):
    """A citation gives its ids and the day by which to look again, or says what is wrong with the day."""
    assert parse_citation(CITATION.search(text)) == (ids, review, fault)


MARKS = st.text("ab `~#*_[]()<>{}@!^:;|-\n\t\\1.", max_size=60)


@given(MARKS)
def test_without_code_keeps_positions(text):
    """Code is blanked out character for character, so that every position stays true."""
    plain = without_code(text)
    assert len(plain) == len(text)
    assert all(new == old or new == " " for new, old in zip(plain, text, strict=True))


@given(MARKS, st.integers(1, 500))
def test_any_text_has_an_outline(text, first_line):
    """Any text is read without an exception, and whatever is found stands on a line of it."""
    found = outline(text, first_line)
    last = first_line + text.count("\n")
    for part in ("headings", "links", "images", "html", "citations", "placeholders", "undefined", "attributes"):
        assert all(first_line <= spot.line <= last and spot.column >= 1 for spot in getattr(found, part)), part


BLOCKS = """\
## Heading

One,
over two lines.

- a

  more of a
- b

| Cell | 2 |
| --- | --- |
| x | y |

> quoted

```
code
```
"""


def test_blocks():
    """Paragraphs and cells come with their line; what stands in one list entry or table row has one number."""
    blocks = outline(BLOCKS, 10).blocks
    assert [(block.value, block.line) for block in blocks] == [
        ("One,\nover two lines.", 12), ("a", 15), ("more of a", 17), ("b", 18), ("Cell", 20), ("2", 20), ("x", 22),
        ("y", 22), ("quoted", 24),
    ]  # fmt: skip
    entries = dict.fromkeys(block.entry for block in blocks)
    groups = [[block.value[:4] for block in blocks if block.entry == entry] for entry in entries]
    assert groups == [["One,"], ["a", "more"], ["b"], ["Cell", "2"], ["x", "y"], ["quot"]]
    assert [block.value for block in blocks if block.is_cell] == ["Cell", "2", "x", "y"]
    assert [block.value for block in blocks if block.is_quoted] == ["quoted"]


SENTENCES = st.lists(
    st.sampled_from([
        "Plain words", "two  spaces ", "“Quoted”", "(in brackets)", "£5 a year", "*emphasis*", "__bold__", "a [link](x.md)",
        "[@one; @two]", "[@a; review by 2027-05-21]", "[@", "{{ council.name }}", "{{", "![a](b.png)", "`code`", "`", "<b>",
        "<https://a.example>", "&amp;", "\\*", "[ref][label]", "note[^1]", "\n", "\n\n", "\nThen", "\n- ", "\n1. ", "\n> ",
        "\n===", "\n---", "\n| a | b |\n", "\n    code", "\n# Head", "{: .x }", "~~gone~~", "a | b", "\t", "Ŵ", ":", "=", "-",
    ]),
    max_size=12,
).map(" ".join)  # fmt: skip


@given(SENTENCES)
def test_quick_ways_find_the_same(text):
    """Sentences without marks are read in a quicker way, which finds just what the whole parser finds."""
    quick = markdown_text._read_outline(text, 3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown_text, "_ONE_PARAGRAPH", re.compile(r"(?!)"))
        patch.setattr(markdown_text, "_MARKED", re.compile(""))
        assert quick == markdown_text._read_outline(text, 3)


@pytest.mark.parametrize("text", [
    "One sentence.", "Two lines\nof words [@one-source].\n", "A claim [@a; @b; review by 2027-05-21], and **more** of it", "£5 – *so*  ",
    "“Quoted” [@a]\nand [@ b;\n c] on", "One {{ two", "A [link](b.md)", "A <br> tag", "a `b` c", "One.\n\nTwo.", "# One", "- One", "1 one",
    " one", "", "a [@b", "a ](b", "A & b", "A \\ b", "a | b\n--|--\n", "A\n===\n", "A\n---\n", "(A\n    b", "[@a]", "A [@a][b]", "a~~~b\n~~~\nc",
])  # fmt: skip
def test_plain_texts_need_no_parser(text, monkeypatch):
    """What is said of a text of words and citations, without asking the parser, is what the parser makes of it."""
    found = markdown_text._read_outline(text, 3)
    monkeypatch.setattr(markdown_text, "_is_plain", lambda body: False)
    assert markdown_text._read_outline(text, 3) == found
