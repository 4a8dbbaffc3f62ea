"""From the plan to MkDocs: files, navigation, edit links and what templates need."""

import datetime
import posixpath
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jinja2 import StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from ..colour.table import table
from ..navigation import spell_out, without_pages
from ..pages import Page
from ..plan import Plan, make_plan
from ..problem import errors
from ..publish import content_security_policy
from ..publish.folder import file_link
from ..report import as_text
from .components import ComponentsExtension
from .documents.render import Documents, NotMade
from .folder_site import file_links, name_file, script_files
from .packing import OFFLINE_COPY
from .sanitise import sanitise
from .stylesheet import STYLESHEET, read_stylesheet

# Files of the theme that a reader's browser asks for; the rest is for building, or Material's own.
SERVED_FROM_THEME = ("assets/", "components/")
TEMPLATES = {
    "home": "home.html", "search": "search.html", "find": "arguments.html", "argument": "argument.html",
    "my-case": "my-case.html", "decision-tree": "decision-tree.html", "self-check": "self-check.html",
    "blocked": "blocked.html", "brand": "brand.html",
}  # fmt: skip
NOT_SERVED = (".css", ".html", ".yml", ".md")


def prepare(config: MkDocsConfig) -> MkDocsConfig:
    """Make the plan and keep it in `config.extra`; raise PluginError with every problem if there is an error."""
    root = Path(config.config_file_path).parent
    today = config.extra.get("today") or datetime.date.today()
    documents = Documents(root)
    try:
        plan = make_plan(root, today, config.site_url or "", documents.make, config.extra.get("publish_to", ""))
        documents.cards(plan.cards)
    except NotMade as error:
        raise PluginError(str(error)) from error
    if errors(plan.problems):
        raise PluginError("\n" + as_text(plan.problems))
    config.extra["plan"], config.extra["documents"] = plan, documents.files
    config.extra["offline_copy"] = OFFLINE_COPY if plan.offers_copy and not plan.is_opened_as_folder else ""
    config.extra["pages"] = {page.uri: page for page in plan.pages}
    config.markdown_extensions.append(ComponentsExtension(plan.words))
    return config


def place_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out what is not for readers, add every planned file and spell the navigation out."""
    plan: Plan = config.extra["plan"]
    root = Path(config.config_file_path).parent
    theme = root / "theme"
    for file in list(files):
        if file.is_documentation_page() or not _is_served(file, theme):
            files.remove(file)
    for page in plan.pages:
        file = File.generated(config, page.uri, content=page.body or " ")
        file.edit_uri = _edit_uri(config, page)
        if plan.is_opened_as_folder:
            name_file(file)
        files.append(file)
    for data in plan.data:
        # What a server reads may begin with a dot, which MkDocs leaves out unless told otherwise.
        files.append(File.generated(config, data.uri, content=data.text, inclusion=InclusionLevel.INCLUDED))
    for uri, made in config.extra["documents"].items():
        files.append(File.generated(config, uri, content=made))
    for uri, served in plan.look.files.items():
        for ours in [file for file in files if file.src_uri == uri]:
            files.remove(ours)
        files.append(File.generated(config, uri, content=served))
    files.append(File.generated(config, STYLESHEET, content=read_stylesheet(theme, plan.look.stylesheet)))
    if plan.is_opened_as_folder:
        for file in script_files(theme, config):
            files.append(file)
    config.nav = without_pages(spell_out(config.nav or [], plan.sections), plan.hidden)
    return files


def _is_served(file: File, theme: Path) -> bool:
    source = Path(file.abs_src_path or "")
    if not source.is_relative_to(theme):
        # Everything else that is not Markdown: files of docs/ are served, files of the parent theme are not.
        return "material" not in source.parts
    return file.src_uri.startswith(SERVED_FROM_THEME) and not file.src_uri.endswith(NOT_SERVED)


def _edit_uri(config: MkDocsConfig, page: Page) -> str | None:
    """The page's file, as a path that MkDocs joins to `edit_uri`."""
    return page.edit_path if page.edit_path and config.repo_url else None


def equip_templates(env: Any, config: MkDocsConfig) -> Any:
    """Give the templates `t`, the interface's words. A word or value that is missing fails the build."""
    plan: Plan = config.extra["plan"]
    env.globals.update(
        t=plan.words, language=plan.words.language, content_security_policy=content_security_policy(in_page=True),
        is_opened_as_folder=plan.is_opened_as_folder, look=plan.look, colour_table=table(),
        offline_copy=config.extra["offline_copy"],
    )  # fmt: skip
    if plan.is_opened_as_folder:
        env.filters["url"] = file_links(env.filters["url"])
    env.undefined = StrictUndefined
    # Facts are plain text: whatever stands in them is shown as it is. Only a page's sanitised HTML is marked safe.
    env.autoescape = True
    return env


def describe_page(markdown: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Set the facts that templates read from `page.meta`."""
    planned: Page = config.extra["pages"][page.file.src_uri]
    plan: Plan = config.extra["plan"]
    redirect = planned.facts.get("redirect")
    page.meta.update(
        title=planned.title,
        lead=planned.lead,
        kind=planned.kind,
        description=planned.facts.get("description") or planned.lead or planned.title,
        edit_path=planned.edit_path,
        one_side=planned.facts.get("one_side", False),
        origin=planned.origin,
        is_edited_locally=planned.is_edited_locally,
        noindex=planned.facts.get("noindex", False),
        countries=planned.facts.get("countries", []),
        card=planned.facts["card"],
        blocked=planned.facts.get("model") if planned.kind == "blocked" else None,
        finder=planned.facts.get("finder"),
        structured_data=planned.facts.get("structured_data"),
        reviewed_on=planned.facts.get("reviewed_on"),
        template=TEMPLATES.get(planned.kind, "main.html"),
        redirect=_redirect(redirect, plan) if redirect else None,
    )
    if plan.is_opened_as_folder and page.canonical_url:
        page.canonical_url = page.canonical_url.removesuffix("index.html")
    if planned.edit_path and config.repo_url:
        base = urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri or "")
        page.meta["edit_address"] = f"{base.rstrip('/')}/{planned.edit_path}"
    else:
        page.meta["edit_address"] = None
    return markdown


def _redirect(item_id: str, plan: Plan) -> str:
    """Where a page that is gone leads on to."""
    link = posixpath.join("..", item_id, "")
    return file_link(link) if plan.is_opened_as_folder else link


def clean(html: str) -> str:
    """The page's HTML without anything that could run."""
    return sanitise(html)
