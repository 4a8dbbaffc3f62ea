"""The table for spreadsheets: right by RFC 4180, and no cell of it begins a formula."""

import csv
import io
import re

import pytest
from api_help import ADDRESS, api_files, argument, plan_of, texts, write
from playbook_kit.pages.api.table import COLUMNS, cell

PATH = "api/v1/arguments.csv"
SIGNS = "=+-@\t\r\n＝＋－＠"
HOSTILE = [
    '=HYPERLINK("https://bad.example","Read")', "+1", "-1", "@x", "=1+1", "＝1+1", "＋1", "－1", "＠x",
    "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u200f=1+1", "\u202e=1+1", "\ufeff=1+1", "\u00a0-1", "\u200b@x", "\0=1",
    "\tcell", "\rcell", "a;=1+1", "a; -1", "a\n=1+1", "a\r\n+1", "a\t@x", "=", "-", "'=1+1", '"=1+1"',
]  # fmt: skip
HARMLESS = [
    "", "word", "a = b", "a-b", "x@y.org", "1+1", "'quoted'", 'said "no", twice', "one\ntwo", "one,two", "a; b",
    "–1", "£-1", "\u200fمرحبا", "ŵ and ŷ", "12", "#", "/", "a, -b",
]  # fmt: skip


def read(text: str) -> list[dict[str, str]]:
    """The rows, as Python's own reader sees them."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def begins_formula(text: str) -> bool:
    """Whether a program could take a text for a formula, whatever stands unseen before it."""
    seen = re.sub(r"^[\s\0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+", "", text)
    return text[:1] in set("\t\r\n\0") or seen[:1] in set("=+-@＝＋－＠")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_cells(text):
    """This text begins no formula, neither as a cell nor after a sign that another program takes for a cell's end."""
    made = cell(text)
    assert not begins_formula(made)
    assert not any(begins_formula(part.lstrip(" ")) for part in re.split(r"[;\t\r\n]", made) if part)
    assert made.replace("'", "") == text.replace("'", "")


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_cells(text):
    """This text stands in its cell as it is."""
    assert cell(text) == text


@pytest.mark.parametrize(
    ("value", "made"), [(None, ""), ([], ""), (["a", "b"], "a; b"), (["-a", "b", "+c"], "'-a; b;' +c")]
)
def test_other_cells(value, made):
    """Null is an empty cell, a list one cell with semicolons; each of its values is made safe."""
    assert cell(value) == made


def test_form(plan):
    """UTF-8 with a byte order mark, commas, every cell in quotation marks, lines ended by CR and LF."""
    data = texts(plan)[PATH].encode()
    assert data.startswith(b'\xef\xbb\xbf"id","title",') and data.endswith(b'"\r\n')
    lines = data.decode("utf-8-sig").split("\r\n")
    assert all(line.startswith('"') and line.endswith('"') for line in lines[:-1]) and lines[-1] == ""


def test_rows(plan):
    """One row for each argument in the order of the list, each cell what the argument's own file says."""
    rows, files = read(texts(plan)[PATH]), api_files(plan)
    assert [row["id"] for row in rows] == [item["id"] for item in files["arguments.json"]["items"]]
    for row in rows:
        [item] = files[f"arguments/{row['id']}.json"]["items"]
        assert tuple(row) == COLUMNS
        for name, text in row.items():
            value = ADDRESS + item["url"] if name == "url" else item[name]
            assert text == cell(value), (row["id"], name)
            assert not begins_formula(text)


@pytest.mark.parametrize("sign", [*"=+@＝＋－＠", "-"])
def test_hostile_argument(root, sign):
    """An argument full of formulas, quotation marks and right-to-left marks comes back whole from the table."""
    text = f'{sign}HYPERLINK("https://bad.example";"Read, then \u202eweiver") "quoted"'
    write(root, "playbook/arguments/same-as-the-phone.yml", argument(
        title=text, one_liner=text, short=f"{text}\n{sign}1\n  {sign}2", status="disputed", retired_because=text,
    ))  # fmt: skip
    [row] = [row for row in read(texts(plan_of(root))[PATH]) if row["id"] == "same-as-the-phone"]
    assert row["title"] == row["one_liner"] == f"'{text}"
    assert row["short"].replace("'", "") == f"{text}\n{sign}1\n  {sign}2"
    assert not any(begins_formula(line.lstrip()) for name in ("title", "short") for line in row[name].split("\n"))


def test_built_file(small, small_site):
    """The build writes the table byte for byte as it was planned."""
    assert (small_site / PATH).read_bytes() == texts(small)[PATH].encode()
