"""The plan: every file of the docs tree as plain data."""

import json
import os
import subprocess
import sys

import pytest
from playbook_kit.models.kinds import SCHEMAS
from playbook_kit.models.schema import json_schemas
from playbook_kit.plan import check_content, make_plan, to_json
from playbook_kit.problem import errors
from unit_help import ROOT, TODAY, change, write


@pytest.fixture(scope="module")
def real():
    """The plan of the real content, as on a fixed day."""
    return make_plan(ROOT, TODAY)


@pytest.fixture(scope="module")
def small(unchanged_root):
    """The plan of the small playbook."""
    return make_plan(unchanged_root, TODAY)


@pytest.mark.parametrize("which", ["real", "small"])
def test_addresses_are_unique(request, which):
    """No two files of the plan have the same path, capitals aside."""
    plan = request.getfixturevalue(which)
    uris = [file.uri.lower() for file in [*plan.pages, *plan.data]]
    assert len(uris) > 20
    assert [uri for uri in uris if uris.count(uri) > 1] == []


def test_real_content_gives_pages(real):
    """The real content has no error, so it gives pages."""
    assert errors(real.problems) == [] and real.pages


def test_same_input_same_plan(unchanged_root, small):
    """The same content on the same day gives an equal plan."""
    again = make_plan(unchanged_root, TODAY)
    assert (again.problems, again.pages, again.data, again.sections) == (
        small.problems, small.pages, small.data, small.sections,
    )  # fmt: skip


def test_no_order_of_chance(unchanged_root):
    """The plan is the same in another process, whatever the order of sets and of maps there."""
    script = (
        "import sys, hashlib, datetime; from pathlib import Path; from playbook_kit.plan import make_plan;"
        "plan = make_plan(Path(sys.argv[1]), datetime.date(2026, 11, 21));"
        "text = repr([(p.uri, p.title, p.lead, p.body) for p in plan.pages] + plan.data + plan.problems);"
        "print(len(plan.pages), hashlib.sha256(text.encode()).hexdigest())"
    )
    seen = [
        subprocess.run(
            [sys.executable, "-c", script, str(unchanged_root)], capture_output=True, text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    ]  # fmt: skip
    assert [done.stderr for done in seen] == ["", ""]
    assert seen[0].stdout == seen[1].stdout and int(seen[0].stdout.split()[0]) > 20


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_published(small, name):
    """The JSON Schema of each kind of file is published, and is the one that the models give."""
    text = next(file.text for file in small.data if file.uri == f"schema/{name}.json")
    assert json.loads(text) == json_schemas()[name]


def test_search_is_published(small):
    """The search's index is published as JSON in small files, in the language of the words."""
    texts = {file.uri: file.text for file in small.data if file.uri.startswith("search/")}
    start = json.loads(texts["search/en.json"])
    assert len([uri for uri in texts if uri.startswith("search/en/record-")]) == start["total"] > 0
    assert not [uri for uri, text in texts.items() if "\n" in text.strip()]


def test_data_is_json(small):
    """Every file whose name says so is JSON, and ends with a line end."""
    files = [file for file in small.data if file.uri.endswith(".json")]
    assert len(files) > len(SCHEMAS)
    assert all(json.loads(file.text) and file.text.endswith("\n") for file in files)


def test_error_gives_no_pages(small_root):
    """With an error nothing is planned, and every problem is there."""
    change(small_root, "playbook/arguments/same-as-the-phone.yml", "strength: medium\none", "strength: big\none")
    plan = make_plan(small_root, TODAY)
    assert (plan.pages, plan.data, plan.sections) == ([], [], {})
    assert len(errors(plan.problems)) == 1
    assert plan.problems == check_content(small_root, TODAY)


def test_warnings_stop_nothing(small):
    """Warnings are in the plan beside the pages."""
    assert small.problems and not errors(small.problems) and small.pages


def test_broken_words_are_an_error(small_root):
    """A file of interface words that cannot be read is an error with its place, never an exception."""
    write(small_root, "theme/words/en.yml", "skip: 'open\n")
    plan = make_plan(small_root, TODAY)
    assert [problem.path for problem in errors(plan.problems)] == ["theme/words/en.yml"]
    assert plan.pages == []


def test_empty_repository(tmp_path):
    """Without any content there are problems and no pages, and no exception."""
    plan = make_plan(tmp_path, TODAY)
    assert errors(plan.problems) and plan.pages == []


def test_sections(small):
    """Each folder's pages stand under it, its list first; pages that are gone do not."""
    assert small.sections["arguments/"] == [
        "arguments/index.md", "arguments/same-as-the-phone.md", "arguments/an-old-figure.md",
    ]  # fmt: skip
    assert {page for pages in small.sections.values() for page in pages} <= {page.uri for page in small.pages}
    with_list = {folder: pages for folder, pages in small.sections.items() if f"{folder}index.md" in pages}
    assert with_list and all(pages[0] == f"{folder}index.md" for folder, pages in with_list.items())


@pytest.mark.parametrize(
    ("value", "compact", "text"),
    [({"b": 1, "a": "é"}, False, '{\n  "b": 1,\n  "a": "é"\n}\n'), ({"b": 1, "a": [1]}, True, '{"b":1,"a":[1]}\n')],
)
def test_to_json(value, compact, text):
    """JSON keeps the order of fields and letters as they are, and ends with a line end."""
    assert to_json(value, compact) == text
