"""Structured data: only where an argument is a claim of fact, true to schema.org, and never out of its element."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from api_help import ADDRESS, argument, build_small, plan_of, write
from playbook_kit.pages.claim import embeddable

HOSTILE = '</script><script>alert(1)</script><!--<script> ]]> & "quoted" \\u003c é'

# What schema.org knows of a Claim and of what stands in it here (schema.org/Claim, WebPage and CreativeWork).
CLAIM = {"@context", "@type", "@id", "name", "text", "url", "inLanguage", "datePublished", "appearance", "citation"}


class Scripts(HTMLParser):
    """The script elements of a page with their text, as a browser would find them."""

    def __init__(self):
        super().__init__()
        self.found: list[tuple[dict[str, str], str]] = []
        self.inside = False

    def handle_starttag(self, tag, attrs):
        """Begin an element."""
        if tag == "script":
            self.found.append((dict(attrs), ""))
            self.inside = True

    def handle_data(self, data):
        """Add text to the element."""
        if self.inside:
            self.found[-1] = (self.found[-1][0], self.found[-1][1] + data)

    def handle_endtag(self, tag):
        """End the element."""
        self.inside = False


def scripts(page: Path) -> list[tuple[dict[str, str], str]]:
    """Every script element of a built page: its attributes and its text."""
    parser = Scripts()
    parser.feed(page.read_text(encoding="utf-8"))
    return parser.found


def claims(page: Path) -> list[dict]:
    """The structured data of a built page."""
    return [json.loads(text) for facts, text in scripts(page) if facts.get("type") == "application/ld+json"]


def test_a_fact_is_a_claim(small_site):
    """The page of an argument that replies with facts says what it claims, where, since when and what it cites."""
    place = f"{ADDRESS}arguments/a-fact/"
    assert claims(small_site / "arguments" / "a-fact" / "index.html") == [
        {
            "@context": "https://schema.org",
            "@type": "Claim",
            "@id": f"{place}#claim",
            "name": "A fact",
            "text": "Three in four did it in 2012.",
            "url": place,
            "inLanguage": "en",
            "datePublished": "2026-10-01",
            "appearance": {"@type": "WebPage", "@id": place, "url": place},
            "citation": [
                {
                    "@type": "CreativeWork", "name": "Social media in the workplace",
                    "url": "https://www.acas.org.uk/social-media",
                }
            ],
        }
    ]  # fmt: skip


def test_nothing_else_is_a_claim(small_site):
    """Reasoning, what is disputed, retired or gone, and every other page carry no structured data."""
    with_data = {page for page in small_site.rglob("*.html") if claims(page)}
    assert with_data == {small_site / "arguments" / "a-fact" / "index.html"}


def test_real_claims(real):
    """Of the real content just the published arguments that reply with facts are claims, with fields of schema.org."""
    found = {
        page.uri: json.loads(page.facts["structured_data"]) for page in real.pages if page.facts.get("structured_data")
    }
    arguments = {page.uri: page.facts["model"] for page in real.pages if page.kind == "argument"}
    expected = {
        uri for uri, model in arguments.items() if (model.response_type, model.status) == ("facts", "published")
    }  # fmt: skip
    assert found and set(found) == expected
    for one in found.values():
        assert set(one) == CLAIM and one["text"] and one["citation"]
        assert {type(value) for value in one.values()} <= {str, dict, list}


def test_source_without_an_address(root):
    """A cited source that has no address is named without one."""
    write(root, "playbook/sources/acas-policy.yml", (root / "playbook/sources/acas-policy.yml").read_bytes().replace(
        b"url: https://www.acas.org.uk/social-media\n", b""
    ))  # fmt: skip
    pages = {page.uri: page for page in plan_of(root).pages}
    found = json.loads(pages["arguments/a-fact.md"].facts["structured_data"])
    assert found["citation"] == [{"@type": "CreativeWork", "name": "Social media in the workplace"}]


def test_hostile_text_stays_inside(tmp_path, root):
    """Text that would end the element and begin another stays text, in the data and in the page around it."""
    write(root, "playbook/arguments/a-fact.yml", argument(title=HOSTILE, one_liner=HOSTILE, response_type="facts"))
    site = build_small(root, tmp_path / "site")
    page = site / "arguments" / "a-fact" / "index.html"
    [found] = claims(page)
    assert found["name"] == found["text"] == HOSTILE
    usual = scripts(site / "arguments" / "same-as-the-phone" / "index.html")
    others = [(facts, text) for facts, text in scripts(page) if facts.get("type") != "application/ld+json"]
    assert [facts for facts, _ in others] == [facts for facts, _ in usual]
    assert not any(text.strip() for _, text in others)
    assert "<script>alert" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", [HOSTILE, "</SCRIPT>", "<!--", "\u2028\u2029", "&amp;"])
def test_embeddable(text):
    """JSON for a page reads back as it was, without any sign that means something in HTML or ends a line of script."""
    made = embeddable({"a": [text]})
    assert json.loads(made) == {"a": [text]}
    assert not set(made) & set("<>&\u2028\u2029")
