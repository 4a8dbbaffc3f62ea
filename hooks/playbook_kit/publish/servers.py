"""The settings of servers, from templates in their own languages."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import policy
from .site import Publication

FOLDER = "/srv/playbook/site"
"""Where the files of the site stand on a server, until its keeper writes another place."""


def rendered(template: str, site: Publication) -> str:
    """One of the templates, filled in; what stands in XML is escaped."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"), undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True, autoescape=template.endswith(".config"),
    )  # fmt: skip
    return environment.get_template(template).render(site=site, policy=policy, folder=FOLDER, types=_endings_of())


def _endings_of() -> dict[str, list[str]]:
    """Each type, with the endings that have it."""
    found: dict[str, list[str]] = {}
    for ending, kind in policy.MIME_TYPES.items():
        found.setdefault(kind, []).append(ending)
    return found
