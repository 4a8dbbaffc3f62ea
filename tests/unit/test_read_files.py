"""Files are found and read safely."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playbook_kit.problem import Problem
from playbook_kit.read import files, markdown_text
from playbook_kit.read.files import TextFile, decode, read_folder, read_text, relative
from unit_help import write


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("Tŷ\n".encode(), "Tŷ\n"),
        (b"\xef\xbb\xbftitle: x\n", "title: x\n"),
        (b"one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
    ],
    ids=["empty", "utf-8", "byte-order-mark", "line-ends"],
)
def test_decode(data, text):
    """UTF-8 is read with or without a byte order mark, and every line end becomes a newline."""
    assert decode("a.yml", data) == TextFile("a.yml", text)


@pytest.mark.parametrize(
    ("data", "place", "rule"),
    [
        ("title".encode("utf-16"), (1, 1), "encoding"),
        (b"one\ntw\0o", (2, 3), "encoding"),
        (b"one\n\xe9t\xe9", (2, 1), "encoding"),
        ("Tŷ ".encode() + b"\xe9", (1, 4), "encoding"),
        (b"one\n" + b"x" * 20_001, (2, 1), "file-size"),
    ],
    ids=["utf-16", "nul", "latin-1", "latin-1-after-two-byte-letter", "long-line"],
)
def test_decode_refuses(data, place, rule):
    """Bytes that are not UTF-8 text are a problem at their line and column, counted in characters."""
    problem = decode("a.yml", data)
    assert (problem.line, problem.column, problem.rule) == (*place, rule)


def test_decode_guesses_the_letter():
    """The message shows which letter the byte would be in an older encoding."""
    assert "“é”" in decode("a.yml", b"caf\xe9").message


@given(st.binary(max_size=200))
def test_decode_never_raises(data):
    """Any bytes give either text without carriage returns or a problem with a place in the file."""
    found = decode("a.yml", data)
    if isinstance(found, Problem):
        assert 1 <= found.line <= data.count(b"\n") + data.count(b"\r") + 1 and found.column >= 1
    else:
        assert "\r" not in found.text


def test_read_text_missing(tmp_path):
    """A file that is not there is a problem, never an exception."""
    assert read_text(tmp_path, tmp_path / "none.yml").rule == "unreadable"


def test_read_text_folder(tmp_path):
    """A folder with the name of a file is a problem, never an exception."""
    (tmp_path / "a.yml").mkdir()
    assert read_text(tmp_path, tmp_path / "a.yml").rule == "unreadable"


@pytest.mark.parametrize(("extra", "is_read"), [(0, True), (1, False)])
def test_read_text_size(tmp_path, monkeypatch, extra, is_read):
    """A file of the largest size is read, and one byte more is refused with both numbers."""
    monkeypatch.setattr(files, "LARGEST_FILE", 1000)
    found = read_text(tmp_path, write(tmp_path, "a.yml", "x" * (1000 + extra)))
    assert isinstance(found, TextFile) is is_read
    assert is_read or "1,001 bytes; at most 1,000" in found.message


def test_name_is_id():
    """A file's id is its name without folder and ending."""
    assert TextFile("playbook/arguments/same-as-the-phone.yml", "").name == "same-as-the-phone"


def test_relative_uses_forward_slashes(tmp_path):
    """Paths in problems count from the repository and have forward slashes."""
    assert relative(tmp_path, tmp_path / "docs" / "about.md") == "docs/about.md"


def folder_of(root: Path, **options) -> tuple[list[str], list[tuple[str, str]]]:
    """What `read_folder` finds in `things/`: paths of texts, then path and rule of problems."""
    texts, problems = read_folder(root, "things", (".yml",), **options)
    return [text.path for text in texts], [(problem.path, problem.rule) for problem in problems]


def test_read_folder_is_sorted(tmp_path):
    """Files come in order of path, those in folders included."""
    for name in ("b.yml", "a/z.yml", "a.yml"):
        write(tmp_path, f"things/{name}")
    assert folder_of(tmp_path) == (["things/a/z.yml", "things/a.yml", "things/b.yml"], [])


