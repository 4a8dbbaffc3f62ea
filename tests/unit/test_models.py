"""The models, the JSON Schema made from them, and what is said of a value that is not right."""

import json
import re
from collections.abc import Iterator

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from playbook_kit.models import Argument, Model, Objection, Source, Tombstone, Vocabulary
from playbook_kit.models.base import ID_PATTERN, MarkdownText, Ref, WordLimit, count_words, group_of, markers
from playbook_kit.models.kinds import KINDS, LISTS, SCHEMAS, SINGLE
from playbook_kit.models.messages import model_at, one_line, validate
from playbook_kit.models.schema import json_schemas
from playbook_kit.plan import to_json
from playbook_kit.read.yaml_text import parse_yaml
from unit_help import GOLDEN, ROOT, real_files, rules_of


def all_models() -> Iterator[tuple[str, type[Model]]]:
    """Each kind's model and every model inside it, with the kind's name."""
    for name, model in SCHEMAS.items():
        yield from ((name, one) for one in dict.fromkeys(within(model)))


def within(model: type[Model]) -> Iterator[type[Model]]:
    """A model and those inside it, at any depth."""
    yield model
    for inner in filter(None, (group_of(info.annotation) for info in model.model_fields.values())):
        yield from within(inner)


MODELS = list(all_models())
FIELDS = [(kind, model, field) for kind, model in MODELS for field in model.model_fields]
FIELD_IDS = [f"{kind}-{model.__name__}-{field}" for kind, model, field in FIELDS]
PUBLISHED = {name: json.loads(to_json(schema)) for name, schema in json_schemas().items()}


class EditorLoader(yaml.SafeLoader):
    """Loads YAML as an editor does: dates are text, and only true and false are a yes or no."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def validator(kind: str) -> Draft202012Validator:
    """A validator for the published schema of a kind."""
    return Draft202012Validator(PUBLISHED[kind], format_checker=FormatChecker())


def schema_of(kind: str, model: type[Model]) -> dict:
    """The part of a kind's published schema that describes a model."""
    schema = PUBLISHED[kind]
    return schema if model is SCHEMAS[kind] else schema["$defs"][model.__name__]


@pytest.mark.parametrize("kind", SCHEMAS)
def test_schema_is_valid(kind):
    """The published schema is itself a JSON Schema, of the draft that it names."""
    Draft202012Validator.check_schema(PUBLISHED[kind])
    assert PUBLISHED[kind]["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize(("kind", "path"), real_files(), ids=[path for _, path in real_files()])
def test_real_file_fits_the_published_schema(kind, path):
    """This content file fits the published schema when it is loaded as an editor loads it."""
    text = (ROOT / path).read_text(encoding="utf-8")
    if path.endswith(".md"):
        text = text.split("---\n")[1]
    faults = validator(kind).iter_errors(yaml.load(text, EditorLoader))
    assert [f"{fault.json_path}: {fault.message}" for fault in faults] == []


@pytest.mark.parametrize(("kind", "model"), MODELS, ids=[f"{kind}-{model.__name__}" for kind, model in MODELS])
def test_schema_and_model_agree(kind, model):
    """The schema has the model's fields, requires the same ones, and refuses any other, as the model does."""
    schema = schema_of(kind, model)
    assert list(schema["properties"]) == list(model.model_fields)
    assert set(schema.get("required", [])) == {n for n, info in model.model_fields.items() if info.is_required()}
    assert schema["additionalProperties"] is False
    assert model.model_config["extra"] == "forbid"


@pytest.mark.parametrize(("kind", "model", "field"), FIELDS, ids=FIELD_IDS)
def test_field_is_described(kind, model, field):
    """The field says what it is for in a sentence, in the model and in the schema."""
    described = schema_of(kind, model)["properties"][field]
    if "$ref" in described:  # a group whose own docstring says the same
        described = {**PUBLISHED[kind]["$defs"][described["$ref"].rpartition("/")[2]], **described}
    assert described["description"] == model.model_fields[field].description
    assert described["description"][-1] in ".:"


@pytest.mark.parametrize(("kind", "model", "field"), FIELDS, ids=FIELD_IDS)
def test_field_has_a_fitting_example(kind, model, field):
    """The field has an example that its own schema accepts, unless it is a group or a list of groups."""
    info = model.model_fields[field]
    assert bool(info.examples) is (group_of(info.annotation) is None)
    schema = {**schema_of(kind, model)["properties"][field], "$defs": PUBLISHED[kind].get("$defs", {})}
    schema.pop("minItems", None)  # an example of a list shows one entry, however many are needed
    for example in info.examples or []:
        assert list(Draft202012Validator(schema).iter_errors(example)) == []


@pytest.mark.parametrize(("kind", "model"), MODELS, ids=[f"{kind}-{model.__name__}" for kind, model in MODELS])
def test_model_says_what_it_is(kind, model):
    """The model's docstring is its own, one or more sentences for the page of fields."""
    assert model.__doc__ and model.__doc__ != Model.__doc__ and model.__doc__.strip().endswith(".")


def test_references_name_a_kind_or_a_list():
    """Every field that holds an id says an id of what, and that is a kind or a list of the vocabulary."""
    lists = {name.removesuffix("s").replace("countrie", "country") for name in Vocabulary.model_fields}
    named = {
        ref.kind for _, model, field in FIELDS
        for ref in markers(model.model_fields[field].annotation, model.model_fields[field].metadata, Ref)
    }  # fmt: skip
    assert named and named <= {*KINDS, *lists}


@pytest.mark.parametrize(
    ("field", "kind", "found"),
    [
        ("answers", Ref, [Ref("objection")]),
        ("concession", MarkdownText, [MarkdownText()]),
        ("concession", WordLimit, [WordLimit(80)]),
        ("title", Ref, []),
        ("long", MarkdownText, [MarkdownText()]),
    ],
)
def test_markers(field, kind, found):
    """Markers are found on a field, on the entries of a list, and through an optional field."""
    info = Argument.model_fields[field]
    assert markers(info.annotation, info.metadata, kind) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one", 1),
        ("two words", 2),
        ("well-known, two", 2),
        ("one [@acas]", 1),
        ("one [@acas; review by 2027-05-21] two.", 2),
        ("one\n\n  two", 2),
    ],
)
def test_count_words(text, count):
    """Words are counted as a person would, citations left out."""
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("name", "is_id"),
    [
        ("a", True), ("same-as-the-phone", True), ("828-cases", True),
        ("A", False), ("a_b", False), ("-a", False), ("a-", False), ("a--b", False), ("tŷ", False), ("", False),
        ("a.b", False), ("../a", False),
    ],
)  # fmt: skip
def test_id_pattern(name, is_id):
    """An id is lower-case ASCII words and figures, joined by single hyphens."""
    assert bool(re.match(ID_PATTERN, name)) is is_id


