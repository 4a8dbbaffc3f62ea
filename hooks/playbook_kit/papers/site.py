"""Who publishes the papers: the site's name and address, as its configuration gives them."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from ..problem import Problem
from ..read.files import read_text
from ..read.yaml_text import parse_yaml


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


def read_site(root: Path, name: str) -> Site:
    """Read `site_name` and `site_url` from `mkdocs.yml`; where it cannot be read, the site is called `name`."""
    file = read_text(root, root / "mkdocs.yml")
    facts = None if isinstance(file, Problem) else parse_yaml(file.text, file.path).value
    if not isinstance(facts, dict):
        return Site(name)
    return Site(str(facts.get("site_name") or name), str(facts.get("site_url") or ""))
