"""A council's own pictures, papers and tables: served as they may be, shown by its own pages, and refused with a reason."""

import io

import pytest
from local_help import council
from PIL import Image
from playbook_kit.adapters.stage import stage
from playbook_kit.local.assets import FOLDER, MOST
from playbook_kit.logo.page_file import LARGEST
from playbook_kit.plan import make_plan
from playbook_kit.report import as_text
from small_playbook import TODAY, problems_of, write

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
OURS = """\
---
title: Our office
summary: Where we are.
---

![A map of the two entrances](../local/assets/map.png)

See [the plan](../local/assets/plan.pdf), [the numbers](../local/assets/who-sits-where.csv) and
[the policy](../playbook/policy.md).
"""


def picture(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    """A picture with a remark in it that nobody is to read."""
    file = io.BytesIO()
    image = Image.new("RGB", size, "white")
    exif = image.getexif()
    exif[0x010E] = "taken at home"
    image.save(file, kind, exif=exif)
    return file.getvalue()


def with_files(root, files: dict[str, bytes], page: str = OURS):
    """The small playbook with a page of the council's and these files in its folder."""
    council(root, {"local/pages/our-office.md": page})
    for name, data in files.items():
        write(root, f"{FOLDER}/{name}", data)
    return root


FILES = {"map.png": picture("PNG"), "plan.pdf": PDF, "who-sits-where.csv": b"room,number\nA,-5\nB,12%\n"}


def test_shown(tmp_path):
    """Each file is on the site and in the staged tree, the page leads to it, and a picture has nothing else in it."""
    root = with_files(tmp_path / "root", FILES)
    assert as_text(problems_of(root)) == "Nothing to mend."
    plan = make_plan(root, TODAY)
    assert sorted(plan.assets) == ["assets/local/map.png", "assets/local/plan.pdf", "assets/local/who-sits-where.csv"]
    body = next(page.body for page in plan.pages if page.uri == "our-office.md")
    assert "![A map of the two entrances](assets/local/map.png)" in body
    assert "[the plan](assets/local/plan.pdf)" in body and "(playbook/policy.md)" in body
    assert plan.assets["assets/local/plan.pdf"] == PDF
    assert b"taken at home" in FILES["map.png"] and b"taken at home" not in plan.assets["assets/local/map.png"]
    assert Image.open(io.BytesIO(plan.assets["assets/local/map.png"])).size == (40, 30)
    stage(plan, root, tmp_path / "staged")
    assert (tmp_path / "staged/docs/assets/local/map.png").read_bytes() == plan.assets["assets/local/map.png"]


def test_staged_banner_and_footer(tmp_path):
    """The staged tree has the council's banner on every page, with links that fit there, and its footer as plain text."""
    root = with_files(tmp_path / "root", FILES)
    said = "announcement: {text: 'We are closed. See [the policy](../playbook/policy.md) and [ours](assets/plan.pdf).'}\n"
    write(root, "local/council.yml", f"name: Anytown\nfooter: Kept by [us](../docs/index.md).\n{said}".encode())
    plan = make_plan(root, TODAY)
    stage(plan, root, tmp_path / "staged")
    pages = {page.uri: (tmp_path / "staged/docs" / page.uri).read_text(encoding="utf-8") for page in plan.pages}
    assert "> We are closed. See [the policy](playbook/policy.md) and [ours](assets/local/plan.pdf).\n" in pages["index.md"]
    assert "> We are closed. See [the policy](../playbook/policy.md) and [ours](../assets/local/plan.pdf).\n" in pages["objections/time-wasting.md"]
    assert [uri for uri, text in pages.items() if "> We are closed." not in text] == []
    assert "Kept by us." in (tmp_path / "staged/mkdocs.yml").read_text(encoding="utf-8")


def test_from_every_kind(tmp_path):
    """A text after a chapter, a field of an argument and the footer lead to a file, each by the path from where it is read."""
    root = with_files(tmp_path, FILES)
    write(root, "local/chapters/policy.after.md", b"See [ours](../local/assets/plan.pdf).\n")
    write(root, "local/arguments/same-as-the-phone.after.md", b"See [ours](../../local/assets/plan.pdf).\n")
    write(root, "local/council.yml", b'name: Anytown\nfooter: "See [ours](assets/plan.pdf)."\n')
    assert as_text(problems_of(root)) == "Nothing to mend."
    bodies = {page.uri: page.body for page in make_plan(root, TODAY).pages}
    assert "[ours](../assets/local/plan.pdf)" in bodies["playbook/policy.md"]
    assert "[ours](../assets/local/plan.pdf)" in bodies["arguments/same-as-the-phone.md"]


def test_jpeg(tmp_path):
    """A JPEG loses its remarks, and is the same picture."""
    root = with_files(tmp_path, {**FILES, "map.jpg": picture("JPEG")}, OURS.replace("map.png", "map.jpg"))
    served = make_plan(root, TODAY).assets["assets/local/map.jpg"]
    assert b"taken at home" not in served
    assert Image.open(io.BytesIO(served)).tobytes() == Image.open(io.BytesIO(picture("JPEG"))).tobytes()


def test_unused_is_said(tmp_path):
    """A file that no page leads to is published, and that is said without stopping the build."""
    root = with_files(tmp_path, {**FILES, "old.pdf": PDF})
    assert as_text(problems_of(root)).startswith(
        "local/assets/old.pdf:1:1: warning: No page shows this file or leads to it, and everybody can read it on the site."
    )


def test_without_words(tmp_path):
    """A picture of the council's needs alternative text like any other."""
    root = with_files(tmp_path, FILES, OURS.replace("A map of the two entrances", ""))
    assert "has no alternative text" in as_text(problems_of(root))


REFUSED = {
    "map.PNG": (FILES["map.png"], "The file's name becomes part of its address.", "Rename it to map.png."),
    "Our Map.png": (FILES["map.png"], "The file's name becomes part of its address.", "Rename it to our-map.png."),
    "map.svg": (b"<svg/>", "Nothing checks what a file of this kind would do", "Save it as PNG or JPEG."),
    "map.webp": (b"RIFF", "Nothing checks what a file of this kind would do", "Save it as PNG or JPEG."),
    "plan.docx": (b"PK", "Nothing checks what a file of this kind would do", "Save it as PDF, or write a page."),
    "all.xlsx": (b"PK", "Nothing checks what a file of this kind would do", "Save it as “CSV UTF-8”."),
    "run.js": (b"alert(1)", "Nothing checks what a file of this kind would do", "Take it out."),
    "a.html": (b"<script>", "Nothing checks what a file of this kind would do", "Take it out."),
    "fake.png": (b"<script>alert(1)</script>", "not the kind of picture that its name says", "Save it as PNG or as JPEG"),
    "fake.jpg": (FILES["map.png"], "not the kind of picture that its name says", "Save it as PNG or as JPEG"),
    "cut.png": (FILES["map.png"][:-20], "The picture is damaged", "Save it again."),
    "cut.jpg": (picture("JPEG")[:-9], "The picture is damaged", "Save it again."),
    "wide.png": (picture("PNG", (5000, 10)), "The picture is 5,000 by 10 pixels", "Save it with at most 4,096 pixels on a side."),
    "large.png": (FILES["map.png"] + b"\0" * LARGEST["png"], "at most 1,000,000 are served", "A photograph is smaller as JPEG."),
    "fake.pdf": (b"<html>%%EOF", "This is not a PDF.", "Save the paper as PDF."),
    "cut.pdf": (PDF[:-6], "The PDF is cut short", "Copy the file once more."),
    "acts.pdf": (PDF.replace(b"<<>>", b"<</S /JavaScript /JS (x)>>"), "a part that acts", "Save it as PDF/A"),
    "large.pdf": (b"%PDF-1.7" + b" " * LARGEST["pdf"], "at most 2,000,000 are", "Save it"),
    "formula.csv": (b'a,b\nc,"=1+1"\n', "The cell “=1+1” would run as a formula", "Begin the cell with a letter or a figure, or write what the formula comes to."),
    "latin.csv": (b"a,b\nc,\xe9\n", "not saved as UTF-8", "Save it again as “CSV UTF-8”."),
    "empty.csv": (b"", "This is not a table in text.", "Save it as “CSV UTF-8”."),
    "nul.csv": (b"a\0b", "This is not a table in text.", "Save it as “CSV UTF-8”."),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name, tmp_path):
    """What cannot be shown, or could act in a reader's browser or spreadsheet, is refused, and its file and the fix are named."""
    data, message, fix = REFUSED[name]
    root = with_files(tmp_path, {**FILES, name: data})
    found = [problem for problem in problems_of(root) if problem.path == f"{FOLDER}/{name}"]
    assert [(problem.level, message in problem.message, fix in problem.fix) for problem in found] == [("error", True, True)]
    assert found[0].line == (2 if name in ("formula.csv", "latin.csv") else 1)
    assert make_plan(root, TODAY).pages == []


def test_links_are_not_followed(tmp_path):
    """A link to something outside the repository is refused, as a file and as the folder."""
    (tmp_path / "secret.pdf").write_bytes(PDF)
    root = with_files(tmp_path / "root", FILES)
    (root / FOLDER / "secret.pdf").symlink_to(tmp_path / "secret.pdf")
    assert "outside the repository" in as_text(problems_of(root))
    other = council(tmp_path / "other", {})
    (other / "local").mkdir()
    (other / FOLDER).symlink_to(root / FOLDER)
    assert "not followed" in as_text(problems_of(other)) and make_plan(other, TODAY).assets == {}


def test_folder_in_it(tmp_path):
    """A folder in it is refused, since nothing in it would be read."""
    root = with_files(tmp_path, {**FILES, "maps/a.png": FILES["map.png"]})
    assert f"{FOLDER}/maps:1:1: The files of local/assets/ lie in it directly" in as_text(problems_of(root))


def test_too_many(tmp_path):
    """More files than a site has use for are refused before they are read."""
    root = with_files(tmp_path, {**FILES, **{f"f{number}.pdf": PDF for number in range(MOST)}})
    assert f"There are {MOST + 3} files here; at most {MOST} are served." in as_text(problems_of(root))


@pytest.mark.parametrize("written", ["../assets/map.png", "assets/map.png", "map.png", "local/assets/map.png"])
def test_path_counts_from_elsewhere(tmp_path, written):
    """Whoever writes a path as it is from the file on disk, or from the root, is told what to write."""
    root = with_files(tmp_path, FILES, OURS.replace("../local/assets/map.png", written).replace("../local/assets/plan.pdf", "plan.pdf"))
    said = as_text(problems_of(root))
    assert "There is no image at" in said and "Write “../local/assets/map.png”." in said
    assert "The link plan.pdf leads to no file." in said and "Write “../local/assets/plan.pdf”." in said
