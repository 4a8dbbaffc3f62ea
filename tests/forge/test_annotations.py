"""Problems as GitHub's workflow commands and as GitLab's Code Quality report."""

import json
import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from playbook_kit.forge.annotations import as_github, as_gitlab, as_log
from playbook_kit.problem import Problem

PLAIN = Problem("playbook/a.yml", 3, 11, "answers", "There is no objection “a”.", "Did you mean “b”?", "error", "unknown-id")
COMMAND = re.compile(r"::(error|warning) file=([^,:]*),line=(\d+),col=(\d+),title=([^,:]*)::(.*)")


def unescaped(text: str) -> str:
    """A value as GitHub's runner reads it."""
    return text.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def test_a_command():
    """A problem is one command with its place, and its two sentences on lines of their own."""
    assert as_github([PLAIN]) == (
        "::error file=playbook/a.yml,line=3,col=11,title=unknown-id::There is no objection “a”.%0ADid you mean “b”?\n"
        "1 error found."
    )


@settings(max_examples=300, deadline=None)
@example(path="a,line=9::b.yml", message="100%0A::error::x%25", fix="%2C", rule="a:b,c")
@given(path=st.text(min_size=1), message=st.text(), fix=st.text(), rule=st.text())
def test_nothing_becomes_a_command(path, message, fix, rule):
    """Whatever stands in a path or a message, it is one command that says it, and nothing else on any line."""
    first, *rest = as_github([Problem(path, 1, 1, "", message, fix, "error", rule)]).split("\n")
    found = COMMAND.fullmatch(first)
    assert found and rest == ["1 error found."]
    shown = "".join(letter if letter.isprintable() or letter in "\u00a0\u00ad" else "?" for letter in message)
    assert unescaped(found[6]).startswith(shown)


@settings(max_examples=200, deadline=None)
@given(message=st.text(alphabet=st.sampled_from("::#[]\n errorset-env name=x%")))
def test_no_line_of_the_log_is_a_command(message):
    """In the log, no line begins with two colons and none holds the older sign of a command."""
    log = as_log([Problem("::error::x", 1, 1, "", message, "::stop-commands::x", "error", "##[group]")])
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in log.split("\n"))


def test_code_quality():
    """GitLab gets a list whose entries have all that it asks for, paths without “./”, and fingerprints of their own."""
    warning = Problem("docs/b.md", 0, 1, "", "Old.", "Read it again.", "warning", "overdue")
    found = json.loads(as_gitlab([PLAIN, PLAIN, warning]))
    assert [set(one) for one in found] == [{"description", "check_name", "fingerprint", "severity", "location"}] * 3
    assert [one["severity"] for one in found] == ["major", "major", "minor"]
    assert [one["location"] for one in found[1:]] == [
        {"path": "playbook/a.yml", "lines": {"begin": 3}}, {"path": "docs/b.md", "lines": {"begin": 1}},
    ]  # fmt: skip
    assert len({one["fingerprint"] for one in found}) == 3


def test_a_fingerprint_stays():
    """A problem that moves to another line is the same problem to GitLab."""
    moved = Problem(PLAIN.path, 9, 1, PLAIN.field, PLAIN.message, PLAIN.fix, PLAIN.level, PLAIN.rule)
    (here,), (there,) = json.loads(as_gitlab([PLAIN])), json.loads(as_gitlab([moved]))
    assert here["fingerprint"] == there["fingerprint"]
