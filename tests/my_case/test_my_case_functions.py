"""The pure functions of “Make my case”, called in the browser: the state, the link, the pieces of the paper."""

import base64
import json
import re

import pytest
from my_case_help import EMPTY

MONTHS = {str(number): f"month {number}" for number in range(1, 13)}


def fragment(data: object, version: str = "v1") -> str:
    """What a link would carry for any data."""
    text = data if isinstance(data, bytes) else json.dumps(data).encode()
    return f"{version}.{base64.urlsafe_b64encode(text).decode().rstrip('=')}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("two\r\nlines\rthree\u2028four", "two\nlines\nthree\nfour"),
        ("a\0b\x07c\x1bd\x7fe\x85f", "abcdef"),
        ("a\tb", "a\tb"),
        ("\u202eevil\u202c \u2066in\u2069", "evil in"),
        ("\u05e9\u05dc\u05d5\u05dd \u200f!", "\u05e9\u05dc\u05d5\u05dd \u200f!"),
        ("\ufeffmark\uffff", "mark"),
        ("Ŵŷ 👩‍💻", "Ŵŷ 👩‍💻"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("x" * 10_001, "x" * 10_000),
        ("x" * 9_999 + "👍", "x" * 9_999),
    ],
)
def test_clean(ask, text, shown):
    """Text loses what cannot be shown or would turn the text around it, and nothing else."""
    assert ask("case-state", "clean", text) == shown


def test_clean_half_a_character(ask):
    """Half of a character becomes the sign for a lost one: no document can hold the half."""
    half = "String.fromCharCode(97, 0xd83d, 32, 98)"
    assert ask.evaluate(f"import('/components/case/case-state.mjs').then(one => one.clean({half}))") == "a\ufffd b"


@pytest.mark.parametrize(
    "data",
    [
        None, [], "text", 3, {"replies": "a"}, {"replies": [1]}, {"replies": ["../../secret"]}, {"replies": ["A"]},
        {"replies": ["a" * 101]}, {"replies": [f"a{number}" for number in range(31)]}, {"objection": "a/b"},
        {"objection": 7}, {"audience": {"id": "hr"}}, {"said": ["x"]}, {"said": "x" * 10_001}, {"ask": 1},
        {"detail": "huge"}, {"detail": None},
    ],
)  # fmt: skip
def test_not_a_case(ask, data):
    """Anything that is not exactly a case is refused whole."""
    assert ask("case-state", "toCase", data) is None


def test_case_from_data(ask):
    """A case is read with unknown fields left out, text cleaned, and a reply that stands twice once."""
    data = {"replies": ["b", "a", "b"], "said": "no\0", "opening": None, "else": "<b>", "__proto__": {"x": 1}}
    assert ask("case-state", "toCase", data) == {**EMPTY, "replies": ["b", "a"], "said": "no"}


@pytest.mark.parametrize(
    ("case", "added", "objection", "then"),
    [
        ({}, "a", "", {"replies": ["a"]}),
        ({"replies": ["a"]}, "a", "", {"replies": ["a"]}),
        ({}, "a", "time-wasting", {"replies": ["a"], "objection": "time-wasting"}),
        ({"objection": "reputation"}, "a", "time-wasting", {"replies": ["a"], "objection": "reputation"}),
        ({"said": "Never"}, "a", "time-wasting", {"replies": ["a"], "said": "Never"}),
        ({}, "a", "no id", {"replies": ["a"]}),
        ({}, "../a", "", {}),
    ],
)
def test_add(ask, case, added, objection, then):
    """A reply goes to the end, once; what was said on its page counts only if nothing was chosen yet."""
    assert ask("case-state", "withReply", {**EMPTY, **case}, added, objection) == {**EMPTY, **then}


def test_add_has_an_end(ask):
    """There is room for thirty replies."""
    full = {**EMPTY, "replies": [f"a{number}" for number in range(30)]}
    assert ask("case-state", "withReply", full, "b") == full


@pytest.mark.parametrize(
    ("moved", "steps", "then"),
    [
        ("b", -1, ["b", "a", "c"]), ("b", 1, ["a", "c", "b"]), ("a", -1, ["a", "b", "c"]), ("c", 1, ["a", "b", "c"]),
        ("c", -9, ["c", "a", "b"]), ("x", 1, ["a", "b", "c"]),
    ],
)  # fmt: skip
def test_move(ask, moved, steps, then):
    """A reply moves as far as there is room."""
    assert ask("case-state", "withReplyMoved", {**EMPTY, "replies": ["a", "b", "c"]}, moved, steps)["replies"] == then


