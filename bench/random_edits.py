"""Edits at random, each followed by a build with what was kept and a clean one: `.venv/bin/python bench/random_edits.py --times 200`.

With `--one-process` all builds but the clean ones are made by one process, which remembers the last one, as `serve` does. Ends with 1 if one file of the two differs in one byte. `tests/site/test_rendering.py` does a few of them.
"""

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]

from edits import EDITS, edit  # noqa: E402 (their folder is added above)
from many_arguments import write_many  # noqa: E402
from one_process import build_again  # noqa: E402
from site_help import changed, playbook, tree  # noqa: E402


def main() -> int:
    """Edit, build twice, compare; again and again."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--times", type=int, default=200)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--one-process", action="store_true")
    options = asked.parse_args()
    chance, wrong = random.Random(options.seed), 0
    with tempfile.TemporaryDirectory(prefix="playbook-edits-") as folder:
        os.environ["PLAYBOOK_CACHE"] = str(Path(folder, "cache-kept"))
        root = write_many(Path(folder, "playbook"), 20)
        for number in range(options.times):
            kind = chance.choice(sorted(EDITS))
            edit(root, kind, f"{options.seed} {number}")
            sites = []
            for name in ("kept", f"clean-{number}"):
                site = Path(folder, name.partition("-")[0])
                sites.append(site)
                if options.one_process and name == "kept":
                    build_again(root, site)
                    continue
                done = playbook(root, "build", "--site", site, "--today", "2026-11-21", PLAYBOOK_CACHE=str(Path(folder, f"cache-{name}")))
                if done.returncode:
                    sys.exit(f"edit {number}, {kind}: {done.stdout}{done.stderr}")
            different = changed(tree(sites[1]), sites[0])
            wrong += bool(different)
            print(f"{number + 1}: {kind}: {f'different: {different[:5]}' if different else 'the same'}", flush=True)
    print(f"{options.times} edits, {wrong} of them with a difference")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
