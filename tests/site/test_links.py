"""Links of the built site, followed by LinkChecker."""

import csv
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, SoupStrainer
from site_help import DEADLINE, ROOT, addresses, nothing, page_path

# One thread, as run_linkchecker.py remembers pages; the server says that it need not slow down.
SETTINGS = "[checking]\nthreads=1\nmaxrequestspersecond=100000\n[AnchorCheck]\n"


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
    pages = {address: page_path(site, address).read_text(encoding="utf-8") for address in addresses(site)}
    reached, waiting = {"/"}, ["/"]
    while waiting:
        here = waiting.pop()
        for link in BeautifulSoup(pages[here], "html.parser", parse_only=SoupStrainer("a", href=True)):
            target = urlsplit(urljoin(here, link["href"])).path
            if target in pages and target not in reached:
                reached.add(target)
                waiting.append(target)
    gone = {address for address, html in pages.items() if "pb-page--gone" in html}
    nothing(sorted(set(pages) - gone - reached))
