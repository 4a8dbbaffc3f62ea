"""Classic scripts from modules, and links that name files, for a folder that is opened without a server."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from playbook_kit.pages import DataFile
from playbook_kit.publish.classic import RUNTIME, NotClassic, classic_scripts
from playbook_kit.publish.folder import data_scripts, file_link
from unit_help import ROOT

THEME = ROOT / "theme"
STAND_IN = """
const made = new Map(), makers = new Map();
const $get = (id) => { if (!made.has(id)) { const e = {}; made.set(id, e); makers.get(id)(e, $get, async (x) => $get(x)); } return made.get(id); };
globalThis.playbookFolder = { define: (id, maker) => makers.set(id, maker), start: $get };
"""


def run_modules(tmp_path: Path, modules: dict[str, str]) -> str:
    """What the modules print when all of their classic scripts are run one after the other."""
    node = shutil.which("node")
    if node is None:
        pytest.fail("This test runs scripts in Node.js: install it (on Debian: sudo apt-get install nodejs).")
    scripts = classic_scripts(modules, "a.mjs", STAND_IN)
    first, *rest = scripts.values()
    whole, start = first.rsplit("playbookFolder.start", 1)
    (tmp_path / "all.cjs").write_text("\n".join([whole, *rest, f"playbookFolder.start{start}"]), encoding="utf-8")
    return subprocess.run([node, tmp_path / "all.cjs"], capture_output=True, text=True, check=True).stdout


def test_every_form_of_import_and_export(tmp_path: Path) -> None:
    """Names, new names, defaults, whole modules, late imports and modules without a name arrive as they do between modules."""
    modules = {
        "a.mjs": 'import "./in/e.mjs";\nimport { one, Two as Zwei,\n  three } from "./in/b.mjs";\nimport four from "./in/c.mjs";\n'
        'import * as all from "./in/b.mjs";\nconsole.log(one(), new Zwei().name, three, four, Object.keys(all).length);\n'
        'import("./in/d.mjs").then((d) => console.log(d.five));\n',
        "in/b.mjs": "export function one() {\n  return 1;\n}\nexport class Two {\n  name = 2;\n}\nconst drei = 3;\n"
        "export { drei as three, drei };\n",
        "in/c.mjs": 'const four = 4;\nexport { four as default };\n',
        "in/e.mjs": "console.log(0);\n",
        "in/d.mjs": 'import { one } from "./b.mjs";\nexport const five = one() + 4;\n',
    }
    assert run_modules(tmp_path, modules) == "0\n1 2 3 4 4\n5\n"


def test_comments_are_left_alone() -> None:
    """What only looks like an import, in a comment, is neither followed nor refused."""
    text = '/**\n * @type {import("./gone.mjs").Gone}\nexport default 1\n */\n// import("./gone.mjs")\nexport const one = 1;\n'
    assert list(classic_scripts({"a.mjs": text}, "a.mjs", "")) == ["a.classic.js"]


def test_late_imports_of_others_have_scripts_of_their_own() -> None:
    """What the first module imports later is in its script; what those import later stands beside its module, without
    what the first script has already.
    """
    modules = {
        "a.mjs": 'import("./b.mjs");\n', "b.mjs": 'import { c } from "./c.mjs";\nimport("./in/d.mjs");\n',
        "c.mjs": "export const c = 1;\n", "in/d.mjs": 'import { c } from "../c.mjs";\nexport const d = c;\n',
    }  # fmt: skip
    scripts = classic_scripts(modules, "a.mjs", "")
    assert list(scripts) == ["a.classic.js", "in/d.classic.js"]
    assert [f'define("{name}"' in scripts["a.classic.js"] for name in modules] == [True, True, True, False]
    assert scripts["in/d.classic.js"].count("define(") == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("export default function () {}\n", "export default function"), ('import "./no.mjs";\n', "no.mjs"),
        ('export { c } from "./c.mjs";\n', "from"), ('import { c } from "./no.mjs";\n', "no.mjs"),
    ],
)  # fmt: skip
def test_unknown_forms_are_refused(text: str, said: str) -> None:
    """A form without a counterpart, or a module that is not there, is an error that names it, never a broken script."""
    with pytest.raises(NotClassic, match=said):
        classic_scripts({"a.mjs": text, "b.mjs": "", "c.mjs": "export const c = 1;\n"}, "a.mjs", "")


def test_comment_before_a_later_import() -> None:
    """A line of comment hides itself alone: what is imported below it is in a script."""
    modules = {"a.mjs": '// Later.\nconst load = () => import("./b.mjs");\n', "b.mjs": "export const b = 1;\n"}
    assert 'define("b.mjs"' in "".join(classic_scripts(modules, "a.mjs", "").values())


def test_every_module_of_the_theme_is_in_a_script() -> None:
    """The theme's own modules can be turned, and each of those that the theme has stands in exactly one script."""
    paths = [path for folder in ("components", "assets") for path in (THEME / folder).rglob("*.mjs")]
    modules = {path.relative_to(THEME).as_posix(): path.read_text(encoding="utf-8") for path in paths}
    scripts = classic_scripts(modules, "components/main.mjs", (THEME / RUNTIME).read_text(encoding="utf-8"))
    text = "".join(scripts.values())
    assert len(modules) > 40
    assert [path for path in modules if text.count(f'define("{path}"') != 1] == []


@pytest.mark.parametrize(
    ("link", "file"),
    [
        ("objections/x/", "objections/x/index.html"), ("../", "../index.html"), ("..", "../index.html"),
        (".", "./index.html"), ("../a/#b", "../a/index.html#b"), ("a/?q=1", "a/?q=1"), ("x.pdf", "x.pdf"), ("#b", "#b"),
        ("https://council.example/", "https://council.example/"), ("//host/", "//host/"), ("mailto:a@b/", "mailto:a@b/"),
    ],
)  # fmt: skip
def test_links_name_files(link: str, file: str) -> None:
    """A link to a folder of the site names the page in it; links to files, anchors and elsewhere stay."""
    assert file_link(link) == file


def test_data_stand_in_scripts_too() -> None:
    """Beside each JSON file that the site's scripts read there is a script that says the same, with links to files."""
    files = [
        DataFile("search/en.json", '{"items": [{"address": "a/b/#c", "text": "a/"}]}'), DataFile("schema/x.json", "{}"),
        DataFile("api/v1/topics.csv", ""),
    ]  # fmt: skip
    (script,) = data_scripts(files)
    said = script.text.removeprefix("playbookFolder.data(").removesuffix(");\n")
    assert script.uri == "search/en.json.js"
    assert json.loads(said) == {"items": [{"address": "a/b/index.html#c", "text": "a/"}]}
