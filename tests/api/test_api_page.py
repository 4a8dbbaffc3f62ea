"""The page “Use the data”: every example in it is run against the built site."""

import contextlib
import io
import json
import re
import shlex
from urllib.request import urlopen

import pytest
from api_help import ROOT, validator
from playbook_kit.pages.api.schema import FILES

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, re.M | re.S)
PLACEHOLDER = "https://council.example/"


def of(language: str) -> list[str]:
    """The examples in one language, in their order."""
    return [text for written, text in EXAMPLES if written == language]


@pytest.fixture(scope="module")
def said(served):
    """What the Python examples print, one after the other in one session, as a reader would try them."""
    names: dict[str, object] = {"__name__": "example"}
    printed = []
    for code in of("python"):
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(compile(code.replace(PLACEHOLDER, f"{served}/"), "docs/api.md", "exec"), names)
        printed.append(out.getvalue())
    return names, printed


def test_every_example_is_run():
    """The examples are in the languages that the tests below run, and no block of code is left over."""
    assert {language for language, _ in EXAMPLES} == {"sh", "python", "json"}
    assert PAGE.count("```") == 2 * len(EXAMPLES)


@pytest.mark.parametrize("command", of("sh"))
def test_shell_examples(served, command):
    """This command asks for one address, at which there is a file of the kind that its name says."""
    program, address = shlex.split(command)
    assert program == "curl" and address.startswith(PLACEHOLDER)
    with urlopen(address.replace(PLACEHOLDER, f"{served}/")) as answer:
        data = answer.read()
    assert json.loads(data)["items"] if address.endswith(".json") else data.startswith(b"<?xml")


@pytest.mark.parametrize("text", of("json"))
def test_json_examples(site, text):
    """This file fits the published schema, and what is in it is in the real file that the text before it names."""
    name = re.findall(r"`([\w-]+\.json)`", PAGE[: PAGE.index(text)])[-1]
    shown = json.loads(text)
    real = json.loads((site / "api" / "v1" / name).read_text(encoding="utf-8"))
    schema = json.loads((site / "api" / "v1" / "schema.json").read_text(encoding="utf-8"))
    assert validator(schema, name).is_valid(shown)
    assert list(shown) == list(real) and shown["items"] and all(one in real["items"] for one in shown["items"])


def test_python_examples(said):
    """Every example in Python runs; those that show something print at least a line."""
    names, printed = said
    silent = [code for code, out in zip(of("python"), printed, strict=True) if "print(" in code and not out.strip()]
    assert all("gone" in code for code in silent)  # as long as nothing is disputed, retired or gone
    assert len(printed) == len(of("python")) >= 6


def test_what_the_examples_find(said):
    """The first example prints exactly the lines for councillors, the last one knows every argument."""
    names, printed = said
    arguments = names["arguments"].values()
    usable = [one for one in arguments if one["status"] == "published"]
    wanted = [one["one_liner"] for one in usable if "councillors" in one["works_best_on"]]
    assert printed[0].splitlines() == wanted and wanted
    assert printed[-1].startswith(f"{len(arguments)} ")
    assert [row["id"] for row in names["rows"]] == list(names["arguments"])


def test_table_of_files(site):
    """The table names every file that there is, and each name in it leads to a file."""
    named = set(re.findall(r"^\| (?:\[[^\]]*\]\((\S+)\)|`(\S+)`) \|", PAGE, re.M))
    paths = {link or code for link, code in named}
    assert paths == {f"api/v1/{name}" for name in (*FILES, "schema.json", "arguments.csv")} | {"feed.xml"}
    assert all((site / path).is_file() for path in paths if "<" not in path)


def test_address_that_stands_for_the_site():
    """The address that readers replace is the one that is set in mkdocs.yml until somebody publishes."""
    assert PAGE.count(PLACEHOLDER) >= 3
    assert re.findall(r"https?://[^\s\"`)]*\.example[^\s\"`)]*", PAGE) == re.findall(rf"{PLACEHOLDER}[^\s\"`)]*", PAGE)


def test_it_is_in_the_navigation(site):
    """The page stands in the footer's part of the navigation, and on the page each file is a link."""
    html = (site / "api" / "index.html").read_text(encoding="utf-8")
    assert 'href="v1/arguments.csv"' in html and 'href="../feed.xml"' in html
    assert "<li><a" in html and 'href="./"' in html.partition('class="pb-footer"')[2]


def test_real_site_meets_its_schema(site):
    """Every JSON file of the built site meets the schema that is published beside it."""
    folder = site / "api" / "v1"
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    files = [path for path in sorted(folder.rglob("*.json")) if path.name != "schema.json"]
    assert len(files) > 30
    for path in files:
        name = path.relative_to(folder).as_posix()
        assert validator(schema, name).is_valid(json.loads(path.read_text(encoding="utf-8"))), name
