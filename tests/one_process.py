"""Builds one playbook again and again in one process, as `serve` does: `one_process.py ROOT SITE SEED KIND…` edits it before each."""

import datetime
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from edits import edit  # noqa: E402 (their folders are added above)
from playbook_kit.adapters.mkdocs_build import build_site  # noqa: E402
from playbook_kit.checked import read_and_check  # noqa: E402
from playbook_kit.remembered import forget, remember  # noqa: E402

DAY = datetime.date(2026, 11, 21)


def build_again(root: Path, site: Path) -> None:
    """Build with what this process remembers of the builds before."""
    remember()
    build_site(root, site, DAY, read_and_check(root, DAY, ""))
    forget()


if __name__ == "__main__":
    folder, target, seed, *kinds = sys.argv[1:]
    build_again(Path(folder), Path(target))
    for number, kind in enumerate(kinds):
        edit(Path(folder), kind, f"{seed} {number}")
        build_again(Path(folder), Path(target))