SMALL = {
    kind: GOLDEN / "content" / path
    for kind, path in {
        "argument": "playbook/arguments/same-as-the-phone.yml",
        "objection": "playbook/objections/time-wasting.yml",
        "source": "playbook/sources/acas-policy.yml",
        "tombstone": "playbook/tombstones/the-phone-line.yml",
        "glossary": "playbook/glossary.yml",
        "blocked": "playbook/tools/blocked.yml",
        "vocabulary": "playbook/vocabulary.yml",
    }.items()
}


def problems_after(kind: str, old: str, new: str) -> list:
    """The problems of a small file of this kind after one change to its text."""
    text = SMALL[kind].read_text(encoding="utf-8")
    assert text.count(old) == 1
    document = parse_yaml(text.replace(old, new), "a.yml")
    found, problems = validate(SCHEMAS[kind], document, "a.yml")
    assert (found is None) is bool(problems)
    return problems


@pytest.mark.parametrize("kind", SMALL)
def test_right_file_gives_an_object(kind):
    """A file that is right becomes an object of its model, without a problem."""
    document = parse_yaml(SMALL[kind].read_text(encoding="utf-8"), "a.yml")
    found, problems = validate(SCHEMAS[kind], document, "a.yml")
    assert (type(found), problems) == (SCHEMAS[kind], [])


