"""`python3 run.py test-all`: all that has to hold before a release, one after the other, with a line for each at the end.

It takes an hour and a half on two cores. A part that fails does not keep the others from running.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARTS = {
    "every test, the long ones too": ("test", "-m", "long or not long", "--record"),
    "Lighthouse": ("lighthouse",),
    "strange files for half an hour": ("fuzz",),
    "known faults of packages": ("audit",),
}
"""The command of run.py for each part."""
UNANSWERED = {"known faults of packages": 2}
"""The exit code by which a part says that it could not judge."""


def main() -> int:
    """Run each part and say how it ended; 1 if one failed, 2 if none failed and one could not judge."""
    outcomes = {}
    for name, command in PARTS.items():
        print(f"\n== {name}", flush=True)
        code = subprocess.run([sys.executable, "run.py", *command], cwd=ROOT).returncode
        outcomes[name] = "holds" if code == 0 else "could not be judged" if code == UNANSWERED.get(name) else "fails"
    print("", *(f"{name}: {outcome}" for name, outcome in outcomes.items()), sep="\n")
    return 1 if "fails" in outcomes.values() else 2 if "could not be judged" in outcomes.values() else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("\nStopped. The parts that had not ended are not known.")
