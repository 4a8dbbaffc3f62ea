"""Have uv make every lock file anew, beside the ones that are there; none is touched unless all could be made."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from ...locks import FITS, FOLDER
from .files import program, read_lock

_OPTIONS = (
    "--upgrade", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-header",
    # As run.py installs: so no code of a new package runs while its version is looked up.
    "--only-binary", ":all:", "--quiet",
)  # fmt: skip
_SECONDS = 900


class NotRenewed(Exception):
    """No lock file was touched. The message says why and what to do."""


def renewed(root: Path) -> dict[str, str]:
    """The texts of all lock files with the newest versions that the .in files allow, by their names.

    Nobody has looked yet whether they are of the form that we keep. Raises NotRenewed, or NotALock if one is missing.
    """
    named = program("uv")
    if named is None:
        raise NotRenewed("uv is not installed. Run: python3 run.py renew")
    with tempfile.TemporaryDirectory(prefix="playbook-renew-") as temporary:
        folder = Path(temporary)
        for file in (root / FOLDER).iterdir():
            if file.suffix in (".in", ".lock") and file.is_file():
                shutil.copyfile(file, folder / file.name)
        for name, fits in FITS.items():
            _make(named, folder, name, fits)
        return {name: read_lock(folder / f"{name}.lock") for name in FITS}


def _make(named: str, folder: Path, name: str, fits: tuple[str, ...]) -> None:
    within = [part for other in fits for part in ("-c", f"{other}.lock")]
    command = [named, "pip", "compile", *_OPTIONS, *within, "-o", f"{name}.lock", f"{name}.in"]
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotRenewed(f"uv could not be run: {error}") from error
    if done.returncode:
        raise NotRenewed(
            f"uv could not make {name}.lock, so nothing was changed. It says:\n{done.stderr.strip()[-1500:]}"
        )
