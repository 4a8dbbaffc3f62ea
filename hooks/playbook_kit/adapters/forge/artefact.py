"""What a run left behind, such as the review of a check, read as data of somebody else's."""

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
_ROOM = 100_000
"""What a ZIP may take beyond what is in it."""
_TIMEOUT = 30  # seconds


def review_of_run(forge: Forge, run: int) -> bytes:
    """The text of `review.json` of a run. Raises NotDone if there is none, or it is larger than any of ours."""
    data = artefact_of_run(forge, run, NAME, LARGEST)
    if data is None:
        raise NotDone("The run left no review, so there is nothing to say.")
    return unpack(data)


def artefact_of_run(forge: Forge, run: int, name: str, largest: int) -> bytes | None:
    """The ZIP of a name that a run left, if it left one. Raises NotDone if it must hold more than `largest` bytes."""
    place = f"{forge.api}/repos/{forge.project}/actions"
    listed = ask(forge, "GET", f"{place}/runs/{run}/artifacts?name={name}&per_page=10")
    found = [one for one in listed.get("artifacts", []) if one.get("name") == name and not one.get("expired")]
    if not found:
        return None
    newest: dict[str, Any] = max(found, key=lambda one: int(one["id"]))
    if int(newest.get("size_in_bytes", 0)) > largest + _ROOM:
        raise NotDone(f"What the run left is larger than any {name}, so it was not read.")
    return _download(forge, f"{place}/artifacts/{int(newest['id'])}/zip", largest + _ROOM + 1)


def unpack(data: bytes) -> bytes:
    """The one file of a ZIP that is of interest. Raises NotDone; nothing is written anywhere."""
    return read_files(data, NAME, (FILE,), LARGEST)[FILE]


def read_files(data: bytes, name: str, files: tuple[str, ...], largest: int) -> dict[str, bytes]:
    """The files of a ZIP by these names, each of at most `largest` bytes; nothing is written anywhere.

    Raises NotDone if one is larger, or is not there. What else is in the ZIP is not looked at.
    """
    try:
        found = {}
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            for one in files:
                with opened.open(one) as file:
                    found[one] = file.read(largest + 1)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise NotDone(f"What the run left is no {name}: {type(error).__name__}.") from error
    if any(len(text) > largest for text in found.values()):
        raise NotDone(f"What the run left is larger than any {name}, so it was not read.")
    return found


def names_in(data: bytes) -> list[str]:
    """The names of all files in a ZIP that could be read."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return opened.namelist()


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows nothing: the token is for the forge alone, and the file may lie with somebody else."""

    def redirect_request(self, *arguments: Any, **named: Any) -> None:
        """Go nowhere."""
        return None


def _download(forge: Forge, address: str, most: int) -> bytes:
    opener = urllib.request.build_opener(_Stay)
    try:
        try:
            with opener.open(urllib.request.Request(address, headers=forge.headers), timeout=_TIMEOUT) as answer:
                return answer.read(most)
        except urllib.error.HTTPError as error:
            place = error.headers.get("Location", "")
            if error.code not in (301, 302, 303, 307, 308) or not place.startswith(("https://", "http://127.0.0.1:")):
                raise NotDone(f"The forge answered {error.code} when asked for what the run left.") from error
        with opener.open(urllib.request.Request(place, headers={"User-Agent": "playbook"}), timeout=_TIMEOUT) as answer:
            return answer.read(most)
    except OSError as error:
        raise NotDone(f"What the run left could not be fetched: {error}") from error
