"""The rules as a whole; what each one finds is tested by its bad files."""

import importlib
import pkgutil
import re

import pytest
import yaml
from playbook_kit import rules
from playbook_kit.content import load
from playbook_kit.rules import RULES, Rule, Settings, check
from unit_help import ROOT, TODAY, rules_of, write

BAD_INPUT = ROOT / "tests" / "bad_input"
MODULES = sorted(module.name for module in pkgutil.iter_modules(rules.__path__) if module.name != "rule")


@pytest.mark.parametrize("module", MODULES)
def test_module_is_one_rule(module):
    """Each module in rules/ holds one rule, which is in RULES, and says in its first line what it holds to."""
    found = importlib.import_module(f"playbook_kit.rules.{module}")
    assert isinstance(found.RULE, Rule) and found.RULE in RULES
    assert found.__doc__ and found.__doc__.strip().endswith(".")


def test_rules_are_the_modules():
    """RULES holds each rule once and nothing else."""
    assert len(RULES) == len(set(map(id, RULES))) == len(MODULES)


def test_names_differ():
    """No two rules have the same name."""
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_name_and_reason(rule):
    """A rule has a name in lower-case words and hyphens, and says in one sentence why it is there."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.why[0].isupper() and rule.why.endswith(".") and "\n" not in rule.why


@pytest.fixture(scope="module")
def goldens():
    """The report that each bad file expects."""
    return [yaml.safe_load(path.read_text(encoding="utf-8"))["expect"] for path in sorted(BAD_INPUT.rglob("*.yml"))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_has_a_bad_file(goldens, rule):
    """At least one bad file has a golden report in which this rule speaks."""
    assert [report for report in goldens if f"({rule.name})" in report]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_finds_nothing_where_there_is_nothing(rule, tmp_path):
    """A rule finds nothing in an empty repository, and does not raise."""
    assert rule.run(load(tmp_path), Settings(TODAY)) == []


def test_rule_marks_its_problems(content):
    """A problem that a rule finds bears the rule's name."""
    rule = next(rule for rule in RULES if rule.name == "review-due")
    assert rules_of(rule.run(content, Settings(TODAY))) == ["review-due"] * 3


def test_check_is_sorted_and_says_nothing_twice(small_root):
    """All problems, those of single files and those across files, come in order of file and line, each once."""
    write(small_root, "playbook/sources/zz.yml", "title: no\n")
    write(small_root, "playbook/policy.md", "---\ntitle: x\n---\n# x\n<b>[x](none.md)\n")
    problems = check(load(small_root), Settings(TODAY))
    assert problems == sorted(set(problems))
    assert {"not-text", "missing", "heading", "html", "link", "unknown-id"} & set(rules_of(problems)) >= {
        "not-text", "missing", "html", "link",
    }  # fmt: skip


def test_check_depends_on_the_given_day(content):
    """What is overdue depends on the day that is given, and on nothing else."""
    early = TODAY.replace(year=2026, month=5, day=21)
    assert "review-due" in rules_of(check(content, Settings(TODAY)))
    assert [p.message for p in check(content, Settings(early)) if "should have been" in p.message] == []
