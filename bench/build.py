"""How long a build takes beside plain MkDocs with Material on the same pages, and what a reader's first view costs.

    .venv/bin/python bench/build.py [--pages 200 1000 4000] [--edits] [--zensical PATH_OF_PROGRAM]

Grows a playbook of each size (`bench/corpus.py`), stages its pages as plain Markdown, and builds both in the same run:
ours with nothing kept, with the documents kept, and with all kept; plain MkDocs with `navigation.prune`; Zensical if
its program is named. Prints CPU seconds (those of all processes of a build), the seconds that passed, the most memory
of one process, ratios to plain MkDocs, and the growth exponent between sizes. Of both sites it counts the bytes, gzip,
that a browser is sent before a touch, and the requests among them that come before the first paint. With `--edits` it
prints how long an edit takes until it is served, by `playbook serve` and by `mkdocs serve` (`bench/served.py`).
"""

import argparse
import gzip
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))

from corpus import Corpus, counts_for  # noqa: E402 (its folder is added above)
from served import Edited, measure_edits  # noqa: E402

DAY = "2026-11-21"
_BEFORE_PAINT = re.compile(r'<link[^>]+rel="?(?:stylesheet|preload)"?[^>]*>|<script(?![^>]*(?:defer|type="?module))[^>]*src=[^>]*>')
_FETCHED = re.compile(
    r'<link[^>]+rel="?(?:stylesheet|preload|icon)"?[^>]*>|<script[^>]*src=[^>]*>|<img(?![^>]*loading="?lazy)[^>]*>'
)
_ADDRESS = re.compile(r'(?:href|src)="?([^"\s>]+)')
_IMPORTED = re.compile(r"""^\s*(?:import|export)\b[^"';]*["'](\.[^"']+)["']""", re.M)
_COMPONENT = re.compile(r"""^\s*"?([\w-]+)"?: \(\) => import\("([^"]+)"\)|^import\("([^"]+)"\)""", re.M)
"""What our own main script imports: a component where the page has one, or what every page has."""
_ITALIC = re.compile(r"<(?:em|i|cite|dfn|var|address)\b")
_WELSH = re.compile("[Ŵ-ŷẀ-ẅỲỳ]")


@dataclass(frozen=True)
class Taken:
    """What one build took."""

    cpu: float
    seconds: float
    memory: int


