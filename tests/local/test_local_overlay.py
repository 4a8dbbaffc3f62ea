"""A council's folder over the small playbook: what is read, whose it is, and where it is edited."""

import pytest
from local_help import ARGUMENT, based_on, council, item, joined
from playbook_kit.content import load
from playbook_kit.plan import make_plan
from playbook_kit.report import as_text
from small_playbook import FILES, TODAY, problems_of

REPLACED = f"---\nbased_on: {based_on('page', 'index')}\n---\n\nAnytown's own words, see [the policy](../playbook/policy.md).\n"
OWN_PAGE = "---\ntitle: Our rota\nsummary: Who is called.\n---\n\nCall [the team](index.md), see [ours](../playbook/ours.md).\n"
OWN_CHAPTER = FILES["playbook/policy.md"].replace("title: Write a policy", "title: Ours")
EVERYTHING = {
    "local/council.yml": "name: Anytown Council\nreviews:\n  - {what: chapter, owner: Us}\n  - {what: chapter/policy, every_months: 3}\n",
    ARGUMENT: f"based_on: {based_on('argument', 'same-as-the-phone', 'one_liner')}\none_liner: At Anytown we trust people.\n",
    "local/arguments/same-as-the-phone.before.md": "First of all, [ours](../ours.md).\n",
    "local/objections/time-wasting.after.md": "Last of all [@acas-policy].\n",
    "local/chapters/policy.before.md": "Before it all.\n",
    "local/chapters/policy.after.md": "After it all.\n",
    "local/chapters/ours.md": OWN_CHAPTER,
    "local/case_studies/anytown.md": f"---\nbased_on: {based_on('case-study', 'anytown', 'title')}\ntitle: Our Anytown\n---\n",
    "local/pages/index.replace.md": REPLACED,
    "local/pages/help/our-rota.md": OWN_PAGE.replace("index.md", "../index.md").replace("../playbook", "../../playbook"),
    "local/sources/our-guide.yml": FILES["playbook/sources/acas-policy.yml"].replace("Social", "Our social"),
    "local/templates/trial-plan.after.md": "Sign here, as [@our-guide] says.\n",
    "local/tools/blocked.yml": "based_on: {}\ngroups:\n  - id: tools\n    rows:\n      - {{id: maps, label: A map}}\n",
    "local/terms.yml": "glossary:\n  - {id: ours, term: our term, meaning: It is ours.}\n",
    "local/README.md": "Notes for us.\n",
    "local/brand/logo.svg": "<svg/>\n",
}


@pytest.fixture
def root(tmp_path):
    """The small playbook with something of every sort in the council's folder."""
    tools = "local/tools/blocked.yml"
    files = EVERYTHING | {tools: EVERYTHING[tools].format("bcdfghjklm")}
    first = problems_of(council(tmp_path / "first", files))
    drift = load(tmp_path / "first").drift
    assert [problem.rule for problem in first] == ["drift"]
    return council(tmp_path / "playbook", files | {tools: EVERYTHING[tools].format(drift[0].now)})


def test_nothing_to_mend(root):
    """Something of every sort that a council can write passes, warnings included."""
    assert as_text(problems_of(root)) == "Nothing to mend."


@pytest.mark.parametrize(
    ("kind", "item_id", "origin", "edit_path"),
    [
        ("argument", "same-as-the-phone", "changed", "playbook/arguments/same-as-the-phone.yml"),
        ("objection", "time-wasting", "changed", "playbook/objections/time-wasting.yml"),
        ("chapter", "policy", "changed", "playbook/policy.md"),
        ("chapter", "ours", "local", "local/chapters/ours.md"),
        ("case-study", "anytown", "changed", "case_studies/anytown.md"),
        ("page", "index", "changed", "local/pages/index.replace.md"),
        ("page", "help/our-rota", "local", "local/pages/help/our-rota.md"),
        ("source", "our-guide", "local", "local/sources/our-guide.yml"),
        ("source", "acas-policy", "upstream", "playbook/sources/acas-policy.yml"),
        ("template", "trial-plan", "changed", "playbook/templates/trial-plan.md"),
        ("blocked", "blocked", "changed", "playbook/tools/blocked.yml"),
        ("glossary", "glossary", "changed", "playbook/glossary.yml"),
        ("self-check", "self-check", "upstream", "playbook/tools/self-check.yml"),
    ],
)
def test_provenance(root, kind, item_id, origin, edit_path):
    """Each item says whose it is, and its edit link opens the council's file where its text is the council's alone."""
    found = item(load(root), kind, item_id)
    assert (found.origin, found.edit_path) == (origin, edit_path)
    assert bool(found.own_files) is (origin != "upstream")


