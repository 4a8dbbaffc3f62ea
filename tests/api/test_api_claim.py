"""Structured data: only where an argument is a claim of fact, true to schema.org, and never out of its element."""

from pathlib import Path

from api_help import ADDRESS, argument, build_small, plan_of, write
from lxml import html

HOSTILE = '"></div><script>alert(1)</script><!--<script> ]]> & "quoted" \\u003c é'

# What schema.org knows of a Claim and of what stands in it here (schema.org/Claim, WebPage and CreativeWork).
CLAIM = {"type", "id", "name", "text", "url", "inLanguage", "datePublished", "appearance", "citation"}


def read_item(element) -> dict:
    """An item of microdata, with the items in it, as the HTML standard says that it is read."""
    found: dict = {"type": element.get("itemtype").removeprefix("https://schema.org/")}
    if "itemid" in element.attrib:
        found["id"] = element.get("itemid")
    for part in element:
        name = part.get("itemprop")
        value = read_item(part) if "itemscope" in part.attrib else part.get("href") if part.tag == "link" else part.get("content")
        found.setdefault(name, []).append(value)
    return {name: value[0] if isinstance(value, list) and name != "citation" else value for name, value in found.items()}


def claims(page: Path) -> list[dict]:
    """The structured data of a built page, which nobody sees."""
    tree = html.fromstring(page.read_text(encoding="utf-8"))
    assert not tree.xpath("//*[@itemprop][not(ancestor::*[@hidden])]")
    return [read_item(element) for element in tree.xpath("//*[@itemscope][not(@itemprop)]")]


def test_a_fact_is_a_claim(small_site):
    """The page of an argument that replies with facts says what it claims, where, since when and what it cites."""
    place = f"{ADDRESS}arguments/a-fact/"
    assert claims(small_site / "arguments" / "a-fact" / "index.html") == [
        {
            "type": "Claim",
            "id": f"{place}#claim",
            "name": "A fact",
            "text": "Three in four did it in 2012.",
            "url": place,
            "inLanguage": "en",
            "datePublished": "2026-10-01",
            "appearance": {"type": "WebPage", "id": place, "url": place},
            "citation": [
                {
                    "type": "CreativeWork", "name": "Social media in the workplace",
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
        page.uri: page.facts["structured_data"] for page in real.pages if page.facts.get("structured_data")
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
    found = pages["arguments/a-fact.md"].facts["structured_data"]
    assert found["citation"] == [{"type": "CreativeWork", "name": "Social media in the workplace"}]


def test_hostile_text_stays_inside(tmp_path, root):
    """Text that would end the element and begin another stays text, in the data and in the page around it."""
    write(root, "playbook/arguments/a-fact.yml", argument(title=HOSTILE, one_liner=HOSTILE, response_type="facts"))
    site = build_small(root, tmp_path / "site")
    page = site / "arguments" / "a-fact" / "index.html"
    [found] = claims(page)
    assert found["name"] == found["text"] == HOSTILE
    scripts = html.fromstring(page.read_text(encoding="utf-8")).xpath("//script")
    usual = html.parse(site / "arguments" / "same-as-the-phone" / "index.html").xpath("//script")
    assert [dict(one.attrib) for one in scripts] == [dict(one.attrib) for one in usual]
    assert not any((one.text or "").strip() for one in scripts)
    assert "<script>alert" not in page.read_text(encoding="utf-8")
