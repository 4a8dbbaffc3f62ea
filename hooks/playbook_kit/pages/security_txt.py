"""Whom to tell about a weakness of the site, where programs and researchers look for it (RFC 9116)."""

import datetime
import re

from ..settings import NO_ADDRESS, SiteSettings
from ..settings.site import Site
from .page import DataFile

SECURITY_TXT = ".well-known/security.txt"
SECURITY_PAGE = "security/"
HOLDS_FOR = datetime.timedelta(days=364)
"""RFC 9116, section 2.5.5, recommends less than a year."""

_EMAIL = re.compile(r"[^\s@<>\"]+@[^\s@<>\"]+\.[^\s@<>\"]+")


def make_security_txt(settings: SiteSettings, today: datetime.date) -> list[DataFile]:
    """The file, or nothing for a site that has no address yet: every line of it is a whole address.

    Readers must find it at the root of the host; a site at a sub-path has it for its host to copy.
    """
    if settings.address == NO_ADDRESS:
        return []
    site = Site(settings.title, settings.address)
    contact = settings.contacts.security or ""
    contacts = [f"mailto:{contact}"] if _EMAIL.fullmatch(contact) else []
    lines = [
        *(f"Contact: {one}" for one in [*contacts, site.whole(SECURITY_PAGE)]),
        f"Expires: {(today + HOLDS_FOR).isoformat()}T00:00:00Z",
        f"Preferred-Languages: {settings.language}",
        f"Canonical: {site.whole(SECURITY_TXT)}",
        f"Policy: {site.whole(SECURITY_PAGE)}",
    ]
    return [DataFile(SECURITY_TXT, "\n".join(lines) + "\n")]
