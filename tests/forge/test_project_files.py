"""The files by which forges know who looks after what: whole, without invented names, and in step with each other."""

import re

import pytest
import yaml
from playbook_kit.contribute import FORMS
from playbook_kit.forge.approval import LABEL
from site_help import ROOT

LABELS = yaml.safe_load((ROOT / ".github/labels.yml").read_text(encoding="utf-8"))
TEMPLATES = (".github/pull_request_template.md", ".forgejo/pull_request_template.md", ".gitlab/merge_request_templates/Default.md")
GUIDE = (ROOT / "docs/maintaining.md").read_text(encoding="utf-8")


def test_labels():
    """Each label has a name of its own, a colour and a sentence, and those that the program looks for are among them."""
    names = [one["name"] for one in LABELS]
    assert len(names) == len(set(names)) and {LABEL, *(form.name for form in FORMS)} <= set(names)
    assert all(set(one) == {"name", "colour", "description"} for one in LABELS)
    assert all(re.fullmatch(r"[0-9a-f]{6}", one["colour"]) and len(one["description"]) <= 100 for one in LABELS)


@pytest.mark.parametrize("name", [one["name"] for one in LABELS])
def test_the_guide_explains_each_label(name):
    """The guide for maintainers says what each label is for."""
    assert f"`{name}`" in GUIDE


@pytest.mark.parametrize("path", [".github/CODEOWNERS", ".forgejo/CODEOWNERS"])
def test_no_owner_before_there_is_one(path):
    """Until a team is named, no line is in force, and what stands there is a team of an organisation in capitals."""
    text = (ROOT / path).read_text(encoding="utf-8")
    assert all(line.startswith("#") for line in text.splitlines())
    assert set(re.findall(r"@\S+", text)) == {"@ORGANISATION/playbook-maintainers", "@ORGANISATION/playbook-keepers"}


def test_owners_on_gitlab_are_roles():
    """GitLab has roles for it, so that no name stands there."""
    text = (ROOT / ".gitlab/CODEOWNERS").read_text(encoding="utf-8")
    assert set(re.findall(r"@+\S+", text)) == {"@@maintainer", "@@owner"}


@pytest.mark.parametrize("path", [".github/CODEOWNERS", ".gitlab/CODEOWNERS"])
def test_owned_paths_are_there(path):
    """Each path that is owned is one of the repository."""
    owned = re.findall(r"^(?:# )?/(\S+) +@", (ROOT / path).read_text(encoding="utf-8"), re.M)
    assert owned and [one for one in owned if not (ROOT / one).exists()] == []


def test_owned_patterns_fit():
    """Each regular expression for Forgejo fits a file of the repository."""
    text = (ROOT / ".forgejo/CODEOWNERS").read_text(encoding="utf-8")
    patterns = [one.replace("\\\\", "\\") for one in re.findall(r"^# (\S+) +@", text, re.M)]
    files = [path.relative_to(ROOT).as_posix() for folder in ("playbook", ".github", "hooks") for path in (ROOT / folder).rglob("*")]
    assert patterns and [one for one in patterns if not any(re.fullmatch(one, file) for file in [*files, "run.py"])] == []


def test_one_template_for_proposals():
    """What a proposal is asked is the same on each forge."""
    first, *others = [(ROOT / path).read_text(encoding="utf-8") for path in TEMPLATES]
    assert others == [first, first] and "- [ ]" in first


@pytest.mark.parametrize(("root", "page"), [("GOVERNANCE.md", "docs/governance.md"), ("CODE_OF_CONDUCT.md", "docs/code-of-conduct.md")])
def test_forges_find_the_pages(root, page):
    """The file that a forge looks for leads to the page of the site that says it, so that it is said once."""
    assert f"({page})" in (ROOT / root).read_text(encoding="utf-8") and (ROOT / page).is_file()