def test_take_out(ask):
    """A reply is taken out, and one that is not there changes nothing."""
    case = {**EMPTY, "replies": ["a", "b"]}
    assert ask("case-state", "withoutReply", case, "a")["replies"] == ["b"]
    assert ask("case-state", "withoutReply", case, "x") == case


@pytest.mark.parametrize(
    ("name", "value", "offered", "then"),
    [
        ("service", "Repairs", None, "Repairs"),
        ("ask", "Our words", "Our words", None),
        ("ask", "", "Our words", ""),
        ("objection", "time-wasting", None, "time-wasting"),
        ("objection", "<img>", None, ""),
        ("detail", "full", None, "full"),
        ("detail", "huge", None, "auto"),
    ],
)
def test_field(ask, name, value, offered, then):
    """A field takes text, an id or a choice; the words that we offer are kept as none of the reader's own."""
    assert ask("case-state", "withField", EMPTY, name, value, offered)[name] == then


@pytest.mark.parametrize(
    "case",
    [
        {"replies": ["a", "b-2"]},
        {"said": "It’s “risky” ŵ 👩‍💻 <b>", "ask": "", "opening": "Hello", "detail": "short"},
        {"audience": "hr", "to": "Them", "objection": "x", "service": "=1+1", "evidence": "one\ntwo", "replies": ["z"]},
    ],
)
def test_link_there_and_back(ask, case):
    """A case that went through a link is the same case."""
    made = ask("case-link", "toFragment", {**EMPTY, **case})
    assert re.fullmatch(r"v1\.[A-Za-z0-9_-]+", made)
    assert ask("case-link", "fromFragment", made) == {"case": {**EMPTY, **case}}


def test_link_has_an_end(ask):
    """A case that is too long gives no link, rather than one that programs would cut."""
    assert ask("case-link", "toFragment", {**EMPTY, "evidence": "x" * 9_000}) is None


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("garbage", "broken"), ("v1.", "broken"), ("v1.!!!", "broken"), ("v1.AAAA", "broken"), ("v2.e30", "version"),
        ("v9999.e30", "version"), ("v1.e30", "broken"), (fragment({"r": ["a", "b"]})[:-3], "broken"),
        (fragment([1]), "broken"), (fragment(None), "broken"), (fragment({"r": ["../x"]}), "broken"),
        (fragment({"r": ["<img src=x onerror=alert(1)>"]}), "broken"), (fragment({"d": "constructor"}), "broken"),
        (fragment(b"\xff\xfe"), "broken"), (fragment(b'{"__proto__": {"r": ["a"]}}'), "broken"),
        (fragment(b"[" * 5_000), "broken"), ("v1." + "A" * 10_000, "long"), ("%F0%9F", "broken"),
        ("javascript:alert(1)", "broken"),
    ],
)  # fmt: skip
def test_bad_link(ask, given, fault):
    """A fragment that is not a case is refused by the name of its fault, never with an exception."""
    assert ask("case-link", "fromFragment", given) == {"fault": fault}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It cuts both ways. So be it.", "It cuts both ways. So be it."),
        ("One [@a]. Two " + "word " * 28 + "end. Last.", "One [@a]."),
        ("In 2014 (e.g. then) it was so. " + "Then " + "word " * 40 + "end.", "In 2014 (e.g. then) it was so."),
        ("word " * 60 + "end.", "word " * 60 + "end."),
    ],
)
def test_first_sentences(ask, text, first):
    """The short form of a text is its first sentences: always one, more within thirty words, citations not counted."""
    assert ask("paper-parts", "firstSentences", text, 30) == first


def test_pieces(ask):
    """Text and the sources that it cites come apart, with the day by which to check them, without Markdown's marks."""
    found = ask("paper-parts", "pieces", "So *it* [@a; @b; review by 2027-01-01] was, [as they say](x.md).")
    cited = [{"source": one, "review_by": "2027-01-01"} for one in ("a", "b")]
    assert found == [{"text": "So it"}, *cited, {"text": " was, as they say."}]
    assert ask("paper-parts", "pieces", "It was [@a].")[1] == {"source": "a"}


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2012-03-18", "18 month 3 2012"), ("2012-03", "month 3 2012"), ("2012", "2012"), ("2012-13", "2012-13"),
        ("Spring 2012", "Spring 2012"),
    ],
)  # fmt: skip
def test_date_in_words(ask, written, read):
    """A day and a month are put in words; anything else is shown as it is written."""
    assert ask("paper-parts", "dateInWords", written, MONTHS) == read


