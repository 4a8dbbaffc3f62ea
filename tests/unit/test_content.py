"""Reading every file of the playbook."""

import pytest
from playbook_kit.content import load, markdown_fields
from playbook_kit.models.kinds import KINDS
from playbook_kit.plan import check_content
from playbook_kit.problem import errors
from playbook_kit.report import as_text
from unit_help import ROOT, TODAY, change, real_files, rules_of, write

REAL = real_files()


@pytest.fixture(scope="module")
def real_problems():
    """Every problem of the real content, as on a fixed day."""
    return check_content(ROOT, TODAY)


@pytest.mark.parametrize("path", [path for _, path in REAL])
def test_real_file(real_problems, path):
    """This content file has no problem of level error."""
    found = errors(problem for problem in real_problems if problem.path == path)
    assert not found, "\n" + as_text(found)


def test_no_other_real_problem(real_problems):
    """No error stands in a file that is not tested by its name above."""
    known = {path for _, path in REAL}
    assert [problem for problem in errors(real_problems) if problem.path not in known] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "tombstone"])
def test_real_content_of_each_kind(kind):
    """The repository holds content of this kind, so the tests of real files test something."""
    assert kind in {name for name, _ in REAL}


def test_small_playbook_is_sound(unchanged_root):
    """The playbook that these tests are made with has no error itself."""
    assert errors(check_content(unchanged_root, TODAY)) == []


def test_items(content):
    """Every file is one item, in order of path, with its kind and its id."""
    assert [(item.kind.name, item.id) for item in content.items] == [
        ("case-study", "monmouthshire"),
        ("page", "about"),
        ("page", "index"),
        ("argument", "an-old-figure"),
        ("argument", "not-yet-ready"),
        ("argument", "same-as-the-phone"),
        ("glossary", "glossary"),
        ("objection", "time-wasting"),
        ("chapter", "policy"),
        ("source", "acas-policy"),
        ("source", "mon-guidance"),
        ("template", "trial-plan"),
        ("tombstone", "a-lost-source"),
        ("tombstone", "the-phone-line"),
        ("blocked", "blocked"),
        ("self-check", "self-check"),
        ("decision-tree", "should-i-reply"),
    ]


def test_of_and_ids(content):
    """Items and ids can be had by kind."""
    assert [item.id for item in content.of("page")] == ["about", "index"]
    assert content.ids("source") == {"acas-policy", "mon-guidance"}


def test_vocabulary(content):
    """The vocabulary's lists keep their order."""
    assert [term.id for term in content.vocabulary.audiences] == ["staff", "managers", "ict-security"]


def test_page_in_a_folder_has_its_path_as_id(small_root):
    """The id of a page in docs/ is its path below docs/."""
    write(small_root, "docs/more/help.md", "---\ntitle: Help\nsummary: More.\n---\n")
    assert "more/help" in load(small_root).ids("page")


@pytest.mark.parametrize(
    ("path", "rule", "fix"),
    [
        ("playbook/sources/Acas Policy2.yml", "file-name", "Rename it to acas-policy2.yml."),
        ("playbook/sources/acas_policy2.yml", "file-name", "Rename it to acas-policy2.yml."),
        ("playbook/sources/-.yml", "file-name", "Rename it to a-name-that-says-what-it-is.yml."),
        ("playbook/sources/index.yml", "file-name", "Rename it to a-name-that-says-what-it-is.yml."),
        ("playbook/index.md", "file-name", "Rename it to a-name-that-says-what-it-is.md."),
        ("playbook/sources/ACAS-policy.yml", "file-name", "Give it another name; acas-policy.yml is there already."),
        ("playbook/README.md", "readme", "Move its words to CONTRIBUTING.md or to a page in docs/."),
        ("playbook/sources/more/x.yml", "file-place", "Move it to playbook/sources/x.yml."),
        ("playbook/sources/x.yaml", "file-ending", "Rename it to x.yml, or move it elsewhere."),
        ("playbook/sources/x.txt", "file-ending", "Rename it to x.yml, or move it elsewhere."),
        ("docs/README.md", "readme", "Rename it: a page's name is the end of its address."),
        ("docs/more/readme.md", "readme", "Rename it: a page's name is the end of its address."),
    ],
)
def test_file_names(small_root, path, rule, fix):
    """A file whose name cannot be an id, or that lies in the wrong place, is told its right name."""
    write(small_root, path)
    assert (rule, fix) in [(problem.rule, problem.fix) for problem in load(small_root).problems if problem.path == path]