def test_pages_say_whose_they_are(root):
    """Pages carry the same facts, and only what is edited in the council's folder is edited in its repository."""
    pages = {page.uri: page for page in make_plan(root, TODAY).pages}
    assert (pages["index.md"].origin, pages["index.md"].is_edited_locally) == ("changed", True)
    assert (pages["playbook/policy.md"].origin, pages["playbook/policy.md"].is_edited_locally) == ("changed", False)
    assert (pages["playbook/ours.md"].origin, pages["playbook/ours.md"].is_edited_locally) == ("local", True)
    assert (pages["sources.md"].origin, pages["sources.md"].own_files) == ("upstream", ())
    assert pages["playbook/policy.md"].own_files == ("local/chapters/policy.before.md", "local/chapters/policy.after.md")


def test_text_around(root):
    """The council's text stands before and after the playbook's, which is there whole."""
    body = item(load(root), "chapter", "policy").body.split()
    theirs = FILES["playbook/policy.md"].split("---\n")[2].split()
    assert body == ["Before", "it", "all.", *theirs, "After", "it", "all."]


def test_text_around_an_argument(root):
    """Where an item's text is in its fields, the council's stands in blocks of its own that say whose it is."""
    playbook = joined(root)
    argument, objection = playbook.arguments["same-as-the-phone"], playbook.objections["time-wasting"]
    assert (argument.own_before, argument.own_after) == ("First of all, [ours](../ours.md).", "")
    assert (objection.own_before, objection.own_after) == ("", "Last of all [@acas-policy].")
    pages = {page.uri: page.body for page in make_plan(root, TODAY).pages}
    shown = pages["arguments/same-as-the-phone.md"]
    assert shown.index("Added by Anytown Council") < shown.index("[ours](../playbook/ours.md)") < shown.index("pb-oneliner")
    assert "\f" not in "".join(pages.values())
    assert "local.md" in pages and "pb-own" not in pages["playbook/policy.md"]


def test_fields(root):
    """A field of the council's takes the place of the playbook's, and all others stay."""
    playbook = joined(root)
    model = playbook.arguments["same-as-the-phone"].model
    assert (model.one_liner, model.title) == ("At Anytown we trust people.", "Same as the phone")
    assert playbook.case_studies["anytown"].title == "Our Anytown"
    assert [row.id for group in playbook.blocked.model.groups for row in group.rows] == ["youtube", "surveys", "maps"]
    assert [term.id for term in playbook.glossary.model.terms] == ["foi", "handle", "ours"]


def test_reviews(root):
    """Owner and date of review follow the council: the entry for an item goes before the one for its kind."""
    chapters = joined(root).chapters
    assert (chapters["policy"].model.owner, str(chapters["policy"].model.review_by)) == ("Us", "2027-02-21")
    assert chapters["policy"].model.reviewed_on == TODAY


def test_own_source_is_cited(root):
    """A source of the council's is listed and cited like any other."""
    assert [one.id for one in joined(root).cited_by["our-guide"]] == ["trial-plan"]


def test_without_folder(tmp_path):
    """Without the folder nothing is changed, added or hidden, and no place is kept."""
    content = load(council(tmp_path, {}))
    assert {one.origin for one in content.items} == {"upstream"}
    assert (content.places, content.drift, content.hidden, content.terms) == ({}, [], {}, [])
    assert "local.md" not in {page.uri for page in make_plan(tmp_path, TODAY).pages}


