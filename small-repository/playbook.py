#!/usr/bin/env python3
"""Run the playbook's release that playbook.json names with this repository's local/: `python3 playbook.py build`.

Takes every command of the playbook: check, build, serve, pack, upgrade. It needs Python 3.11 and nothing else. The
release is fetched once, held against its SHA-256 before it is opened, and unpacked to .playbook/, which is not committed.
"""

import hashlib
import io
import json
import os
import shutil
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
PIN, KEPT = ROOT / "playbook.json", ROOT / ".playbook"
TIMEOUT = 60  # seconds without an answer


def stop(message: str) -> None:
    """End with a message and exit code 1."""
    sys.exit(f"\n{message}\n")


def release() -> Path:
    """The folder of the pinned release, fetched and unpacked if it is not there yet."""
    try:
        pin = json.loads(PIN.read_text(encoding="utf-8"))
        version, wanted, place = pin["version"], pin["sha256"], pin["zip"].replace("{version}", pin["version"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        stop(f"playbook.json cannot be read: it needs version, sha256 and zip ({error}).")
    folder = KEPT / f"{wanted[:16]}"
    if (folder / "run.py").is_file():
        return folder
    if not place.startswith(("https://", "file://")):
        stop("The address of the release in playbook.json must begin with https:// or file://.")
    print(f"Fetching version {version} of the playbook (once)", flush=True)
    try:
        with urllib.request.urlopen(place, timeout=TIMEOUT) as answer:
            data = answer.read()
    except OSError as error:
        stop(f"{place} could not be fetched: {error}")
    found = hashlib.sha256(data).hexdigest()
    if found != wanted:
        stop(f"{place} is not the file that playbook.json names.\nIts SHA-256 is {found}, and {wanted} was expected.")
    unpack(data, folder)
    return folder


def unpack(data: bytes, folder: Path) -> None:
    """Unpack a release whose SHA-256 is right, whole or not at all."""
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for entry in archive.infolist():
            path = part / entry.filename.partition("/")[2]
            if entry.is_dir() or not path.resolve().is_relative_to(part.resolve()):
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(archive.read(entry))
    part.replace(folder)


def main(arguments: list) -> int:
    """Put local/ into the release and run the command there."""
    folder = release()
    shutil.rmtree(folder / "local", ignore_errors=True)
    if (ROOT / "local").is_dir():
        shutil.copytree(ROOT / "local", folder / "local", symlinks=True)
    command, *rest = arguments or ["--help"]
    if command in ("build", "links") and "--site" not in rest:
        rest += ["--site", str(ROOT / "site")]
    if command == "pack" and "--to" not in rest:
        rest += ["--to", str(ROOT / "playbook-offline.zip")]
    if command in ("upgrade", "propose-upgrade"):
        rest += ["--pin", str(ROOT)]
        rest += [] if "--reports" in rest else ["--reports", str(ROOT / ".playbook" / "report")]
    # Where the packages are installed already, their Python may be named instead of setting one up.
    python = os.environ.get("PLAYBOOK_PYTHON")
    program = [python, "-m", "playbook_kit.cli"] if python else [sys.executable, str(folder / "run.py")]
    environment = {**os.environ, "PYTHONPATH": str(folder / "hooks")} if python else None
    try:
        return subprocess.run([*program, command, *rest], cwd=folder, env=environment).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
