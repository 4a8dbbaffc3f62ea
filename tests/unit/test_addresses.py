"""Where everything stands."""

import pytest
from playbook_kit.addresses import GENERATED, address, is_visible, item_uri, link_targets, resolve, split_target, uri
from playbook_kit.models.kinds import KINDS


@pytest.mark.parametrize(
    ("page", "at"),
    [
        ("index.md", ""),
        ("about.md", "about/"),
        ("arguments/index.md", "arguments/"),
        ("arguments/same-as-the-phone.md", "arguments/same-as-the-phone/"),
        ("do-and-dont/by-role.md", "do-and-dont/by-role/"),
    ],
)
def test_address(page, at):
    """A page's address is its path without the ending, and an index is its folder."""
    assert address(page) == at


@pytest.mark.parametrize(
    ("kind", "item", "page"),
    [
        ("argument", "same-as-the-phone", "arguments/same-as-the-phone.md"),
        ("objection", "time-wasting", "objections/time-wasting.md"),
        ("chapter", "policy", "playbook/policy.md"),
        ("case-study", "monmouthshire", "case-studies/monmouthshire.md"),
        ("page", "about", "about.md"),
        ("source", "acas-policy", None),
        ("tombstone", "the-phone-line", None),
    ],
)
def test_item_uri(content, kind, item, page):
    """Each kind has its folder on the site; sources and tombstones have no page of their own."""
    assert next(item_uri(one) for one in content.of(kind) if one.id == item) == page


def test_uri_of_a_page_at_the_top():
    """A kind whose address is empty stands at the top of the site."""
    assert uri(KINDS["page"].address, "about") == "about.md"


@pytest.mark.parametrize(
    ("item", "visible"),
    [("same-as-the-phone", True), ("an-old-figure", True), ("not-yet-ready", False)],
    ids=["published", "retired", "draft"],
)
def test_is_visible(content, item, visible):
    """Published and withdrawn items are on the site; a draft is not."""
    assert next(is_visible(one) for one in content.of("argument") if one.id == item) is visible


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("playbook/arguments/same-as-the-phone.yml", "arguments/same-as-the-phone.md"),
        ("playbook/arguments/same-as-the-phone.md", "arguments/same-as-the-phone.md"),
        ("playbook/policy.md", "playbook/policy.md"),
        ("case_studies/monmouthshire.md", "case-studies/monmouthshire.md"),
        ("docs/about.md", "about.md"),
        *((f"docs/{page}", page) for page in GENERATED),
    ],
)
def test_link_targets(content, path, page):
    """A link may lead to any page by the path of its file, and to pages that are made as if they lay in docs/."""
    assert link_targets(content)[path] == page


@pytest.mark.parametrize(
    "path",
    [
        "playbook/arguments/not-yet-ready.yml",
        "playbook/sources/acas-policy.yml",
        "playbook/tombstones/the-phone-line.yml",
    ],
)
def test_no_link_target(content, path):
    """Drafts, sources and tombstones have no page to link to."""
    assert path not in link_targets(content)


@pytest.mark.parametrize(
    ("target", "parts"),
    [
        ("policy.md", ("policy.md", "")),
        ("policy.md#do-not", ("policy.md", "do-not")),
        ("#why", ("", "why")),
        ("a%20b.md#t%C5%B7", ("a b.md", "tŷ")),
        ("policy.md?x=1#why", ("policy.md", "why")),
    ],
)
def test_split_target(target, parts):
    """A link is a path and an anchor, both as people read them."""
    assert split_target(target) == parts


@pytest.mark.parametrize(
    ("source", "target", "path"),
    [
        ("playbook/policy.md", "training.md", "playbook/training.md"),
        ("playbook/policy.md", "../case_studies/x.md", "case_studies/x.md"),
        ("playbook/policy.md", "./objections/x.yml", "playbook/objections/x.yml"),
        ("playbook/policy.md", "", "playbook/policy.md"),
        ("playbook/policy.md", "../../etc/passwd", "../etc/passwd"),
    ],
)
def test_resolve(source, target, path):
    """A relative link counts from the folder of its file, and an empty one is the file itself."""
    assert resolve(source, target) == path