def taken(arguments: list[str], folder: Path, **environment: str) -> Taken:
    """Run a build as the only child of a process, which says what it and its own children took."""
    script = (
        "import resource, subprocess, sys; code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode;"
        "r = resource.getrusage(resource.RUSAGE_CHILDREN); print(code, r.ru_utime + r.ru_stime, r.ru_maxrss)"
    )
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=folder, capture_output=True, text=True,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    )  # fmt: skip
    code, cpu, memory = done.stdout.split()
    if code != "0":
        sys.exit(f"{' '.join(arguments)} failed:\n{done.stderr[-3000:]}")
    return Taken(float(cpu), time.perf_counter() - start, int(memory) // 1024)


@cache
def weight(path: Path) -> int:
    """The bytes of a file as a browser is sent it."""
    data = path.read_bytes()
    return len(data) if path.suffix in (".woff2", ".png", ".jpg") else len(gzip.compress(data, 9))


def first_view(site: Path, page: Path) -> tuple[int, int, int]:
    """Bytes of the page, of all that is fetched before a touch, and how many requests come before the first paint."""
    html = page.read_text(encoding="utf-8")
    whole = weight(page) + sum(map(weight, beside(site, page)))
    return weight(page), whole, 1 + len(_BEFORE_PAINT.findall(html))


def beside(site: Path, page: Path) -> set[Path]:
    """The files that a browser with scripts fetches with a page before its reader touches anything."""
    html = page.read_text(encoding="utf-8")
    html = html.partition("</head>")[0] + re.sub(r"<noscript>.*?</noscript>", "", html.partition("</head>")[2], flags=re.S)
    fetched: set[Path] = set()
    wants = _Wants(set(re.findall(r'data-pb="?([\w-]+)', html)), bool(_ITALIC.search(html)), bool(_WELSH.search(html)))
    for tag in _FETCHED.findall(html):
        link = _ADDRESS.search(tag)
        if link:
            _fetch(site, f"/{page.relative_to(site).as_posix()}", link[1], fetched, wants)
    if "search" in html and (site / "search/search_index.json").is_file():  # Material fetches it as the page loads
        fetched.add(site / "search/search_index.json")
    return fetched


@dataclass(frozen=True)
class _Wants:
    """What of the scripts and letters a page has a use for."""

    components: set[str]
    italic: bool
    welsh: bool


def _fetch(site: Path, base: str, link: str, fetched: set[Path], wants: _Wants) -> None:
    if urlsplit(link).netloc or link.startswith("data:"):
        return
    address = urlsplit(urljoin(base, link)).path
    path = site / address.lstrip("/")
    if not path.is_file() or path in fetched:
        return
    fetched.add(path)
    for found in _needed(path, wants):
        _fetch(site, address, found, fetched, wants)


def _needed(path: Path, wants: _Wants) -> Iterator[str]:
    """What a script or a stylesheet has fetched before a touch."""
    text = path.read_text(encoding="utf-8") if path.suffix in (".mjs", ".css") else ""
    if path.suffix == ".mjs":
        yield from (found[1] for found in _IMPORTED.finditer(text))
        for name, lazy, always in _COMPONENT.findall(text) if path.name == "main.mjs" else ():
            if always or name in wants.components:
                yield always or lazy
    for face in re.findall(r"@font-face\s*{[^}]*}", text):
        is_wanted = ("italic" not in face or wants.italic) and ("unicode-range" not in face or wants.welsh)
        yield from re.findall(r'url\("?([^")]+)', face) if is_wanted else ()


def measure(pages: int, folder: Path, zensical: str, edits: bool = False) -> dict[str, Taken]:
    """Build one size every way; prints a line each."""
    root, staged = Corpus(1, counts_for(pages)).write(folder / "ours"), folder / "staged"
    cache = folder / "cache"
    ours = [sys.executable, "-m", "playbook_kit.cli", "build", "--site", str(folder / "site"), "--today", DAY]
    said = {"PYTHONPATH": str(root / "hooks"), "PLAYBOOK_CACHE": str(cache)}
    found = {"ours, nothing kept": taken(ours, root, **said)}
    shutil.rmtree(cache / "pages", ignore_errors=True)
    found["ours, documents kept"] = taken(ours, root, **said)
    found["ours, all kept"] = taken(ours, root, **said)
    taken([sys.executable, "-m", "playbook_kit.cli", "stage", str(staged), "--today", DAY], root, **said)
    config = staged / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("\ntheme:\n", "\ntheme:\n  features: [navigation.prune]\n")
    config.write_text(text, encoding="utf-8")
    found["plain"] = taken([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder / "plain")], staged)
    if zensical:
        shutil.rmtree(staged / ".cache", ignore_errors=True)
        found["Zensical"] = taken([zensical, "build"], staged)
    plain = found["plain"]
    for name, one in found.items():
        print(
            f"{pages:5} {name:22} CPU {one.cpu:7.1f} s ({one.cpu / plain.cpu:.2f}), passed {one.seconds:7.1f} s "
            f"({one.seconds / plain.seconds:.2f}), {one.memory} MiB ({one.memory / plain.memory:.2f})", flush=True,
        )  # fmt: skip
    for name in ("site", "plain"):
        views = [first_view(folder / name, page) for page in sorted((folder / name).rglob("index.html"))]
        pages_only, whole, requests = (sorted(column) for column in zip(*views, strict=True))
        print(
            f"{pages:5} {name:22} page {statistics.median(pages_only) / 1000:.1f} KB, most {pages_only[-1] / 1000:.1f}; first view "
            f"{statistics.median(whole) / 1000:.1f} KB, most {whole[-1] / 1000:.1f}; requests before paint {requests[-1]}; "
            f"{sum(one > 10_000 for one in pages_only)} pages over 10 KB", flush=True,
        )  # fmt: skip
    if edits:
        print_edits(pages, measure_edits(root, staged, DAY, said))
    return found


def print_edits(pages: int, found: dict[str, dict[str, Edited]]) -> None:
    """A line for each kind of file and each server."""
    for name, kinds in found.items():
        for kind, one in kinds.items():
            plain = found["plain"][kind]
            print(
                f"{pages:5} {name:22} {kind} edited: served after {one.seconds:.1f} s ({one.seconds / plain.seconds:.2f}), "
                f"CPU {one.cpu:.1f} s ({one.cpu / plain.cpu:.2f})", flush=True,
            )  # fmt: skip


def main() -> None:
    """Measure each size, and the growth from one to the next."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--pages", type=int, nargs="+", default=[200, 1000, 4000])
    asked.add_argument("--zensical", default="")
    asked.add_argument("--edits", action="store_true")
    options = asked.parse_args()
    found = {}
    for pages in options.pages:
        with tempfile.TemporaryDirectory(prefix="playbook-bench-") as folder:
            found[pages] = measure(pages, Path(folder), options.zensical, options.edits)
    for small, large in zip(options.pages, options.pages[1:], strict=False):
        for name in found[small]:
            exponent = math.log(found[large][name].cpu / found[small][name].cpu) / math.log(large / small)
            print(f"{small} to {large} {name:22} grows with the power of {exponent:.2f}")


if __name__ == "__main__":
    main()
