"""The interface's words: looked up by key, every key there, no key idle."""

import ast
import re
from collections.abc import Iterator
from typing import get_args

import pytest
from jinja2 import Environment, nodes
from playbook_kit.colour.pairs import PAIRS
from playbook_kit.contribute import FORMS
from playbook_kit.models import CaseStudy, Organisation, Source
from playbook_kit.models.argument import ResponseType, Strength
from playbook_kit.models.kinds import SCHEMAS
from playbook_kit.words import Words, load_words
from unit_help import PACKAGE, ROOT, rules_of, write

THEME = ROOT / "theme"
VALUES = load_words(ROOT)[0].values
TEMPLATES = sorted(
    [*(PACKAGE / "pages" / "templates").glob("*.md"), *THEME.glob("*.html"), *THEME.glob("partials/*.html"),
     *THEME.glob("components/**/*.html")]
)  # fmt: skip
SCRIPTS = sorted([*THEME.glob("components/**/*.mjs"), *THEME.glob("components/**/*.js")])
MODULES = sorted(PACKAGE.rglob("*.py"))
SPOKEN = ("t", "first_words")
"""What templates call the words of the page's language, and those of the first one."""
GROUPED = ("objections", "arguments", "chapters", "case_studies", "templates")
ENTRIES = ("objection", "argument", "chapter", "case-study", "template", "decision-tree", "self-check")


def choices(model, field: str) -> tuple[str, ...]:
    """The choices that a field leaves."""
    return get_args(model.model_fields[field].annotation)


# What must be there for a key that is put together when it is used, where that is a closed list of ours. In place of any
# other star, whatever the words file has there.
TOGETHER = {
    "argument.statuses.*": ("published", "disputed", "retired"),
    "objection.statuses.*": ("disputed", "retired"),
    "papers.sources.*": choices(Source, "read_as"),
    "papers.strength.*": get_args(Strength),
    "added.*": ENTRIES,
    "case.access_levels.*": choices(CaseStudy, "access"),
    "case.kinds.*": choices(CaseStudy, "kind"),
    "case.types.*": choices(Organisation, "type"),
    "fields.kinds.*": tuple(SCHEMAS),
    "months.*": tuple(str(month) for month in range(1, 13)),
    "pages.*.title": tuple(VALUES["pages"]),
    "pages.*.lead": tuple(VALUES["pages"]),
    "response_type.*": get_args(ResponseType),
    "sources.read_as.*": choices(Source, "read_as"),
    "status.*": ("disputed", "retired"),
    "strength.*": get_args(Strength),
    "*": GROUPED,  # in topics.md
}


def is_leaf(value: object) -> bool:
    """Whether a value is words: text, or a singular and a plural."""
    return not isinstance(value, dict) or set(value) == {"one", "other"}


def leaves(values: dict, prefix: str = "") -> Iterator[str]:
    """Every key of the words, dotted."""
    for name, value in values.items():
        yield from [f"{prefix}{name}"] if is_leaf(value) else leaves(value, f"{prefix}{name}.")


def in_jinja(node: nodes.Node) -> list[str]:
    """The keys that an expression in a template may stand for, with a star for what is put in."""
    if isinstance(node, nodes.Const):
        return [str(node.value)]
    if isinstance(node, nodes.CondExpr):
        return [*in_jinja(node.expr1), *in_jinja(node.expr2)]
    if isinstance(node, nodes.Concat):
        return ["".join(in_jinja(part)[0] for part in node.nodes)]
    return ["*"]


