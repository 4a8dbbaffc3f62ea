"""What a run of the check left behind, read as data of somebody else's."""

import io
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from typing import Any

from ...forge.review import LARGEST
from ..upgrade.propose import Forge, ask
from .errors import NotDone

NAME, FILE = "review", "review.json"
_LARGEST_ZIP = LARGEST + 100_000
_TIMEOUT = 30  # seconds


def review_of_run(forge: Forge, run: int) -> bytes:
    """The text of `review.json` of a run. Raises NotDone if there is none, or it is larger than any of ours."""
    return unpack(zip_of_run(forge, run, NAME, _LARGEST_ZIP))


def zip_of_run(forge: Forge, run: int, name: str, largest: int) -> bytes:
    """The ZIP of what a run left under a name. Raises NotDone if there is none, or it has more than `largest` bytes."""
    place = f"{forge.api}/repos/{forge.project}/actions"
    listed = ask(forge, "GET", f"{place}/runs/{run}/artifacts?name={name}&per_page=10")
    found = [one for one in listed.get("artifacts", []) if one.get("name") == name and not one.get("expired")]
    if not found:
        raise NotDone(f"The run left no {name}.")
    newest: dict[str, Any] = max(found, key=lambda one: int(one["id"]))
    if int(newest.get("size_in_bytes", 0)) > largest:
        raise NotDone(f"What the run left is larger than any {name}, so it was not read.")
    return download(forge, f"{place}/artifacts/{int(newest['id'])}/zip", largest)


def unpack(data: bytes) -> bytes:
    """The one file of a ZIP that is of interest. Raises NotDone; nothing is written anywhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as files, files.open(FILE) as file:
            text = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise NotDone(f"What the run left is no review: {type(error).__name__}.") from error
    if len(text) > LARGEST:
        raise NotDone("What the run left is larger than any review, so it was not read.")
    return text


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing: the token is for the forge alone, and the file may lie with somebody else."""

    def redirect_request(self, *arguments: Any, **named: Any) -> None:
        """Go nowhere."""
        return None


def download(forge: Forge, address: str, largest: int) -> bytes:
    """What stands at an address of the forge, or where it sends us, which gets no token. Raises NotDone.

    One byte more than `largest` is read at most, so that whoever reads it can tell.
    """
    opener = urllib.request.build_opener(_Stay)
    try:
        try:
            with opener.open(urllib.request.Request(address, headers=forge.headers), timeout=_TIMEOUT) as answer:
                return answer.read(largest + 1)
        except urllib.error.HTTPError as error:
            place = error.headers.get("Location", "")
            if error.code not in (301, 302, 303, 307, 308) or not place.startswith(("https://", "http://127.0.0.1:")):
                raise NotDone(f"The forge answered {error.code} when asked for what the run left.") from error
        with opener.open(urllib.request.Request(place, headers={"User-Agent": "playbook"}), timeout=_TIMEOUT) as answer:
            return answer.read(largest + 1)
    except OSError as error:
        raise NotDone(f"What the run left could not be fetched: {error}") from error
