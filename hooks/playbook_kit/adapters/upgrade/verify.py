"""Check and build a tree with its own program, and have it write the report, without a trace in the tree."""

import dataclasses
import datetime
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from ...problem import Problem, errors

LOCK = "requirements/site.lock"


@dataclass
class Verdict:
    """What a tree's own check and build said; `builds` is None if it was not built."""

    problems: list[Problem] = field(default_factory=list)
    builds: bool | None = None
    message: str = ""

    @property
    def is_well(self) -> bool:
        """Whether the tree may be taken."""
        return not errors(self.problems) and self.builds is not False

    @property
    def only_ours(self) -> bool:
        """Whether everything that is wrong is in the council's own folder."""
        wrong = errors(self.problems)
        return bool(wrong) and all(problem.path.startswith("local/") for problem in wrong)


def verify(tree: Path, running: Path, today: datetime.date, build: bool = True) -> Verdict:
    """Check the tree, and build it to a folder that is thrown away. `running` is the tree whose program runs now."""
    checked = _playbook(tree, running, today, "check", "--json")
    found = _json(checked)
    if found is None:
        return Verdict(builds=False, message=f"The check of the new version could not be run. {_end(checked)}".strip())
    problems = [Problem(**item) for item in found["items"]]
    if errors(problems) or not build:
        return Verdict(problems)
    with tempfile.TemporaryDirectory(prefix="playbook-site-") as folder:
        built = _playbook(tree, running, today, "build", "--json", "--site", str(Path(folder, "site")))
    outcome = _json(built)
    return Verdict(problems, built.returncode == 0, "" if built.returncode == 0 else _why(outcome, built))


def write_report(
    old: Path, new: Path, ours: Path, running: Path, today: datetime.date, verdict: Verdict, folder: Path
) -> str:
    """Have the new program compare the two and write the report's forms to `folder`; gives its text.

    It runs in `ours`, where its packages were installed for the check, if they are others.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known = {
        "problems": [dataclasses.asdict(one) for one in verdict.problems], "builds": verdict.builds, "message": verdict.message,
    }  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="playbook-report-") as temporary:
        outcome = Path(temporary, "outcome.json")
        outcome.write_text(json.dumps(known), encoding="utf-8")
        done = _playbook(
            ours, running, today, "changes", "--old", str(old), "--new", str(new), "--ours", str(ours), "--outcome",
            str(outcome), "--to", str(folder),
        )  # fmt: skip
    if done.returncode == 0:
        return done.stdout
    said = "" if verdict.message.endswith(_end(done)) else _end(done)
    return "\n".join(line for line in (verdict.message, "The report could not be written.", said) if line) + "\n"


def _playbook(tree: Path, running: Path, today: datetime.date, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the tree's own program: with the Python that runs now, if the tree needs the very same packages."""
    same = _bytes(tree / LOCK) == _bytes(running / LOCK)
    program = ["-m", "playbook_kit.cli"] if same else [str(tree / "run.py")]
    settings = {"PYTHONPATH": str(tree / "hooks"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *program, *arguments, "--root", str(tree), "--today", today.isoformat()], cwd=tree,
        capture_output=True, encoding="utf-8", errors="replace", env={**os.environ, **settings},
    )  # fmt: skip


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def _json(done: subprocess.CompletedProcess[str]) -> dict | None:
    """What a command printed as JSON, after what the setting-up may have said before it."""
    start = done.stdout.find("{\n")
    try:
        return json.loads(done.stdout[start:]) if start >= 0 else None
    except ValueError:
        return None


def _end(done: subprocess.CompletedProcess[str]) -> str:
    """The last lines that a program said of why it could not go on."""
    return "\n".join(line for line in (done.stderr + done.stdout).strip().splitlines() if line.strip())[-1000:]


def _why(outcome: dict | None, built: subprocess.CompletedProcess[str]) -> str:
    said = str((outcome or {}).get("message") or built.stderr.strip())
    return said[-1000:]
