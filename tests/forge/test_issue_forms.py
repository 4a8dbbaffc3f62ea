"""The forms of the forges: in step with ours, and as the forges want them."""

import re
from typing import Any

import pytest
import yaml
from forge_help import WORDS
from playbook_kit.content import load
from playbook_kit.contribute import FORMS
from playbook_kit.forge.issue_fields import questions
from playbook_kit.forge.issue_forms import FORGEJO, GITHUB, GITLAB, issue_forms
from site_help import ROOT

CONTENT = load(ROOT)
MADE = issue_forms(CONTENT.vocabulary, WORDS)
FORMS_AS_YAML = [f"{folder}/{form.name}.yml" for folder in (GITHUB, FORGEJO) for form in FORMS]
LABELS = yaml.safe_load((ROOT / ".github/labels.yml").read_text(encoding="utf-8"))

# GitHub's documents: “Syntax for issue forms”, “Syntax for GitHub's form schema”, “Common validation errors when creating
# issue forms”. Forgejo takes the same form, and checks ids, labels, options and types in the same way.
TOP = {"name", "description", "title", "labels", "body", "assignees", "projects", "type"}
ATTRIBUTES = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}
FORBIDDEN = ("password", "credential", "secret", "token")


def read(path: str) -> dict[str, Any]:
    """A committed form."""
    return yaml.safe_load((ROOT / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(MADE))
def test_in_step(path):
    """The committed file is the one that `playbook issue-forms` writes now."""
    assert (ROOT / path).read_text(encoding="utf-8") == MADE[path], "run: python3 run.py issue-forms"


@pytest.mark.parametrize("folder", [GITHUB, FORGEJO, GITLAB])
def test_no_other_forms(folder):
    """No form lies there that no form of ours makes any more."""
    found = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).iterdir()}
    assert found == {path for path in MADE if path.startswith(f"{folder}/")}


@pytest.mark.parametrize("path", FORMS_AS_YAML)
def test_keys(path):
    """Only keys that GitHub permits stand in a form, at the top, in each element and in its attributes; texts are texts."""
    form = read(path)
    assert {"name", "description", "body"} <= set(form) <= TOP
    for element in form["body"]:
        kind, attributes = element["type"], element["attributes"]
        assert set(element) <= {"type", "id", "attributes", "validations"} and set(attributes) <= ATTRIBUTES[kind]
        assert set(element.get("validations", {})) <= {"required"} and ("value" if kind == "markdown" else "label") in attributes
        texts = [value for value in attributes.values() if not isinstance(value, (bool, list))]
        assert all(isinstance(text, str) and text.strip() for text in texts)
    assert all(isinstance(form[key], str) and form[key].strip() for key in ("name", "description", "title"))


@pytest.mark.parametrize("path", FORMS_AS_YAML)
def test_ids_and_labels(path):
    """Ids are unique and of letters, figures, hyphens and underscores; labels are unique, also once GitHub has cut them."""
    asked = [element for element in read(path)["body"] if element["type"] != "markdown"]
    ids = [element["id"] for element in asked]
    labels = [element["attributes"]["label"] for element in asked]
    labels += [one["label"] for element in asked if element["type"] == "checkboxes" for one in element["attributes"]["options"]]
    cut = [re.sub(r"[^a-z0-9_-]+", "-", label.lower()).strip("-") for label in labels]
    assert len(ids) == len(set(ids)) > 0 and all(re.fullmatch(r"[A-Za-z0-9_-]+", one) for one in ids)
    assert len(cut) == len(set(cut)) and not any(word in label for word in FORBIDDEN for label in cut)


@pytest.mark.parametrize("path", FORMS_AS_YAML)
def test_options(path):
    """Options are distinct texts, and none is the reserved word none or read as true or false."""
    for element in read(path)["body"]:
        if element["type"] == "dropdown":
            options = element["attributes"]["options"]
            assert options and all(isinstance(one, str) for one in options) and "none" not in [one.lower() for one in options]
            assert len(options) == len({one.lower() for one in options})


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_question_is_asked(form):
    """Each question of a form is asked in each forge's, with its limits, and none that lies in other files is a choice."""
    asked = {element.get("id"): element for element in read(f"{GITHUB}/{form.name}.yml")["body"]}
    for question in questions(form, CONTENT.vocabulary, WORDS):
        element = asked[question.name.replace(".", "_")]
        told = element["attributes"].get("description", "")
        assert element.get("validations", {}).get("required", False) == question.is_required
        for most in (question.field.most_words, question.field.most_characters):
            assert most is None or str(most) in told
        if question.field.ref in ("objection", "source", "chapter", "case-study"):
            assert element["type"] in ("input", "textarea")
        template = MADE[f"{GITLAB}/{form.name}.md"]
        assert f"\n### {question.label}\n" in template


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_labels_are_known(form):
    """The label that a form gives is one of the labels of the project, and so is “approved”."""
    assert {*read(f"{GITHUB}/{form.name}.yml")["labels"], "approved"} <= {one["name"] for one in LABELS}


def test_one_more_file_changes_no_form(small):
    """A form is the same with one objection more, so that no contribution of content needs a form to be made again."""
    more = type(small)(small.root, small.items[1:], small.vocabulary)
    assert issue_forms(more.vocabulary, WORDS) == issue_forms(small.vocabulary, WORDS)