def test_evidence_for(ask):
    """A text rests on the strongest evidence, and on as few more as have every figure and name in it."""
    evidence = [
        {"shows": shows, "source": {"title": "", "publisher": publisher}}
        for shows, publisher in [("It was so.", "A"), ("In 2012.", "B"), ("In 2012, 44%.", "Acas"), ("In 2013.", "C")]
    ]

    def found(text: str) -> list[str]:
        return [one["source"]["publisher"] for one in ask("paper-parts", "evidenceFor", text, evidence)]

    assert found("Nothing to find here.") == ["A"]
    assert found("By 2012 it was 44%, Acas said.") == ["A", "Acas"]
    assert found("It was 44% in 2012 and more in 2013.") == ["A", "Acas", "C"]
    assert ask("paper-parts", "evidenceFor", "None.", []) == []


def test_controls(ask):
    """Each reply brings one control: of what was said, explained in its own chapter if there is one, none twice."""
    objections = [
        {"id": "o", "controls": [{"text": "first", "chapter": "c"}, {"text": "second", "chapter": "d"}]},
        {"id": "p", "controls": [{"text": "third", "chapter": None}]},
    ]
    replies = [
        {"id": "a", "answers": ["p", "o"], "chapters": ["d"]},
        {"id": "b", "answers": ["o"], "chapters": []},
        {"id": "c", "answers": ["p"], "chapters": []},
        {"id": "d", "answers": ["o"], "chapters": ["d"]},
    ]
    found = ask("paper-parts", "controlsFor", replies, "o", objections)
    assert [(one["reply"], one["text"]) for one in found] == [("a", "second"), ("b", "first"), ("c", "third")]


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://a.example/x", "https://a.example/x"), ("javascript:alert(1)", None), ("https://a b", None),
        ('https://a"b', None), ("data:text/html,x", None), (None, None),
    ],
)  # fmt: skip
def test_safe_link(ask, address, link):
    """Only an address of the web is ever linked."""
    assert ask("paper-parts", "safeLink", address) == link


def test_mailto(ask):
    """A short text goes into the email's address whole, a long one not at all."""
    assert ask("paper-text", "asMailto", "A & B", "one\ntwo") == "mailto:?subject=A%20%26%20B&body=one%0D%0Atwo"
    assert ask("paper-text", "asMailto", "A", "é" * 400) is None
    assert len(ask("paper-text", "mailtoSubject", "👍" * 5_000)) < 1_900


def test_text(ask):
    """Plain text has numbers, dashes and the addresses of sources, and a space before the number of a source."""
    blocks = [
        ("site", [{"text": "Site"}]), ("title", [{"text": "Title"}]), ("fact", [{"text": "To: "}, {"text": "them"}]),
        ("fact", [{"text": "Date: today"}]), ("heading", [{"text": "Why"}]),
        ("reason", [{"text": "First."}, {"text": "[1]", "cite": True}]), ("more", [{"text": "More."}]),
        ("reason", [{"text": "Second."}]), ("bullet", [{"text": "a"}]), ("bullet", [{"text": "b"}]),
        ("source", [{"text": "S", "link": "https://s.example/"}, {"text": ". Me."}]),
    ]  # fmt: skip
    paper = {"blocks": [{"style": style, "part": "", "runs": runs} for style, runs in blocks]}
    assert ask("paper-text", "asText", paper) == (
        "TITLE\n\nTo: them\nDate: today\n\nWHY\n\n1. First. [1]\nMore.\n\n2. Second.\n\n- a\n- b\n\n"
        "[1] S. Me. https://s.example/\n"
    )


@pytest.mark.parametrize(
    ("words", "given", "said"),
    [
        ("{a} and {b}", {"a": 1, "b": "{a}"}, "1 and {a}"),
        ("{toString}", {}, "{toString}"),
        ({"one": "one", "other": "{count}"}, {"count": 1}, "one"),
        ({"one": "one", "other": "{count}"}, {"count": 0}, "0"),
    ],
)
def test_say(ask, words, given, said):
    """Values take their places in words once, and a count chooses the form."""
    assert ask("say", "say", words, given) == said


def test_escape_xml(ask):
    """Signs of XML in text are named."""
    assert ask("odt-xml", "escapeXml", '<a b="c">&amp;') == "&lt;a b=&quot;c&quot;&gt;&amp;amp;"
