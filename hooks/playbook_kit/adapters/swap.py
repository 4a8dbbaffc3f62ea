"""Put a finished site in place of the last one, so that a failed build never takes the last good site away."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def build_and_swap(site: Path, build: Callable[[Path], None]) -> None:
    """Build into a new folder beside `site`, then put it in place.

    `build` gets the new folder; whatever it raises is raised again after the new folder is removed and with `site`
    as it was. An interrupted swap leaves either the old site or the new one.
    """
    fresh = Path(tempfile.mkdtemp(prefix=f"{site.name}.new-", dir=site.parent))
    old = site.with_name(f"{site.name}.old")
    try:
        build(fresh)
        fresh.chmod(0o755)
        shutil.rmtree(old, ignore_errors=True)
        if site.exists():
            site.rename(old)
        try:
            fresh.rename(site)
        except OSError:
            if old.exists():
                old.rename(site)
            raise
        shutil.rmtree(old, ignore_errors=True)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
