"""A copy of a proposal: what of it may be shown, that every real copy may, and how long it stays."""

import io
import zipfile
from pathlib import Path

import pytest
from playbook_kit.adapters.folder_site import own_scripts
from playbook_kit.checked import Checked, as_preview
from playbook_kit.cli import main
from playbook_kit.editions import Edition
from playbook_kit.forge.hostile_zip import Refused
from playbook_kit.forge.preview import MOST_COPIES, read_preview, to_take_away
from playbook_kit.settings import SiteSettings
from playbook_kit.words import load_words
from preview_help import OURS, PAGE, POLICY, SCRIPT, SITE, SVG, zipped
from site_help import ROOT


def shown(**changed: bytes) -> dict[str, bytes]:
    """What is shown of a copy in which files are others, by their paths with __ for a slash and _dot_ for a dot."""
    return read_preview(zipped(SITE | {path.replace("__", "/").replace("_dot_", "."): text for path, text in changed.items()}), OURS)


def test_shows():
    """Pages, styles, pictures, data and our own scripts are shown as they are; a feed and a map for search engines are not."""
    found = read_preview(zipped(SITE), OURS)
    assert found == {path: text for path, text in SITE.items() if path not in ("feed.xml", "sitemap.xml.gz")}


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace(POLICY, "default-src *"), PAGE.replace(POLICY, POLICY.replace("script-src &#x27;self&#x27;", "script-src *")),
        PAGE.replace(POLICY, POLICY + "; script-src *"), "<script>evil()</script>" + PAGE, PAGE.replace("<head>", "<head><script>evil()</script>"),
        PAGE.replace("<meta charset", "<base href=//evil.example><meta charset"), PAGE.replace('lang="en"', 'lang="en" onload="evil()"'),
        PAGE.replace('<meta name="robots" content="noindex">', ""), PAGE.replace("pb-announcement", "x"),
        PAGE.replace('  <meta name="robots" content="noindex">\n</head>', '</head>\n<meta name="robots" content="noindex">'),
        PAGE.replace("<!doctype html>", "<!--"), PAGE.replace("utf-8", "utf-7"), "", "Hello", "\ufeff" + PAGE, "<svg>" + PAGE,
    ],
    ids=range(16),
)  # fmt: skip
def test_pages(page):
    """A page that begins with anything but our policy, may be listed, or does not say that nobody read it, is refused."""
    assert page != PAGE
    with pytest.raises(Refused):
        shown(a__b_dot_html=page.encode())


@pytest.mark.parametrize("ending", ["mjs", "js", "json.js"])
@pytest.mark.parametrize(
    "script",
    [
        b"evil()", SCRIPT + b"evil()", b"playbookFolder.data({});\nevil();\n", b"playbookFolder.data(evil());\n", b"playbookFolder.data();\n",
        b"playbookFolder.data({}, evil());\n", b"playbookFolder.data({}); evil(); playbookFolder.data({});\n", b"playbookFolder.data(NaN);\n",
        b"playbookFolder.data(" + b"[" * 100_000 + b");\n", b"playbookFolder.data(\xff);\n", b"",
    ],
    ids=range(11),
)  # fmt: skip
def test_scripts(script, ending):
    """A script is one of our own, byte for byte, or hands over a value in JSON under the name of data; else it is refused."""
    with pytest.raises(Refused, match="script"):
        shown(**{f"a_dot_{ending.replace('.', '_dot_')}": script})


def test_data_is_no_module():
    """Data is a script of its own kind, and taken under no other name."""
    with pytest.raises(Refused, match="script"):
        shown(a_dot_js=b"playbookFolder.data({});\n")


