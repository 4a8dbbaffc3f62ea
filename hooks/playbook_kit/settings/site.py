"""Who publishes the papers: the site's name and address."""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

NO_ADDRESS = "https://playbook.example/"
"""Stands where the site's address belongs until there is one, as in `mkdocs.yml`: a feed needs whole addresses."""


@dataclass(frozen=True)
class Site:
    """The site's name, and its address with a slash at the end, or empty if it has none yet."""

    name: str
    address: str = ""

    def whole(self, place: str) -> str:
        """The whole address of a place on the site."""
        return urljoin(self.address, place) if self.address else place

    def printed(self, place: str) -> str:
        """The same without what nobody needs to type."""
        parts = urlsplit(self.whole(place))
        return f"{parts.netloc}{parts.path}".rstrip("/")