# Kind, text to change, changed text, then the problem's place, rule and what its message or fix must say. The wording
# itself is pinned by the golden reports in tests/bad_input.
MESSAGES = [
    ("argument", "strength: medium\none", "one", (1, 1), "missing", ["strength"]),
    ("argument", "one_liner:", "oneliner:", (6, 1), "unknown-field", ["oneliner", "“one_liner”"]),
    ("argument", "    you_say: It", "    you_sat: It", (16, 5), "unknown-field", ["you_sat", "“you_say”"]),
    ("argument", "title: Same as the phone", "title:", (1, 7), "not-text", ["“title”", "nothing in it"]),
    ("argument", "title: Same as the phone", 'title: " "', (1, 8), "blank", ["“title”", "nothing in it"]),
    ("source", '"2012-03-18"', "2012", (4, 12), "not-text", ["2012", "a number", '"2012"']),
    ("source", '"2012-03-18"', "2012-03-18", (4, 12), "not-text", ["a date", '"2012-03-18"']),
    ("source", "publisher: Acas", "publisher: no", (2, 12), "not-text", ["a yes or no", '"no"']),
    ("source", "countries: [uk]", "countries: uk", (7, 12), "not-a-list", ["“countries”", "“uk”", "a list"]),
    ("source", "2026-11-20", "today", (8, 13), "not-a-date", ["“checked_on”", "“today”", "a date like"]),
    ("source", "read_as: stored-copy", "read_as: store-copy", (9, 10), "unknown-choice", ["“read_as”", "“stored-copy”?"]),
    ("source", "url: https://www.example", "url: www.example", (5, 6), "wrong-form", ["https://"]),
    ("source", "url: https://www", "url: javascript:alert(1)//", (5, 6), "wrong-form", ["https://"]),
    ("source", "publisher: Acas", "publisher: |\n  A\n  B", (2, 12), "wrong-form", ["one line"]),
    ("tombstone", "now: same-as-the-phone", "now: Same as", (2, 6), "wrong-form", ["“Same as”", "hyphens"]),
    ("vocabulary", "{id: time, label", "{id: Time, label", (9, 10), "wrong-form", ["“Time”", "hyphens"]),
    (
        "argument", "one_liner: We", f"one_liner: {'x' * 100} We", (6, 12), "too-long",
        ["“one_liner”", "179 characters", "160", "19"],
    ),
    ("argument", "short: Staff", f"short: {'word ' * 80}Staff", (7, 8), "too-many-words", ["90 words", "80", "10"]),
    ("argument", "answers: [time-wasting]", "answers: []", (3, 10), "too-short", ["“answers”"]),
    ("objection", "  - Output will fall\n", "", (4, 3), "too-short", ["“heard_as”", "9", "10"]),
    (
        "argument", "  - they_say: That", "  - {they_say: x, you_say: x}\n" * 5 + "  - they_say: That",
        (15, 3), "too-long", ["“comebacks”", "6 entries", "5"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "old", "new", "place", "rule", "said"), MESSAGES, ids=[f"{row[0]}-{row[4]}" for row in MESSAGES]
)
def test_message(kind, old, new, place, rule, said):
    """A value that is not right is one problem at its place, which names the field, what is wrong and what to write."""
    found = [problem for problem in problems_after(kind, old, new) if (problem.line, problem.column) == place]
    assert rules_of(found) == [rule]
    assert [part for part in said if part not in f"{found[0].message} {found[0].fix}"] == []


def test_all_problems_of_a_file():
    """Every value that is not right is reported in one run."""
    document = parse_yaml("title: no\nurl: x\ncountries: []\nmore: 1\n", "a.yml")
    assert {"not-text", "wrong-form", "too-short", "unknown-field", "missing"} == set(
        rules_of(validate(Source, document, "a.yml")[1])
    )


@pytest.mark.parametrize("text", ["", "# only a comment\n"])
def test_empty_file(text):
    """A file without fields is told which one to begin with."""
    problem = validate(Objection, parse_yaml(text, "a.yml"), "a.yml")[1][0]
    assert (problem.rule, problem.message) == ("empty", "There are no fields here.")


@pytest.mark.parametrize("text", ["just text\n", "- a list\n", "2026-11-21\n", "no\n"])
def test_file_that_is_no_map(text):
    """A file that is not a map of fields is one problem, in plain words."""
    problems = validate(Tombstone, parse_yaml(text, "a.yml"), "a.yml")[1]
    assert [(problem.line, problem.column, problem.rule) for problem in problems] == [(1, 1, "empty")]
    assert "“kind: …”" in problems[0].fix and "“”" not in problems[0].message


def test_yaml_problem_is_not_repeated():
    """A file that is not YAML has the problem of its YAML and no other."""
    document = parse_yaml("title: 'open\n", "a.yml")
    assert validate(Source, document, "a.yml") == (None, [])


def test_duplicate_key_gives_no_object():
    """A file whose values are right but that has a key twice does not count as right."""
    text = SMALL["source"].read_text(encoding="utf-8") + "publisher: Acas\n"
    assert validate(Source, parse_yaml(text, "a.yml"), "a.yml") == (None, [])


@pytest.mark.parametrize(
    ("value", "text"), [(True, "true"), (["a", "b"], "[a, b]"), ("words", "words"), ([["a"]], "[[a]]")]
)
def test_one_line(value, text):
    """An example is shown as YAML on one line."""
    assert one_line(value) == text


@pytest.mark.parametrize(
    ("where", "name"),
    [((), "Argument"), (("evidence", 2), "Evidence"), (("comebacks", 0), "Comeback"), (("title",), None)],
)
def test_model_at(where, name):
    """The model at a place inside another is found through lists."""
    found = model_at(Argument, where)
    assert (found.__name__ if found else None) == name


def test_every_kind_has_a_folder_of_its_own():
    """No two kinds read the same files."""
    places = [(kind.folder, kind.ending, kind.only) for kind in KINDS.values()]
    assert len(set(places)) == len(places)
    assert {path for path, _ in LISTS.values()} <= set(KINDS["chapter"].ignore)


@pytest.mark.parametrize("kind", SINGLE)
def test_single_file_is_read_once(kind):
    """The one file of this kind lies where no other kind reads it."""
    parts = SINGLE[kind].file.split("/")
    above = {"/".join(parts[:count]) for count in range(1, len(parts) + 1)}
    readers = {other.name for other in KINDS.values() if not other.only and other.folder in above and not above & set(other.ignore)}
    assert readers == set()


def test_glossary_meaning_is_short():
    """A meaning has 40 words at most; the message says how many are too many."""
    found = problems_after("glossary", "Something that", f"{'word ' * 40}that")
    assert [(problem.rule, problem.line) for problem in found] == [("too-many-words", 9)]
    assert "at most 40" in found[0].message
