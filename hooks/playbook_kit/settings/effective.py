"""The one place that says what holds: what the council writes, else what `mkdocs.yml` says. Pure, and read by all."""

import datetime
import posixpath
from dataclasses import dataclass, field
from typing import Any

from ..marked import like
from ..models import Council
from ..models.council import HOME_PARTS, UNNAMED, Contacts, Repository, placeholders
from ..navigation import order
from ..prose import fill_placeholders
from ..words import Words
from .defaults import Defaults
from .forge import Forge
from .site import NO_ADDRESS, Site

FONTS = "assets/fonts"
OWN_FONT = f"{FONTS}/atkinson-hyperlegible-next-normal.woff2"


@dataclass(frozen=True)
class Typeface:
    """The letters of the site: `kind` is playbook, system or own; the files of a font of one's own by their use."""

    kind: str = "playbook"
    name: str = ""
    files: dict[str, str] = field(default_factory=dict)

    @property
    def copies(self) -> dict[str, str]:
        """What is published of the council's own font: the path in the site, and the file in the repository."""
        return {_published(path): path for path in self.files.values()}

    @property
    def preload(self) -> str | None:
        """The file that a browser needs first, by its path in the site."""
        if self.kind == "own":
            return _published(self.files["regular"])
        return OWN_FONT if self.kind == "playbook" else None


def _published(path: str) -> str:
    return f"{FONTS}/{posixpath.basename(path)}"


@dataclass(frozen=True)
class SiteSettings:
    """What holds for the whole site.

    `council` is its name, or None where no council has said one. `strapline` is None where the home page's own
    sentence stands. `upstream` and `forge` are the repositories of the playbook and of the council. `announcement` and
    `footer` are the council's Markdown, links counted from its file. `nav` is the navigation in its order as plain
    data, `about` the name of the section whose pages the footer lists. `version` is the playbook's.
    """

    title: str
    address: str = NO_ADDRESS
    strapline: str | None = None
    council: str | None = None
    language: str = "en"
    noindex: bool = False
    upstream_name: str = ""
    upstream: Forge = field(default_factory=Forge)
    forge: Forge = field(default_factory=Forge)
    contacts: Contacts = UNNAMED.contacts
    announcement: str | None = None
    footer: str | None = None
    home: tuple[str, ...] = HOME_PARTS
    nav: tuple[Any, ...] = ()
    about: str = ""
    typeface: Typeface = field(default_factory=Typeface)
    version: str = ""

    @property
    def site(self) -> Site:
        """Its name and address, for papers and cards."""
        return Site(self.title, self.address)


def settle(
    defaults: Defaults, council: Council | None, words: Words, today: datetime.date, *,
    address: str = "", version: str = "", name: str = "",
) -> SiteSettings:  # fmt: skip
    """What holds on the day `today`, for a site whose words are `words`.

    `address` is one that was asked for in this run; the default one counts as not asked for, since an engine hands
    it on as its own. `name` stands in where `mkdocs.yml` gives none.
    """
    said = council or UNNAMED
    asked = "" if address in ("", defaults.address) else address
    upstream_name = defaults.name or name
    own_title = words("site.title_of", council=council.name) if council else upstream_name
    return SiteSettings(
        title=said.site.title or own_title,
        address=_with_slash(asked or said.site.address or defaults.address or NO_ADDRESS),
        strapline=said.site.strapline,
        council=council.name if council else None,
        language=words.language,
        noindex=said.site.noindex,
        upstream_name=upstream_name,
        upstream=defaults.forge,
        forge=_forge(said.repository),
        contacts=said.contacts,
        announcement=_filled(_announced(said, today), said),
        footer=_filled(said.footer, said),
        home=tuple(said.home),
        nav=order(defaults.nav, said.navigation),
        about=defaults.sections[-1] if defaults.sections else "",
        typeface=_typeface(said),
        version=version,
    )


def _with_slash(address: str) -> str:
    return address if address.endswith("/") else f"{address}/"


def _forge(repository: Repository) -> Forge:
    return Forge(
        repository.forge, repository.address or "", repository.branch, repository.edit or "", repository.issues or ""
    )


def _announced(council: Council, today: datetime.date) -> str | None:
    """The announcement while it holds; its last day counts."""
    found = council.announcement
    return found.text if found and (found.until is None or today <= found.until) else None


def _filled(text: str | None, council: Council) -> str | None:
    return like(fill_placeholders(text, placeholders(council)), text) if text else None


def _typeface(council: Council) -> Typeface:
    font = council.brand.font
    if font is None:
        return Typeface(council.brand.typeface)
    files = {"regular": font.regular, "bold": font.bold, "italic": font.italic, "licence": font.licence}
    return Typeface("own", font.name, {use: path for use, path in files.items() if path})
