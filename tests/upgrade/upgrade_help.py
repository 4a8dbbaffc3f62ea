"""What the tests of upgrades share: a small playbook as a whole repository, and its upstream, council and releases."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

from simulation import commit, git
from site_help import ROOT
from small_playbook import write_small_playbook
from upstream_changes import Upstream, add
from upstream_text import write

GROWN = ("source", "source", *["argument"] * 6, "objection", "chapter", "chapter", "case-study", "case-study", "template")
# The parts of the repository besides its content that an upgrade meets.
PARTS = ("hooks", "theme", "requirements", "VERSION", "CHANGELOG.md", ".gitignore", "run.py")


def whole_playbook(root: Path, grown: tuple[str, ...] = ()) -> Path:
    """Write a small playbook with the whole program to `root`, with more items of the kinds named; gives `root`."""
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            root.mkdir(exist_ok=True)
            shutil.copy2(ROOT / name, root / name)
    site = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    write(root, "mkdocs.yml", site[: site.index("# An entry that ends in")] + "nav:\n  - index.md\n  - Playbook: playbook/\n  - Templates: templates/\n")
    write_small_playbook(root)
    for page in ("contribute", "privacy", "accessibility"):  # every page leads to these
        write(root, f"docs/{page}.md", f"---\ntitle: About {page}\nsummary: What is said of {page}.\n---\n\nAsk the {page} desk.\n")
    up = Upstream(root, random.Random("grown"))
    for kind in grown:
        add(up, kind)
    return root


def repository(root: Path, message: str = "Begin", tag: str = "v0.1.0") -> Path:
    """Make a folder a repository with one commit, and give that commit a tag."""
    git(root, "init", "-q", "-b", "main")
    commit(root, message)
    git(root, "tag", tag)
    return root


def release(root: Path, version: str) -> None:
    """Commit what changed as a release."""
    write(root, "VERSION", f"{version}\n")
    commit(root, version)
    git(root, "tag", f"v{version}")


def fork(upstream: Path, root: Path, files: dict[str, str] | None = None) -> Path:
    """A council's clone, with files of its own, by their path."""
    git(upstream.parent, "clone", "-q", str(upstream), str(root))
    write(root, "local/council.yml", "name: Anytown Council\n")
    for name, text in (files or {}).items():
        write(root, name, text)
    commit(root, "Make it ours")
    return root


def run(root: Path, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command of a tree, as a person would."""
    settings = {"PYTHONPATH": str(root / "hooks"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "playbook_kit.cli", *map(str, arguments), "--root", str(root), "--today", "2026-11-21"],
        cwd=root, capture_output=True, encoding="utf-8", env={**os.environ, **settings, **environment},
    )  # fmt: skip
