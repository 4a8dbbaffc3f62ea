"""Make sure that there are web servers for the tests to serve the site with. Run by `python3 run.py test`, before pytest.

The standard library alone. Without them the tests of publishing fail, and say what to install; all others run.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable

from install_browser import is_root

PROGRAMS = {"nginx": ("nginx",), "apache": ("apache2", "httpd")}
PACKAGES = {"nginx": "nginx", "apache": "apache2-bin"}
# Debian keeps servers where only root looks for programs.
PLACES = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
ADVICE = (
    "The tests of publishing need nginx and Apache. On Debian run `sudo apt-get install --no-install-recommends nginx "
    "apache2-bin`, on Fedora `sudo dnf install nginx httpd`, on macOS `brew install nginx httpd`."
)


def find_server(name: str, which: Callable[..., str | None] = shutil.which) -> str | None:
    """The program of a server, or None if it is not installed."""
    return next(filter(None, (which(program, path=PLACES) for program in PROGRAMS[name])), None)


def installation(missing: list[str], which: Callable[..., str | None], root: bool) -> list[list[str]]:
    """The commands that install what is missing; none without apt-get or the right to use it."""
    if not missing or not which("apt-get") or not (root or which("sudo")):
        return []
    apt_get = [*([] if root else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    packages = [PACKAGES[name] for name in missing]
    return [[*apt_get, "update"], [*apt_get, "install", "--yes", "--no-install-recommends", *packages]]


def main() -> int:
    """Install what is missing, and say so if something is missing in the end."""
    missing = [name for name in PROGRAMS if not find_server(name)]
    for command in installation(missing, shutil.which, is_root()):
        print("Installing web servers for the tests:", *command, flush=True)
        # A mirror that does not answer stops neither the next command nor the advice below.
        subprocess.run(command)
    if not all(map(find_server, PROGRAMS)):
        print(ADVICE, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
