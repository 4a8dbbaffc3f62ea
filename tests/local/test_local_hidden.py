"""What a council hides is gone from every page, list, file and document, and nothing leads to it."""

import re

import pytest
from local_help import council, joined
from playbook_kit.models.made_pages import GENERATED, KEPT, MADE
from playbook_kit.navigation import without_pages
from playbook_kit.plan import make_plan
from playbook_kit.problem import errors
from playbook_kit.tailor.unlink import unlink
from small_playbook import FILES, TODAY, problems_of

HIDEABLE = [
    ("chapter/policy", "playbook/policy", "Write a policy"),
    ("argument/same-as-the-phone", "arguments/same-as-the-phone", "Same as the phone"),
    ("objection/time-wasting", "objections/time-wasting", "Staff will waste time"),
    ("case-study/anytown", "case-studies/anytown", "Opened access to all staff"),
    ("template/trial-plan", "templates/trial-plan", "Trial plan"),
    ("glossary/glossary", "glossary", "The short name of an account"),
    ("blocked/blocked", "what-is-blocked", "A list to tick"),
    ("decision-tree/should-i-reply", "should-i-reply", "What to do with a message"),
    ("self-check/self-check", "where-are-you-now", "Is there a policy?"),
    ("page/about", "about", "Who keeps this"),
]
ABOUT = "---\ntitle: About\nsummary: Who keeps this.\n---\n\nSee [the tree](../playbook/tools/should-i-reply.yml).\n"


def hide(root, *what):
    """The small playbook whose council hides these."""
    entries = "".join(f"  - what: {one}\n    reason: Not for us.\n" for one in what)
    return council(root, {"docs/about.md": ABOUT, "local/council.yml": f"name: Anytown Council\nhide:\n{entries}"})


@pytest.mark.parametrize(("what", "address", "words"), HIDEABLE, ids=[one[0] for one in HIDEABLE])
def test_gone_from_everything(what, address, words, tmp_path):
    """No page, no data, no paper and no handout has it or leads to it, though others name it in fields and in text."""
    root = hide(tmp_path, what)
    assert errors(problems_of(root)) == []
    plan = make_plan(root, TODAY)
    assert f"{address}.md" not in {page.uri for page in plan.pages}
    assert plan.hidden == {f"{address}.md"}
    texts = {page.uri: page.body for page in plan.pages} | {data.uri: data.text for data in plan.data if "schema" not in data.uri}
    link = re.compile(rf"[(\"/]{re.escape(address)}(\.md|/)[\"#)]")
    assert [uri for uri, text in texts.items() if link.search(text)] == []
    del texts["contribute/fields.md"]  # its examples are of the real playbook
    assert [uri for uri, text in texts.items() if words in text] == []
    assert words not in repr(plan.sheets) + repr(plan.handouts)


@pytest.mark.parametrize(("what", "address", "words"), HIDEABLE, ids=[one[0] for one in HIDEABLE])
def test_was_there(what, address, words, tmp_path):
    """Without the entry each of these has its page, and its words stand somewhere: the test above looks for the right thing."""
    plan = make_plan(hide(tmp_path, "page/about" if what != "page/about" else "argument/same-as-the-phone"), TODAY)
    texts = " ".join([*(page.body for page in plan.pages), *(data.text for data in plan.data)])
    assert f"{address}.md" in {page.uri for page in plan.pages}
    assert words in texts


def test_everything_at_once(tmp_path):
    """A council may hide everything but the home page; what leads to nothing is said, and the site can be made."""
    root = hide(tmp_path, *(what for what, _, _ in HIDEABLE))
    assert errors(problems_of(root)) == []
    assert [page.uri for page in make_plan(root, TODAY).pages if page.kind in ("argument", "objection", "chapter", "page")] == []


def test_link_becomes_words(tmp_path):
    """What a link to it said stays, without the link."""
    playbook = joined(hide(tmp_path, "chapter/policy"))
    assert playbook.arguments["same-as-the-phone"].model.long == "More in the policy [@acas-policy]."
    assert playbook.pages["index"].body.strip() == "Begin with the policy."
    assert playbook.arguments["same-as-the-phone"].model.chapters == []


def test_signpost_to_hidden(tmp_path):
    """What was renamed to something hidden leads nowhere, and still says why it went."""
    stone = next(stone for stone in joined(hide(tmp_path, "argument/same-as-the-phone")).gone if stone.id == "the-phone-line")
    assert (stone.now, stone.because) == (None, "It said the same.")


MADE_PAGES = {one: uri for one, uri in MADE.items() if one not in KEPT and one not in ("local", "briefs")}
SEES = "---\ntitle: About\nsummary: Who keeps this.\n---\n\n" + "".join(f"See [our {one}]({uri}).\n" for one, uri in MADE.items())


def with_links(root, *what):
    """The same, with a page, a banner and a footer that lead to every page that is made from other files."""
    hide(root, *what)
    said = (root / "local/council.yml").read_text(encoding="utf-8")
    said += "announcement: {text: 'See [the new](../docs/whats-new.md).'}\nfooter: 'See [mine](../docs/my-case.md).'\n"
    return council(root, {"docs/about.md": SEES.replace("See [our local](local.md).\n", ""), "local/council.yml": said})


def links_to(plan, uri):
    """The pages, data and settings of a plan that lead to a page, as Markdown or as an address."""
    texts = {page.uri: page.body for page in plan.pages} | {data.uri: data.text for data in plan.data if "schema" not in data.uri}
    texts |= {"banner": plan.settings.announcement or "", "footer": plan.settings.footer or ""}
    stem = re.escape(uri.removesuffix("index.md").removesuffix(".md").rstrip("/"))
    link = re.compile(rf"[(\"/]{stem}(?:/index)?(?:\.md|/)[\"#)?]")
    return [name for name, text in texts.items() if link.search(text)]


