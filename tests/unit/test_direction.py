"""Imports go in one direction, and nothing but the adapters knows MkDocs."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from unit_help import PACKAGE, ROOT

LAYERS = (
    "problem", "report", "processes", "colour", "logo", "read", "words", "marked", "dates", "models", "names", "brand",
    "parse_cache", "remembered", "parsed", "local", "tidy", "content", "do_and_dont", "addresses", "prose", "materials",
    "tested", "navigation", "settings", "rules",
    "message_kinds", "message_list", "translations", "tailor", "source_parts", "index", "review", "credits", "news", "papers",
    "editions", "checked", "handouts", "contribute", "search", "pages", "publish", "readability", "plan", "changes", "release",
    "forge", "locks", "adapters", "cli",
)  # fmt: skip
FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = [path.relative_to(PACKAGE).as_posix() for path in FILES]


def layer(module: str) -> str:
    """The layer of a module of the package, such as `pages` for `playbook_kit.pages.build`."""
    return module.removeprefix("playbook_kit").lstrip(".").partition(".")[0]


def imports(path: Path) -> Iterator[str]:
    """The full name of everything that a file imports, inside functions too."""
    package = ["playbook_kit", *path.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1])
            yield from [f"{base}.{node.module}"] if node.module else [f"{base}.{alias.name}" for alias in node.names]


def test_every_module_has_a_layer():
    """Each module and folder of the package is one of the layers, and each layer is there."""
    found = {name.partition("/")[0].removesuffix(".py") for name in NAMES} - {"__init__"}
    assert found == set(LAYERS)


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_imports_go_left(path):
    """This module imports from its own layer or from those on its left, and from nothing on its right."""
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    known = [layer(name) for name in imports(path) if name.startswith("playbook_kit")]
    allowed = LAYERS[: LAYERS.index(own) + 1] if own in LAYERS else ()
    assert [name for name in known if name not in allowed] == []


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_only_adapters_import_mkdocs(path):
    """This module does not import MkDocs or its theme, unless it is an adapter."""
    engine = [name for name in imports(path) if name.partition(".")[0] in ("mkdocs", "material", "properdocs")]
    assert engine == [] or path.parent.name == "adapters"


def test_something_imports_mkdocs():
    """The adapters do import MkDocs, so the test above looks for the right thing."""
    assert any(name.startswith("mkdocs.") for path in FILES for name in imports(path))


def test_the_hook_imports_adapters_only():
    """The MkDocs hook hands its work to the adapters and imports nothing else."""
    tree = ast.parse((ROOT / "hooks" / "events.py").read_text(encoding="utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    assert [getattr(node, "module", None) for node in found] == ["playbook_kit.adapters"]


@pytest.mark.parametrize("module", ["playbook_kit.plan", "playbook_kit.cli", "playbook_kit.report"])
def test_mkdocs_is_not_loaded(module):
    """In a fresh interpreter, importing this module leaves MkDocs unloaded."""
    script = f"import {module}, sys; print(sorted(name for name in sys.modules if name.split('.')[0] == 'mkdocs'))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("[]\n", "")


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_no_clock_but_in_the_outermost(path):
    """This module does not ask what day it is, unless it is a command or an adapter, which hand the day on."""
    text = path.read_text(encoding="utf-8")
    clock = [call for call in (".today()", ".now()", "time.time(") if call in text]
    assert clock == [] or path.relative_to(PACKAGE).parts[0] in ("adapters", "cli")


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_says_what_it_is_for(path):
    """This module has a docstring, and so has each public function and class in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    named = [
        node for node in [*tree.body, *(inner for outer in classes for inner in outer.body)]
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_")
    ]  # fmt: skip
    assert ast.get_docstring(tree)
    assert [node.name for node in named if not ast.get_docstring(node)] == []


def test_a_command_loads_what_it_needs():
    """The command line is ready before anything is loaded that talks to a forge, or makes pages or documents."""
    script = "import sys; from playbook_kit.cli.main import parser; parser(); print(*sys.modules, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
    )  # fmt: skip
    loaded = done.stdout.split()
    assert "playbook_kit.checked" in loaded
    kept = ("playbook_kit.adapters", "playbook_kit.pages", "playbook_kit.plan", "jinja2", "lxml", "typst", "docx", "urllib.request")
    assert [name for name in loaded if name.startswith(kept)] == []
