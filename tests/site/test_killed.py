"""Builds that are cut off, or that have no room: the last good site stays whole, and the next build succeeds."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from settings.settings_help import small
from site_help import changed, command, nothing, playbook, tree

BUILD = ("-m", "playbook_kit.cli", "build", "--root", ".", "--today", "2026-11-21")
# Writes no file larger than so many bytes: what a full disk or a quota does to a write, without one.
FULL_DISK = """\
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from playbook_kit.cli import main
sys.argv = ["playbook", *sys.argv[2:]]
main()
"""


@pytest.fixture
def root(tmp_path: Path, shared: Path) -> Path:
    """A small playbook with the real package and theme, and its site, built once."""
    folder = small(tmp_path / "root", None)
    (folder / "hooks").symlink_to(Path(__file__).resolve().parents[2] / "hooks")
    built = playbook(folder, "build", "--root", ".", "--today", "2026-11-21")
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


def beside(site: Path) -> set[str]:
    """What stands beside the site that a build may have left."""
    return {path.name for path in site.parent.iterdir() if path.name.startswith("site")}


@pytest.mark.parametrize("times", [4, pytest.param(50, marks=pytest.mark.long)])
def test_killed_at_random_moments(root: Path, times: int) -> None:
    """A build that is killed leaves the last good site whole, whenever that is; the next one succeeds and leaves nothing
    of the killed ones behind.
    """
    site, chance = root / "site", random.Random(times)
    good = tree(site)
    started = time.monotonic()
    assert subprocess.run(**command(root, *BUILD), capture_output=True).returncode == 0
    whole = time.monotonic() - started
    killed = 0
    for _ in range(times):
        process = subprocess.Popen(**command(root, *BUILD), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=chance.uniform(0, whole))
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
        process.wait()
        nothing(changed(good, site))
    assert killed, "no build was killed: all of them ended before"
    (site / "extra.html").touch()
    assert subprocess.run(**command(root, *BUILD), capture_output=True).returncode == 0
    nothing(changed(good, site))
    assert beside(site) == {"site"}


def test_killed_while_the_site_is_put_in_place(root: Path) -> None:
    """Killed in the middle of the exchange, where no system call does it at once, the site stands aside whole, and the
    next build begins by taking it back.
    """
    site = root / "site"
    good = tree(site)
    script = (
        "import os, signal\nfrom pathlib import Path\nfrom playbook_kit.adapters import swap\n"
        "swap.exchange = lambda one, other: False\nrename = Path.rename\n"
        "def stop(path, target):\n"
        "    os.kill(os.getpid(), signal.SIGKILL) if '.new-' in path.name else rename(path, target)\n"
        "Path.rename = stop\nfrom playbook_kit.cli import main\nimport sys\n"
        "sys.argv = ['playbook', 'build', '--root', '.', '--today', '2026-11-21']\nmain()\n"
    )
    assert subprocess.run(**command(root, "-c", script), capture_output=True).returncode < 0
    assert not site.exists()
    footer = root / "theme/partials/footer.html"
    text = footer.read_text(encoding="utf-8")
    footer.write_text(text + "{{ no_such_value }}", encoding="utf-8")
    assert playbook(root, "build", "--root", ".", "--today", "2026-11-21").returncode == 1
    nothing(changed(good, site))
    footer.write_text(text, encoding="utf-8")
    assert playbook(root, "build", "--root", ".", "--today", "2026-11-21").returncode == 0
    nothing(changed(good, site))
    assert beside(site) == {"site"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on what a process writes")
@pytest.mark.parametrize("most", [0, 2_000, 20_000])
def test_no_room(root: Path, most: int) -> None:
    """A build that cannot write all of its files ends with exit code 1 and a sentence, and the last site is whole."""
    site = root / "site"
    good = tree(site)
    done = subprocess.run(**command(root, "-c", FULL_DISK, most, "build", "--root", ".", "--today", "2026-11-22"), capture_output=True)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr and "site is as it was." in done.stderr
    nothing(changed(good, site))
    assert beside(site) == {"site"}
    assert playbook(root, "build", "--root", ".", "--today", "2026-11-21").returncode == 0


def test_two_builds_at_once(root: Path) -> None:
    """Two builds of the same folder at once both succeed, and the site is whole."""
    good = tree(root / "site")
    both = [subprocess.Popen(**command(root, *BUILD), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    nothing(changed(good, root / "site"))
    assert beside(root / "site") == {"site"}
