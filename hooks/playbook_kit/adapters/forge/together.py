"""The content of a proposal with the program, the theme and the settings of the playbook as it is."""

import shutil
from pathlib import Path

from ...models.kinds import SERVED

CONTENT = ("playbook", "case_studies", "docs", "local")
"""The folders that a proposal may change without changing what the checks do. Nothing in them is ever run."""
_ENDINGS = (".md", ".yml", *SERVED, ".svg", ".woff2", ".txt")
"""What content is made of: words, pictures and a font. All else in those folders is looked at by a person first."""
_LEFT = (".git", ".venv", ".cache", "site", ".pytest_cache", ".hypothesis", "node_modules", "tests")


def is_content(path: str) -> bool:
    """Whether a file that a proposal changes is content, by its path."""
    return path.partition("/")[0] in CONTENT and path.lower().endswith(_ENDINGS)


def put_together(base: Path, proposal: Path, folder: Path) -> Path:
    """Write the content folders of `proposal` and all else of `base` to `folder`, which is new, and give it back.

    So a proposal is read, and even built, without running anything that came with it. Links stay links: whoever reads
    the content decides which to follow.
    """
    folder.mkdir(parents=True)
    ignore = shutil.ignore_patterns("__pycache__")
    for entry in sorted(base.iterdir()):
        is_left = entry.name in (*_LEFT, *CONTENT) or entry.name.startswith("site.")
        if is_left or entry.resolve() == folder.resolve().parent:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, folder / entry.name, symlinks=True, ignore=ignore)
        else:
            shutil.copy2(entry, folder / entry.name, follow_symlinks=False)
    for name in CONTENT:
        if (proposal / name).is_dir() and not (proposal / name).is_symlink():
            shutil.copytree(proposal / name, folder / name, symlinks=True)
    return folder