def test_read_folder_missing(tmp_path):
    """A folder that is not there holds nothing, without a problem."""
    assert folder_of(tmp_path) == ([], [])


def test_read_folder_ignores(tmp_path):
    """Hidden files are passed over, and so are named files and folders."""
    for name in (".hidden.yml", "skip/a.yml", "skip.yml", "a.yml"):
        write(tmp_path, f"things/{name}")
    assert folder_of(tmp_path, ignore=("things/skip", "things/skip.yml")) == (["things/a.yml"], [])


@pytest.mark.parametrize(
    ("served", "problems"), [((), [("things/a.yaml", "file-ending")]), ((".yaml",), []), ((".png",), [("things/a.yaml", "file-ending")])]
)
def test_read_folder_other_endings(tmp_path, served, problems):
    """A file with another ending would be left out in silence, so it is a problem unless others are allowed."""
    write(tmp_path, "things/a.yaml")
    assert folder_of(tmp_path, served=served) == ([], problems)


def test_other_ending_names_the_right_one(tmp_path):
    """The fix for a wrong ending is the file's name with the right one."""
    write(tmp_path, "things/a.yaml")
    assert "Rename it to a.yml" in read_folder(tmp_path, "things", (".yml",))[1][0].fix


def test_read_folder_goes_on_after_a_bad_file(tmp_path):
    """One file that cannot be read does not hide the others."""
    write(tmp_path, "things/b.yml")
    (tmp_path / "things/a.yml").write_bytes(b"\xff\xfe")
    assert folder_of(tmp_path) == (["things/b.yml"], [("things/a.yml", "encoding")])


def test_link_inside_is_followed(tmp_path):
    """A symbolic link to a plain file inside the repository is read."""
    write(tmp_path, "things/a.yml")
    (tmp_path / "things/b.yml").symlink_to("a.yml")
    assert folder_of(tmp_path) == (["things/a.yml", "things/b.yml"], [])


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("../../outside.yml", "outside the repository"),
        ("../folder", "link to a folder"),
        ("none.yml", "does not exist"),
        ("link.yml", "leads back to itself"),
    ],
)
def test_other_links_are_refused(tmp_path, target, said):
    """A link out of the repository, to a folder, to nothing or to itself is not followed, and said so."""
    write(tmp_path, "outside.yml", "secret")
    root = tmp_path / "root"
    write(root, "folder/x.yml")
    (root / "things").mkdir()
    (root / "things/link.yml").symlink_to(target)
    texts, problems = read_folder(root, "things", (".yml",))
    assert texts == [] and [problem.rule for problem in problems] == ["linked-file"]
    assert said in problems[0].message


def test_deep_folders_are_refused(tmp_path):
    """Folders nested deeper than the limit are a problem, and are not entered."""
    deep = "/".join("d" * (files.DEEPEST_FOLDER + 1))
    write(tmp_path, f"things/{deep}/a.yml")
    assert folder_of(tmp_path) == ([], [(f"things/{deep}", "folder-depth")])


def test_folder_without_permission(tmp_path, monkeypatch):
    """A folder that may not be opened is a problem, never an exception."""

    def refuse(folder):
        raise PermissionError(13, "Permission denied", str(folder))

    (tmp_path / "things").mkdir()
    monkeypatch.setattr(os, "scandir", refuse)
    assert folder_of(tmp_path) == ([], [("things", "unreadable")])


def test_security_page_states_the_limits():
    """The page for security teams gives the limits as they are."""
    text = " ".join((Path(__file__).parents[2] / "docs/security.md").read_text(encoding="utf-8").split())
    for limit in (
        f"{files.LARGEST_FILE:,} bytes", f"{files.LONGEST_LINE:,} characters", f"{markdown_text.LONGEST_PARAGRAPH:,} characters",
        f"{markdown_text.MOST_BRACKETS} opening brackets", f"{markdown_text.DEEPEST} levels", f"{markdown_text.MOST_HEADINGS} headings",
    ):
        assert limit in text, limit
