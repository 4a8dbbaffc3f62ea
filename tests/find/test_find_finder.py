"""What the list of all arguments filters by, and what withdrawn items say, before any browser has seen it."""

import datetime
from pathlib import Path

import pytest
import yaml
from many_arguments import DISPUTED, RETIRED, write_many, write_yaml
from playbook_kit.content import load
from playbook_kit.index import join
from playbook_kit.pages.find import Finder, make_finder
from playbook_kit.plan import make_plan
from playbook_kit.words import load_words

FEW = 20
TODAY = datetime.date(2026, 11, 21)


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A few arguments, enough for each objection to have one."""
    return write_many(tmp_path_factory.mktemp("few") / "playbook", FEW)


def finder(root: Path) -> Finder:
    """What the page of all arguments is made from."""
    return make_finder(join(load(root), TODAY), load_words(root)[0])


def change(path: Path, **changed: object) -> None:
    """Change fields of a file."""
    write_yaml(path, yaml.safe_load(path.read_text(encoding="utf-8")) | changed)


def test_facets_in_order(root):
    """The facets stand in the order of the questions that a reader has."""
    assert [facet.name for facet in finder(root).facets] == [
        "objection", "audience", "strength", "response", "topic", "country",
    ]  # fmt: skip


def test_no_empty_choices(root):
    """Every choice has an argument, and the ids of each argument are among the choices."""
    made = finder(root)
    choices = {facet.name: {choice.id for choice in facet.choices} for facet in made.facets}
    assert all(choice.count > 0 for facet in made.facets for choice in facet.choices)
    assert all(set(one.values[name]) <= choices[name] for one in made.found for name in choices)


def test_choices_in_the_vocabularys_order(root):
    """Choices keep the order of the vocabulary, whatever the order in which arguments name them."""
    vocabulary = yaml.safe_load((root / "playbook/vocabulary.yml").read_text(encoding="utf-8"))
    order = [one["id"] for one in vocabulary["audiences"]]
    ids = [choice.id for facet in finder(root).facets if facet.name == "audience" for choice in facet.choices]
    assert ids == sorted(ids, key=order.index)


def test_objections_carry_what_is_heard(root):
    """An objection's choice knows its title, every wording and its other words."""
    [objections] = [facet for facet in finder(root).facets if facet.name == "objection"]
    [one] = [choice for choice in objections.choices if choice.id == "time-wasting"]
    assert one.label == "“Staff will waste time”"
    assert {"Staff will waste time", "They'll be on Facebook all day", "skiving"} < set(one.heard_as)


def test_withdrawn_last(root):
    """A disputed argument comes after every published one, and retired ones after that."""
    statuses = [one.entry.model.status for one in finder(root).found]
    assert statuses == sorted(statuses, key=("published", "disputed", "retired").index)
    assert [one.entry.id for one in finder(root).found][-3] == DISPUTED
    assert RETIRED in [one.entry.id for one in finder(root).found][-2:]


def test_facet_without_choices(tmp_path):
    """A facet for which there is nothing to choose is not shown."""
    root = write_many(tmp_path / "playbook", FEW)
    for path in (root / "playbook" / "arguments").glob("*.yml"):
        change(path, status="draft")
    assert finder(root) == Finder([], [])


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("disputed", "This page is disputed. Somebody has shown that part of it may be wrong"),
        ("retired", "This page is retired."),
    ],
)
def test_withdrawn_objection(tmp_path, status, said):
    """A disputed or retired objection says so before anything else."""
    root = write_many(tmp_path / "playbook", FEW)
    change(root / "playbook/objections/time-wasting.yml", status=status)
    [page] = [page for page in make_plan(root, TODAY).pages if page.uri == "objections/time-wasting.md"]
    assert page.body.startswith('<div class="pb-notice" role="note" markdown>\n\n' + said)


@pytest.mark.parametrize(
    ("argument", "status"),
    [
        ("argument-0005", "Published, and last reviewed on 21 November 2026"),
        (DISPUTED, "Disputed, as the note at the top says, and last reviewed on 21 November 2026"),
        (RETIRED, "Retired, as the note at the top says, and last reviewed on 21 November 2026"),
    ],
)
def test_status_of_an_argument(root, argument, status):
    """An argument's page says its status and when it was reviewed; a withdrawn one also says why, at the top."""
    [page] = [page for page in make_plan(root, TODAY).pages if page.uri == f"arguments/{argument}.md"]
    assert f":   {status}\n" in page.body
    assert ("The figure was withdrawn." in page.body[:200]) == (argument != "argument-0005")
