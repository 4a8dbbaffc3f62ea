"""Builds that may not write where they have to: the last good site stays whole, and the next build succeeds."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from settings.settings_help import small
from site_help import changed, command, nothing, playbook, tree

DAY = ("--today", "2026-11-21")
# Takes from this process what lets root write where the permissions forbid it, so that the tests are true of root too:
# CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH and CAP_FOWNER of linux/capability.h, from its own three sets, and from those
# that a program it starts could get.
AS_ANYBODY = """\
import ctypes, os, sys
if sys.platform == "linux" and os.geteuid() == 0:
    libc = ctypes.CDLL(None, use_errno=True)
    for capability in (1, 2, 3):
        libc.prctl(24, capability, 0, 0, 0)
    header, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, sets) == 0, ctypes.get_errno()
    for number in range(3):
        sets[number] &= ~0b1110
    assert libc.capset(header, sets) == 0, ctypes.get_errno()
from playbook_kit.cli import main
sys.argv = ["playbook", *sys.argv[1:]]
main()
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in lists that chmod does not change")


@pytest.fixture
def root(tmp_path: Path, shared: Path) -> Path:
    """A small playbook with the real package and theme, and its site, built once."""
    folder = small(tmp_path / "root", None)
    (folder / "hooks").symlink_to(Path(__file__).resolve().parents[2] / "hooks")
    built = playbook(folder, "build", "--root", ".", *DAY)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


def build(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Build as somebody whom permissions stop."""
    asked = command(root, "-c", AS_ANYBODY, "build", "--root", ".", *DAY, **environment)
    return subprocess.run(**asked, capture_output=True)


@pytest.fixture
def forbid() -> Callable:
    """Takes rights away from a file or folder; they are given back when the test ends."""
    was = []

    def take(path: Path, mode: int) -> Callable[[], None]:
        before = path.stat().st_mode
        was.append((path, before))
        path.chmod(mode)
        return lambda: path.chmod(before)

    yield take
    for path, mode in was:
        if path.exists():
            path.chmod(mode)


def refused(done: subprocess.CompletedProcess[str], *says: str) -> None:
    """The build ended with 1 and a sentence that names what is wrong, and no traceback."""
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    for text in says:
        assert text in done.stdout + done.stderr


def test_what_may_not_be_written_or_read(root: Path, forbid: Callable, tmp_path: Path) -> None:
    """Where the folder of the site may not be written, or a file of the content may not be read, the build says so by
    name and the site is as it was. With that put right the next build succeeds, even where nothing may be kept for the
    one after it, and even if the folders of the last site itself may not be written: none of them is left over.
    """
    good = tree(root / "site")
    give_back = forbid(root, 0o555)
    refused(build(root), "Permission denied", "site is as it was.")
    nothing(changed(good, root / "site"))
    give_back()

    give_back = forbid(root / "docs/index.md", 0o000)
    refused(build(root), "docs/index.md", "site is as it was.")
    nothing(changed(good, root / "site"))
    give_back()

    footer, cache = root / "theme/partials/footer.html", tmp_path / "kept"
    footer.write_text(footer.read_text(encoding="utf-8") + "<!-- new -->", encoding="utf-8")
    cache.mkdir()
    for folder in [cache, root / "site", *(path for path in (root / "site").rglob("*") if path.is_dir())]:
        forbid(folder, 0o555)
    done = build(root, PLAYBOOK_CACHE=str(cache))
    assert done.returncode == 0, done.stderr
    assert not any(cache.iterdir())
    assert "index.html" in changed(good, root / "site")
    assert {path.name for path in root.glob("site*")} == {"site"}
