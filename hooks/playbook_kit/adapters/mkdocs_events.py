"""From the plan to MkDocs: files, navigation, edit links and what templates need."""

import datetime
import posixpath
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from ..addresses import address
from ..colour.table import table
from ..pages import Page
from ..plan import Plan, make_plan
from ..problem import errors
from ..publish import content_security_policy
from ..publish.folder import file_link
from ..report import as_text
from ..settings import Typeface, page_links
from ..settings.effective import FONTS
from ..words import FIRST_LANGUAGE
from .components import ComponentsExtension
from .documents.render import Documents, NotMade
from .editions import InEdition, add_error_pages, heading_languages, lang_mark, language_of_template, marked
from .folder_site import file_links, name_file, script_files
from .packing import OFFLINE_COPY
from .passing_over import PassingOverExtension
from .rendering import render_ahead, show
from .sanitise import sanitise
from .stylesheet import STYLESHEET, WITH_TOOLS, read_stylesheet
from .typeface import typeface_css

# Files of the theme that a reader's browser asks for; the rest is for building, or Material's own.
SERVED_FROM_THEME = ("assets/", "components/")
TEMPLATES = {
    "home": "home.html", "search": "search.html", "find": "arguments.html", "argument": "argument.html",
    "my-case": "my-case.html", "decision-tree": "decision-tree.html", "self-check": "self-check.html",
    "blocked": "blocked.html", "brand": "brand.html", "contribute": "contribute.html",
}  # fmt: skip
NOT_SERVED = (".css", ".html", ".yml", ".md")
CHANGELOG = "CHANGELOG.md"
TOLD_PLACE = '<section class="pb-told-place"></section>'
"""Where the home page leaves room for the question."""


def prepare(config: MkDocsConfig) -> MkDocsConfig:
    """Make the plan and keep it in `config.extra`; raise PluginError with every problem if there is an error.

    A command of ours leaves what it has read and checked in `config.extra["checked"]`; MkDocs alone leaves nothing.
    """
    root = Path(config.config_file_path).parent
    today = config.extra.get("today") or datetime.date.today()
    documents = Documents(root)
    try:
        plan = make_plan(
            root, today, config.site_url or "", documents.make, config.extra.get("publish_to", ""),
            config.extra.pop("checked", None),
        )  # fmt: skip
        documents.cards(plan.cards)
    except NotMade as error:
        raise PluginError(str(error)) from error
    if errors(plan.problems):
        raise PluginError("\n" + as_text(plan.problems))
    config.extra["plan"], config.extra["documents"] = plan, documents.files
    config.extra["offline_copy"] = OFFLINE_COPY if plan.offers_copy and not plan.is_opened_as_folder else ""
    # One place says what holds; whatever the engine itself reads of it is told from there.
    config.site_name, config.site_url = plan.settings.title, plan.settings.address
    config.markdown_extensions += [ComponentsExtension([one.words for one in plan.editions]), PassingOverExtension()]
    return config


