"""What templates read that is another in each language: words, navigation, addresses, and the ways to the other ones."""

import posixpath
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from jinja2 import ChoiceLoader, DictLoader
from lxml.html import fragment_fromstring
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from ..editions import Edition
from ..marked import language_of
from ..plan import Plan
from ..words import FIRST_LANGUAGE
from .council_text import CouncilText

NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Nav:
    """The navigation of one language, as templates know it."""

    items: list[Any]
    homepage: Any


@dataclass(frozen=True)
class OtherLanguage:
    """The same page in a language: its code, its own name, and the address, from the site's root and whole."""

    code: str
    name: str
    url: str
    address: str
    is_here: bool


class InEdition:
    """What templates read in one language."""

    def __init__(self, plan: Plan, edition: Edition):
        self.plan, self.edition = plan, edition
        self.others = [one.language for one in plan.editions if one.base]
        shown = {page.uri for page in plan.pages}
        self.values: dict[str, Any] = {
            "t": edition.words, "language": edition.language, "base": edition.base, "settings": edition.settings,
            "council_text": CouncilText(plan, edition), "languages": [], "section": None,
            "shows": lambda uri: edition.base + uri in shown,
        }  # fmt: skip
        self._nav: Nav | None = None
        self._all: Any = None

    def into(self, context: Any, page: MkDocsPage | None, config: MkDocsConfig) -> Any:
        """The context of a page, or of one that is not found, with the values of this language and those of its own."""
        context.update(self.values, nav=self._own_nav(context), languages=self._languages(page, config))
        if page is not None:
            context["section"] = None if page.parent and page.parent.title in self.others else page.parent
        elif self.edition.base:
            context["base_url"] = urlsplit(config.site_url or "/").path
        return context

    def _own_nav(self, context: Any) -> Nav:
        """The navigation of this language, taken out of that of all, which is the same object throughout a build."""
        whole = context["nav"]
        if self._nav is None or self._all is not whole:
            self._all = whole
            trees = {item.title: item for item in whole.items if item.is_section and item.title in self.others}
            if self.edition.base:
                home = next(one.page for one in context["pages"] if one.src_uri == f"{self.edition.base}index.md")
                self._nav = Nav(trees[self.edition.language].children if trees else [], home)
            else:
                self._nav = Nav([item for item in whole.items if item not in trees.values()], whole.homepage)
        return self._nav

    def _languages(self, page: MkDocsPage | None, config: MkDocsConfig) -> list[OtherLanguage]:
        """The page in every language of the site; nothing if there is one alone."""
        if len(self.plan.editions) < 2:
            return []
        here = page.file.url if page else NOT_FOUND
        place = here.removeprefix(self.edition.base)
        found = []
        for one in self.plan.editions:
            url = one.base + ("" if place in (".", "./") else place) or "./"
            whole = self.edition.settings.site.whole(url.removeprefix("./"))
            if self.plan.is_opened_as_folder and not posixpath.splitext(url)[1]:
                url = posixpath.join(url, "index.html")
            found.append(OtherLanguage(one.language, one.words("language.name"), url, whole, one is self.edition))
        return found


def lang_mark(text: object) -> Markup:
    """The attribute that says in which language a text is, if that is another than the page's."""
    language = language_of(text)
    return Markup(f' lang="{language}"') if language else Markup("")


def marked(text: str) -> Markup:
    """A text inside others, with the mark of its language if that is another than the page's."""
    language = language_of(text)
    return Markup('<span lang="{}">{}</span>').format(language, text) if language else Markup.escape(text)


def heading_languages(html: str) -> dict[str, str]:
    """The ids of headings that are wholly in another language than their page, for lists of headings to say so."""
    found = {}
    for heading in fragment_fromstring(html, create_parent="div").xpath(".//*[self::h2 or self::h3 or self::h4][@id]"):
        around = heading.xpath("ancestor::*[@lang][1]/@lang")
        inside = heading.xpath(".//*[@lang]/@lang")
        plain = "".join(heading.xpath(".//text()[not(ancestor::*[@lang])]"))
        if around or (inside and not any(letter.isalpha() for letter in plain)):
            found[heading.get("id")] = (around or inside)[0]
    return found


def language_of_template(name: str, plan: Plan) -> str:
    """The language of a template that makes a file of its own, such as `cy/404.html`."""
    return next((one.language for one in plan.editions if one.base and name.startswith(one.base)), FIRST_LANGUAGE)


def add_error_pages(env: Any, config: MkDocsConfig, plan: Plan) -> None:
    """Have the page of what is not found made in each language."""
    names = [one.base + NOT_FOUND for one in plan.editions if one.base]
    env.loader = ChoiceLoader([env.loader, DictLoader({name: f'{{% extends "{NOT_FOUND}" %}}' for name in names})])
    config.theme.static_templates.update(names)
