"""Shows a copy of the site with a proposal in it, in a repository of its own, and takes it away again."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

from ...forge.hostile_zip import Refused, read_zip
from ...forge.preview import LIMITS, read_preview, to_take_away
from ...pages.robots import make_robots
from ...publish import Publication
from ...publish.hosts import header_rules
from ...settings import SiteSettings
from ..upgrade.propose import Forge, ask
from .artefact import zip_of_run
from .copies import Change, change_copies
from .errors import NotDone
from .post import files_beside_content, pull_of_run

NAME, FILE = "preview", "preview.zip"
_MOST_PAGES = 10
_REPOSITORY = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9._-]{1,100}")
_ADDRESS = re.compile(r"https://[a-z0-9.-]+/(?:[A-Za-z0-9._-]+/)*")


@dataclass(frozen=True)
class Place:
    """Where copies go: the address of the repository for git, the address of its pages, and settings of git."""

    remote: str
    address: str
    settings: dict[str, str]

    @property
    def files(self) -> dict[str, bytes]:
        """What stands at the top: every file as it is, and for hosts that read it, that nothing is to be listed."""
        robots = make_robots(SiteSettings("", self.address, noindex=True))
        said = header_rules(Publication("cloudflare-pages", self.address, noindex=True))
        return {".nojekyll": b"\n", "_headers": said.encode(), "robots.txt": robots.text.encode()}


def place_in(folder: Path, forge: Forge, settings: Mapping[str, str], site_address: str) -> Place:
    """Where copies go, by the variables of the workflow; the key is kept in `folder`. Raises NotDone."""
    repository, address = settings.get("PREVIEW_REPOSITORY", ""), settings.get("PREVIEW_ADDRESS", "")
    if not _REPOSITORY.fullmatch(repository) or repository == forge.project:
        raise NotDone("PREVIEW_REPOSITORY has to name another repository, such as a-council/playbook-copies.")
    parts = urlsplit(address)
    if not _ADDRESS.fullmatch(address):
        raise NotDone("PREVIEW_ADDRESS has to be the address of its pages, with https:// and a slash at the end.")
    if parts.hostname == urlsplit(site_address).hostname:
        raise NotDone(f"Copies may not stand on {parts.hostname}: the site is there, and a browser would take both for one.")
    host = urlsplit(forge.push_to).hostname or ""
    key = "\n".join(settings.get("PREVIEW_KEY", "").split("\r\n")).strip()
    known = ask(forge, "GET", f"{forge.api}/meta").get("ssh_keys") or []
    if not key or not known:
        raise NotDone("There is no PREVIEW_KEY to push with, or the forge does not say how it proves who it is.")
    (folder / "key").touch(mode=0o600)
    (folder / "key").write_text(f"{key}\n", encoding="utf-8")
    (folder / "known").write_text("".join(f"{host} {key}\n" for key in known), encoding="utf-8")
    known_by = f"-o StrictHostKeyChecking=yes -o UserKnownHostsFile='{folder}/known' -o GlobalKnownHostsFile=/dev/null"
    ssh = f"ssh -F none -i '{folder}/key' -o IdentitiesOnly=yes {known_by}"
    return Place(f"ssh://git@{host}/{repository}.git", address, {"core.sshCommand": ssh})


@contextmanager
def key_folder() -> Iterator[Path]:
    """A folder for a key that nobody else can read, and that is gone afterwards."""
    with TemporaryDirectory(prefix="playbook-key-") as folder:
        yield Path(folder)


def show_preview(forge: Forge, event: dict[str, Any], place: Place, scripts: frozenset[bytes]) -> tuple[str, str]:
    """Show the copy that the run of an event left; gives its address, or nothing, and a sentence on what was done.

    A proposal that changes more than content is not shown: what it left was made by a program of its own. If there is
    nothing to show, a copy of an earlier state goes as well. Raises NotDone.
    """
    pull = pull_of_run(forge, event)
    if pull is None:
        return "", "No open pull request has this state any more, so nothing is shown."
    number = int(pull["number"])
    try:
        files = _checked(forge, event, number, scripts)
        said = f"The copy of pull request {number} is shown."
    except (NotDone, Refused) as why:
        files, said = {}, f"No copy of pull request {number} is shown: {why}"
    waiting = open_pulls(forge)
    top = {**place.files, **{f"{number}/{path}": text for path, text in files.items()}}

    def change(there: set[str]) -> Change:
        return Change({*to_take_away(there, waiting, number), str(number)}, top)

    change_copies(place.remote, change, place.settings)
    return (f"{place.address}{number}/" if files else ""), said


def _checked(forge: Forge, event: dict[str, Any], number: int, scripts: frozenset[bytes]) -> dict[str, bytes]:
    """The files that may be shown. Raises NotDone or Refused."""
    if files_beside_content(forge, number):
        raise NotDone("it changes more than content")
    # The list was that of the pull request as it is; what the run left is of the state that the event names.
    if pull_of_run(forge, event) is None:
        raise NotDone("it has changed meanwhile")
    data = zip_of_run(forge, int(event["workflow_run"]["id"]), NAME, LIMITS.zipped)
    outer = read_zip(data, replace(LIMITS, one=LIMITS.zipped, all=LIMITS.zipped))
    if FILE not in outer:
        raise Refused(f"what the run left holds no {FILE}")
    return read_preview(outer[FILE], scripts)


def take_away(forge: Forge, place: Place) -> bool:
    """Take away the copies of pull requests that are no longer open; says whether there were any."""
    waiting = open_pulls(forge)
    return change_copies(place.remote, lambda there: Change(to_take_away(there, waiting)), place.settings)


def open_pulls(forge: Forge) -> set[int]:
    """The numbers of all open pull requests. Raises NotDone if there are more than are looked at."""
    found: set[int] = set()
    for page in range(1, _MOST_PAGES + 1):
        listed = ask(forge, "GET", f"{forge.api}/repos/{forge.project}/pulls?state=open&per_page=100&page={page}")
        found |= {int(one["number"]) for one in listed}
        if len(listed) < 100:
            return found
    raise NotDone("More than a thousand pull requests are open.")
