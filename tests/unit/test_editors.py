"""Editors, containers and commit hooks know the same files, schemas and commands as the playbook itself."""

import json
import re
import shlex
from pathlib import PurePosixPath

import pytest
import yaml
from playbook_kit.cli.main import parser
from playbook_kit.local.files import FOLDERS
from playbook_kit.models.schema import json_schemas
from playbook_kit.problem import Problem
from playbook_kit.report import one_as_text
from playbook_kit.tidy import content_files
from playbook_kit.tidy.files import model_of
from unit_help import ROOT, real_files


def read(path: str):
    """A JSON file of the repository."""
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


def mapped(path: str) -> list[str]:
    """The schemas that the editor's settings name for a file."""
    found = []
    for schema, patterns in read(".vscode/settings.json")["yaml.schemas"].items():
        for pattern in [patterns] if isinstance(patterns, str) else patterns:
            if PurePosixPath(f"/{path}").match(pattern):
                found.append(schema)
    return found


def test_every_yaml_file_has_its_schema():
    """Each YAML file of the content is mapped to one schema, that of its kind, which the build publishes."""
    for kind, path in real_files():
        if path.endswith(".yml"):
            assert mapped(path) == [f"./site/schema/{kind}.json"], path
    assert {schema.removeprefix("./site/schema/").removesuffix(".json") for schema in read(".vscode/settings.json")["yaml.schemas"]} <= set(json_schemas())


def test_the_councils_own_files_have_theirs():
    """The council's file, its terms, its exceptions and its sources are mapped as well."""
    for path in ("local/council.yml", "local.example/council.yml", "local/terms.yml", "local/uncited.yml", f"{FOLDERS['source']}/x.yml"):
        assert len(mapped(path)) == 1, path


def test_the_editor_reads_what_the_check_prints():
    """The editor's task finds file, line, column, level, message and rule in a line of `playbook check`."""
    matcher = read(".vscode/tasks.json")["tasks"][0]["problemMatcher"]["pattern"][0]
    for level in ("error", "warning"):
        line = one_as_text(Problem("playbook/a b.md", 3, 7, "", "It is wrong (so): mend it.", "Mend.", level, "some-rule")).split("\n")[0]
        found = re.fullmatch(matcher["regexp"], line)
        assert [found[matcher[name]] for name in ("file", "line", "column", "message", "code")] == [
            "playbook/a b.md", "3", "7", "It is wrong (so): mend it.", "some-rule"
        ]  # fmt: skip
        assert (found[matcher["severity"]] or "error") == level


def commands() -> list[list[str]]:
    """Every command of run.py that an editor, a container or a hook runs."""
    tasks = [[task["command"], *task["args"]] for task in read(".vscode/tasks.json")["tasks"]]
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    return [*tasks, shlex.split(read(".devcontainer/devcontainer.json")["postCreateCommand"]), *(shlex.split(hook["entry"]) for hook in hooks)]


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_commands_are_there(command):
    """What is run is a command of run.py that the command line understands."""
    assert command[:2] == ["python3", "run.py"]
    assert callable(parser().parse_args(command[2:]).run)


def test_hooks_see_what_fmt_sees():
    """A commit puts every content file that it changes in order, and nothing else."""
    hook = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"][0]
    assert [path for path in content_files(ROOT, []) if not re.search(hook["files"], path)] == []
    assert not re.search(hook["files"], "hooks/events.py") and model_of("README.md") is None


def test_the_container_and_the_editor_recommend_the_same():
    """The container brings the extensions that the editor recommends, and an image whose version is named."""
    container = read(".devcontainer/devcontainer.json")
    assert container["customizations"]["vscode"]["extensions"] == read(".vscode/extensions.json")["recommendations"]
    assert re.search(r":\d+\.\d+-\w+\Z|@sha256:[0-9a-f]{64}\Z", container["image"])
