"""What a browser is sent when somebody opens a page, before any touch. `bench/build.py` weighs larger sites the same way."""

import sys
from pathlib import Path

from site_help import ROOT, nothing

sys.path.insert(0, str(ROOT / "bench"))

from build import first_view

MOST_BESIDE_PAGE = 70_000
MOST_REQUESTS = 5


def test_first_view_is_light(site: Path) -> None:
    """All that a page fetches before a touch, fonts included, is 70 KB at most beside the page itself, gzip; five requests
    at most come before the first paint. So it stays at any size, since nothing in it is a list of pages.
    """
    views = {path.parent.name: first_view(site, path) for path in sorted(site.rglob("index.html"))}
    assert len(views) > 100
    nothing(f"{name}: {all_of_it - page}" for name, (page, all_of_it, _) in views.items() if all_of_it - page > MOST_BESIDE_PAGE)
    nothing(f"{name}: {requests}" for name, (_, _, requests) in views.items() if requests > MOST_REQUESTS)
    assert min(all_of_it - page for page, all_of_it, _ in views.values()) > 30_000, "styles, scripts and letters were not found"
