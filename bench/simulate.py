"""What councils meet over years of upstream changes: `.venv/bin/python bench/simulate.py [--seeds 5] [--changes 60]`.

Copies what git tracks of this repository to a temporary folder and works on it with real git: each seed makes its changes
to an upstream, three made-up councils take each of them, and their own tree's check runs after every release. At the end
of a seed each council's site is built, its links are followed and its colours measured. The same councils, editing the
playbook's files in place, take the same changes: their conflicts are counted beside it. With --reduced the content is a
small playbook of some fifty items, on which the same few changes meet each other more often; the program is all there.
"""

import argparse
import subprocess
import sys
import tarfile
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MOST_SHOWN = 40
"""How many findings of a seed are printed; the figures count them all."""
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(ROOT / "tests" / "upgrade")]

from simulation import Figures, simulate  # noqa: E402 (their folder is added above)
from site_look import look  # noqa: E402
from upgrade_help import GROWN, whole_playbook  # noqa: E402


def main() -> int:
    """Run every seed, print the figures, and end with 1 if a promise is broken."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--seeds", type=int, default=5)
    asked.add_argument("--changes", type=int, default=60, help="upstream changes in each seed")
    asked.add_argument("--release", type=int, default=6, help="changes in each release")
    asked.add_argument("--at-once", type=int, default=1, help="seeds that run beside each other")
    asked.add_argument("--no-sites", action="store_true", help="do not build the sites at the end of each seed")
    asked.add_argument("--reduced", action="store_true", help="on a small playbook with the whole program: much quicker")
    options = asked.parse_args()
    start, whole = time.monotonic(), Figures()
    with tempfile.TemporaryDirectory(prefix="playbook-simulation-") as folder, ProcessPoolExecutor(options.at_once) as pool:
        base = Path(folder, "base")
        whole_playbook(base, GROWN * 3) if options.reduced else copy_repository(base)
        work = [
            pool.submit(one_seed, base, Path(folder, f"seed-{seed}"), seed, options.changes, options.release, not options.no_sites)
            for seed in range(1, options.seeds + 1)
        ]  # fmt: skip
        for seed, done in enumerate(work, start=1):
            figures = done.result()
            reported = figures.orphans_reported + figures.drifts_reported
            print(
                f"Seed {seed}: {sum(figures.changes.values())} changes, {figures.merges} merges, {figures.conflicts} conflicts, "
                f"{reported} of {figures.orphans + figures.drifts} reported, {time.monotonic() - start:.0f} s", flush=True,
            )  # fmt: skip
            for finding in [*figures.unexpected, *figures.site_faults][:MOST_SHOWN]:
                print(f"! {finding}", flush=True)
            whole.add(figures)
    print(said(whole))
    return 0 if is_kept(whole) else 1


def copy_repository(base: Path) -> None:
    """Write what is committed here to a new folder."""
    archive = subprocess.run(["git", "-C", ROOT, "archive", "HEAD"], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        files.extractall(base, filter="data")


def one_seed(base: Path, folder: Path, seed: int, changes: int, release: int, sites: bool) -> Figures:
    """One seed in a folder of its own."""
    folder.mkdir()
    return simulate(base, folder, seed, changes, release, look if sites else None)


def is_kept(figures: Figures) -> bool:
    """Whether every promise is kept."""
    return not (
        figures.conflicts or figures.local_differs or figures.unexpected or figures.site_faults
        or figures.orphans != figures.orphans_reported or figures.drifts != figures.drifts_reported
    )  # fmt: skip


def said(figures: Figures) -> str:
    """The figures in lines."""
    lines = ["", "Upstream changes by kind:"]
    lines += [f"  {name.replace('_', ' '):20}{count:>5}" for name, count in figures.changes.most_common()]
    lines += [
        "", "Councils with their own folder:",
        f"  {figures.merges} merges, {figures.conflicts} conflicts; local/ differs after {figures.local_differs}",
        f"  {figures.checks} checks over {figures.releases} releases; {len(figures.unexpected)} things found that nobody caused",
        f"  orphans reported: {figures.orphans_reported} of {figures.orphans}",
        f"  drifted changes reported: {figures.drifts_reported} of {figures.drifts}",
        f"  {figures.sites} sites built; {len(figures.site_faults)} faults of building, links or contrast",
        "", "The same councils, editing in place:",
    ]  # fmt: skip
    for name, merges in figures.in_place_merges.items():
        count = figures.in_place_conflicts[name]
        lines.append(f"  {name:12}{count:>4} conflicts in {merges} merges ({count / merges:.1%})")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