@pytest.mark.parametrize(
    "drawing",
    [
        SVG.replace(b"<path", b"<script>evil()</script><path"), SVG.replace(b"<path", b'<path onload="evil()"'), b"no drawing",
        SVG.replace(b"<path", b"<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject><path"),
        b'<?xml-stylesheet href="//evil.example"?>' + SVG, b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG,
    ],
    ids=range(6),
)  # fmt: skip
def test_drawings(drawing):
    """A drawing holds shapes and nothing else, or it is refused."""
    try:
        found = shown(a_dot_svg=drawing)["a.svg"]
    except Refused:
        return
    assert b"evil" not in found and b"<path" in found


@pytest.mark.parametrize("name", ["a.php", "a.exe", "a.docm", "a.htm", "a.xhtml", "a.wasm", "CNAME", "a.swf", "a.md", "a.shtml"])
def test_kinds(name):
    """A file of a kind that the site does not have is refused, and with it the whole copy."""
    with pytest.raises(Refused, match="no file such as"):
        read_preview(zipped({**SITE, name: b"x"}), OURS)


def test_one_site():
    """A copy is one folder with a first page in it."""
    with pytest.raises(Refused, match="one folder"):
        read_preview(zipped({"a/index.html": PAGE.encode(), "b/index.html": PAGE.encode()}, folder=""), OURS)
    with pytest.raises(Refused, match="first page"):
        read_preview(zipped({"a.html": PAGE.encode()}), OURS)


@pytest.mark.parametrize(
    ("there", "waiting", "new", "gone"),
    [
        ({"7", "8", "9", "robots.txt", ".nojekyll", "07", "a"}, {8}, None, {"7", "9"}), (set(), {1}, 1, set()), ({"7"}, set(), 7, set()),
        ({"7"}, set(), None, {"7"}), ({str(one) for one in range(1, MOST_COPIES + 1)}, set(range(1, 99)), 98, {"1"}),
        ({str(one) for one in range(50, 50 + MOST_COPIES)}, set(range(1, 99)), 3, set()),
    ],
)  # fmt: skip
def test_to_take_away(there, waiting, new, gone):
    """The copies of closed proposals go, and the oldest if there are too many; what is no copy, and the new one, stays."""
    assert to_take_away(there, waiting, new) == gone


@pytest.fixture(scope="module")
def packed(small_repository: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small playbook as `pack --preview` makes it."""
    file = tmp_path_factory.mktemp("packed") / "preview.zip"
    with pytest.raises(SystemExit) as ended:
        main(["pack", "--preview", "--root", str(small_repository), "--to", str(file), "--today", "2026-11-21"])
    assert ended.value.code == 0
    return file.read_bytes()


def test_a_real_copy(packed, small_repository):
    """What our program makes of content may be shown, whole, and says on every page that nobody has read it."""
    found = read_preview(packed, own_scripts(small_repository / "theme"))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        made = {name.partition("/")[2] for name in archive.namelist()}
    assert {name for name in made - set(found)} == {"feed.xml", "sitemap.xml", "sitemap.xml.gz"}
    notice = load_words(ROOT)[0]("preview.notice", address="").partition("**")[2].partition("**")[0]
    pages = [text.decode() for path, text in found.items() if path.endswith(".html")]
    assert len(pages) > 20 and all(f"<strong>{notice}</strong>" in page for page in pages)


def test_a_copy_with_the_scripts_of_another_program(packed):
    """What another program than that of the main branch made is not shown."""
    with pytest.raises(Refused, match="not the one of the main branch"):
        read_preview(packed, frozenset())


def test_every_language_says_so():
    """In each of its languages a copy says so in the words of that language, in place of what the council announces."""
    words = [load_words(ROOT, language)[0] for language in ("en", "cy")]
    said = SiteSettings("Anytown", "https://anytown.example/", announcement="Closed on Monday.")
    found = as_preview(Checked([], words[0], None, None, said, [], [Edition(one, None, None, said) for one in words]))
    assert [one.settings.announcement for one in found.editions] == [
        one("preview.notice", address="https://anytown.example/") for one in words
    ]
    assert found.settings == found.editions[0].settings and all(one.settings.noindex for one in found.editions)
