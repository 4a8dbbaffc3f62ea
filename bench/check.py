"""How long `playbook check` takes on the whole content, beside what merely parsing its files with PyYAML takes.

    .venv/bin/python bench/check.py

Prints the best and the median of several runs of the command itself: with nothing kept from an earlier run, after a
change to one file, and with no change. The ratios are against the baseline of the same run.
"""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "hooks"))

from playbook_kit.parse_cache import ParseCache, parse_cache  # noqa: E402

RUNS = 7
COMMAND = [sys.executable, "-m", "playbook_kit.cli", "check", "--root", str(ROOT)]
BASELINE = [
    sys.executable, "-c",
    "import pathlib, sys, yaml\n"
    "for folder in ('playbook', 'case_studies', 'docs'):\n"
    "    for path in pathlib.Path(sys.argv[1], folder).rglob('*.*'):\n"
    "        if path.suffix == '.yml': yaml.load(path.read_text(encoding='utf-8'), yaml.CSafeLoader)\n"
    "        elif path.suffix == '.md':\n"
    "            yaml.load(path.read_text(encoding='utf-8').split('---')[1], yaml.CSafeLoader)",
    str(ROOT),
]  # fmt: skip


def timed(command: list[str], before: Callable[[], None] = lambda: None) -> list[float]:
    """The seconds of each run of a command; `before` is called ahead of each and not counted."""
    taken = []
    for _ in range(RUNS):
        before()
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env={"PYTHONPATH": str(ROOT / "hooks")})
        taken.append(time.perf_counter() - start)
    return taken


def forget_all() -> None:
    """Leave nothing that was parsed earlier."""
    file = parse_cache(ROOT).file
    if file is None:
        sys.exit("Run this with the Python in .venv: only there is anything kept.")
    file.unlink(missing_ok=True)


def forget_one() -> None:
    """Leave all but one file, as after a change to it."""
    cache = ParseCache(parse_cache(ROOT).file)
    cache.kept = dict(list(cache.known.items())[1:])
    cache.save()


def main() -> None:
    """Print a line for each state."""
    baseline = timed(BASELINE)
    rows = {
        "PyYAML parses the same files": baseline,
        "check, nothing kept": timed(COMMAND, forget_all),
        "check, one file changed": timed(COMMAND, forget_one),
        "check, nothing changed": timed(COMMAND),
    }
    for name, taken in rows.items():
        best, median = min(taken), statistics.median(taken)
        print(f"{name:30} best {best:.2f} s, median {median:.2f} s, {median / statistics.median(baseline):.2f} × baseline")


if __name__ == "__main__":
    main()
