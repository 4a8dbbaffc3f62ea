"""`playbook serve`, while a contributor breaks and mends files."""

import re
import socket
import subprocess
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from site_help import DEADLINE, command, wait_for

LAST_GOOD = "This is the last good version."
PAGE = "about/"


class Served:
    """A running `playbook serve`: its address, all that it printed, its pages."""

    def __init__(self, process: subprocess.Popen[str]):
        self.process, self.lines = process, []
        self.reader = threading.Thread(target=lambda: self.lines.extend(iter(process.stdout.readline, "")))
        self.reader.start()

    @property
    def printed(self) -> str:
        """All that it printed until now."""
        return "".join(self.lines)

    def address(self) -> str:
        """The address that it shows, once it does."""

        def shown() -> re.Match[str] | None:
            assert self.process.poll() is None, f"it ended:\n{self.printed}"
            return re.search(r"http://127\.0\.0\.1:\d+/", self.printed)

        return wait_for(shown, "the address")[0]

    def page(self) -> str:
        """The page as it is shown at this moment, or nothing if there is no answer yet."""
        assert self.process.poll() is None, f"it ended:\n{self.printed}"
        # No proxy stands between a test and its own machine.
        reader = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with reader.open(self.address() + PAGE, timeout=DEADLINE / 4) as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.read().decode()
        except (urllib.error.URLError, TimeoutError):
            return ""


@contextmanager
def serve(root: Path, temporary: Path, port: int) -> Iterator[Served]:
    """Run `playbook serve` on a copy; what it writes goes to `temporary`."""
    temporary.mkdir(exist_ok=True)
    given = command(root, "-m", "playbook_kit.cli", "serve", "--port", port, TMPDIR=str(temporary), TEMP=str(temporary))
    process = subprocess.Popen(**given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    served = Served(process)
    try:
        yield served
    finally:
        process.kill()
        process.wait()
        served.reader.join()
        process.stdout.close()


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def break_content(copy: Path) -> tuple[Path, str, str]:
    """Give a page a field that there is not; gives the file, its right text and what the problem names."""
    file = copy / "docs/about.md"
    whole = file.read_text(encoding="utf-8")
    write(file, whole.replace("---\n", "---\nno_such_field: 1\n", 1))
    return file, whole, "docs/about.md:2:"


def break_template(copy: Path) -> tuple[Path, str, str]:
    """Make a template use a value that there is not; gives the file, its right text and what the problem names."""
    file = copy / "theme/partials/footer.html"
    whole = file.read_text(encoding="utf-8")
    write(file, f"{whole}{{{{ no_such_value }}}}\n")
    return file, whole, "no_such_value"


def write(file: Path, text: str) -> None:
    """Write a file as an editor does that puts the new file in the place of the old."""
    new = file.with_name(f"{file.name}.new")
    new.write_text(text, encoding="utf-8")
    new.replace(file)


@pytest.mark.parametrize("break_it", [break_content, break_template])
def test_broken_and_mended(small_copy: Path, tmp_path: Path, break_it: Callable[[Path], tuple[Path, str, str]]) -> None:
    """A file that breaks leaves the last good page, with the problem on it and printed; mended, the page comes back,
    and later changes are shown too, all without a restart.
    """
    with serve(small_copy, tmp_path / "temporary", free_port()) as served:
        wait_for(lambda: "<h1" in served.page(), "the first page")
        good = served.page()
        assert LAST_GOOD not in good

        file, whole, named = break_it(small_copy)
        broken = wait_for(lambda: (page := served.page()) and LAST_GOOD in page and page, "the problem on the page")
        assert named in broken
        assert main_of(broken) == main_of(good)
        assert named in wait_for(lambda: named in served.printed and served.printed, "the problem in the terminal")

        write(file, whole)
        wait_for(lambda: (page := served.page()) and LAST_GOOD not in page, "the page to come back")
        assert main_of(served.page()) == main_of(good)

        about = small_copy / "docs/about.md"
        write(about, about.read_text(encoding="utf-8") + "\nA sentence that was not there before.\n")
        wait_for(lambda: "A sentence that was not there before." in served.page(), "the new sentence")


def main_of(html: str) -> str:
    """The main part of a page."""
    return html[html.index("<main") : html.index("</main>")]


def test_starts_on_broken_content(small_copy: Path, tmp_path: Path) -> None:
    """Started on a broken file it shows the problem instead of a page, and the page once the file is mended."""
    file, whole, named = break_content(small_copy)
    with serve(small_copy, tmp_path / "temporary", free_port()) as served:
        assert named in wait_for(served.page, "an answer")
        write(file, whole)
        wait_for(lambda: "<h1" in served.page() and LAST_GOOD not in served.page(), "the page")


def test_port_in_use(small_copy: Path, tmp_path: Path) -> None:
    """A port that is in use ends it with exit code 1 and a sentence, without an address that does not work."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        with serve(small_copy, tmp_path / "temporary", port) as served:
            assert served.process.wait(timeout=DEADLINE) == 1
            served.reader.join()
            assert f"Port {port} cannot be used" in served.printed
            assert "Traceback" not in served.printed
            assert "The playbook is at" not in served.printed
