"""`playbook record-tests`: the record that the accessibility statement shows, from what a whole run of the tests kept."""

import argparse
import json
import sys

from ..models.kinds import TESTED_PATH
from ..tested import NotWhole, record_of, record_text

USUAL = ".cache/tested"
"""Where `python3 run.py test -m long --record` keeps its results, from the repository on."""


def record_tests(options: argparse.Namespace) -> int:
    """Write the record from the results in a folder; 1 if they are not those of one whole run."""
    folder = options.results or options.root / USUAL
    try:
        parts = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
        record = record_of(parts)
    except NotWhole as failed:
        print(failed, file=sys.stderr)
        return 1
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        print(f"What lies in {folder} are not results of the tests. Name another folder.", file=sys.stderr)
        return 1
    (options.root / TESTED_PATH).write_text(record_text(record), encoding="utf-8", newline="\n")
    print(f"Written: {TESTED_PATH}. Read it, and commit it with the release.")
    return 0