@pytest.mark.parametrize(("one", "uri"), MADE_PAGES.items(), ids=list(MADE_PAGES))
def test_made_page_hidden(one, uri, tmp_path):
    """A page that is made from other files can be hidden, with those below it; what led to it leads nowhere."""
    plan = make_plan(with_links(tmp_path, f"page/{one}"), TODAY)
    assert plan.pages and uri not in {page.uri for page in plan.pages}
    assert uri in plan.hidden and {"index.md", "about.md"} <= {page.uri for page in plan.pages}
    assert links_to(plan, uri) == []
    assert f"our {one}" in next(page.body for page in plan.pages if page.uri == "about.md")


@pytest.mark.parametrize(("one", "uri"), MADE_PAGES.items(), ids=list(MADE_PAGES))
def test_made_page_led_to(one, uri, tmp_path):
    """Where nothing is hidden, each of these is there and led to: the test above looks for the right thing."""
    plan = make_plan(with_links(tmp_path, "argument/same-as-the-phone"), TODAY)
    assert uri in {page.uri for page in plan.pages}
    assert "about.md" in links_to(plan, uri)


def test_briefs_hidden(tmp_path):
    """Without the page of briefs there are no briefs: no page, no file, no link, and no place in the navigation."""
    plan = make_plan(with_links(tmp_path, "page/briefs"), TODAY)
    assert (plan.sheets, [page.uri for page in plan.pages if page.uri.startswith("briefs/")]) == ([], [])
    assert links_to(plan, "briefs/index.md") == []
    assert without_pages([{"Briefs": "briefs/"}, "index.md"], plan.hidden) == ["index.md"]


def test_page_of_ones_own_list_hidden(tmp_path):
    """The page that lists what is a council's own can be hidden too."""
    root = hide(tmp_path, "page/local")
    council(root, {"local/pages/ours.md": ABOUT.replace("See [the tree](../playbook/tools/should-i-reply.yml).", "It is ours.")})
    assert "local.md" not in {page.uri for page in make_plan(root, TODAY).pages}


def test_pages_below(tmp_path):
    """With a page go those below it, those that are made too, and not the council's own."""
    page = ABOUT.replace("../playbook/tools", "../../playbook/tools")
    root = hide(tmp_path, "page/contribute", "page/contribute/more")
    files = {"docs/contribute.md": ABOUT, "docs/contribute/more.md": page, "local/pages/contribute/ours.md": page, "docs/contributed.md": ABOUT}
    council(root, files)
    assert errors(problems_of(root)) == []
    plan = make_plan(root, TODAY)
    made = {uri for uri in GENERATED if uri.startswith("contribute/")}
    assert made and plan.hidden == {"contribute.md", "contribute/more.md"} | made
    assert {"contribute/ours.md", "contributed.md"} <= {page.uri for page in plan.pages}


def test_door_to_hidden(tmp_path):
    """A part of the home page whose only links led to what is hidden goes with it; the others stay."""
    home = (
        "---\ntitle: Home\nsummary: Where to begin.\n---\n\n## First\n\nRead [it](../playbook/policy.md).\n\n## Second\n\n"
        "See [mine](my-case.md) or [it](../playbook/policy.md).\n\n## Third\n\nSee [mine](my-case.md).\n\n## Fourth\n\nNo link.\n"
    )
    root = hide(tmp_path, "page/my-case")
    council(root, {"docs/index.md": home})
    body = next(page.body for page in make_plan(root, TODAY).pages if page.uri == "index.md")
    assert re.findall(r"## (First|Second|Third|Fourth)", body) == ["First", "Second", "Fourth"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See [it](../policy.md){ .pb-link }.", "See it."),
        ("See [it](../policy.md).", "See it."),
        ("See [it](../policy.md#why).", "See it."),
        ('See [it](<../policy.md> "Title").', "See it."),
        ("See [a [nested] label](../policy.md) and [on](../other.md).", "See a [nested] label and [on](../other.md)."),
        ("See [it\nall](../policy.md).", "See it\nall."),
        ("See [it][p], [p] and [p][].\n\n[p]: ../policy.md\n", "See it, p and p.\n\n\n"),
        ("See [it][o].\n\n[o]: ../other.md\n", "See [it][o].\n\n[o]: ../other.md\n"),
        ("`[it](../policy.md)`", "`[it](../policy.md)`"),
        ("[it](https://a.test/policy.md)", "[it](https://a.test/policy.md)"),
        ("[it](#why) [@acas-policy] ![x](../policy.md)", "[it](#why) [@acas-policy] ![x](../policy.md)"),
    ],
)
def test_unlink(text, expected):
    """Only links to what is hidden lose their address, in every way that Markdown has of writing them."""
    assert unlink(text, "playbook/arguments/x.yml", {"playbook/policy.md"}) == expected


def test_navigation():
    """The navigation loses the hidden page at any depth, and a group that has no other."""
    nav = ["index.md", {"About": ["about.md", {"More": ["gone.md"]}]}, {"Gone": "gone.md"}, "gone.md"]
    assert without_pages(nav, {"gone.md"}) == ["index.md", {"About": ["about.md"]}]


def test_rules_still_read_it(tmp_path):
    """A hidden file is checked like any other: it is the playbook's, and may be shown again."""
    root = hide(tmp_path, "chapter/policy")
    (root / "playbook/policy.md").write_text(FILES["playbook/policy.md"].replace("[@acas-policy]", "[@acas]"), encoding="utf-8")
    assert [problem.path for problem in errors(problems_of(root))] == ["playbook/policy.md"]
