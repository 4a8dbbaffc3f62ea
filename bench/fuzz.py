"""Throws strange files at reading, checking, Markdown, pictures and the council's folder: `python3 run.py fuzz --minutes 30`.

atheris leads it to what it has not reached yet. Each target of tests/fuzz_targets.py runs in a process of its own for its
share of the time; at the first fault of one the file is kept, its path is printed, and the exit code is 1. A file that
takes longer than SECONDS, or more memory than MEMORY, is a fault too. atheris is made for Linux and macOS.

    --minutes 30          in all
    --targets content     only these
    --again FILE          throw one file that was kept once more
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests")]
SECONDS = 20
MEMORY = 1_500
"""In MiB, the instrumented programs and atheris itself included."""
LARGEST_FILE = 60_000


def main() -> int:
    """Fuzz each target for its share of the time."""
    asked = argparse.ArgumentParser(prog="fuzz", description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("--minutes", type=float, default=30)
    asked.add_argument("--targets", default="content,markdown,picture")
    asked.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir(), "playbook-fuzz-found"), help="where faults are kept")
    asked.add_argument("--again", type=Path)
    options = asked.parse_args()
    targets = options.targets.split(",")
    options.keep.mkdir(exist_ok=True)
    if options.again:
        from fuzz_targets import TARGETS

        TARGETS[targets[0]](options.again.read_bytes())
        print("It holds.")
        return 0
    failed = [target for target in targets if _one(target, options.minutes * 60 / len(targets), options.keep)]
    print(f"Faults in: {', '.join(failed)}. The files are in {options.keep}." if failed else "No fault was found.")
    return 1 if failed else 0


def _one(target: str, seconds: float, keep: Path) -> int:
    """Fuzz one target in a process of its own; its exit code."""
    with tempfile.TemporaryDirectory(prefix="playbook-fuzz-corpus-") as corpus:
        limits = [f"-max_total_time={seconds:.0f}", f"-timeout={SECONDS}", f"-rss_limit_mb={MEMORY}", f"-max_len={LARGEST_FILE}"]
        places = [f"-artifact_prefix={keep}/{target}-", "-print_final_stats=1", "-verbosity=1"]
        return subprocess.run([sys.executable, __file__, "one", target, corpus, *limits, *places]).returncode


def _fuzz(target: str, corpus: Path, flags: list[str]) -> None:
    """Run atheris in this process, which it ends."""
    try:
        import atheris
    except ImportError:
        sys.exit("atheris is not here. It comes with: python3 run.py fuzz   (on Linux or macOS)")
    with atheris.instrument_imports(include=["playbook_kit", "markdown", "yaml"]):
        # These are imported only when they are needed, which is too late to be watched.
        import playbook_kit.logo.raster
        import playbook_kit.logo.svg
        from fuzz_targets import TARGETS, seeds
    from odd_pieces import ODD

    for number, data in enumerate(seeds(target)):
        (corpus / f"seed-{number}").write_bytes(data)
    words = corpus.parent / f"{corpus.name}.dict"
    coded = ("".join(rf"\x{byte:02x}" for byte in piece.encode()[:60]) for piece in ODD)
    words.write_text("".join(f'"{piece}"\n' for piece in coded), encoding="utf-8")
    atheris.Setup([sys.argv[0], str(corpus), f"-dict={words}", *flags], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    if sys.argv[1:2] == ["one"]:
        _fuzz(sys.argv[2], Path(sys.argv[3]), sys.argv[4:])
    sys.exit(main())
