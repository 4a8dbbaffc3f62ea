"""A newer version that needs other packages: they are installed for its check, with their hashes, and never into ours.

Nothing is fetched: pip takes the one package of the new lock file from a folder. That package leads to the packages that
the tests run with, so that the new version finds what it needs.
"""

import base64
import hashlib
import sysconfig
import zipfile

import pytest
from playbook_kit.adapters.upgrade.releasing import write_release
from playbook_kit.release.manifest import sha256
from site_help import changed, tree
from test_upgrade_zip import write_bytes
from upgrade_help import fork as fork_of
from upgrade_help import release, repository, run, whole_playbook
from upstream_text import read, set_field, write

ARGUMENT = "playbook/arguments/same-as-the-phone.yml"
LOCK = "requirements/site.lock"
OURS = {"local/chapters/policy.after.md": "We do it our own way.\n"}


def wheel(folder):
    """Write a package whose one file leads to the packages of this Python; gives its SHA-256."""
    info = "needed-2.0.0.dist-info"
    files = {
        "needed.pth": sysconfig.get_path("purelib") + "\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: needed\nVersion: 2.0.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = [
        f"{path},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b'=').decode()},{len(text)}"
        for path, text in files.items()
    ]
    files[f"{info}/RECORD"] = "\n".join([*record, f"{info}/RECORD,,"]) + "\n"
    folder.mkdir()
    with zipfile.ZipFile(folder / "needed-2.0.0-py3-none-any.whl", "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return sha256((folder / "needed-2.0.0-py3-none-any.whl").read_bytes())


@pytest.fixture
def packages(tmp_path):
    """The folder that pip is told to take packages from, and to ask nobody else; and the one package's SHA-256."""
    value = wheel(tmp_path / "packages")
    return {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path / "packages"), "PIP_CONFIG_FILE": "/dev/null"}, value


def newer(root, value):
    """Change the playbook: other words, and a lock file that names the package with this SHA-256."""
    set_field(root, ARGUMENT, "one_liner", "This is the same trust.")
    write(root, LOCK, f"needed==2.0.0 \\\n    --hash=sha256:{value}\n")


@pytest.fixture
def council(tmp_path):
    """A council's folder that was unpacked from the first release, and the tree to make the second from."""
    upstream = whole_playbook(tmp_path / "tree")
    write(upstream, "VERSION", "0.1.0\n")
    write_release(upstream, tmp_path / "one.zip")
    root = tmp_path / "council"
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        for entry in archive.infolist():
            write_bytes(root / entry.filename.partition("/")[2], archive.read(entry))
    write(root, "local/council.yml", "name: Anytown Council\n")
    for path, text in OURS.items():
        write(root, path, text)
    return upstream, root


def take(council, tmp_path, packages, value):
    """Take the second release, whose lock file has this SHA-256."""
    upstream, root = council
    newer(upstream, value)
    write(upstream, "VERSION", "0.2.0\n")
    write_release(upstream, tmp_path / "two.zip")
    return run(root, "upgrade", "--from", tmp_path / "two.zip", "--no-build", **packages[0])


def test_other_packages(council, tmp_path, packages):
    """The new packages are installed beside, the check and the report run with them, and the new lock file is in place."""
    done = take(council, tmp_path, packages, packages[1])
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Before: We trust people with a telephone." in done.stdout
    root = council[1]
    assert read(root, LOCK).startswith("needed==2.0.0") and read(root, "VERSION") == "0.2.0\n"
    assert not (root / ".venv").exists() and [path.name for path in (root / ".cache").iterdir()] == ["upgrade-report"]


def test_package_is_not_the_one_that_was_named(council, tmp_path, packages):
    """A package whose SHA-256 is not that in the lock file is not installed: everything is as it was, and pip's reason is said."""
    before = tree(council[1])
    done = take(council, tmp_path, packages, "0" * 64)
    assert done.returncode == 1 and "DO NOT MATCH THE HASHES" in done.stdout, done.stdout + done.stderr
    assert "The check of the new version could not be run." in done.stdout and "Nothing was changed." in done.stdout
    assert [path for path in changed(before, council[1]) if not path.startswith(".cache")] == []


def test_fork_with_other_packages(tmp_path, packages):
    """A fork that takes such a version checks it in the same way, and merges the new lock file."""
    upstream = repository(whole_playbook(tmp_path / "upstream"))
    root = fork_of(upstream, tmp_path / "council", OURS)
    newer(upstream, packages[1])
    release(upstream, "0.2.0")
    done = run(root, "upgrade", "--from", upstream, "--no-build", **packages[0])
    assert done.returncode == 0, done.stdout + done.stderr
    assert read(root, LOCK).startswith("needed==2.0.0") and read(root, "local/chapters/policy.after.md") == OURS["local/chapters/policy.after.md"]
    assert "Before: We trust people with a telephone." in done.stdout and not (root / ".venv").exists()
