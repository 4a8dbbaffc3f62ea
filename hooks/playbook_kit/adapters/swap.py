"""Put a finished site in place of the last one, so that a failed build never takes the last good site away."""

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from .exchange import exchange

_NEW, _OLD = "new", "old"


def build_and_swap(site: Path, build: Callable[[Path], None]) -> None:
    """Build into a new folder beside `site`, then put it in place.

    `build` gets the new folder; whatever it raises is raised again after the new folder is removed and with `site`
    as it was. Raises OSError where nothing can be written. A process that is killed at any moment leaves the old site
    or the new one, whole: where the system can exchange two folders at once, at their place; elsewhere perhaps under a
    name beside it, from where the next build takes it back. Two builds at once do not disturb each other: the site is
    that of the one that ends last.
    """
    tidy(site)
    fresh = Path(tempfile.mkdtemp(prefix=_name(site, _NEW), dir=site.parent))
    try:
        build(fresh)
        fresh.chmod(0o755)
        _put_in_place(fresh, site)
    finally:
        _remove(fresh)


def tidy(site: Path) -> None:
    """Take a site back that a killed process left aside, and remove what dead processes left behind."""
    left = list(_left_by_the_dead(site))
    if not site.exists():
        whole = [path for path, state in left if state == _OLD]
        if whole:
            max(whole, key=lambda path: path.stat().st_mtime).rename(site)
    for path, _ in left:
        _remove(path)


def _put_in_place(fresh: Path, site: Path) -> None:
    """Afterwards `site` is the new one, and `fresh`, if there is one, the old."""
    if not site.exists():
        # Another build may put its site there first.
        with contextlib.suppress(OSError):
            fresh.rename(site)
            return
    if exchange(fresh, site):
        return
    old = site.with_name(f"{_name(site, _OLD)}x")
    site.rename(old)
    try:
        fresh.rename(site)
    except OSError:
        old.rename(site)
        raise
    _remove(old)


def _remove(folder: Path) -> None:
    """Remove a folder of ours, even one that somebody took the right to write from, as web hosts' tools do."""
    for inside, _, _ in os.walk(folder):
        with contextlib.suppress(OSError):
            os.chmod(inside, 0o700)
    shutil.rmtree(folder, ignore_errors=True)


def _name(site: Path, state: str) -> str:
    """How a folder beside the site begins: with the process that it belongs to."""
    return f"{site.name}.{state}-{os.getpid()}-"


def _left_by_the_dead(site: Path) -> Iterator[tuple[Path, str]]:
    pattern = re.compile(rf"{re.escape(site.name)}\.({_NEW}|{_OLD})-(\d+)-")
    for path in sorted(site.parent.glob(f"{site.name}.*-*")) if site.parent.is_dir() else []:
        found = pattern.match(path.name)
        if found and path.is_dir() and not _is_alive(int(found[2])):
            yield path, found[1]


def _is_alive(process: int) -> bool:
    """Whether a process runs; where that cannot be asked without harm, as on Windows, it may."""
    if os.name == "nt" or process == os.getpid():
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
