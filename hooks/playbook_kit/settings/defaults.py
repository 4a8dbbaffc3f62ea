"""What `mkdocs.yml` says of the site before any council has said otherwise; read here and nowhere else."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..problem import Problem
from ..read.files import read_text
from ..read.yaml_text import parse_yaml
from .forge import Forge

CONFIGURATION = "mkdocs.yml"


@dataclass(frozen=True)
class Defaults:
    """The playbook's own name, address (with a slash at its end, or empty), repository and navigation."""

    name: str = ""
    address: str = ""
    forge: Forge = field(default_factory=Forge)
    nav: tuple[Any, ...] = ()

    @property
    def sections(self) -> list[str]:
        """The names of the navigation's sections, in their order."""
        return [str(title) for entry in self.nav if isinstance(entry, dict) for title in entry]


def read_defaults(root: Path) -> Defaults:
    """Read `mkdocs.yml` below `root`; what it does not say, or is not there to say, is empty."""
    file = read_text(root, root / CONFIGURATION)
    facts = None if isinstance(file, Problem) else parse_yaml(file.text, file.path).value
    if not isinstance(facts, dict):
        return Defaults()
    extra = facts.get("extra")
    extra = extra if isinstance(extra, dict) else {}
    address, nav = str(facts.get("site_url") or ""), facts.get("nav")
    return Defaults(
        name=str(facts.get("site_name") or ""),
        address=address if not address or address.endswith("/") else f"{address}/",
        forge=Forge(str(extra.get("forge") or "none"), str(facts.get("repo_url") or ""), str(extra.get("branch") or "main")),
        nav=tuple(nav) if isinstance(nav, list) else (),
    )
