"""Which version of the playbook this is: one line in one file at the top of the repository."""

from pathlib import Path

from ..problem import Problem
from ..read.files import read_text

VERSION_FILE = "VERSION"
UNRELEASED = "unreleased"
"""Stands in where there is no such file, as in a copy of parts of the repository."""


def read_version(root: Path) -> str:
    """The version, such as 1.4.0."""
    file = read_text(root, root / VERSION_FILE)
    return UNRELEASED if isinstance(file, Problem) else file.text.strip() or UNRELEASED
