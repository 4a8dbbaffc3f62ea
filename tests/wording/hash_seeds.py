"""Hash the seeds anew: `python tests/wording/hash_seeds.py FOLDER`, where FOLDER holds the seeds as text files.

The seeds belong to their authors and stay out of the repository. What is written to tests/seed_runs.txt shows only
whether eight words in a row are theirs. The salt that is there is kept, so that the same seeds give the same file.
"""

import secrets
import sys
from pathlib import Path

from wording_runs import hashed, read_runs, write_runs

RUNS = Path(__file__).resolve().parents[1] / "seed_runs.txt"


def main(arguments: list[str]) -> str | None:
    """Write the file, or give back what is wrong with the arguments."""
    files = sorted(path for path in Path(arguments[0]).iterdir() if path.is_file()) if len(arguments) == 1 else []
    if not files:
        return "Name one folder that holds the seeds as text files."
    salt = read_runs(RUNS).salt if RUNS.is_file() else secrets.token_bytes(16)
    found = hashed((path.read_text(encoding="utf-8", errors="replace") for path in files), salt)
    write_runs(RUNS, found)
    print(f"{len(found.hashes):,} runs of {len(files)} files are in {RUNS.name}.")
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
