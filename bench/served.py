"""How long it takes from saving a file until its page is served with the change: `playbook serve` beside `mkdocs serve`.

`bench/build.py --edits` calls this for each size. A chapter and an argument are changed in turn, each `TIMES` times.
"""

import os
import random
import re
import socket
import statistics
import subprocess
import sys
import time
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TIMES = 3
PATIENCE = 600
_OF_PLAIN_PROSE = re.compile(r"(?m)^(?:short: )?(?:[A-Z][a-z]+|  \w+)(?: [a-z’',]+)*? (?P<word>[a-z]{4,})(?= [a-z])")
_READER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Edited:
    """What one edit took: seconds until it was served, and CPU seconds of the server."""

    seconds: float
    cpu: float


def measure_edits(root: Path, staged: Path, today: str, environment: dict[str, str]) -> dict[str, dict[str, Edited]]:
    """For “ours” and “plain” what an edit of a chapter and of an argument takes, as the median of several."""
    python, port = _own_python(root), _free_port()
    ours = [python, "-m", "playbook_kit.cli", "serve", "--root", str(root), "--port", str(port), "--today", today]
    name = {kind: _last(root / folder) for kind, folder in (("chapter", "playbook"), ("argument", "playbook/arguments"))}
    address = {"chapter": f"playbook/{name['chapter'].stem}/", "argument": f"arguments/{name['argument'].stem}/"}
    found = {}
    with _server(ours, root, f"http://127.0.0.1:{port}/", environment) as server:
        found["ours"] = {kind: server.edited(path, address[kind]) for kind, path in name.items()}
    port = _free_port()
    plain = [sys.executable, "-m", "mkdocs", "serve", "-q", "-a", f"127.0.0.1:{port}"]
    with _server(plain, staged, f"http://127.0.0.1:{port}/", {}) as server:
        found["plain"] = {
            kind: server.edited(staged / "docs" / f"{place.rstrip('/')}.md", place) for kind, place in address.items()
        }  # fmt: skip
    return found


@dataclass
class _Server:
    process: "subprocess.Popen[bytes]"
    address: str

    def edited(self, path: Path, page: str) -> Edited:
        """The median of several edits of one file, the first of which is not counted."""
        taken = [self._edit(path, page) for _ in range(TIMES + 1)][1:]
        return Edited(*(statistics.median(column) for column in zip(*taken, strict=True)))

    def _edit(self, path: Path, page: str) -> tuple[float, float]:
        """Put a new word into a file, and wait until the page has it."""
        word = "zq" + "".join(random.choice("bdfglmnprst") for _ in range(10))
        text = path.read_text(encoding="utf-8")
        place = _OF_PLAIN_PROSE.search(text, max(text.find("\nshort:"), text.find("\n---\n", 4), 0))
        if place is None:
            sys.exit(f"{path} has no sentence to edit")
        cpu, start = self._cpu(), time.perf_counter()
        path.write_text(text[: place.start("word")] + word + text[place.end("word") :], encoding="utf-8")
        self.wait_for(page, word)
        seconds = time.perf_counter() - start
        time.sleep(5)  # what is done once the page is served, such as freeing memory, is counted
        return seconds, self._cpu() - cpu

    def wait_for(self, page: str, word: str) -> None:
        """Return once a page has a word."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with _READER.open(self.address + page, timeout=PATIENCE) as answer:
                    if word in answer.read().decode():
                        return
            except OSError:
                pass
            time.sleep(0.05)
        sys.exit(f"{self.address}{page} never had {word}")

    def _cpu(self) -> float:
        """CPU seconds of the server and of what it has waited for."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _server(command: list[str], folder: Path, address: str, environment: dict[str, str]) -> Iterator[_Server]:
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
    ) as process:  # fmt: skip
        try:
            server = _Server(process, address)
            server.wait_for("", "<html")
            yield server
        finally:
            process.terminate()


def _own_python(root: Path) -> str:
    """The Python of an environment in the playbook's own folder, as `run.py` makes one: what was read is kept there."""
    venv.create(root / ".venv", symlinks=True)
    packages = next((root / ".venv").glob("lib/*/site-packages"), root / ".venv/Lib/site-packages")
    ours = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "measured.pth").write_text("\n".join(ours), encoding="utf-8")
    return str(root / ".venv/bin/python")


def _last(folder: Path) -> Path:
    """A file of the middle of a folder that has a sentence to edit."""
    files = sorted(path for path in folder.glob("*.*") if path.suffix in (".md", ".yml") and path.stem.endswith("ham"))
    return files[len(files) // 2]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
