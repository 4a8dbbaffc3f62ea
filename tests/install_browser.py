"""Make sure that there is a browser for the tests to drive. Run by `python3 run.py test`, before pytest.

The standard library alone. Nothing is downloaded beside the operating system's own package.
"""

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import PureWindowsPath

SYSTEM = platform.system()
VARIABLE = "PLAYBOOK_CHROMIUM"
# The shell is Chromium's own engine without its windows: the same pages, and more than twice as quick to open one.
NAMES = (
    "chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge",
)  # fmt: skip
MAC_APPLICATIONS = ("Chromium", "Google Chrome", "Microsoft Edge")
WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
WINDOWS_PROGRAMS = (
    r"Chromium\Application\chrome.exe", r"Google\Chrome\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)  # fmt: skip
ADVICE = {
    "Linux": (
        "The tests need Chromium, Chrome or Edge, and there is none: on Debian run `sudo apt install chromium`, on "
        "Fedora `sudo dnf install chromium`, elsewhere install Chrome from https://www.google.com/chrome/, or set "
        f"{VARIABLE} to the browser's program."
    ),
    "Darwin": (
        "The tests need Chromium, Chrome or Edge, and there is none: run `brew install --cask google-chrome`, or "
        f"install Chrome from https://www.google.com/chrome/, or set {VARIABLE} to the browser's program."
    ),
    "Windows": (
        "The tests need Chromium, Chrome or Edge, and there is none: run `winget install Google.Chrome`, or install "
        f"Chrome from https://www.google.com/chrome/, or set {VARIABLE} to the browser's program."
    ),
}


def find_browser(
    environment: Mapping[str, str] = os.environ,
    system: str = SYSTEM,
    which: Callable[[str], str | None] = shutil.which,
    exists: Callable[[str], bool] = os.path.isfile,
) -> str | None:
    """The program of the browser that the tests drive, or None if there is none.

    What PLAYBOOK_CHROMIUM names is taken alone: if it does not exist, no other browser stands in for it.
    """
    if environment.get(VARIABLE):
        return which(environment[VARIABLE])
    on_path = filter(None, map(which, NAMES))
    return next(on_path, None) or next(filter(exists, usual_places(system, environment)), None)


def usual_places(system: str, environment: Mapping[str, str]) -> Iterator[str]:
    """Where a browser is installed without being on PATH."""
    if system == "Darwin":
        for folder in ("/Applications", f"{environment.get('HOME', '')}/Applications"):
            yield from (f"{folder}/{name}.app/Contents/MacOS/{name}" for name in MAC_APPLICATIONS)
    if system == "Windows":
        for folder in filter(None, map(environment.get, WINDOWS_FOLDERS)):
            yield from (str(PureWindowsPath(folder, program)) for program in WINDOWS_PROGRAMS)


def installation(which: Callable[[str], str | None], is_root: bool) -> list[list[str]]:
    """The commands to try in turn: Debian's shell of Chromium, else Chromium itself; none without apt-get or the right
    to use it.
    """
    if not which("apt-get") or not (is_root or which("sudo")):
        return []
    # `sudo` keeps no variables: `env` sets it on the far side.
    apt_get = [*([] if is_root else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*apt_get, "install", "--yes", "--no-install-recommends"]
    return [[*apt_get, "update"], [*install, "chromium-headless-shell"], [*install, "chromium"]]


def advice(system: str, environment: Mapping[str, str]) -> str:
    """One sentence that says how to get a browser on this system."""
    if environment.get(VARIABLE):
        return f"{VARIABLE} names {environment[VARIABLE]}, which is no program here: correct it, or unset it."
    return ADVICE.get(system, ADVICE["Linux"])


def is_root() -> bool:
    """Whether this process may do everything."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def main() -> int:
    """Install a browser if there is none; 1 if there is none in the end."""
    if find_browser():
        return 0
    if not os.environ.get(VARIABLE):
        for command in installation(shutil.which, is_root()):
            print("Installing a browser for the tests:", *command, flush=True)
            # A mirror that does not answer stops neither the next command nor the advice below.
            subprocess.run(command)
            if find_browser():
                return 0
    print(advice(SYSTEM, os.environ), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
