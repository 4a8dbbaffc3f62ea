"""The files below api/v1/: which there are, what each field is called, and what is never in them."""

import json

import pytest
from api_help import ADDRESS, DRAFT, TODAY, api_files, argument, objects, plan_of, texts, write
from playbook_kit.addresses import DATA
from playbook_kit.materials import BILL_PATH

# The interface that others build on. A name may be added; none may go or change without a version 2.
BRIEF = (
    "id", "url", "languages", "title", "status", "one_liner", "short", "strength", "response_type", "answers", "works_best_on",
    "does_not_work_on", "topics", "countries", "added_on", "reviewed_on", "review_by",
)  # fmt: skip
OWN = ("council_before", "council_before_markdown", "council_after", "council_after_markdown")
FULL = (
    *BRIEF, "long", "long_markdown", "concession", "concession_markdown", "comebacks", "evidence", "chapters",
    "case_studies", "origin", "origin_markdown", "contributors", "retired_because", *OWN,
)  # fmt: skip
OBJECTION = (
    "id", "url", "languages", "title", "status", "frequency", "heard_as", "terms", "said_by", "responsible_for", "true_in_it",
    "true_in_it_markdown", "short_answer", "short_answer_markdown", "controls", "unknown", "unknown_markdown", "topics",
    "replies", "added_on", "reviewed_on", "review_by", *OWN,
)  # fmt: skip
SOURCE = (
    "id", "title", "publisher", "author", "published", "url", "archived_url", "countries", "checked_on", "review_by",
    "read_as",
)  # fmt: skip
NAMES = {
    "arguments.json", "objections.json", "chapters.json", "case-studies.json", "topics.json", "sources.json",
    "audiences.json", "gone.json", "review.json",
}  # fmt: skip


def kind_of(value: object) -> str:
    """The JSON type of a value; of a list, with that of what is in it."""
    if isinstance(value, list):
        return "list of " + "/".join(sorted({kind_of(one) for one in value})) if value else "list"
    return type(value).__name__


def test_names(plan):
    """The files have the names that others build on, and every argument has a file of its own."""
    files = api_files(plan)
    ids = {item["id"] for item in files["arguments.json"]["items"]}
    gone = {item["id"] for item in files["gone.json"]["items"] if item["kind"] == "argument"}
    assert set(files) == NAMES | {f"arguments/{one}.json" for one in ids | gone}
    assert {"api/v1/schema.json", "api/v1/arguments.csv", "feed.xml"} <= set(texts(plan))


def test_pages_may_link_to_them(plan):
    """The files that pages may link to are those that are made, but for those of single arguments, and the bill of materials."""
    made = {uri for uri in texts(plan) if uri.startswith(("api/", "feed")) and "/arguments/" not in uri}
    assert set(DATA) == made | {BILL_PATH}


def test_envelope(plan):
    """Every file says its version, the day of the build and how many items it has, in this order."""
    for name, file in api_files(plan).items():
        assert list(file) == ["schema_version", "generated_at", "total", "items"], name
        assert file["schema_version"] == "1" and file["generated_at"] == "2026-11-21T00:00:00Z", name
        assert file["total"] == len(file["items"]), name


@pytest.mark.parametrize(
    ("name", "fields"), [("arguments.json", BRIEF), ("objections.json", OBJECTION), ("audiences.json", ("id", "label"))]
)
def test_fields(plan, name, fields):
    """Each item of this file has exactly these fields."""
    items = api_files(plan)[name]["items"]
    assert items and {tuple(item) for item in items} == {fields}


def test_fields_of_an_argument(plan):
    """An argument's own file has the fields of the list and the rest; so have what stands inside it."""
    for brief in api_files(plan)["arguments.json"]["items"]:
        [item] = api_files(plan)[f"arguments/{brief['id']}.json"]["items"]
        assert tuple(item) == FULL
        assert {name: item[name] for name in BRIEF} == brief
        assert {tuple(one) for one in item["comebacks"]} == {("they_say", "you_say", "you_say_markdown")}
        assert {tuple(one) for one in item["evidence"]} == {("shows", "strength", "review_by", "source")}
        assert {tuple(one["source"]) for one in item["evidence"]} == {SOURCE}


