"""The HTML checker that the tests run: what is missing, how it is installed, and that it is the one we looked at."""

import hashlib
import io
import tarfile
from pathlib import Path

import install_checker
import pytest
from install_checker import ADVICE, INSIDE, installation, is_ours, main, missing_programs, take_jar


def on_path(*programs: str):
    """A `which` that knows these programs alone."""
    return lambda name: f"/usr/bin/{name}" if name in programs else None


def package(path: Path, inside: str = INSIDE) -> str:
    """Write a package with one file in it; gives its hash."""
    with tarfile.open(path, "w:gz") as opened:
        entry = tarfile.TarInfo(inside)
        entry.size = 4
        opened.addfile(entry, io.BytesIO(b"jar!"))
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("has_jar", "programs", "missing"),
    [
        (False, [], ["java", "npm"]),
        (True, [], ["java"]),
        (True, ["java"], []),
        (False, ["java"], ["npm"]),
    ],
)
def test_what_is_missing(has_jar: bool, programs: list[str], missing: list[str]) -> None:
    """Java is always needed, npm only as long as the checker is not there."""
    assert missing_programs(has_jar, on_path(*programs)) == missing


def test_installs_what_is_missing() -> None:
    """With apt-get and the right to use it, what is missing is installed and nothing else; otherwise nothing is tried."""
    commands = installation(["java"], on_path("apt-get", "sudo"), False)
    assert commands[0][:2] == ["sudo", "-n"] and commands[-1][-1] == "default-jre-headless" and "npm" not in commands[-1]
    assert installation(["java"], on_path("apt-get"), False) == []
    assert installation(["java"], on_path("brew"), True) == []
    assert installation([], on_path("apt-get"), True) == []


def test_takes_the_package_that_was_looked_at(tmp_path: Path) -> None:
    """The checker is taken out of a package with the right hash, and out of no other."""
    right = package(tmp_path / "right.tgz")
    package(tmp_path / "wrong.tgz", "package/other")
    jar = tmp_path / "tools" / "vnu.jar"
    assert not take_jar(tmp_path / "wrong.tgz", jar, right) and not jar.exists()
    assert take_jar(tmp_path / "right.tgz", jar, right)
    assert jar.read_bytes() == b"jar!" and [path.name for path in jar.parent.iterdir()] == ["vnu.jar"]


def test_another_checker_is_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A file of the checker's name that is not the one we looked at is removed before anything runs it."""
    jar = tmp_path / "vnu.jar"
    jar.write_bytes(b"jar!")
    assert is_ours(jar, hashlib.sha256(b"jar!").hexdigest()) and not is_ours(jar) and not is_ours(tmp_path / "none.jar")
    monkeypatch.setattr(install_checker, "JAR", jar)
    monkeypatch.setattr(install_checker, "installation", lambda missing, which, root: [])
    monkeypatch.setattr(install_checker.shutil, "which", lambda name: None)
    assert main() == 0 and not jar.exists()


def test_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """Where nothing can be fetched, the advice is printed and the other tests go on."""
    monkeypatch.setattr(install_checker, "JAR", tmp_path / "none.jar")
    monkeypatch.setattr(install_checker, "installation", lambda missing, which, root: [])
    monkeypatch.setattr(install_checker.shutil, "which", lambda name: None)
    assert main() == 0
    assert ADVICE in capsys.readouterr().err
