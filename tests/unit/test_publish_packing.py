"""ZIP files of the site and of the repository."""

import io
import subprocess
import zipfile
from pathlib import Path

from playbook_kit.adapters.packing import SITE_FOLDER, release_zip, repository_files, zip_of
from unit_help import write

FILES = {"run.py": b"print()\n", "playbook/a.md": b"A\n", "local/council.yml": b"name: Anytown\n", "local.example/x": b"x"}


def names(data: bytes) -> list[str]:
    """The names in a ZIP file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return archive.namelist()


def test_release_leaves_out_the_council_s_own_folder() -> None:
    """A release has every file but those of `local/`, in one folder; what only begins like it stays."""
    assert names(release_zip(FILES)) == [f"{SITE_FOLDER}/{path}" for path in ("local.example/x", "playbook/a.md", "run.py")]


def test_same_files_same_bytes() -> None:
    """The order in which files are found, and the time, change nothing; a changed file does."""
    assert zip_of(FILES, "a") == zip_of(dict(reversed(FILES.items())), "a")
    assert zip_of(FILES, "a") != zip_of({**FILES, "run.py": b""}, "a")
    with zipfile.ZipFile(io.BytesIO(zip_of(FILES, "a"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_git_says_what_belongs_to_the_repository(tmp_path: Path) -> None:
    """In a repository the files that git tracks are taken, and nothing else; elsewhere all that is not made."""
    for path in ("run.py", "playbook/a.md", "site/index.html", ".venv/x", "notes.txt"):
        write(tmp_path, path, "x")
    assert list(repository_files(tmp_path)) == ["notes.txt", "playbook/a.md", "run.py"]
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    subprocess.run(["git", "-C", tmp_path, "add", "run.py", "playbook"], check=True)
    (tmp_path / "playbook/a.md").write_text("changed")
    assert repository_files(tmp_path) == {"playbook/a.md": b"changed", "run.py": b"x"}
