"""Write the plan as a plain docs tree with a plain `mkdocs.yml`, so that another engine can build the same content."""

import html
import shutil
from pathlib import Path

import yaml

from ..marked import language_of
from ..models.council import COUNCIL_PATH
from ..pages import Page
from ..pages.marking import block, plain
from ..pages.plain import plain_text
from ..plan import Plan
from ..prose import escape, relink
from ..words import FIRST_LANGUAGE

MARKDOWN_EXTENSIONS = ["abbr", "attr_list", "def_list", "footnotes", "md_in_html", "tables", {"toc": {"permalink": False}}]

# MkDocs takes a folder of this name for a theme's own, unless told otherwise.
NOT_EXCLUDED = "!/templates/"


def stage(plan: Plan, root: Path, folder: Path, made: dict[str, bytes] | None = None) -> int:
    """Write the plan to `folder`, which must be new or an earlier stage; gives the number of pages.

    `made` gives the files of briefs and cards by their path.

    Raises FileExistsError if the folder holds anything that is not an earlier stage.
    """
    marker = folder / ".staged"
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        if not marker.is_file():
            raise FileExistsError(folder)
        shutil.rmtree(folder)
    docs = folder / "docs"
    docs.mkdir(parents=True)
    marker.write_text("Written by `playbook stage`; the next one replaces this folder.\n", encoding="utf-8")
    for page in plan.pages:
        write(docs / page.uri, staged_text(page, announced(plan, page)))
    for data in plan.data:
        write(docs / data.uri, data.text)
    for uri, content in {**(made or {}), **plan.assets}.items():
        (docs / uri).parent.mkdir(parents=True, exist_ok=True)
        (docs / uri).write_bytes(content)
    assets = root / "docs" / "assets"
    if assets.is_dir():
        shutil.copytree(assets, docs / "assets", dirs_exist_ok=True)
    write(folder / "mkdocs.yml", configuration(plan))
    return len(plan.pages)


def announced(plan: Plan, page: Page) -> str:
    """The council's banner as a Markdown quotation for a page, in the page's language, or nothing."""
    edition = plan.edition(page.edition)
    text = edition.settings.announcement
    if not text:
        return ""
    lines = block(relink(text.strip(), COUNCIL_PATH, page.uri, plan.targets_in(edition)), language_of(text)).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in (f"**{edition.words('announcement.label')}**", "", *lines))


def staged_text(page: Page, banner: str = "") -> str:
    """A page as a plain Markdown file: title and summary as front matter, then title, the council's banner, lead and body."""
    facts = {"title": str(page.title), "description": str(page.lead or page.title)}  # YAML knows plain text alone
    front = yaml.safe_dump(facts, allow_unicode=True, width=1000)
    body = [f"# {escape(page.title)}", banner, escape(page.lead), page.body]
    if page.edition != FIRST_LANGUAGE:
        # The engine that builds this knows of one language: whatever is in another is marked here.
        body = [f"# {plain(page.title, page.language)}", f'<div lang="{page.edition}" markdown>', *body[1:], "</div>"]
    parts = [f"---\n{front}---", *body]
    return "\n\n".join(part for part in parts if part).rstrip() + "\n"


def configuration(plan: Plan) -> str:
    """A `mkdocs.yml` without hooks, plugins of ours or a theme of ours."""
    home = next(page for page in plan.pages if page.uri == "index.md")
    config = {
        "site_name": plan.settings.title,
        "site_description": home.lead,
        "site_url": plan.settings.address,
        "copyright": standing(plan),
        "theme": {"name": "material", "font": False, "language": plan.settings.language},
        "exclude_docs": NOT_EXCLUDED,
        "plugins": ["search"],
        "markdown_extensions": MARKDOWN_EXTENSIONS,
        "nav": plan.nav,
    }
    return yaml.safe_dump(config, sort_keys=False, allow_unicode=True)


def standing(plan: Plan) -> str:
    """What the council says in its footer, which version of the playbook the site stands on, and the licence."""
    settings = plan.settings
    own = f"{html.escape(plain_text(settings.footer))} " if settings.footer else ""
    version = plan.words("footer.version", name=settings.upstream_name, version=settings.version)
    return f"{own}{html.escape(version)} {html.escape(plan.words('footer.licence'))}"


def write(path: Path, text: str) -> None:
    """Write a text file with `\\n` line ends on every system, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