@pytest.mark.parametrize("path", ["playbook/tombstones/argument/gone.yml", "docs/more/help.md"])
def test_folders_that_are_allowed(small_root, path):
    """Tombstones and pages of the site may lie in folders of their own."""
    write(small_root, path)
    assert not {"file-place", "file-name", "readme"} & set(rules_of(load(small_root).problems))


def test_broken_file_hides_no_other(small_root):
    """A file with a fault is an item without facts; the others are read all the same."""
    change(small_root, "playbook/sources/acas-policy.yml", "publisher: Acas\n", "publisher: [Acas\n")
    content = load(small_root)
    assert [item.id for item in content.of("source") if item.model is None] == ["acas-policy"]
    assert rules_of(content.problems) == ["yaml-bracket"]
    assert len(content.items) == 17


def test_missing_vocabulary(small_root):
    """A vocabulary that is not there is a problem, never an exception."""
    (small_root / "playbook/vocabulary.yml").unlink()
    content = load(small_root)
    assert content.vocabulary is None
    assert [(problem.path, problem.rule) for problem in content.problems] == [("playbook/vocabulary.yml", "unreadable")]


def test_empty_repository(tmp_path):
    """Without content there is nothing but the missing vocabulary to report."""
    assert load(tmp_path).items == []
    assert rules_of(load(tmp_path).problems) == ["unreadable"]


def test_markdown_fields(content):
    """The Markdown of an argument is found in fields, lists and groups; plain text is not Markdown."""
    model = next(item.model for item in content.of("argument") if item.id == "same-as-the-phone")
    assert [where for where, _ in markdown_fields(model)] == [
        ("long",), ("concession",), ("comebacks", 0, "you_say"), ("origin",),
    ]  # fmt: skip


def test_pieces_hold_bodies_and_fields(content):
    """Pieces are the body of each Markdown file and each Markdown field of every file."""
    pieces = {(piece.item.id, piece.where) for piece in content.pieces}
    assert {("policy", ()), ("monmouthshire", ()), ("monmouthshire", ("objected", 1))} <= pieces
    assert ("same-as-the-phone", ()) not in pieces


@pytest.mark.parametrize(
    ("item", "where", "needle", "place"),
    [
        ("same-as-the-phone", ("long",), "policy.md", (12, 36)),
        ("same-as-the-phone", ("concession",), "[@mon", (13, 57)),
        ("same-as-the-phone", ("concession",), "not there", (13, 13)),
    ],
    ids=["later-line", "same-line", "not-found"],
)
def test_place_in_a_field(content, item, where, needle, place):
    """Something found in a field has its line and column in the file, or the field's own."""
    piece = next(piece for piece in content.pieces if (piece.item.id, piece.where) == (item, where))
    assert piece.place(needle, 1, 1) == place


def test_place_in_a_body(content):
    """Something found in a body stands where the body's outline says."""
    piece = next(piece for piece in content.pieces if (piece.item.id, piece.where) == ("policy", ()))
    citation = piece.outline.citations[0]
    lines = piece.item.file.text.split("\n")
    assert lines[citation.line - 1][citation.column - 1 :].startswith("[@acas-policy; review by 2026-10-01]")
    assert piece.place(citation.value, citation.line, citation.column) == (citation.line, citation.column)
