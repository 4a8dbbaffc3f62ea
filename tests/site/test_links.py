"""Links of the built site: every one looked up in the files, and in the long run also followed by LinkChecker."""

import csv
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from site_help import DEADLINE, ROOT, addresses, nothing, page_path

# One thread, as run_linkchecker.py remembers pages; the server says that it need not slow down.
SETTINGS = "[checking]\nthreads=1\nmaxrequestspersecond=100000\n[AnchorCheck]\n"


ADDRESSES = "//@href | //@src | //form/@action"


def looked_up(site: Path) -> tuple[list[str], set[str]]:
    """Every link of every page that leads to no file or anchor of the site, and all places within it that are led to."""
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    pages = {name: html.parse(path) for name, path in files.items() if name.endswith(".html")}
    anchors = {name: {*page.xpath("//@id"), *page.xpath("//a/@name"), "", "top"} for name, page in pages.items()}
    wrong, seen = [], set()
    for name, page in pages.items():
        for link in page.xpath(ADDRESSES):
            place = urlsplit(urljoin(f"http://site/{name}", link))
            if place.hostname != "site":
                continue
            path = unquote(place.path).lstrip("/")
            target = f"{path}index.html" if path.endswith("/") or not path else path
            anchor = unquote(place.fragment)
            seen.add(f"{target}#{anchor}")
            if target not in files:
                wrong.append(f"{name}: {link}: there is no such file")
            elif target in anchors and anchor not in anchors[target]:
                wrong.append(f"{name}: {link}: there is no such anchor")
    return wrong, seen


def test_every_link_leads_somewhere(site: Path) -> None:
    """Every link of every page within the site leads to a page or file, and its anchor, if it has one, is there."""
    wrong, seen = looked_up(site)
    nothing(wrong)
    assert len(seen) > len(addresses(site)), "hardly a link was looked up"
    assert sum(not place.endswith("#") for place in seen) > 100, "hardly an anchor was looked up"


@pytest.mark.parametrize("link", ["../no-such-page/", "../about/#no-such-heading", "no-such-picture.png"])
def test_a_broken_link_is_seen(site: Path, tmp_path: Path, link: str) -> None:
    """Each of these, put into a page, is found."""
    for name in ("about", "licence"):
        (tmp_path / name).mkdir()
        text = page_path(site, f"/{name}/").read_text(encoding="utf-8")
        (tmp_path / name / "index.html").write_text(text.replace("</main>", f'<a href="{link}">x</a></main>'), encoding="utf-8")
    found = [line for line in looked_up(tmp_path)[0] if f": {link}: " in line]
    assert len(found) == 2


@pytest.mark.long
def test_no_link_is_broken(served: str, site: Path, tmp_path: Path) -> None:
    """Every link within the site leads to a page or file, and its anchor, if it has one, is there."""
    settings = tmp_path / "linkcheckerrc"
    settings.write_text(SETTINGS, encoding="utf-8")
    starts = [f"{served}{address}" for address in [*addresses(site), "/404.html"]]
    done = subprocess.run(
        [
            sys.executable, ROOT / "tests/site/run_linkchecker.py", "--config", settings, "--no-status", "--no-robots",
            "--verbose", "--output", "csv/utf-8", *starts,
        ],
        cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=2 * DEADLINE,
        # It writes to its home folder; a proxy must not stand between it and this machine.
        env={**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "NO_PROXY": "*"},
    )  # fmt: skip
    assert "internal error" not in done.stderr.lower(), done.stderr
    lines = [line for line in done.stdout.splitlines() if line and not line.startswith("# ")]
    report = list(csv.DictReader(lines, delimiter=";"))
    wrong = [
        f"{row['parentname']} line {row['line']}: {row['urlname']} “{row['name']}”: "
        f"{row['result']} {row['warningstring'][:150]}"
        for row in report
        if row["valid"] != "True" or row["warningstring"]
        if row["url"] != "mailto:"  # opens an email whose reader is not chosen yet
    ]
    nothing(wrong)
    checked = {row["url"] for row in report}
    assert checked >= set(starts), "some pages were not read"
    assert any(urlsplit(url).fragment for url in checked), "no anchor was checked"


def test_every_page_is_linked(site: Path) -> None:
    """Every page can be reached from the home page by following links, but for those that say that a page has gone."""
    pages = {address: page_path(site, address).read_bytes() for address in addresses(site)}
    reached, waiting = {"/"}, ["/"]
    while waiting:
        here = waiting.pop()
        for link in html.fromstring(pages[here]).xpath("//a/@href"):
            target = urlsplit(urljoin(here, link)).path
            if target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    gone = {address for address, page in pages.items() if b"pb-page--gone" in page}
    nothing(sorted(set(pages) - gone - reached))