def test_controls(plan):
    """A control is its text, its chapter and that chapter's page; without a chapter on the site both are null."""
    files = api_files(plan)
    pages = {item["id"]: item["url"] for item in files["chapters.json"]["items"]}
    controls = [one for item in files["objections.json"]["items"] for one in item["controls"]]
    assert controls and {tuple(one) for one in controls} == {("text", "chapter", "url")}
    assert all(one["url"] == pages.get(one["chapter"]) for one in controls)


def test_nulls_are_explicit(plan):
    """All items of a file have the same fields: what is not known is null, or an empty list."""
    for name, file in api_files(plan).items():
        assert len({tuple(item) for item in file["items"]}) <= 1, name
    [item] = api_files(plan)["arguments/same-as-the-phone.json"]["items"]
    assert item["retired_because"] is None and item["contributors"] == []


def test_one_type_for_each_field(small, real):
    """No field has two types over all files, null aside, and no list holds two types."""
    kinds: dict[str, set[str]] = {}
    for plan in (small, real):
        for one in objects(list(api_files(plan).values())):
            for name, value in one.items():
                if value is not None and value != []:
                    kinds.setdefault(name, set()).add(kind_of(value))
    assert len(kinds) > 60
    assert {name: found for name, found in kinds.items() if len(found) > 1 or "/" in str(found)} == {}


def test_plain_text_and_markdown(small):
    """A text with Markdown comes as plain words, and as Markdown whose links are relative to the site's address."""
    [item] = api_files(small)["arguments/same-as-the-phone.json"]["items"]
    assert item["long"] == "More in the policy."
    assert item["long_markdown"] == "More in [the policy](playbook/policy/#why) [@acas-policy]."
    assert item["comebacks"][0]["you_say"] == "It was, and that is why we ask for a trial."
    assert item["comebacks"][0]["you_say_markdown"].endswith("a trial [@acas-policy; review by 2027-05-21].")


def test_no_citation_in_plain_text(real):
    """Of the real content no plain text has a citation, a link or emphasis left in it; their Markdown has citations."""
    pairs = [
        (one[name], one[f"{name}_markdown"])
        for one in objects(list(api_files(real).values())) for name in one if f"{name}_markdown" in one
    ]  # fmt: skip
    plain = json.dumps([text for text, _ in pairs])
    assert "[@" in json.dumps([markdown for _, markdown in pairs])
    assert "[@" not in plain and "](" not in plain and "**" not in plain
    assert all((text is None) == (markdown is None) for text, markdown in pairs)


def test_blocks_in_plain_text(root):
    """In plain text each paragraph and entry has a line of its own, and marks are gone."""
    write(root, "playbook/arguments/same-as-the-phone.yml", argument(
        long="One *word* and `two`,\nstill a_b #c [d](https://x.org).\n\n- e\n- f **g** {{ council.name }}\n\n1. h"
    ))  # fmt: skip
    [item] = api_files(plan_of(root))["arguments/same-as-the-phone.json"]["items"]
    assert item["long"] == "One word and two, still a_b #c d.\n- e\n- f g our council\n1. h"


def test_order(small):
    """Replies and arguments stand in the order of the site: withdrawn ones last, otherwise the strongest first."""
    files = api_files(small)
    order = ["a-fact", "same-as-the-phone", "a-disputed-one", "a-retired-one"]
    assert [item["id"] for item in files["arguments.json"]["items"]] == order
    assert files["objections.json"]["items"][0]["replies"] == order


def test_addresses_lead_to_pages(plan):
    """Each address of ours is that of a page of the plan, its parts aside."""
    pages = {page.uri.removesuffix("index.md").replace(".md", "/") for page in plan.pages}
    found = {one["url"].partition("#")[0] for one in objects(list(api_files(plan).values())) if one.get("url")}
    ours = {url for url in found if "://" not in url}
    cited_by = {url for item in api_files(plan)["sources.json"]["items"] for url in item["cited_by"]}
    assert ours and ours | cited_by <= pages | {""}


