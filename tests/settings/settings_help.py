"""What the tests of the settings share: a small playbook with a council's file, its plan, and all that a plan says."""

import datetime
import shutil
from pathlib import Path

from playbook_kit.adapters.typeface import typeface_css
from playbook_kit.models import Council
from playbook_kit.plan import Plan, make_plan
from playbook_kit.report import as_text
from playbook_kit.settings import Defaults, Forge, SiteSettings, page_links, settle
from playbook_kit.words import Words, load_words

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "hooks" / "playbook_kit"
TODAY = datetime.date(2026, 11, 21)
WORDS: Words = load_words(ROOT)[0]
UPSTREAM = Forge("github", "https://forge.test/them/playbook")
DEFAULTS = Defaults("The playbook", "https://playbook.test/", UPSTREAM, ("index.md", {"One": "one/"}, {"Two": "two/"}))

CONFIGURATION = """\
site_name: The playbook
site_url: https://playbook.test/
repo_url: https://forge.test/them/playbook
extra: {forge: github}
theme: {name: material, custom_dir: theme, font: false}
plugins: []
strict: true
exclude_docs: "!/templates/"
hooks: [HOOK]
markdown_extensions: [abbr, attr_list, def_list, footnotes, md_in_html, tables, {toc: {permalink: false}}]
nav:
  - index.md
  - Arguments: arguments/
  - my-case.md
  - Playbook: playbook/
  - About: [about.md, contribute.md, topics.md, sources.md]
"""
PAGE = """\
---
title: Who is who
summary: Whom to ask.
---

Ring {{ contact.communications }}, {{ contact.duty }}, {{ contact.ict }}, {{ contact.monitoring_officer }},
{{ contact.data_protection }}, {{ contact.ripa }}, {{ contact.equality }}, {{ contact.accessibility }} or
{{ contact.privacy }} or {{ contact.security }} at {{ council.name }}. That is {{ council.short_name }}.

{{ contacts }}

{{ report.accessibility }}

{{ report.privacy }}

{{ report.security }}
"""


def settled(today: datetime.date = TODAY, address: str = "", **said: object) -> SiteSettings:
    """What holds for a council that says this."""
    council = Council.model_validate({"name": "Anytown Council", **said}) if said else None
    return settle(DEFAULTS, council, WORDS, today, address=address, version="1.2.3")


def woff2(extra: int = 0) -> bytes:
    """The smallest bytes that pass for a font: the signature, a flavour, and their own length."""
    length = 12 + extra
    return b"wOF2\0\1\0\0" + length.to_bytes(4, "big") + b"\0" * extra


def small(folder: Path, council: str | None) -> Path:
    """A small playbook at `folder`, with this text as the council's file and a few files of a font."""
    shutil.copytree(ROOT / "tests" / "golden" / "content", folder)
    shutil.copytree(ROOT / "theme", folder / "theme")
    (folder / "VERSION").write_text("1.2.3\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        CONFIGURATION.replace("HOOK", str(ROOT / "hooks" / "events.py")), encoding="utf-8"
    )
    (folder / "docs" / "who.md").write_text(PAGE, encoding="utf-8")
    page = "---\ntitle: Contribute\nsummary: How to.\n---\n\nSend it.\n"
    (folder / "docs" / "contribute.md").write_text(page, encoding="utf-8")
    if council is not None:
        brand = folder / "local" / "brand"
        brand.mkdir(parents=True)
        for name in ("our.woff2", "our-bold.woff2", "our-italic.woff2"):
            (brand / name).write_bytes(woff2(len(name)))
        (brand / "licence.txt").write_text("You may serve it.\n", encoding="utf-8")
        (brand / "logo.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>', encoding="utf-8"
        )
        (folder / "local" / "council.yml").write_text(council, encoding="utf-8")
    return folder


def planned(root: Path) -> Plan:
    """The plan of a playbook that has nothing to mend."""
    plan = make_plan(root, TODAY)
    assert plan.pages, as_text(plan.problems)
    return plan


def said(plan: Plan) -> str:
    """Everything that the settings decide in a plan, as one text."""
    settings = plan.settings
    assert settings is not None
    links = [
        repr(page_links(settings, WORDS, "A page", "a-page/", path, origin))
        for path, origin in (("local/pages/a-page.md", "local"), (None, "local"), ("docs/about.md", "upstream"))
    ]
    shown = [page for page in plan.pages if page.uri not in ("contribute/fields.md", "reuse/keys.md")]
    pages = [f"{page.uri}\n{page.title}\n{page.lead}\n{page.body}" for page in shown]
    data = [f"{data.uri}\n{data.text}" for data in plan.data if not data.uri.startswith(("schema/", "search/"))]
    own = [repr(settings), typeface_css(settings.typeface) or "", repr(settings.typeface.copies)]
    return "\n".join([*pages, *data, *links, *own])
