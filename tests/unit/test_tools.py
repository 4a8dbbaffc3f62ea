"""The tools: how a tree is numbered, which ways lead through it, and how long it may be."""

import pytest
from playbook_kit.content import load
from playbook_kit.models import DecisionTree
from playbook_kit.pages.tools import MOST_PATHS, number
from playbook_kit.plan import check_content, make_plan
from playbook_kit.report import as_text
from playbook_kit.rules.tools_sound import MOST_WORDS
from unit_help import ROOT, TODAY, change

TREE = "playbook/tools/should-i-reply.yml"
DATES = {"added_on": TODAY, "reviewed_on": TODAY, "review_by": TODAY}


def tree(questions: dict[str, list[str]], outcomes: list[str]) -> DecisionTree:
    """A decision tree of these questions, each with the places that its answers lead to, and these outcomes."""
    facts = {"title": "T", "summary": "S", "status": "published", "owner": "O", **DATES}
    asked = [
        {"id": one, "ask": f"{one}?", "ways": [{"answer": f"to {to}", "go_to": to} for to in ways]}
        for one, ways in questions.items()
    ]
    ends = [{"id": one, "title": one, "reply": "wait", "steps": ["Wait."], "chapters": ["policy"]} for one in outcomes]
    return DecisionTree.model_validate({**facts, "questions": asked, "outcomes": ends})


def test_questions_have_numbers_and_outcomes_letters():
    """Questions are numbered and outcomes lettered, both in the order of the file; letters go on after Z."""
    names = [f"o{place}" for place in range(28)]
    nodes = number(tree({"first": ["second", "o0"], "second": ["o0", "o1"]}, names))
    marks = {name: node.mark for name, node in nodes.items()}
    assert list(marks) == ["first", "second", *names]
    assert [marks[name] for name in ("first", "second", "o0", "o25", "o26", "o27")] == ["1", "2", "A", "Z", "AA", "AB"]
    assert [nodes[name].is_question for name in ("first", "second", "o0")] == [True, True, False]


def test_every_way_has_its_path():
    """Each place knows every way to it but the one that is its own id alone; the first question is no part of any."""
    nodes = number(tree({"a": ["b", "x"], "b": ["c", "x"], "c": ["x", "y"]}, ["x", "y"]))
    assert {name: node.paths for name, node in nodes.items()} == {
        "a": [], "b": [], "c": ["b.c"], "x": ["b.x", "b.c.x"], "y": ["b.c.y"],
    }  # fmt: skip


def test_paths_have_an_end():
    """A tree through which there are more ways than anybody could print has only so many anchors."""
    questions = {f"q{step}": [f"{side}{step}" for side in "ab"] for step in range(9)}
    for step in range(9):
        to = f"q{step + 1}" if step < 8 else "end"
        questions |= {f"{side}{step}": [to, "other"] for side in "ab"}
    nodes = number(tree(questions, ["end", "other"]))
    assert 0 < sum(len(node.paths) for node in nodes.values()) <= MOST_PATHS


@pytest.fixture
def page(small_root):
    """Gives the page of a tool in the small playbook as it is now."""

    def made(uri: str):
        plan = make_plan(small_root, TODAY)
        assert plan.pages, as_text(plan.problems)
        return next((page for page in plan.pages if page.uri == uri), None)

    return made


@pytest.mark.parametrize(("name", "uri"), [("should-i-reply", "should-i-reply.md"), ("self-check", "where-are-you-now.md")])
def test_no_tool_no_page(small_root, page, name, uri):
    """A tool has its page at a fixed address; one that is a draft or is taken out has none, and nothing breaks."""
    path = small_root / f"playbook/tools/{name}.yml"
    assert page(uri).edit_path == f"playbook/tools/{name}.yml"
    change(small_root, f"playbook/tools/{name}.yml", "status: published", "status: draft")
    assert page(uri) is None
    path.unlink()
    assert page(uri) is None


def test_drafts_are_not_led_to(small_root, page):
    """A chapter that is still a draft may be named by a tool, and is left out of its page until it is published."""
    text = (small_root / "playbook/policy.md").read_text(encoding="utf-8").replace("status: published", "status: draft")
    (small_root / "playbook/not-yet.md").write_text(text, encoding="utf-8")
    tool = small_root / TREE
    tool.write_text(tool.read_text(encoding="utf-8").replace("[policy]", "[not-yet, policy]"), encoding="utf-8")
    assert "not-yet" not in page("should-i-reply.md").body
    assert "Read: [Write a policy](playbook/policy.md)" in page("should-i-reply.md").body


def test_markup_in_plain_fields_is_shown(small_root, page):
    """A question and an answer are plain text: signs that mean something in Markdown or HTML are shown as they are."""
    change(small_root, TREE, "ask: Is it rude?", "ask: Is it <b>*rude*</b>?")
    change(small_root, TREE, "answer: Yes, or it could be", "answer: Yes [or](so)")
    body = page("should-i-reply.md").body
    assert "&#60;b&#62;\\*rude\\*&#60;/b&#62;" in body and "\\[or\\](so)" in body


def test_too_long(small_root):
    """A tree with more words than one side of A4 holds is refused, with how many are too many."""
    step = "word " * 30
    many = "".join(f"\n      - {step.strip()}" for _ in range(4))
    more = "".join(
        f"\n  - id: more{place}\n    title: More\n    reply: wait\n    chapters: [policy]\n    steps:{many}" for place in range(10)
    )
    ways = "".join(f"\n      - answer: More\n        go_to: more{place}" for place in range(8))
    last = "".join(f"\n      - answer: More\n        go_to: more{place}" for place in (8, 9))
    change(small_root, TREE, "ask: Is it rude?\n    ways:", f"ask: Is it rude?\n    ways:{ways}")
    change(small_root, TREE, "help: If in doubt, answer *yes*.\n    ways:", f"ways:{last}")
    change(small_root, TREE, "outcomes:", f"outcomes:{more}")
    found = as_text(check_content(small_root, TODAY))
    words = 10 * (4 * 30 + 1 + 1) + 35
    assert (
        f"{TREE}:6:3: The questions and outcomes have {words:,} words; one side of A4 holds {MOST_WORDS:,}. (tool)\n"
        f"    Take out {words - MOST_WORDS} or more.\n"
    ) in found


def test_every_outcome_of_the_real_tree_is_near():
    """In the real tree no outcome is more than six questions away."""
    model = next(item.model for item in load(ROOT).of("decision-tree"))
    steps = [len(path.split(".")) for node in number(model).values() if not node.is_question for path in [*node.paths]]
    assert steps and max(steps) <= 6