def in_python(node: ast.expr) -> list[str]:
    """The same for an expression in Python."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.IfExp):
        return [*in_python(node.body), *in_python(node.orelse)]
    if isinstance(node, ast.JoinedStr):
        return ["".join(part.value if isinstance(part, ast.Constant) else "*" for part in node.values)]
    return ["*"]


def used() -> Iterator[tuple[str, str]]:
    """File and key of every use of the words, keys that are put together with a star, groups with `.…` at the end."""
    for path in TEMPLATES:
        for call in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in SPOKEN:
                yield from ((path.name, key) for key in in_jinja(call.args[0]))
            elif isinstance(call.node, nodes.Getattr) and getattr(call.node.node, "name", "") in SPOKEN:
                yield path.name, f"{in_jinja(call.args[0])[0]}.…"
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "words":
                yield from ((path.name, key) for key in in_python(node.args[0]))


def asked() -> Iterator[tuple[str, str]]:
    """The labels that the forms name: those of groups and of questions."""
    for form in FORMS:
        for group in form.groups:
            yield from ((form.name, one.label_key) for one in (group, *group.fields))


def spelled(key: str) -> list[str]:
    """The keys that a key with a star stands for, and those of a group that a script uses."""
    if key.endswith(".…"):
        return [one for one in KEYS if one.startswith(key[:-1]) and is_named(one[len(key) - 1 :])]
    if key in TOGETHER:
        return [key.replace("*", value) for value in TOGETHER[key]]
    return [one for one in KEYS if re.fullmatch(re.escape(key).replace(r"\*", r"[\w-]+"), one)] if "*" in key else [key]


def is_named(name: str) -> bool:
    """Whether a script or template names a word of a group, or its first part with the rest put in (`link_${why}`).

    A word may also be looked up by a value in the data.
    """
    return name in IN_DATA or bool(re.search(rf"\b{name}\b|\b{name.rpartition('_')[0]}_\$\{{", NAMING))


IN_DATA = {*choices(Source, "read_as"), *get_args(Strength), *get_args(ResponseType), *(name for pair in PAIRS for name in pair[:2])}
USED = sorted({*used(), *asked()})
KEYS = sorted(leaves(VALUES))
NAMING = "\n".join(path.read_text(encoding="utf-8") for path in [*SCRIPTS, *TEMPLATES])
IN_USE = {one for _, written in USED for one in spelled(written)}
NO_WORDS = {"length", "slice", "map", "filter", "join", "one", "other"}  # what scripts ask of lists and of plurals


@pytest.mark.parametrize(("file", "key"), USED, ids=[f"{file}-{key}" for file, key in USED])
def test_key_is_there(file, key):
    """This key, used in this file, leads to words in English; one that is put together does for every value."""
    assert spelled(key)
    assert [one for one in spelled(key) if one not in KEYS] == []


@pytest.mark.parametrize("key", KEYS)
def test_key_is_used(key):
    """This key of the words file is used in a template, in Python or, as part of a group, in a script."""
    assert key in IN_USE


def test_keys_put_together_are_used():
    """Every closed list above is still used somewhere."""
    assert set(TOGETHER) - {key for _, key in USED} == set()


def test_words_in_scripts_are_there():
    """Every word that a script asks its group for is in a group that a template hands over."""
    groups = {one.rpartition(".")[2] for _, key in USED if key.endswith(".…") for one in KEYS if one.startswith(key[:-1])}
    asked = {name for path in SCRIPTS for name in re.findall(r"\bwords\.(\w+)", path.read_text(encoding="utf-8"))}
    assert asked and asked - NO_WORDS <= groups


@pytest.mark.parametrize("key", KEYS)
def test_words_are_text(key):
    """What stands under this key is text, or a singular and a plural of text."""
    value = VALUES
    for part in key.split("."):
        value = value[part]
    assert all(isinstance(one, str) for one in (value.values() if isinstance(value, dict) else [value]))


@pytest.fixture
def small():
    """A few words."""
    return Words("en", {"a": "A", "b": {"c": "{name} said", "n": {"one": "{count} thing", "other": "{count} things"}}})


@pytest.mark.parametrize(
    ("key", "given", "said"),
    [
        ("a", {}, "A"),
        ("b.c", {"name": "She"}, "She said"),
        ("b.c", {"name": "{name}"}, "{name} said"),
        ("b.c", {}, "{name} said"),
        ("b.n", {"count": 1}, "1 thing"),
        ("b.n", {"count": 0}, "0 things"),
        ("b.n", {"count": 2}, "2 things"),
    ],
)
def test_lookup(small, key, given, said):
    """Words are found by a dotted key; what is given takes its place in them; a count chooses the form."""
    assert small(key, **given) == said


@pytest.mark.parametrize("key", ["none", "b.none", "b"])
def test_unknown_key(small, key):
    """A key that does not lead to words raises, since it is a fault of ours."""
    with pytest.raises(KeyError):
        small(key)


def test_group(small):
    """A group gives all words below a key."""
    assert small.group("b")["c"] == "{name} said"


def test_load():
    """The English words load without a problem."""
    words, problems = load_words(ROOT)
    assert (words.language, problems) == ("en", [])


@pytest.mark.parametrize(
    ("text", "rule"), [("a: 1\na: 2\n", "duplicate-key"), ("a: 'open\n", "yaml-quote"), (None, "unreadable")]
)
def test_load_reports(tmp_path, text, rule):
    """A words file that is missing or not right is a problem, never an exception."""
    if text is not None:
        write(tmp_path, "theme/words/en.yml", text)
    assert rules_of(load_words(tmp_path)[1]) == [rule]
