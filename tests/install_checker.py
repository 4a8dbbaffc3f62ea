"""Make sure that there is the Nu HTML checker, and Java to run it. Run by `python3 run.py test`, before pytest.

The standard library alone. The checker comes from the npm registry that npm is set to, and counts only if its hash is
the one that we looked at. Without it the tests of the HTML fail, and say what to install; all others run.
"""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

from install_browser import is_root

VERSION = "26.9.27"
SHA256 = "5970d3ffca91a627cf0965e5d91bb2e4242307c29292998de0b419d6a901b2b7"
"""Of the package as the registry gives it."""
SHA256_OF_JAR = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
"""Of the checker in it: what lies in the folder already may have come with a change of somebody else's."""
INSIDE = "package/build/dist/vnu.jar"
JAR = Path(__file__).resolve().parents[1] / ".cache" / "tools" / f"vnu-{VERSION}.jar"
PACKAGES = {"java": "default-jre-headless", "npm": "npm"}
ADVICE = (
    "The tests of the HTML need Java and, once, npm to fetch the Nu HTML checker. On Debian run `sudo apt-get install "
    "--no-install-recommends default-jre-headless npm`, on Fedora `sudo dnf install java-latest-openjdk-headless npm`, "
    f"on macOS `brew install openjdk node`. Then run the tests again. By hand: `npm pack vnu-jar@{VERSION}`, and put "
    f"{INSIDE} out of it at .cache/tools/{JAR.name}."
)


def missing_programs(has_jar: bool, which: Callable[[str], str | None] = shutil.which) -> list[str]:
    """The programs that are needed and not installed: npm only to fetch the checker."""
    return [name for name in ("java", "npm") if not which(name) and not (name == "npm" and has_jar)]


def installation(missing: list[str], which: Callable[[str], str | None], root: bool) -> list[list[str]]:
    """The commands that install what is missing; none without apt-get or the right to use it."""
    if not missing or not which("apt-get") or not (root or which("sudo")):
        return []
    apt_get = [*([] if root else ["sudo", "-n"]), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    packages = [PACKAGES[name] for name in missing]
    return [[*apt_get, "update"], [*apt_get, "install", "--yes", "--no-install-recommends", *packages]]


def is_ours(jar: Path, sha256: str = SHA256_OF_JAR) -> bool:
    """Whether a file is there and is the checker that we looked at."""
    return jar.is_file() and hashlib.sha256(jar.read_bytes()).hexdigest() == sha256


def take_jar(package: Path, jar: Path, sha256: str = SHA256) -> bool:
    """Take the checker out of its package, if that is the package we looked at; gives whether it is there now."""
    if hashlib.sha256(package.read_bytes()).hexdigest() != sha256:
        return False
    with tarfile.open(package) as opened:
        content = opened.extractfile(INSIDE)
        if content is None:
            return False
        jar.parent.mkdir(parents=True, exist_ok=True)
        part = jar.with_suffix(".part")
        part.write_bytes(content.read())
        part.replace(jar)
    return True


def fetch(npm: str) -> bool:
    """Fetch the checker; gives whether it is there now."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([npm, "pack", "--silent", f"vnu-jar@{VERSION}"], cwd=folder, stdout=subprocess.DEVNULL)
        return any(take_jar(package, JAR) for package in Path(folder).glob("*.tgz"))


def main() -> int:
    """Install and fetch what is missing, and say so if something is missing in the end."""
    if JAR.exists() and not is_ours(JAR):
        print(f"{JAR} is not the checker that we looked at, so it is fetched anew.", flush=True)
        JAR.unlink()
    missing = missing_programs(JAR.is_file())
    for command in installation(missing, shutil.which, is_root()):
        print("Installing what checks the HTML for the tests:", *command, flush=True)
        # A mirror that does not answer stops neither the next command nor the advice below.
        subprocess.run(command)
    npm = shutil.which("npm")
    if not JAR.is_file() and npm:
        print(f"Fetching the Nu HTML checker {VERSION} (once)", flush=True)
        fetch(npm)
    if not JAR.is_file() or not shutil.which("java"):
        print(ADVICE, file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
