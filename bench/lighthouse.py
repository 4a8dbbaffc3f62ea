"""What Lighthouse says of one page of each main kind, as on a phone: `python3 run.py lighthouse`.

Ends with 1 if a category has less than 100, or anything moves while a page loads. Needs Node.js, npm and the Chromium of
the tests; Lighthouse itself is what bench/lighthouse/package-lock.json pins by hash, and goes to .cache/tools. Performance
is simulated from a trace, and a machine that does other things at the same time only makes it less: so a page has three
tries, of which the best counts, and this is no test.

    --site FOLDER     a site that has been built, instead of building one
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / one) for one in ("hooks", "tests", "tests/search", "bench")]

from install_browser import find_browser, is_root  # noqa: E402 (their folders are added above)
from search_engines.serve import serving_packed  # noqa: E402
from site_help import playbook  # noqa: E402

PAGES = {
    "home": "/", "objection": "/objections/security-it/", "argument list": "/arguments/", "chapter": "/playbook/policy/",
    "case study": "/case-studies/monmouthshire/",
}  # fmt: skip
PINNED = ROOT / "bench" / "lighthouse"
INSTALLED = ROOT / ".cache" / "tools" / "lighthouse"
TRIES = 3
CHROMIUM = "--headless=new --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run"


def main() -> int:
    """Judge each page, print what was found, and say whether all of it is as good as it can be."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--site", type=Path)
    options = asked.parse_args()
    program = install()
    worst = 100.0
    with tempfile.TemporaryDirectory(prefix="playbook-lighthouse-") as folder:
        site = options.site or Path(folder, "site")
        if not options.site:
            built = playbook(ROOT, "build", "--site", site)
            if built.returncode:
                sys.exit(built.stdout + built.stderr)
        with serving_packed(site) as address:
            for name, place in PAGES.items():
                for _ in range(TRIES):
                    report = judge(program, address + place, Path(folder, "report.json"))
                    scores = {one["title"]: round(one["score"] * 100) for one in report["categories"].values()}
                    shift = report["audits"]["cumulative-layout-shift"]["numericValue"]
                    if min(scores.values()) == 100 and not shift:
                        break
                print(f"{name}: {', '.join(f'{title} {score}' for title, score in scores.items())}; layout shift {shift:g}", flush=True)
                worst = min(worst, *scores.values(), 100 - shift)
    return 0 if worst == 100 else 1


def install() -> list[str]:
    """The command of Lighthouse, fetched once. Ends with a sentence where that cannot be done."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node or not find_browser():
        sys.exit("This needs Node.js with npm, and Chromium. On Debian: sudo apt-get install --no-install-recommends nodejs npm chromium")
    lock = (PINNED / "package-lock.json").read_bytes()
    if not (INSTALLED / "node_modules").is_dir() or (INSTALLED / "package-lock.json").read_bytes() != lock:
        shutil.rmtree(INSTALLED, ignore_errors=True)
        shutil.copytree(PINNED, INSTALLED)
        if subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=INSTALLED).returncode:
            shutil.rmtree(INSTALLED, ignore_errors=True)
            sys.exit("npm could not fetch Lighthouse. The lines above say why.")
    return [node, str(INSTALLED / "node_modules/lighthouse/cli/index.js")]


def judge(program: list[str], address: str, report: Path) -> dict:
    """Lighthouse's report on one page, with its own settings for a phone."""
    flags = f"--chrome-flags={CHROMIUM}{' --no-sandbox' if is_root() else ''}"
    done = subprocess.run(
        [*program, address, "--quiet", "--output=json", f"--output-path={report}", flags],
        env={**os.environ, "CHROME_PATH": str(find_browser())}, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"Lighthouse could not judge {address}:\n{done.stderr[-2000:]}")
    return json.loads(report.read_text(encoding="utf-8"))


if __name__ == "__main__":
    sys.exit(main())
