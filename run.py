#!/usr/bin/env python3
"""Set the playbook up, then run it: `python3 run.py serve`, `build`, `test`, `bench` or any `playbook` command.

The standard library alone, so that it runs on a machine with nothing but Python 3.11 and git. It makes
`.venv` from the lock files once, and again only when a lock file or Python itself has changed.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
# What an upgrade that was cut off left behind, with the program that takes it back.
UNDO = ROOT / ".cache" / "unfinished-upgrade" / "undo.py"
WINDOWS = os.name == "nt"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
OLDEST_PYTHON = (3, 11)
# The lock files that each lock file holds in full, itself among them.
INCLUDES = {"site": ["site"], "links": ["site", "links"], "update": ["site", "update"], "fuzz": ["site", "fuzz"],
            "test": ["site", "test"]}  # fmt: skip
# The lock file of each command that needs more than what builds the site.
NEEDS = {"links": "links", "fuzz": "fuzz", "lighthouse": "test", "audit": "update", "renew": "update"}
# The programs that measure instead of making anything.
MEASURES = {"bench": "build", "fuzz": "fuzz", "lighthouse": "lighthouse"}
# What is only ever made here. Somebody else's could stand in for what we install, run and keep.
OURS_ALONE = (".venv", ".cache")


def stop(message: str) -> None:
    """End with `message` and exit code 1, without a traceback."""
    sys.exit(f"\n{message}\n")


def fingerprint(lock: Path) -> str:
    """What must be unchanged for an environment to be used again: the lock file and the Python."""
    return hashlib.sha256(lock.read_bytes() + sys.version.encode() + str(ROOT).encode()).hexdigest()


def create_environment() -> None:
    """Make an empty `.venv`, or say what to install where this Python cannot."""
    try:
        import ensurepip
        import venv
    except ImportError:
        version = "%d.%d" % sys.version_info[:2]
        stop(
            "This Python cannot make a virtual environment: its venv part is missing.\n"
            f"On Debian or Ubuntu:  sudo apt install python3-venv   (or python{version}-venv)\n"
            "On Windows or macOS:  install Python from python.org, which includes it.\n"
            "Then run the same command again."
        )
    print("Setting up .venv (once)", flush=True)
    venv.create(VENV, clear=True, with_pip=True)


def write_launchers() -> None:
    """Give the environment its `playbook` command without packaging or installing the project."""
    library = subprocess.check_output(
        [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    ).strip()
    Path(library, "playbook_kit.pth").write_text(f"{ROOT / 'hooks'}\n", encoding="utf-8")
    script = SCRIPTS / "playbook"
    script.write_text(f"#!{PYTHON}\nfrom playbook_kit.cli import main\nmain()\n", encoding="utf-8")
    script.chmod(0o755)
    if WINDOWS:
        (SCRIPTS / "playbook.cmd").write_text(
            f'@"{PYTHON}" -m playbook_kit.cli %*\n', encoding="utf-8"
        )


def install(lock_name: str) -> None:
    """Install a lock file, with every hash checked, unless that very file is installed already."""
    lock = ROOT / "requirements" / f"{lock_name}.lock"
    stamp = VENV / f"installed-{lock_name}"
    if stamp.is_file() and stamp.read_text() == fingerprint(lock):
        return
    if not (VENV / "made-for").is_file() or (VENV / "made-for").read_text() != made_for():
        create_environment()
        (VENV / "made-for").write_text(made_for())
    print(f"Installing what requirements/{lock.name} lists", flush=True)
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", lock])
    if done.returncode:
        stop(
            "The installation did not finish. The lines above say why.\n"
            "Without a network, or behind a proxy, pip needs its usual settings (pip config, "
            "HTTPS_PROXY).\nThen run the same command again: it goes on where it stopped."
        )
    write_launchers()
    for name in INCLUDES[lock_name]:
        included = ROOT / "requirements" / f"{name}.lock"
        (VENV / f"installed-{name}").write_text(fingerprint(included))


def made_for() -> str:
    """The Python and the folder that an environment belongs to; a moved folder needs a new one."""
    return f"{sys.version}\n{ROOT}\n"


def committed() -> str:
    """The first file in Git where there should be none; nothing where this is no repository or there is no Git."""
    if not (ROOT / ".git").exists():
        return ""
    try:
        listed = subprocess.run(["git", "ls-files", "--", *OURS_ALONE], cwd=ROOT, capture_output=True, text=True)
    except OSError:
        return ""
    return listed.stdout.partition("\n")[0]


def run(*command: object) -> int:
    """Run a command in the repository's folder and give its exit code; Ctrl+C is no error."""
    try:
        return subprocess.run([str(part) for part in command], cwd=ROOT).returncode
    except KeyboardInterrupt:
        return 0


def main(arguments: list) -> int:
    """Set up what the command needs and pass it on; the exit code is the command's own."""
    if sys.version_info < OLDEST_PYTHON:
        stop("This needs Python 3.11 or newer; this one is %d.%d." % sys.version_info[:2])
    if committed():
        stop(
            f"Git keeps {committed()}. Files there are only ever made on the computer that uses them; one that came "
            "with a change may pass itself off for ours.\nNothing was run. Ask who put it there, and take it out: "
            "git rm -r --cached " + " ".join(OURS_ALONE)
        )
    if UNDO.is_file() and run(sys.executable, UNDO):
        stop("An upgrade was cut off, and could not be taken back. The lines above say why.")
    command, *rest = arguments or ["--help"]
    if command == "test":
        install("test")
        prepared = [run(PYTHON, f"tests/install_{what}.py") for what in ("browser", "servers", "checker")]
        return max(prepared) or run(PYTHON, "-m", "pytest", *rest)
    if command == "test-all":
        return run(sys.executable, "tests/everything.py")
    install(NEEDS.get(command, "site"))
    if command in MEASURES:
        return run(PYTHON, f"bench/{MEASURES[command]}.py", *rest)
    return run(PYTHON, "-m", "playbook_kit.cli", command, *rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
