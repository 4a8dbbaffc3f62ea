"""The published schema: every item of every file meets it, and what does not fit is refused."""

import copy

import jsonschema
import pytest
from api_help import api_files, objects, plan_of, schema_of, validator, write


def test_schema_is_a_schema(plan):
    """The published schema is itself a right JSON Schema, draft 2020-12."""
    schema = schema_of(plan)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


def test_every_file_meets_it(plan):
    """Every file meets the definition that the schema's table names for it, and the schema as a whole."""
    schema = schema_of(plan)
    whole = jsonschema.Draft202012Validator(schema)
    for name, file in api_files(plan).items():
        assert list(validator(schema, name).iter_errors(file)) == [], name
        assert whole.is_valid(file), name


def test_table_names_every_file(plan):
    """The table has a line for each file, and no line for one that there can never be."""
    patterns = {"arguments/<id>.json" if name.startswith("arguments/") else name for name in api_files(plan)}
    assert set(schema_of(plan)["x-files"]) == patterns


def test_the_same_schema_for_every_playbook(small, real):
    """The schema depends on the code alone, so that every copy of the site publishes the same."""
    assert schema_of(small) == schema_of(real)


def test_every_field_is_described(small):
    """Every field of every definition says what it means, and all of them must be there."""
    for name, part in schema_of(small)["$defs"].items():
        assert part["description"], name
        assert part["additionalProperties"] is False and set(part["required"]) == set(part["properties"]), name
        undescribed = [field for field, facts in part["properties"].items() if not facts.get("description")]
        assert undescribed == [] or (part["title"].endswith("File") and undescribed == ["items"]), name


@pytest.mark.parametrize(
    "name", ["arguments.json", "arguments/a-fact.json", "objections.json", "chapters.json", "case-studies.json",
             "topics.json", "sources.json", "audiences.json", "gone.json", "arguments/the-phone-line.json"],
)  # fmt: skip
def test_what_does_not_fit_is_refused(small, name):
    """In this file every object that loses a field, gains one or gives one another type is refused."""
    check, file = validator(schema_of(small), name), api_files(small)[name]
    for number, one in enumerate(objects(file)):
        for field in one:
            for spoil in (lambda it, f: it.pop(f), lambda it, f: it.update({f: {"x": 1}})):
                spoiled = copy.deepcopy(file)
                spoil(list(objects(spoiled))[number], field)
                assert not check.is_valid(spoiled), (name, field)
        more = copy.deepcopy(file)
        list(objects(more))[number]["another"] = None
        assert not check.is_valid(more)


@pytest.mark.parametrize(("field", "value"), [("added_on", "21 November"), ("status", "draft"), ("id", "No id")])
def test_what_is_not_right_is_refused(small, field, value):
    """A date that is none, the status of a draft and an id with a space are refused."""
    file = copy.deepcopy(api_files(small)["arguments.json"])
    file["items"][0][field] = value
    assert not validator(schema_of(small), "arguments.json").is_valid(file)


def test_empty_playbook_meets_it(root):
    """Lists without any item meet the schema as well."""
    for path in [*(root / "playbook" / "tombstones").iterdir(), *(root / "case_studies").iterdir()]:
        path.unlink()
    for path in (root / "playbook" / "arguments").iterdir():
        text = path.read_text(encoding="utf-8").replace("case_studies: [anytown]\n", "")
        write(root, path.relative_to(root).as_posix(), text.replace("case_studies:\n- anytown\n", "").encode())
    plan = plan_of(root)
    files = api_files(plan)
    assert files["gone.json"]["items"] == files["case-studies.json"]["items"] == []
    assert all(validator(schema_of(plan), name).is_valid(file) for name, file in files.items())
