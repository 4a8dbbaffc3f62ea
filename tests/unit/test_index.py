"""The joined view."""

import datetime

import pytest
from playbook_kit.checked import check_content
from playbook_kit.content import Content, load
from playbook_kit.index import join, sources_in
from playbook_kit.plan import make_plan
from playbook_kit.problem import errors
from unit_help import TODAY, change, write


def ids(entries):
    """The ids of some entries, in their order."""
    return [entry.id for entry in entries]


@pytest.mark.parametrize(
    ("group", "found"),
    [
        ("arguments", ["same-as-the-phone", "an-old-figure"]),
        ("objections", ["time-wasting"]),
        ("chapters", ["policy"]),
        ("case_studies", ["monmouthshire"]),
        ("sources", ["mon-guidance", "acas-policy"]),
        ("pages", ["about", "index"]),
    ],
)
def test_groups(playbook, group, found):
    """Each group holds what is visible, in the readers' order: no drafts, withdrawn arguments last."""
    assert list(getattr(playbook, group)) == found


def test_replies(playbook):
    """Replies come with the strongest first, but withdrawn ones last, however strong."""
    assert [(e.id, e.model.strength, e.model.status) for e in playbook.replies("time-wasting")] == [
        ("same-as-the-phone", "medium", "published"),
        ("an-old-figure", "strong", "retired"),
    ]


@pytest.mark.parametrize(
    ("strengths", "order"),
    [(("weak", "strong"), ["b-second", "a-first"]), (("medium", "medium"), ["a-first", "b-second"])],
    ids=["strength", "then-title"],
)
def test_order_of_arguments(small_root, strengths, order):
    """Arguments of one status stand in the order of strength, then of title."""
    text = (small_root / "playbook/arguments/same-as-the-phone.yml").read_text(encoding="utf-8")
    for name, title, strength in zip(("a-first", "b-second"), ("A", "B"), strengths, strict=True):
        changed = text.replace("title: Same as the phone", f"title: {title}").replace("medium\none", f"{strength}\none")
        write(small_root, f"playbook/arguments/{name}.yml", changed)
    found = ids(join(load(small_root), TODAY).replies("time-wasting"))
    assert [one for one in found if one in order] == order


def test_most_answered_objection_comes_first(small_root):
    """The objection with the most replies comes first, then the order is that of titles."""
    text = (small_root / "playbook/objections/time-wasting.yml").read_text(encoding="utf-8")
    write(small_root, "playbook/objections/a-later-one.yml", text.replace("title: Staff", "title: A staff"))
    change(small_root, "playbook/arguments/an-old-figure.yml", "[time-wasting]", "[time-wasting, a-later-one]")
    assert list(join(load(small_root), TODAY).objections) == ["time-wasting", "a-later-one"]


@pytest.mark.parametrize(
    ("method", "arguments", "found"),
    [
        ("arguments_for", ("chapters", "policy"), ["same-as-the-phone"]),
        ("arguments_for", ("case_studies", "monmouthshire"), ["same-as-the-phone"]),
        ("cases_for", ("chapters", "policy"), ["monmouthshire"]),
        ("cases_for", ("objections", "time-wasting"), ["monmouthshire"]),
        ("objections_for_chapter", ("policy",), ["time-wasting"]),
        ("objections_for_chapter", ("none",), []),
    ],
)
def test_back_references(playbook, method, arguments, found):
    """What names something is found from that thing, though it is written only once."""
    assert ids(getattr(playbook, method)(*arguments)) == found


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("chapters", "playbook/policy.md"),
        ("case_studies", "case_studies/monmouthshire.md"),
        ("answers", "playbook/objections/time-wasting.yml"),
    ],
)
def test_references_to_drafts_are_left_out(small_root, kind, path):
    """What names a draft does not lead to it, since it has no page yet."""
    change(small_root, path, "status: published", "status: draft")
    assert getattr(join(load(small_root), TODAY).arguments["same-as-the-phone"].model, kind) == []


def test_tools_for(playbook):
    """A chapter knows the tools that lead to it, from an outcome or an answer, and only those."""
    assert ids(playbook.tools_for("policy")) == ["should-i-reply", "self-check"]
    assert ids(playbook.tools_for("training")) == []


def test_cited_by(playbook):
    """Each source knows what cites it, each thing once; drafts do not count."""
    assert {source: sorted(ids(found)) for source, found in playbook.cited_by.items()} == {
        "acas-policy": [
            "an-old-figure", "blocked", "glossary", "policy", "same-as-the-phone", "self-check", "should-i-reply",
            "time-wasting", "trial-plan",
        ],
        "mon-guidance": ["blocked", "monmouthshire", "policy", "same-as-the-phone", "time-wasting"],
    }