def place_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out what is not for readers, add every planned file and spell the navigation out."""
    plan: Plan = config.extra["plan"]
    root = Path(config.config_file_path).parent
    theme = root / "theme"
    for file in list(files):
        if file.is_documentation_page() or not _is_served(file, theme, plan.settings.typeface):
            files.remove(file)
    for page in plan.pages:
        file = File.generated(config, page.uri, content=page.body or " ")
        if plan.is_opened_as_folder:
            name_file(file)
        files.append(file)
    for data in plan.data:
        files.append(_written(data.uri, data.text.encode(), config))
    for uri, made in config.extra["documents"].items():
        files.append(_written(uri, made, config))
    for uri, served in plan.assets.items():
        files.append(File.generated(config, uri, content=served))
    # They have been handed on, and are half of all that a build would hold until its end.
    plan.pages = [replace(page, body="") for page in plan.pages]
    config.extra["pages"] = {page.uri: page for page in plan.pages}
    plan.data, config.extra["documents"] = [], {}
    typeface = plan.settings.typeface
    for uri, path in typeface.copies.items():
        files.append(File.generated(config, uri, content=(root / path).read_bytes()))
    for uri, served in plan.look.files.items():
        for ours in [file for file in files if file.src_uri == uri]:
            files.remove(ours)
        files.append(File.generated(config, uri, content=served))
    for uri, tools in ((STYLESHEET, False), (WITH_TOOLS, True)):
        styles = read_stylesheet(theme, plan.look.stylesheet, typeface_css(typeface), tools)
        files.append(File.generated(config, uri, content=styles))
    if plan.is_opened_as_folder:
        for file in script_files(theme, config):
            files.append(file)
    config.nav = plan.nav
    return files


def _written(uri: str, content: bytes, config: MkDocsConfig) -> File:
    """A file that is put into the site at once, so that nobody has to hold it."""
    path = Path(config.site_dir, uri)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    # What a server reads may begin with a dot, which MkDocs leaves out unless told otherwise.
    return File.generated(config, uri, abs_src_path=str(path), inclusion=InclusionLevel.INCLUDED)


def _is_served(file: File, theme: Path, typeface: Typeface) -> bool:
    source = Path(file.abs_src_path or "")
    if not source.is_relative_to(theme):
        # Everything else that is not Markdown: files of docs/ are served, files of the parent theme are not.
        return "material" not in source.parts
    if typeface.kind != "playbook" and file.src_uri.startswith(f"{FONTS}/"):
        return False
    return file.src_uri.startswith(SERVED_FROM_THEME) and not file.src_uri.endswith(NOT_SERVED)


def equip_templates(env: Any, config: MkDocsConfig) -> Any:
    """Give the templates what they read on every page. A word or value that is missing fails the build."""
    plan: Plan = config.extra["plan"]
    env.globals.update(
        content_security_policy=content_security_policy(in_page=True), first_language=FIRST_LANGUAGE, first_words=plan.words,
        is_opened_as_folder=plan.is_opened_as_folder, look=plan.look, colour_table=table(), lang=lang_mark, marked=marked,
        offline_copy=config.extra["offline_copy"], changelog=plan.settings.upstream.read(CHANGELOG),
    )  # fmt: skip
    config.extra["editions"] = {one.language: InEdition(plan, one) for one in plan.editions}
    env.globals.update(config.extra["editions"][FIRST_LANGUAGE].values)
    add_error_pages(env, config, plan)
    if plan.is_opened_as_folder:
        env.filters["url"] = file_links(env.filters["url"])
    env.undefined = StrictUndefined
    # Facts are plain text: whatever stands in them is shown as it is. Only a page's sanitised HTML is marked safe.
    env.autoescape = True
    return env


def render_pages(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Make the HTML of all pages, for `describe_page` to hand out."""
    config.extra["rendered"] = render_ahead(config, files, Path(config.config_file_path).parent)
    return nav


def describe_page(markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    """Set the facts that templates read from `page.meta`, and the HTML if it has been made."""
    rendered = config.extra["rendered"].pop(page.file.src_uri, None)
    if rendered:
        page.render = lambda config, files: show(page, rendered, files)  # which empties what it shows
    planned: Page = config.extra["pages"][page.file.src_uri]
    plan: Plan = config.extra["plan"]
    edition = plan.edition(planned.edition)
    redirect = planned.facts.get("redirect")
    page.meta.update(
        title=planned.title,
        lead=planned.lead,
        kind=planned.kind,
        description=planned.facts.get("description") or planned.lead or planned.title,
        one_side=planned.facts.get("one_side", False),
        links=page_links(
            edition.settings, edition.words, planned.title, address(planned.uri), planned.edit_path, planned.origin
        ),
        edition=planned.edition,
        language=planned.language,
        is_of_one_file=planned.edit_path is not None,
        told=planned.facts.get("told"),
        up=(edition.base + address(planned.facts["up"][0]), planned.facts["up"][1]) if "up" in planned.facts else None,
        noindex=planned.facts.get("noindex", False),
        countries=planned.facts.get("countries", []),
        card=planned.facts["card"],
        blocked=planned.facts.get("model") if planned.kind == "blocked" else None,
        finder=planned.facts.get("finder"),
        form=planned.facts.get("form"),
        objection=posixpath.basename(planned.uri).removesuffix(".md") if planned.kind == "objection" else None,
        structured_data=planned.facts.get("structured_data"),
        reviewed_on=planned.facts.get("reviewed_on"),
        template=TEMPLATES.get(planned.kind, "main.html"),
        redirect=_redirect(redirect, plan) if redirect else None,
    )
    if plan.is_opened_as_folder and page.canonical_url:
        page.canonical_url = page.canonical_url.removesuffix("index.html")
    return markdown


def _redirect(item_id: str, plan: Plan) -> str:
    """Where a page that is gone leads on to."""
    link = posixpath.join("..", item_id, "")
    return file_link(link) if plan.is_opened_as_folder else link


def speak(context: Any, page: MkDocsPage | None, config: MkDocsConfig, name: str = "") -> Any:
    """Give one page, or the template called `name`, the words and the navigation of its language."""
    plan: Plan = config.extra["plan"]
    language = page.meta["edition"] if page else language_of_template(name, plan)
    return config.extra["editions"][language].into(context, page, config)


def clean(html: str, page: MkDocsPage) -> str:
    """The page's HTML without anything that could run; `page.meta` gets the home page's in two parts."""
    safe = sanitise(html)
    page.markdown = page.file.content_string = ""
    page.meta["heading_languages"] = heading_languages(safe) if page.meta["edition"] != FIRST_LANGUAGE else {}
    if page.meta["told"] == "later":
        page.meta["before_told"], _, page.meta["after_told"] = safe.partition(TOLD_PLACE)
    return safe
