"""Ask pip-audit about every package at every version; it resolves, installs and keeps nothing."""

import os
import subprocess
import tempfile
from pathlib import Path

from ...locks import Audited, NotAudited, Pin, read_audit, rounds
from .files import program

_OPTIONS = (
    "--require-hashes", "--disable-pip", "--format", "json", "--desc", "off", "--aliases", "on",
    "--progress-spinner", "off",
)  # fmt: skip
_SECONDS, _MOST_SAID = 900, 400


def audit(pins: list[Pin]) -> Audited:
    """What is known of these packages. Raises NotAudited if pip-audit is not there or its database cannot be asked."""
    named = program("pip-audit")
    if named is None:
        raise NotAudited("pip-audit is not installed. Run: python3 run.py audit")
    found = Audited()
    for asked in rounds(pins):
        one = read_audit(_said(named, asked), asked)
        found.faults += one.faults
        found.unknown |= one.unknown
    return found


def _said(named: str, asked: list[Pin]) -> str:
    """What pip-audit prints. It ends with 1 both for faults and for what it could not do, which prints nothing."""
    settings = {key: value for key, value in os.environ.items() if not key.startswith("PIP_AUDIT_")}
    with tempfile.TemporaryDirectory(prefix="playbook-audit-") as folder:
        file = Path(folder, "packages.txt")
        file.write_text(
            "".join(f"{pin.name}=={pin.version} --hash=sha256:{min(pin.hashes)}\n" for pin in asked), encoding="ascii"
        )
        try:
            done = subprocess.run(
                [named, "--requirement", str(file), *_OPTIONS, "--cache-dir", str(Path(folder, "cache"))], cwd=folder,
                capture_output=True, encoding="utf-8", errors="replace", timeout=_SECONDS, env=settings,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            raise NotAudited(f"pip-audit could not be run: {error}") from error
    if done.returncode not in (0, 1) or not done.stdout.strip():
        why = (done.stderr.strip().splitlines() or ["It did not say why."])[-1]
        raise NotAudited(f"pip-audit could not ask its database. It says: {why[:_MOST_SAID]}")
    return done.stdout
