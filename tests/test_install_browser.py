"""The browser that the tests drive: how it is found, installed and asked for."""

import subprocess
from pathlib import Path

import install_browser
import pytest
from install_browser import ADVICE, advice, find_browser, installation, main, usual_places


def on_path(*programs: str):
    """A `which` that knows these programs alone."""
    return lambda name: f"/usr/bin/{name}" if name in programs else None


def nothing(_name: str) -> None:
    """A `which` on a machine with nothing."""
    return None


def test_variable_comes_first(tmp_path: Path) -> None:
    """PLAYBOOK_CHROMIUM wins over every browser on PATH."""
    program = tmp_path / "my-browser"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert find_browser({"PLAYBOOK_CHROMIUM": str(program)}, "Linux") == str(program)


def test_wrong_variable_is_not_passed_over() -> None:
    """A PLAYBOOK_CHROMIUM that names no program finds no browser, even where another is on PATH."""
    assert find_browser({"PLAYBOOK_CHROMIUM": "/no/such/browser"}, "Linux", on_path("chromium")) is None


def test_path_is_searched_in_order() -> None:
    """Of the browsers on PATH Chromium's shell is taken before Chromium, that before Chrome, and Chrome before Edge."""
    assert find_browser({}, "Linux", on_path("chromium", "chromium-headless-shell")) == "/usr/bin/chromium-headless-shell"
    assert find_browser({}, "Linux", on_path("microsoft-edge", "google-chrome", "chromium")) == "/usr/bin/chromium"
    assert find_browser({}, "Linux", on_path("microsoft-edge", "google-chrome")) == "/usr/bin/google-chrome"
    assert find_browser({}, "Linux", on_path("microsoft-edge")) == "/usr/bin/microsoft-edge"


def test_ubuntus_placeholder_comes_after_chrome() -> None:
    """Ubuntu's `chromium-browser`, which may only say that it needs snap, is not taken before Chrome."""
    assert find_browser({}, "Linux", on_path("chromium-browser", "google-chrome")) == "/usr/bin/google-chrome"


@pytest.mark.parametrize(
    ("system", "environment", "place"),
    [
        ("Darwin", {"HOME": "/Users/a"}, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        ("Darwin", {"HOME": "/Users/a"}, "/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium"),
        ("Windows", {"PROGRAMFILES": r"C:\Program Files"}, r"C:\Program Files\Google\Chrome\Application\chrome.exe"),
        ("Windows", {"PROGRAMFILES(X86)": r"C:\x86"}, r"C:\x86\Microsoft\Edge\Application\msedge.exe"),
        ("Windows", {"LOCALAPPDATA": r"C:\Local"}, r"C:\Local\Chromium\Application\chrome.exe"),
    ],
)
def test_usual_places(system: str, environment: dict[str, str], place: str) -> None:
    """Without one on PATH, a browser is found where macOS and Windows install it."""
    assert find_browser(environment, system, nothing, lambda path: path == place) == place


def test_linux_has_path_alone() -> None:
    """On Linux no folder beside PATH is searched."""
    assert list(usual_places("Linux", {"HOME": "/home/a"})) == []


def test_no_browser_is_none() -> None:
    """On a machine without a browser none is found."""
    assert find_browser({}, "Windows", nothing, lambda path: False) is None


def test_root_installs_with_apt_get() -> None:
    """Root updates the lists, then installs Debian's shell of Chromium or else Chromium, all without questions."""
    apt_get = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*apt_get, "install", "--yes", "--no-install-recommends"]
    assert installation(on_path("apt-get"), is_root=True) == [
        [*apt_get, "update"], [*install, "chromium-headless-shell"], [*install, "chromium"],
    ]  # fmt: skip


def test_others_install_through_sudo() -> None:
    """Anybody else does so through sudo, which must not ask for a password."""
    commands = installation(on_path("apt-get", "sudo"), is_root=False)
    assert [command[:3] for command in commands] == [["sudo", "-n", "env"]] * 3


@pytest.mark.parametrize(("programs", "root"), [(("sudo",), False), ((), True), (("apt-get",), False)])
def test_nothing_is_installed_without_means(programs: tuple[str, ...], root: bool) -> None:
    """Without apt-get, or without the right to use it, no command is run."""
    assert installation(on_path(*programs), root) == []


@pytest.mark.parametrize("system", sorted(ADVICE))
def test_advice_is_one_sentence_with_a_way_out(system: str) -> None:
    """Each system's advice is one sentence that names a command or an address, and the variable."""
    text = advice(system, {})
    assert text.count("\n") == 0 and text.endswith(".") and ". " not in text
    assert "`" in text and "https://" in text and "PLAYBOOK_CHROMIUM" in text


def test_unknown_systems_get_the_advice_for_linux() -> None:
    """A system that we do not know is told what Linux is told."""
    assert advice("FreeBSD", {}) == ADVICE["Linux"]


def test_advice_on_a_wrong_variable() -> None:
    """A wrong PLAYBOOK_CHROMIUM is named, since installing another browser would not help."""
    assert advice("Linux", {"PLAYBOOK_CHROMIUM": "/x"}) == (
        "PLAYBOOK_CHROMIUM names /x, which is no program here: correct it, or unset it."
    )


def test_main_installs_nothing_where_there_is_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a browser there is nothing to do."""
    monkeypatch.setattr(install_browser, "find_browser", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(subprocess, "run", lambda command: pytest.fail(f"ran {command}"))
    assert main() == 0


def test_main_installs_and_looks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a browser one command is run after another, even after one that failed, until there is a browser."""
    ran: list[list[str]] = []
    monkeypatch.delenv("PLAYBOOK_CHROMIUM", raising=False)
    monkeypatch.setattr(install_browser, "find_browser", lambda: "/usr/bin/chromium" if len(ran) == 2 else None)
    monkeypatch.setattr(install_browser, "installation", lambda which, root: [["one"], ["two"], ["three"]])
    monkeypatch.setattr(subprocess, "run", ran.append)
    assert main() == 0
    assert ran == [["one"], ["two"]]


def test_main_says_what_to_do(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """If there is no browser in the end, the exit code is 1 and the advice is printed."""
    monkeypatch.delenv("PLAYBOOK_CHROMIUM", raising=False)
    monkeypatch.setattr(install_browser, "find_browser", lambda: None)
    monkeypatch.setattr(install_browser, "installation", lambda which, root: [])
    monkeypatch.setattr(install_browser, "SYSTEM", "Windows")
    assert main() == 1
    assert capsys.readouterr().err == f"{ADVICE['Windows']}\n"


def test_main_does_not_install_around_a_wrong_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a wrong PLAYBOOK_CHROMIUM nothing is installed."""
    monkeypatch.setenv("PLAYBOOK_CHROMIUM", "/no/such/browser")
    monkeypatch.setattr(subprocess, "run", lambda command: pytest.fail(f"ran {command}"))
    assert main() == 1