def test_ids_lead_to_items(plan):
    """Each id that a list names is that of an item of its kind."""
    files = api_files(plan)
    known = {name.removesuffix(".json"): {one["id"] for one in files[name]["items"]} for name in NAMES}
    lists = {
        "answers": "objections", "works_best_on": "audiences", "does_not_work_on": "audiences", "said_by": "audiences",
        "topics": "topics", "chapters": "chapters", "case_studies": "case-studies", "objections": "objections",
        "arguments": "arguments", "replies": "arguments", "documents": "sources",
    }  # fmt: skip
    checked = 0
    for one in objects(list(files.values())):
        for name, kind in lists.items():
            assert set(one.get(name, [])) <= known[kind], (name, one["id"])
            checked += len(one.get(name, []))
        if one.get("role"):
            assert one["role"] in known["audiences"]
    assert checked


def test_withdrawn_arguments_say_why(small):
    """A disputed and a retired argument are there, with their status and the reason."""
    files = api_files(small)
    why = {
        name: (item["status"], item["retired_because"])
        for name in ("a-disputed-one", "a-retired-one") for item in files[f"arguments/{name}.json"]["items"]
    }  # fmt: skip
    assert why == {
        "a-disputed-one": ("disputed", "The figure is in doubt."),
        "a-retired-one": ("retired", "The figure was withdrawn."),
    }  # fmt: skip


def test_stub_of_what_is_gone(small):
    """In place of an argument that is gone stands a file that says so, why, and what took its place."""
    files = api_files(small)
    [item] = files["arguments/the-phone-line.json"]["items"]
    assert item == {
        "id": "the-phone-line", "url": "arguments/the-phone-line/", "kind": "argument", "status": "gone",
        "now": "same-as-the-phone", "because": "It said the same.", "on": "2026-11-21",
    }  # fmt: skip
    assert "the-phone-line" not in {one["id"] for one in files["arguments.json"]["items"]}


def test_all_that_is_gone(small):
    """Every kind of thing that is gone is listed; a source never had a page, and one may have no successor."""
    items = {item["id"]: item for item in api_files(small)["gone.json"]["items"]}
    assert [(name, one["kind"], one["now"], one["url"]) for name, one in items.items()] == [
        ("a-dead-link", "source", None, None),
        ("an-old-saying", "objection", "time-wasting", "objections/an-old-saying/"),
        ("the-phone-line", "argument", "same-as-the-phone", "arguments/the-phone-line/"),
    ]


def test_drafts_never_appear(small):
    """Nothing of a draft, no id of one and no source that only drafts cite, is in any file for machines."""
    everything = "".join(text for uri, text in texts(small).items() if uri.startswith(("api/", "feed")))
    assert len(everything) > 20_000
    assert not any(word in everything for word in (DRAFT, "a-draft", "draft-chapter", "draft-source"))


def test_compact_and_whole(plan):
    """Each JSON file is one line of UTF-8 with its letters as they are, ended by a line end."""
    for uri, text in texts(plan).items():
        if uri.startswith("api/v1/") and uri.endswith(".json"):
            assert text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) + "\n", uri


def test_same_bytes(root, small):
    """The same playbook elsewhere gives the same bytes, and another address changes only the table, the feed and the files for crawlers and for reports of a weakness."""
    assert texts(plan_of(root)) == texts(small)
    other = texts(plan_of(root, "https://other.example"))
    changed = {uri for uri, text in texts(small).items() if other[uri] != text}
    assert changed == {"api/v1/arguments.csv", "feed.xml", "robots.txt", ".well-known/security.txt"}
    assert "https://other.example/arguments/a-fact/" in other["feed.xml"] and ADDRESS not in other["feed.xml"]


def test_address_of_the_configuration(root):
    """Without another address, that in mkdocs.yml counts; without any, one that leads nowhere."""
    assert "<id>https://playbook.example/feed.xml</id>" in texts(plan_of(root, ""))["feed.xml"]
    write(root, "mkdocs.yml", b"site_name: Our site\nsite_url: https://our.example/playbook\n")
    feed = texts(plan_of(root, ""))["feed.xml"]
    assert "<id>https://our.example/playbook/feed.xml</id>" in feed and "<name>Our site</name>" in feed


def test_day_of_the_build(small):
    """The day is that of the plan, not that of the clock."""
    assert api_files(small)["topics.json"]["generated_at"].startswith(TODAY.isoformat())
