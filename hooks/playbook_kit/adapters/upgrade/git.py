"""Git, as far as an upgrade needs it."""

import os
import subprocess
from pathlib import Path

from .errors import NotUpgraded

_QUIET = {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "GIT_MERGE_AUTOEDIT": "no", "LC_ALL": "C.UTF-8"}
_WRITER = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "Playbook"), ("EMAIL", "playbook@localhost"))
}  # fmt: skip


def git(root: Path, *arguments: str, fine: tuple[int, ...] = (0,), secrets: dict[str, str] | None = None) -> str:
    """Run git in a folder and give what it prints. Raises NotUpgraded with git's own words.

    `secrets` are settings that must not be seen in the list of processes, such as a token.
    """
    done = run_git(root, *arguments, secrets=secrets)
    if done.returncode not in fine:
        said = (done.stderr or done.stdout).strip()
        raise NotUpgraded(f"Git could not do “{arguments[0]}”: {said}")
    return done.stdout.strip()


def run_git(root: Path, *arguments: str, secrets: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run git in a folder; raises NotUpgraded if there is no git."""
    environment = {**os.environ, **_QUIET, **_settings(secrets or {})}
    if not _has_identity(root):
        environment |= _WRITER
    try:
        return subprocess.run(
            ["git", *arguments], cwd=root, capture_output=True, text=True, encoding="utf-8", errors="replace", env=environment
        )
    except OSError as error:
        raise NotUpgraded("Git is not installed. Install it, or use a release ZIP: playbook upgrade --from FILE.zip.") from error


def is_repository(root: Path) -> bool:
    """Whether a folder is the top of a git repository."""
    return (root / ".git").exists()


def _settings(secrets: dict[str, str]) -> dict[str, str]:
    """Git's settings in the environment."""
    found = {"GIT_CONFIG_COUNT": str(len(secrets))} if secrets else {}
    for number, (key, value) in enumerate(secrets.items()):
        found |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return found


def _has_identity(root: Path) -> bool:
    if os.environ.get("GIT_AUTHOR_NAME"):
        return True
    done = subprocess.run(["git", "config", "user.email"], cwd=root, capture_output=True)
    return done.returncode == 0
