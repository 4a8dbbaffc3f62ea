"""What the long run keeps of what it finds, a file for each part of it, for `playbook record-tests`."""

import datetime
import hashlib
import json
from pathlib import Path

from site_help import ROOT, addresses, page_path

PARTS = [*(f"pages-{number}" for number in range(8)), "states", "html"]
"""All parts that a whole record is made of."""


def places_of(site: Path) -> list[str]:
    """All pages, the one for what is not there among them, without those that lead on by themselves."""
    own = [place for place in addresses(site) if 'http-equiv="refresh"' not in page_path(site, place).read_text(encoding="utf-8")]
    return [*own, "/no/such/page/"]


def write_part(folder: Path | None, site: Path, name: str, found: dict) -> None:
    """Write what one part of the run found, with the day, the version and the site that it was found on; if it was asked
    for.
    """
    if folder is None:
        return
    folder.mkdir(parents=True, exist_ok=True)
    whole = {
        "part": name, "parts": PARTS, "tested_on": datetime.date.today().isoformat(),
        "version": (ROOT / "VERSION").read_text(encoding="utf-8").strip(), "site": fingerprint(site), **found,
    }  # fmt: skip
    (folder / f"{name}.json").write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


def fingerprint(site: Path) -> str:
    """A hash of all pages, styles and scripts of a built site: parts of one record are of one site."""
    kept = sorted(path for path in site.rglob("*") if path.suffix in (".html", ".css", ".mjs", ".js"))
    whole = hashlib.sha256()
    for path in kept:
        whole.update(path.relative_to(site).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()
