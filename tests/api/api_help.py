"""What the tests of the API share: a small playbook with one of everything, and how its files are read."""

import datetime
import json
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema
import yaml
from playbook_kit.adapters.mkdocs_build import build_site
from playbook_kit.checked import read_and_check
from playbook_kit.plan import Plan, make_plan
from playbook_kit.problem import errors
from small_playbook import ARGUMENT, CHAPTER, OBJECTION, SOURCE, write, write_small_playbook

ROOT = Path(__file__).resolve().parents[2]
TODAY = datetime.date(2026, 11, 21)
ADDRESS = "https://council.example/playbook/"
DRAFT = "NOBODY MAY READ THIS YET"


def argument(**changes: Any) -> bytes:
    """The small playbook's argument with some fields changed, as YAML; a field that is None is left out."""
    fields = yaml.safe_load(ARGUMENT) | changes
    return _yaml({name: value for name, value in fields.items() if value is not None})


def objection(title: str, **changes: Any) -> bytes:
    """The small playbook's objection under another title and with other wordings."""
    fields = yaml.safe_load(OBJECTION)
    wordings = [f"{wording}, {title}" for wording in fields["heard_as"]]
    return _yaml(fields | {"title": title, "heard_as": wordings} | changes)


def day(written: str) -> datetime.date:
    """A day, from 2026-11-21."""
    return datetime.date.fromisoformat(written)


def _yaml(fields: dict[str, Any]) -> bytes:
    return yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1000).encode()


def write_playbook(root: Path) -> Path:
    """The small playbook with items of every status, two drafts, and tombstones of three kinds."""
    write_small_playbook(root)
    shutil.rmtree(root / "theme")
    shutil.copytree(ROOT / "theme" / "words", root / "theme" / "words")
    put = partial(write, root)
    put("playbook/arguments/a-disputed-one.yml", argument(
        title="A disputed one", status="disputed", retired_because="The figure is in doubt.",
        one_liner="They say half of it is true.", added_on=day("2026-10-05"),
    ))  # fmt: skip
    put("playbook/arguments/a-retired-one.yml", argument(
        title="A retired one", status="retired", retired_because="The figure was withdrawn.", strength="strong",
        one_liner="Nobody says this any more.", response_type="facts",
    ))  # fmt: skip
    put("playbook/arguments/a-fact.yml", argument(
        title="A fact", one_liner="Three in four did it in 2012.", response_type="facts", long=None, chapters=None,
        added_on=day("2026-10-01"), reviewed_on=day("2026-11-01"),
    ))  # fmt: skip
    put("playbook/arguments/a-draft.yml", argument(
        title=DRAFT, one_liner=f"{DRAFT} but soon.", status="draft", answers=["time-wasting", "a-draft"],
        evidence=[{"source": "draft-source", "shows": DRAFT, "strength": "weak"}],
    ))  # fmt: skip
    put("playbook/objections/a-draft.yml", objection(DRAFT, status="in-review"))
    put("playbook/draft-chapter.md", CHAPTER.replace("Write a policy", DRAFT).replace("published", "draft").encode())
    put("playbook/objections/time-wasting.yml", OBJECTION.replace(
        "controls:\n", "controls:\n  - text: Read what is not there yet\n    chapter: draft-chapter\n"
    ).encode())  # fmt: skip
    put("playbook/sources/draft-source.yml", SOURCE.replace("Social media in the workplace", DRAFT).encode())
    put("playbook/tombstones/an-old-saying.yml", _stone("objection", "time-wasting"))
    put("playbook/tombstones/a-dead-link.yml", _stone("source", None))
    return root


def _stone(kind: str, now: str | None) -> bytes:
    fields = {"kind": kind, "because": "It was <two> & one.", "on": day("2026-11-20")}
    return _yaml(fields | ({"now": now} if now else {}))


def plan_of(root: Path, address: str = ADDRESS) -> Plan:
    """The plan of a playbook without errors."""
    plan = make_plan(root, TODAY, address)
    assert [f"{one.path}:{one.line} {one.message}" for one in errors(plan.problems)] == []
    return plan


def texts(plan: Plan) -> dict[str, str]:
    """The text of every file for machines, by its path."""
    return {file.uri: file.text for file in plan.data}


def api_files(plan: Plan) -> dict[str, Any]:
    """Every JSON file below api/v1/ but the schema, by its name there."""
    found = {
        uri.removeprefix("api/v1/"): json.loads(text) for uri, text in texts(plan).items()
        if uri.startswith("api/v1/") and uri.endswith(".json")
    }  # fmt: skip
    return {name: file for name, file in found.items() if name != "schema.json"}


def schema_of(plan: Plan) -> dict[str, Any]:
    """The schema as it is published."""
    return json.loads(texts(plan)["api/v1/schema.json"])


def validator(schema: dict[str, Any], name: str) -> jsonschema.Draft202012Validator:
    """A validator for the file of this name, by the published schema's own table."""
    pattern = "arguments/<id>.json" if name.startswith("arguments/") else name
    part = {"$ref": schema["x-files"][pattern], "$defs": schema["$defs"]}
    return jsonschema.Draft202012Validator(part, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object inside a value."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(inner)


def build_small(root: Path, site: Path) -> Path:
    """Build the playbook in `root` with the real hook and theme, as its own repository would."""
    shutil.copytree(ROOT / "theme", root / "theme", dirs_exist_ok=True)
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["site_name"] = "Home"
    config["hooks"] = [str(ROOT / "hooks" / "events.py")]
    config["nav"] = ["index.md", {"Arguments": "arguments/"}, {"About": ["topics.md", "sources.md"]}]
    write(root, "mkdocs.yml", yaml.safe_dump(config).encode())
    build_site(root, site, TODAY, read_and_check(root, TODAY, ADDRESS), ADDRESS)
    return site
