"""What is published where: the target, the site's address, and which addresses have moved."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from ..addresses import address, uri
from ..index import Gone
from ..models.kinds import KINDS
from . import policy

FOLDER = "file-share"
"""The target whose readers open the files themselves, with no server between."""


@dataclass(frozen=True)
class Redirect:
    """An address that has moved: both from the site's root on, with a slash at the end and none at the start."""

    old: str
    new: str


@dataclass(frozen=True)
class Publication:
    """Where the site is published and what is said of it; `address` is its whole address, or empty if unknown."""

    target: str
    address: str = ""
    redirects: list[Redirect] = field(default_factory=list)
    noindex: bool = False
    languages: tuple[str, ...] = ()
    """How the addresses of each language but the first begin: `cy/`."""

    @property
    def base(self) -> str:
        """The path below which the site stands: `/`, or a sub-path such as `/social-media/`."""
        path = urlsplit(self.address).path.strip("/")
        return f"/{path}/" if path else "/"

    @property
    def host(self) -> str:
        """The name of the host, or empty."""
        return urlsplit(self.address).hostname or ""

    @property
    def headers(self) -> dict[str, str]:
        """The headers of every answer. A site that has only a part of a host says nothing for the whole of it."""
        has_host = self.address.startswith("https://") and self.base == "/"
        return policy.headers(has_host, self.noindex)


def publication(
    target: str, site_address: str, gone: Iterable[Gone], noindex: bool = False, languages: tuple[str, ...] = ()
) -> Publication:
    """What is published, with a redirect in each language for each tombstone that leads on to something with a page."""
    redirects = []
    for one in gone:
        folder = KINDS[one.kind].address
        if folder is not None and one.now:
            old, new = address(uri(folder, one.id)), address(uri(folder, one.now))
            redirects += [Redirect(base + old, base + new) for base in ("", *languages)]
    return Publication(target, site_address, sorted(redirects, key=lambda one: one.old), noindex, languages)
