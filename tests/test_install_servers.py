"""The web servers that the tests of publishing run: how they are found, installed and asked for."""

import subprocess

import install_servers
import pytest
from install_servers import ADVICE, find_server, installation, main


def on_path(*programs: str):
    """A `which` that knows these programs alone, and where servers stand."""

    def which(name: str, path: str = "/usr/sbin") -> str | None:
        assert "/usr/sbin" in path.split(":")
        return f"/usr/sbin/{name}" if name in programs else None

    return which


def test_apache_has_two_names() -> None:
    """Apache is found as Debian calls it and as everybody else does, also where only root looks for programs."""
    assert find_server("apache", on_path("apache2", "httpd")) == "/usr/sbin/apache2"
    assert find_server("apache", on_path("httpd")) == "/usr/sbin/httpd"
    assert find_server("nginx", on_path("httpd")) is None


@pytest.mark.parametrize(
    ("missing", "programs", "root", "packages"),
    [
        (["nginx", "apache"], ["apt-get"], True, ["nginx", "apache2-bin"]),
        (["apache"], ["apt-get", "sudo"], False, ["apache2-bin"]),
        (["nginx"], ["apt-get"], False, None),
        (["nginx"], ["brew"], True, None),
        ([], ["apt-get"], True, None),
    ],
)
def test_installs_what_is_missing(missing: list[str], programs: list[str], root: bool, packages: list[str] | None) -> None:
    """With apt-get and the right to use it, what is missing is installed and nothing else; otherwise nothing is tried."""
    commands = installation(missing, on_path(*programs), root)
    if packages is None:
        assert commands == []
    else:
        update, install = commands
        assert update[-1] == "update" and install[-len(packages) - 1 :] == ["--no-install-recommends", *packages]
        assert (install[0] == "sudo") is not root


def test_advice_and_no_end_of_the_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """If a server is missing in the end, the exact command is printed, and the other tests may still run."""
    ran: list[list[str]] = []
    monkeypatch.setattr(install_servers, "find_server", lambda name: None)
    monkeypatch.setattr(install_servers, "installation", lambda missing, which, root: [["try", *missing]])
    monkeypatch.setattr(subprocess, "run", ran.append)
    assert main() == 0
    assert ran == [["try", "nginx", "apache"]]
    assert capsys.readouterr().err.strip() == ADVICE and "apt-get install" in ADVICE
