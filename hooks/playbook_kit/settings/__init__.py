"""What the site as a whole is: the defaults of `mkdocs.yml`, what the council says instead, and the version."""

from .blocks import blocks
from .defaults import Defaults, read_defaults
from .effective import SiteSettings, Typeface, settle
from .forge import Forge
from .in_language import settle_in
from .links import OWN, Link, PageLinks, page_links, reported_to
from .site import NO_ADDRESS, Site
from .version import read_version

__all__ = [
    "NO_ADDRESS", "OWN", "Defaults", "Forge", "Link", "PageLinks", "Site", "SiteSettings", "Typeface", "blocks", "page_links",
    "read_defaults", "read_version", "reported_to", "settle", "settle_in",
]  # fmt: skip