def test_item_added_upstream_with_the_same_id(tmp_path):
    """If the playbook comes to have an id that is the council's, the council is asked what it meant."""
    root = council(tmp_path, {"local/chapters/ours.md": OWN_CHAPTER, "playbook/ours.md": OWN_CHAPTER})
    assert {problem.rule for problem in problems_of(root)} == {"local-text", "based-on"}
    assert {problem.path for problem in problems_of(root)} == {"local/chapters/ours.md"}


def test_page_of_what_is_local(root, tmp_path):
    """The page of what is local names what was added and changed, and shows both wordings of what drifted."""
    pages = {page.uri: page for page in make_plan(root, TODAY).pages}
    page = pages["local.md"]
    assert page.facts["noindex"] is True
    assert "[Our rota](help/our-rota.md)" in page.body and "[Write a policy](playbook/policy.md)" in page.body
    assert "The playbook still says" in page.body
    drifted = council(tmp_path / "drifted", {ARGUMENT: "based_on: bcdfghjklm\none_liner: At Anytown we trust people.\n"})
    body = next(page.body for page in make_plan(drifted, TODAY).pages if page.uri == "local.md")
    assert "> We trust people with a telephone" in body and "> At Anytown we trust people." in body


def test_the_page_is_not_searched(root):
    """The page of what is local stands in no search."""
    plan = make_plan(root, TODAY)
    index = "".join(data.text for data in plan.data if data.uri.startswith("search/en"))
    assert '"local/"' not in index and "our-rota" in index


OWN_REVIEWS = """\
name: Anytown Council
reviews:
  - {what: chapter, owner: the web team}
  - what: chapter/ours
    every_months: 1
  - {what: argument, every_months: 3}
"""


def own_items(root, council_text=OWN_REVIEWS, chapter=OWN_CHAPTER):
    """The small playbook with a chapter, an argument and a page of the council's own, and what it says of reviews."""
    argument = FILES["playbook/arguments/same-as-the-phone.yml"]
    return council(root, {
        "local/council.yml": council_text, "local/chapters/ours.md": chapter, "local/arguments/our-point.yml": argument,
        "local/pages/rota.md": "---\ntitle: Rota\nsummary: Who is called.\nreviewed_on: 2026-11-21\n---\n\nRing us.\n",
    })  # fmt: skip


def test_reviews_of_own_items(tmp_path):
    """What the list of reviews says of a kind or of one item holds for the council's own items as for the playbook's."""
    content = load(own_items(tmp_path))
    ours, theirs = item(content, "chapter", "ours"), item(content, "chapter", "policy")
    assert (ours.model.owner, str(ours.model.review_by)) == ("the web team", "2026-12-21")
    assert (theirs.model.owner, str(theirs.model.review_by)) == ("the web team", "2027-11-21")
    assert str(item(content, "argument", "our-point").model.review_by) == "2027-02-21"
    assert (ours.origin, ours.edit_path, ours.own_files) == ("local", "local/chapters/ours.md", ("local/chapters/ours.md",))
    assert as_text(problems_of(tmp_path)) == "Nothing to mend."


def test_own_item_without_owner(tmp_path):
    """An item of the council's own may leave out what its list of reviews says."""
    chapter = OWN_CHAPTER.replace("owner: Playbook maintainers\n", "").replace("review_by: 2027-11-21\n", "")
    content = load(own_items(tmp_path, chapter=chapter))
    assert content.problems == []
    assert item(content, "chapter", "ours").model.owner == "the web team"


def test_faults_of_own_items_with_reviews(tmp_path):
    """A fault in such an item is reported in its own file and line, and an overdue date in the line that sets it."""
    chapter = OWN_CHAPTER.replace("[@acas-policy]", "[@acas]").replace("reviewed_on: 2026-11-21", "reviewed_on: 2026-05-31")
    root = own_items(tmp_path, chapter=chapter.replace("part: ground-rules", "part: rules"))
    line = {part: next(n for n, one in enumerate(chapter.split("\n"), 1) if one.startswith(part)) for part in ("part:", "- write it")}
    found = [(problem.path, problem.line, problem.level) for problem in problems_of(root)]
    assert found == [
        ("local/chapters/ours.md", line["part:"], "error"), ("local/chapters/ours.md", line["- write it"], "error"),
        ("local/council.yml", 5, "warning"),
    ]  # fmt: skip
