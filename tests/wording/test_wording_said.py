"""What the tests of the wording say to a person: file, line, what is wrong and what to write, and nothing of the program."""

import os
import subprocess
import sys

import pytest
from site_help import ROOT
from wording_names import Found
from wording_said import copied, mend, names, spelling, unused
from wording_seeds import Collision
from wording_spelling import OWN_WORDS, Unknown

PATH = "playbook/policy.md"


def said(problems, monkeypatch, **settings: str) -> str:
    """What a failed test says."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(pytest.fail.Exception) as failed:
        mend(problems)
    assert failed.value.pytrace is False
    return str(failed.value).strip()


@pytest.mark.parametrize(
    ("problems", "first", "fix"),
    [
        (spelling([Unknown(PATH, 4, "peeple")]), "The dictionary does not know “peeple”. (spelling)", "“people”"),
        (spelling([Unknown(PATH, 4, "organize")]), "“organize” is an American spelling. (spelling)", "Write “organise”."),
        (names([Found(PATH, 4, "Jane Example")]), "“Jane Example” looks like a name", "tests/names.yml"),
        (copied([Collision(PATH, 4, "one two three four five six seven eight")]), "are another author's. (own-words)", "words of your own"),
    ],
    ids=["spelling", "American", "name", "copied"],
)  # fmt: skip
def test_says_what_to_do(problems, first, fix, monkeypatch):
    """Each says file and line, what is wrong, and what to write or where to add it, in the form of `playbook check`."""
    lines = said(problems, monkeypatch).splitlines()
    assert lines[0].startswith(f"{PATH}:4:1: ") and first in lines[0]
    assert lines[1].startswith("    ") and (fix in lines[1] or fix in lines[0]) and lines[2] == "1 error found."


def test_a_word_that_is_not_needed(monkeypatch):
    """A word that the list need not have any more is said with its own line there."""
    own = OWN_WORDS.read_text(encoding="utf-8").splitlines()
    assert said(unused([own[2]]), monkeypatch).startswith(f"tests/dictionary/words.txt:3:1: The content does not need “{own[2]}”")


def test_nothing_to_say():
    """Where all is well, nothing fails."""
    mend([])


def test_beside_the_lines_of_the_change(monkeypatch):
    """In a workflow of a forge the same stands beside the lines of the change; what a proposal says is no command there."""
    text = said(spelling([Unknown(PATH, 4, "peeple"), Unknown("docs/::error::x.md", 1, "qwxz")]), monkeypatch, GITHUB_ACTIONS="true")
    commands = [line for line in text.splitlines() if line.startswith("::")]
    assert len(commands) == 2 and f"::error file={PATH},line=4,col=1,title=spelling::The dictionary" in "\n".join(commands)
    assert not any("::error::x" in line for line in text.splitlines())


def test_no_trace_of_the_program(tmp_path):
    """Somebody who reads the log of the test sees the lines, and neither a trace nor a comparison of lists."""
    (tmp_path / "test_it.py").write_text(
        "from wording_said import mend, names\nfrom wording_names import Found\n\ndef test_it():\n"
        f"    mend(names([Found({PATH!r}, 4, 'Jane Example')]))\n", encoding="utf-8",
    )  # fmt: skip
    paths = os.pathsep.join(str(ROOT / part) for part in ("hooks", "tests", "tests/wording"))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", str(tmp_path)], cwd=tmp_path, capture_output=True,
        text=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": paths, "GITHUB_ACTIONS": "true"},
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert any(line.startswith(f"::error file={PATH},line=4") for line in lines), done.stdout + done.stderr
    assert any(line.startswith(f"{PATH}:4:1: “Jane Example”") for line in lines)
    assert not any(line.startswith(("E  ", ">  ")) or "Traceback" in line for line in lines)
