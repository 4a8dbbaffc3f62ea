"""What the searches are measured on, each made once: the real content, pages as many as wanted, packages from npm."""

import datetime
import html
import os
import subprocess
import sys
from functools import cached_property
from pathlib import Path

from made_pages import MadePage, make_pages
from playbook_kit.checked import read_and_check
from playbook_kit.models import Synonyms
from playbook_kit.pages.search_index import search_records
from playbook_kit.search import Record

PACKAGES = {"pagefind": "1.6.0", "minisearch": "7.2.0"}
TODAY = datetime.date(2026, 11, 21)


class Bench:
    """The repository and a folder to work in."""

    def __init__(self, root: Path, folder: Path, site: Path | None = None):
        self.root, self.folder, self._site = root, folder, site
        self._made: dict[int, list[MadePage]] = {}

    @cached_property
    def _checked(self):
        return read_and_check(self.root, TODAY, "")

    @property
    def synonyms(self) -> Synonyms:
        """The vocabulary of the search."""
        return self._checked.content.synonyms.model

    @cached_property
    def records(self) -> list[Record]:
        """What can be searched of the real content."""
        return search_records(self._checked.playbook, self._checked.words, self.synonyms)

    @cached_property
    def site(self) -> Path:
        """The real site."""
        if self._site:
            return self._site
        site = self.folder / "site"
        self.run(sys.executable, "-m", "playbook_kit.cli", "build", "--root", self.root, "--site", site, cwd=self.root)
        return site

    def made(self, size: int) -> list[MadePage]:
        """So many pages, made from the words of the real ones."""
        texts = [section.text for record in self.records for section in record.sections]
        if size not in self._made:
            self._made = {size: make_pages(size, texts)}
        return self._made[size]

    @cached_property
    def npm(self) -> Path:
        """The folder with the packages from npm."""
        names = [f"{name}@{version}" for name, version in PACKAGES.items()]
        self.run("npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", self.folder, *names, cwd=self.folder)
        return self.folder / "node_modules"

    def run(self, *command: object, cwd: Path) -> None:
        """Run a command; if it fails, end with what it printed."""
        env = {**os.environ, "PYTHONPATH": str(self.root / "hooks"), "SOURCE_DATE_EPOCH": "1795219200"}
        done = subprocess.run(list(map(str, command)), cwd=cwd, env=env, capture_output=True, encoding="utf-8")
        if done.returncode:
            sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}\n{done.stderr}")


def as_html(page: MadePage) -> str:
    """A made page, as plain as can be."""
    parts = "".join(
        f'<h2 id="part-{number}">{html.escape(heading)}</h2><p>{html.escape(text)}</p>'
        for number, (heading, text) in enumerate(page.sections)
    )
    title = html.escape(page.title)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><main><h1>{title}</h1><p>{html.escape(page.lead)}</p>{parts}</main></body></html>"
    )
