"""Every bad input is refused, in words that say where it is, what is wrong and what to write.

Each file in `bad_input/` is one case: `why` says which fact it pins, `files` is what is written over the small
playbook, and `expect` is exactly what `playbook check` prints. A file is given as

- text, or a list of text, `{repeat: …, times: …}` and `{indent: …, times: …}` (one level deeper each time);
- `change`: texts of the small playbook's file, each of which stands there once, and what stands there instead;
- `copy`: another file of the small playbook, perhaps with a `change`;
- `hex` or `base64`: its bytes; `link`: a symbolic link to that; nothing: no such file.
"""

import base64
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from playbook_kit.report import as_text
from small_playbook import FILES, problems_of, write, write_small_playbook

CASES = sorted(Path(__file__).with_name("bad_input").glob("*.yml"))


def put(root: Path, path: str, given: Any) -> None:
    """Write one file of a case below `root`."""
    file = root / path
    if given is None:
        file.unlink()
    elif isinstance(given, dict) and "link" in given:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        file.symlink_to(given["link"])
    else:
        write(root, path, bytes_of(path, given))


def bytes_of(path: str, given: Any) -> bytes:
    """The bytes that a case gives for a file."""
    if isinstance(given, str):
        return given.encode()
    if isinstance(given, list):
        return "".join(part if isinstance(part, str) else repeated(**part) for part in given).encode()
    if "hex" in given:
        return bytes.fromhex(given["hex"])
    if "base64" in given:
        return base64.b64decode(given["base64"])
    text = FILES[given.get("copy", path)]
    for old, new in given.get("change", {}).items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        text = text.replace(old, new)
    return text.encode()


def repeated(times: int, repeat: str = "", indent: str = "") -> str:
    """A text many times over, side by side or on lines that are indented more and more."""
    return repeat * times + "".join(f"{' ' * level}{indent}\n" for level in range(times) if indent)


def test_small_playbook_is_right(tmp_path):
    """The playbook that the faults are put into has none of its own: no error and no warning."""
    assert as_text(problems_of(write_small_playbook(tmp_path))) == "Nothing to mend."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_bad_input(case, tmp_path):
    """The fault is reported exactly as the case says: place, words and fix, and nothing besides."""
    golden = yaml.safe_load(case.read_text(encoding="utf-8"))
    assert set(golden) == {"why", "files", "expect"} and golden["why"].endswith(".")
    root = write_small_playbook(tmp_path / "playbook")
    for path, given in golden["files"].items():
        put(root, path, given)
    assert as_text(problems_of(root)) == golden["expect"].rstrip("\n")


def test_named_pipe(tmp_path):
    """A named pipe among the files is refused, and nobody waits for what it might hold."""
    root = write_small_playbook(tmp_path)
    os.mkfifo(root / "playbook/sources/pipe.yml")
    assert as_text(problems_of(root)) == (
        "playbook/sources/pipe.yml:1:1: This is not a plain file. (unreadable)\n"
        "    Put a text file in its place.\n1 error found."
    )
