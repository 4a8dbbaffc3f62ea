"""What an upgrade from a ZIP replaces is kept first, so that one that is cut off, by a power cut too, can be taken back.

The standard library alone: this file is copied into the folder of what was kept and runs there by itself, because after a
cut the program beside it may be half of one version and half of another.
"""

import json
import os
import shutil
from pathlib import Path

UNFINISHED = ".cache/unfinished-upgrade"
"""Where things are kept while an upgrade is at work; after that there is no such folder."""
PROGRAM = "undo.py"
_LIST, _KEPT = "undo.json", "kept"


def keep(root: Path, paths: list[str]) -> None:
    """Copy these files of `root`, as far as they are there, to UNFINISHED, which stands there whole or not at all."""
    folder = root / UNFINISHED
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    there = [path for path in paths if (root / path).is_file()]
    for path in there:
        (part / _KEPT / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / path, part / _KEPT / path)
    part.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(__file__, part / PROGRAM)
    listed = {"restore": there, "remove": [path for path in paths if path not in set(there)]}
    (part / _LIST).write_text(json.dumps(listed), encoding="utf-8")
    to_disk()
    os.rename(part, folder)
    to_disk()


def take_back(root: Path) -> bool:
    """Put every file back that was kept, and take away what came; whether there was anything. It can be cut off itself."""
    folder = root / UNFINISHED
    if not (folder / _LIST).is_file():
        return False
    listed = json.loads((folder / _LIST).read_text(encoding="utf-8"))
    for path in listed["restore"]:
        back = folder / "back"
        shutil.copy2(folder / _KEPT / path, back)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        os.replace(back, root / path)
    for path in listed["remove"]:
        (root / path).unlink(missing_ok=True)
        remove_empty(root, (root / path).parent)
    forget(root)
    return True


def forget(root: Path) -> None:
    """Say that nothing is to be taken back any more."""
    to_disk()
    done = (root / UNFINISHED).with_name("finished-upgrade")
    shutil.rmtree(done, ignore_errors=True)
    os.rename(root / UNFINISHED, done)
    shutil.rmtree(done, ignore_errors=True)


def remove_empty(root: Path, folder: Path) -> None:
    """Remove a folder and those around it, up to `root`, as far as they hold nothing."""
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def to_disk() -> None:
    """Have the system write what it holds back, where it can be asked to."""
    getattr(os, "sync", lambda: None)()


if __name__ == "__main__":
    here = Path(__file__).resolve()
    if take_back(here.parents[len(Path(UNFINISHED).parts)]):
        print("An upgrade was cut off. Every file is as it was before it. Run the upgrade again.", flush=True)
