"""What crawlers are asked to leave alone."""

from urllib.parse import urlsplit

from ..settings import SiteSettings
from .page import DataFile

ROBOTS = "robots.txt"
FILES = ("csv", "docx", "json", "odt", "pdf", "png", "xml", "zip")
"""The endings of files that cannot say “noindex” themselves."""


def make_robots(settings: SiteSettings) -> DataFile:
    """The file for crawlers; it counts only where the site stands at the root of its host.

    A page that is not to be found says “noindex” itself, and a crawler must be let in to read that: a page that it may
    not fetch can still be listed by its address. So only files are closed to it.
    """
    lines = ["User-agent: *"]
    if settings.noindex:
        path = urlsplit(settings.address).path
        lines += [f"Disallow: {path}*.{ending}$" for ending in FILES]
    else:
        lines += ["Disallow:", f"Sitemap: {settings.address}sitemap.xml"]
    return DataFile(ROBOTS, "\n".join(lines) + "\n")