def test_citation_in_code_does_not_count(small_root):
    """A citation that is shown as code cites nothing."""
    write(small_root, "docs/about.md", "---\ntitle: About\nsummary: About.\n---\n`[@acas-policy]`\n")
    assert "about" not in ids(join(load(small_root), TODAY).cited_by["acas-policy"])


def test_sources_in(playbook):
    """The sources of an entry come each once, those in fields before those in text."""
    assert sources_in(playbook.case_studies["monmouthshire"]) == ["mon-guidance"]
    assert sources_in(playbook.arguments["same-as-the-phone"]) == ["acas-policy", "mon-guidance"]


def test_countries_of(playbook):
    """An argument is about the countries of its evidence, in the vocabulary's order."""
    assert playbook.countries_of(playbook.arguments["same-as-the-phone"]) == ["uk", "wales"]


def test_term(playbook):
    """A term is found by its list and its id."""
    assert playbook.term("audiences", "ict-security").label == "ICT and security"


def test_advice_of(playbook):
    """A chapter's advice is that of its lists and roles."""
    assert [(one.is_do, one.role) for one in playbook.advice_of("policy")] == [
        (True, None), (True, None), (False, None), (True, "Managers"), (False, "Managers"), (True, "Staff"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("topic", "found"),
    [
        (
            "time",
            [["time-wasting"], ["same-as-the-phone", "an-old-figure"], ["policy"], ["monmouthshire"], ["trial-plan"]],
        ),
        ("security", [[], [], ["policy"], [], []]),
    ],
)
def test_about(playbook, topic, found):
    """Everything on a topic is found, by kind."""
    assert [ids(entries) for entries in playbook.about(topic).values()] == found
    assert list(playbook.about(topic)) == ["objections", "arguments", "chapters", "case_studies", "templates"]


def test_last_reviewed(playbook):
    """The playbook was last reviewed when the latest of its items was."""
    assert playbook.last_reviewed == datetime.date(2026, 11, 21)


def test_gone(playbook):
    """What is gone is known by kind and id, with what took its place."""
    assert [(gone.kind, gone.id, gone.now) for gone in playbook.gone] == [
        ("source", "a-lost-source", None), ("argument", "the-phone-line", "same-as-the-phone"),
    ]  # fmt: skip


def test_no_vocabulary(tmp_path):
    """Content without a vocabulary cannot be joined, and says so."""
    with pytest.raises(ValueError, match="vocabulary"):
        join(Content(tmp_path), TODAY)


def test_same_content_same_view(content):
    """Joining the same content twice gives the same view."""
    assert join(content, TODAY) == join(content, TODAY)


def test_a_council_fills_its_name_and_contacts_in(small_root):
    """What a council says of itself stands in texts and in fields; a contact that it leaves out is left to fill in."""
    text = "---\ntitle: About\nsummary: About.\n---\nAsk {{ council.name }}, {{ contact.duty }} or {{ contact.ict }}.\n"
    write(small_root, "docs/about.md", text)
    change(small_root, "playbook/arguments/same-as-the-phone.yml", "concession: ", "concession: At {{ council.short_name }}, ")
    plain = join(load(small_root), TODAY)
    assert "Ask our council, \\[duty number\\] or \\[ICT contact\\]." in plain.pages["about"].body
    write(small_root, "local/council.yml", "name: Any*town* Council\ncontacts:\n  duty: ring 0\n")
    filled = join(load(small_root), TODAY)
    assert "Ask Any\\*town\\* Council, ring 0 or \\[ICT contact\\]." in filled.pages["about"].body
    assert filled.arguments["same-as-the-phone"].model.concession.startswith("At Any\\*town\\* Council, ")
    assert errors(check_content(small_root, TODAY)) == []


def test_a_citation_is_due_when_its_source_is(small_root):
    """A claim has its own review day, or the first of its sources' days; what is past is marked wherever it is cited."""
    late = TODAY - datetime.timedelta(days=1)
    change(small_root, "playbook/sources/acas-policy.yml", "read_as:", f"review_by: {late}\nread_as:")
    playbook = join(load(small_root), TODAY)
    assert playbook.overdue(None, ["mon-guidance", "acas-policy"]) == late
    assert playbook.overdue(None, ["mon-guidance"]) is None
    assert playbook.overdue(TODAY, ["acas-policy"]) is None
    pages = {page.uri: page.body for page in make_plan(small_root, TODAY).pages}
    assert "should have been checked by" in pages["playbook/policy.md"]
    problems = [(problem.path, problem.level) for problem in check_content(small_root, TODAY) if problem.rule == "review-due"]
    assert ("playbook/sources/acas-policy.yml", "warning") in problems
