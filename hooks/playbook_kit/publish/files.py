"""The files that each target wants beside the pages."""

from collections.abc import Callable

from ..pages.page import DataFile
from .hosts import azure_config, header_rules, missing_rules, redirect_rules
from .servers import rendered
from .site import Publication

SERVER_FOLDER = "server/"
"""Holds what is for a server's own settings; the server itself shows it to nobody."""


def publish_files(site: Publication) -> list[DataFile]:
    """What is written beside the pages for the site's target; nothing for a plain folder."""
    return _TARGETS.get(site.target, _nothing)(site)


def _nothing(site: Publication) -> list[DataFile]:
    return []


def _github(site: Publication) -> list[DataFile]:
    """GitHub Pages: serve every file as it is, and under the council's own name if it has one."""
    own_name = [DataFile("CNAME", f"{site.host}\n")] if site.host and not site.host.endswith(".github.io") else []
    return [DataFile(".nojekyll", "\n"), *own_name]


def _forgejo(site: Publication) -> list[DataFile]:
    """Forgejo's pages as Codeberg runs them: the file `.domains` names the council's own name."""
    is_own = site.host and not site.host.endswith(".codeberg.page")
    return [DataFile(".domains", f"{site.host}\n")] if is_own else []


def _cloudflare(site: Publication) -> list[DataFile]:
    return [DataFile("_headers", header_rules(site)), DataFile("_redirects", redirect_rules(site, "301"))]


def _netlify(site: Publication) -> list[DataFile]:
    # A page stands at each old address, and only a forced redirect goes before a page.
    return [DataFile("_headers", header_rules(site)), DataFile("_redirects", redirect_rules(site, "301!") + missing_rules(site))]


def _azure(site: Publication) -> list[DataFile]:
    return [DataFile("staticwebapp.config.json", azure_config(site))]


def _nginx(site: Publication) -> list[DataFile]:
    return [_server_file(site, "nginx-locations.conf"), _server_file(site, "nginx-server.conf")]


def _apache(site: Publication) -> list[DataFile]:
    return [_server_file(site, "apache.conf"), DataFile(".htaccess", rendered("htaccess", site))]


def _iis(site: Publication) -> list[DataFile]:
    return [DataFile("web.config", rendered("web.config", site))]


def _server_file(site: Publication, name: str) -> DataFile:
    return DataFile(f"{SERVER_FOLDER}{name}", rendered(name, site))


_TARGETS: dict[str, Callable[[Publication], list[DataFile]]] = {
    "github-pages": _github, "forgejo-pages": _forgejo, "cloudflare-pages": _cloudflare, "netlify": _netlify,
    "azure-static-web-apps": _azure, "nginx": _nginx, "apache": _apache, "iis": _iis,
}  # fmt: skip
