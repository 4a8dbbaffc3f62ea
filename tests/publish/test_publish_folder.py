"""The site as a ZIP and as a folder: opened from a disk or a file share, with the network off, in a real browser."""

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playbook_kit.adapters.packing import OFFLINE_COPY, SITE_FOLDER
from playwright.sync_api import Page, expect
from site_help import DEADLINE, addresses, nothing, playbook, tree

expect.set_options(timeout=DEADLINE * 1000)


@pytest.fixture(scope="module")
def folder(offline_zip: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What somebody has who unpacks the ZIP, in a folder whose name needs care in an address."""
    place = tmp_path_factory.mktemp("shared drive #1")
    with zipfile.ZipFile(offline_zip) as archive:
        assert archive.testzip() is None
        archive.extractall(place)
    assert [path.name for path in place.iterdir()] == [SITE_FOLDER]
    return place / SITE_FOLDER


@pytest.fixture
def asked() -> list[str]:
    """The addresses that the browser asked for."""
    return []


@pytest.fixture
def page(browser, asked: list[str]) -> Iterator[Page]:
    """A page of a reader without a network; whatever is refused, missing or broken fails the test."""
    context = browser.new_context(offline=True)
    context.set_default_timeout(DEADLINE * 1000)
    faults: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("requestfailed", lambda request: faults.append(f"{request.url}: {request.failure}"))
    context.on("console", lambda message: message.type in ("error", "warning") and faults.append(message.text))
    context.on("weberror", lambda error: faults.append(str(error.error)))
    yield context.new_page()
    context.close()
    # The browser drops a request of a page that the reader leaves.
    nothing(fault for fault in faults if "ERR_ABORTED" not in fault)
    assert asked
    nothing(address for address in asked if not address.startswith(("file:", "blob:")))


def test_from_home_to_a_brief(page: Page, folder: Path) -> None:
    """Home leads to an objection, the field in the header finds another, and that one's brief opens: links alone, and no
    request to any host.
    """
    page.goto((folder / "index.html").as_uri())
    page.locator("main a[href*='objections/security-it/']").first.click()
    expect(page.locator("h1")).to_have_text("“It is a security risk”")
    page.locator("header input[name=q]").fill("they will waste time on facebook")
    page.locator("header input[name=q]").press("Enter")
    expect(page.locator("#search-status")).to_have_text(re.compile("“they will waste time"))
    assert page.url.startswith((folder / "search/index.html").as_uri() + "?q=")
    page.locator("#search-results a[href*='objections/time-wasting/']").first.click()
    expect(page.locator("h1")).to_have_text("“Staff will waste time”")
    page.locator("main a[href*='briefs/time-wasting/']").first.click()
    expect(page.locator("body")).to_have_class(re.compile("pb-page--brief"))
    link = page.locator("a[href$='briefs/time-wasting.pdf'], a[href$='time-wasting.pdf']").first
    found = Path(unquote(urlsplit(link.evaluate("link => link.href")).path))
    assert found.read_bytes().startswith(b"%PDF")


def test_search_answers_as_words_are_typed(page: Page, folder: Path) -> None:
    """The search page answers, keeps the words in its address, and says when there is nothing."""
    page.goto((folder / "search/index.html").as_uri())
    page.locator("main input[name=q]").fill("monmouthshire")
    expect(page.locator("#search-results a[href*='case-studies/monmouthshire/index.html']")).to_have_count(1)
    assert page.url.endswith("search/index.html?q=monmouthshire")
    page.locator("main input[name=q]").fill("xyzzyqwq")
    expect(page.locator("#search-results a")).to_have_count(0)


def test_own_letters_are_used(page: Page, folder: Path) -> None:
    """The site's own letters are read from the folder."""
    page.goto((folder / "index.html").as_uri())
    page.evaluate("() => document.fonts.ready")
    loaded = page.evaluate("() => [...document.fonts].filter((one) => one.status === 'loaded').map((one) => one.family)")
    assert "Atkinson Hyperlegible Next" in " ".join(loaded)


def test_case_is_made_and_taken_away(page: Page, folder: Path) -> None:
    """A reply goes into the case, which is there on the next page, and its Word and OpenDocument files are made."""
    page.goto((folder / "arguments/same-as-the-phone/index.html").as_uri())
    page.locator(".pb-action").filter(has_text="Add to my case").first.click()
    page.locator(".pb-header__case").click()
    expect(page.locator('[data-part="chosen"] > li')).to_have_count(1)
    page.locator('[data-part="objection"]').select_option("time-wasting")
    # The paper names the site's address, not where somebody keeps the folder.
    expect(page.locator(".pb-paper__foot").last).to_contain_text("playbook.example/objections/time-wasting")
    expect(page.locator('[data-part="paper"]')).not_to_contain_text("file:")
    for ending in ("docx", "odt"):
        with page.expect_download() as saved:
            page.locator(f'[data-part="{ending}"]').click()
        assert Path(saved.value.path()).read_bytes().startswith(b"PK")


def test_filters_and_tools(page: Page, folder: Path) -> None:
    """The list of arguments is filtered, and the decision tree leads on."""
    page.goto((folder / "arguments/index.html").as_uri() + "?objection=time-wasting")
    expect(page.locator("input[name=objection][value=time-wasting]")).to_be_checked()
    expect(page.locator(".pb-found__count")).to_have_text(re.compile(r"^\d+ of \d+ arguments"))
    page.goto((folder / "should-i-reply/index.html").as_uri())
    page.locator(".pb-node--here .pb-way").first.click()
    page.wait_for_url("**/should-i-reply/index.html#*")


def test_a_form_is_filled_in(page: Page, folder: Path) -> None:
    """The form for an argument knows its sources and says what is missing, with no server to ask."""
    page.goto((folder / "contribute/argument/index.html").as_uri() + "?objection=time-wasting")
    expect(page.locator("[name=answers][value=time-wasting]")).to_be_checked()
    page.locator('[name="evidence.1.source"]').fill("acas")
    expect(page.locator(".pb-sought__one", has_text="Acas").first).to_be_visible()
    page.locator(".pb-contribute__go [type=submit]").click()
    expect(page.locator("[data-part=errors]")).to_be_focused()


def test_every_link_names_a_file(folder: Path) -> None:
    """Each link and source of each page leads to a file in the folder, never to a folder, and an anchor to its element."""
    wrong, anchors = [], {}
    pages = [path for path in folder.rglob("*.html") if path.name != "404.html"]
    for path in pages:
        anchors[path] = set(re.findall(r'\sid="([^"]*)"', path.read_text(encoding="utf-8")))
    checked = 0
    for path in pages:
        text = path.read_text(encoding="utf-8")
        for link in map(unescape, re.findall(r'<(?:a|link|script|img|form)\b[^>]*?\s(?:href|src|action)="([^"]*)"', text)):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            checked += 1
            missing = parts.fragment and target in anchors and unquote(parts.fragment) not in anchors[target]
            if not target.is_file() or (missing and not parts.fragment.startswith(("objection=", "topic="))):
                wrong.append(f"{path.relative_to(folder)}: {link}")
    assert checked > 5000
    nothing(wrong)


def test_council_offers_the_copy_on_its_site(small_copy: Path, tmp_path: Path) -> None:
    """A council that wants it has the copy on its site: the footer of each page offers it. The copy does not offer itself,
    has nothing that is for a server, and a page of something that is gone leads on to a file.
    """
    tombstone = small_copy / "playbook/tombstones/an-old-one.yml"
    tombstone.parent.mkdir(exist_ok=True)
    text = "kind: argument\nnow: same-as-the-phone\nbecause: Merged with another.\non: 2026-11-20\n"
    tombstone.write_text(text, encoding="utf-8")
    (small_copy / "local").mkdir()
    text = "name: Anytown Council\nsite:\n  offline_copy: true\n  publish_to: apache\n"
    (small_copy / "local/council.yml").write_text(text, encoding="utf-8")
    built = playbook(small_copy, "build", "--site", tmp_path / "site")
    assert built.returncode == 0, built.stdout + built.stderr
    offer = f'href="../{OFFLINE_COPY}"'
    assert offer in (tmp_path / "site/about/index.html").read_text(encoding="utf-8")
    # What a server reads is written though its name begins with a dot.
    assert {".htaccess", "server/apache.conf"} <= set(tree(tmp_path / "site"))
    with zipfile.ZipFile(tmp_path / "site" / OFFLINE_COPY) as archive:
        names = archive.namelist()
        about, gone = (archive.read(f"{SITE_FOLDER}/{page}/index.html").decode() for page in ("about", "arguments/an-old-one"))
    pages = {f"{SITE_FOLDER}{address}index.html" for address in addresses(tmp_path / "site")}
    assert names == sorted(names) and pages <= set(names)
    assert [name for name in names if "/server/" in name or ".htaccess" in name] == []
    assert OFFLINE_COPY not in about
    assert 'content="0; url=../same-as-the-phone/index.html"' in gone
