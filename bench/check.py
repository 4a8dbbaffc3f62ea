"""How long `playbook check` takes, and how much memory, beside what merely parsing the same files with PyYAML takes.

    .venv/bin/python bench/check.py [--arguments 1000 5000] [--runs 3]

Checks the real content, and playbooks grown from it to so many arguments (`bench/corpus.py`): with nothing kept from an
earlier run, after a change to one file, and with no change. Of several runs it prints the best: the CPU seconds of all
processes, the seconds that passed, and the most memory of one process. The ratios are against the baseline of the same
run, and the growth is the exponent between the sizes.
"""

import argparse
import math
import os
import site
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "bench")]

from build import DAY, Taken, taken  # noqa: E402 (its folder is added above)
from corpus import Corpus, counts_for  # noqa: E402
from playbook_kit.parse_cache import NAME  # noqa: E402

BASELINE = (
    "import pathlib, sys, yaml\n"
    "for folder in ('playbook', 'case_studies', 'docs'):\n"
    "    for path in pathlib.Path(sys.argv[1], folder).rglob('*.*'):\n"
    "        if path.suffix == '.yml': yaml.load(path.read_text(encoding='utf-8'), yaml.CSafeLoader)\n"
    "        elif path.suffix == '.md':\n"
    "            yaml.load(path.read_text(encoding='utf-8').split('---')[1], yaml.CSafeLoader)"
)


def python_in(root: Path) -> str:
    """A Python in an environment of the playbook's own, with the packages of this one: only there is anything kept."""
    environment = root / ".venv"
    venv.create(environment, symlinks=True)
    packages = next(environment.rglob("site-packages"))
    (packages / "bench.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return str(environment / ("Scripts" if os.name == "nt" else "bin") / "python")


def best(command: list[str], root: Path, runs: int, before: Callable[[], None] = lambda: None) -> Taken:
    """The least of each figure in several runs of a command; `before` is called ahead of each and not counted."""
    found = []
    for _ in range(runs):
        before()
        found.append(taken(command, root, PYTHONPATH=str(ROOT / "hooks")))
    return Taken(min(one.cpu for one in found), min(one.seconds for one in found), min(one.memory for one in found))


def measure(root: Path, runs: int) -> dict[str, Taken]:
    """Check one playbook in every state; prints a line each."""
    python = python_in(root)
    kept = root / ".venv" / NAME
    command = [python, "-m", "playbook_kit.cli", "check", "--root", str(root), "--today", DAY]
    changed = min((root / "playbook" / "arguments").glob("*.yml"))

    def change() -> None:
        changed.write_text(changed.read_text(encoding="utf-8") + "\n", encoding="utf-8")

    found = {
        "PyYAML parses the same files": best([python, "-c", BASELINE, str(root)], root, runs),
        "check, nothing kept": best(command, root, runs, lambda: kept.unlink(missing_ok=True)),
        "check, one file changed": best(command, root, runs, change),
        "check, nothing changed": best(command, root, runs),
    }
    number = len([*(root / "playbook" / "arguments").glob("*.yml")])
    baseline = found["PyYAML parses the same files"]
    for name, one in found.items():
        print(
            f"{number:5} arguments, {name:30} CPU {one.cpu:6.2f} s ({one.cpu / baseline.cpu:5.2f}), passed {one.seconds:6.2f} s "
            f"({one.seconds / baseline.seconds:5.2f}), {one.memory} MiB", flush=True,
        )  # fmt: skip
    return found


def main() -> None:
    """Measure the real content and each size, and the growth from one size to the next."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--arguments", type=int, nargs="*", default=[1000, 5000])
    asked.add_argument("--runs", type=int, default=3)
    options = asked.parse_args()
    found = {}
    with tempfile.TemporaryDirectory(prefix="playbook-bench-") as folder:
        real = Path(folder) / "real"
        Corpus(1, counts_for(arguments=1)).write(real)
        measure(real, options.runs)
        for number in options.arguments:
            root = Corpus(1, counts_for(arguments=number)).write(Path(folder) / str(number))
            found[number] = measure(root, options.runs)
    for small, large in zip(options.arguments, options.arguments[1:], strict=False):
        for name in found[small]:
            one, other = found[small][name], found[large][name]
            cpu, memory = (
                math.log(after / before) / math.log(large / small)
                for before, after in ((one.cpu, other.cpu), (one.memory, other.memory))
            )
            print(f"{small} to {large} arguments, {name:30} CPU grows with the power of {cpu:.2f}, memory of {memory:.2f}")


if __name__ == "__main__":
    main()
