"""What a person is told whose words the tests of the content do not pass: in the form of `playbook check`."""

import os
from collections.abc import Iterable

import pytest
from playbook_kit.forge.annotations import as_github, as_log
from playbook_kit.problem import Problem
from wording_names import Found
from wording_seeds import Collision
from wording_spelling import FOLDER, OWN_WORDS, Unknown, british_for, suggestions

_MOST_SUGGESTED = 12  # words; to look for what is like a word takes a while
_WORDS = f"tests/{FOLDER.name}/{OWN_WORDS.name}"
_LEAVE_IT = "If you cannot tell, leave it as it is: a maintainer looks at it."


def mend(problems: Iterable[Problem]) -> None:
    """Fail with every problem, in plain English; in a workflow, beside the lines of the change too."""
    found = sorted(problems)
    if found:
        in_workflow = [as_github(found)] if os.environ.get("GITHUB_ACTIONS") == "true" else []
        pytest.fail("\n".join(["", *in_workflow, as_log(found)]), pytrace=False)


def spelling(unknown: Iterable[Unknown]) -> list[Problem]:
    """A problem for each word that nobody knows."""
    return [_misspelled(one, number < _MOST_SUGGESTED) for number, one in enumerate(unknown)]


def _misspelled(one: Unknown, with_help: bool) -> Problem:
    british = british_for(one.word)
    near = [] if british or not with_help else suggestions(one.word)
    if british:
        said, fix = f"“{one.word}” is an American spelling.", f"Write “{british}”."
    else:
        said = f"The dictionary does not know “{one.word}”."
        meant = f"Did you mean {' or '.join(f'“{word}”' for word in near)}? " if near else ""
        fix = f"{meant}If the word is right, add it to {_WORDS}, on a line of its own. {_LEAVE_IT}"
    return Problem(one.path, one.line, 1, "", said, fix, rule="spelling")


def unused(words: Iterable[str]) -> list[Problem]:
    """A problem for each word of the project's own list that the content does not need."""
    lines = OWN_WORDS.read_text(encoding="utf-8").split("\n")
    return [
        Problem(
            _WORDS, lines.index(word) + 1, 1, "", f"The content does not need “{word}” here any more.", "Take this line out.",
            rule="spelling",
        ) for word in words
    ]  # fmt: skip


def names(found: Iterable[Found]) -> list[Problem]:
    """A problem for each name that no list has."""
    return [
        Problem(
            one.path, one.line, 1, "", f"“{one.name}” looks like a name, and no source stands beside it in tests/names.yml.",
            f"If a source of ours bears the name, add a line there: “{one.name}: [id-of-the-source]”. If it is no name, begin it "
            f"with a small letter. {_LEAVE_IT}",
            rule="names",
        ) for one in found
    ]  # fmt: skip


def copied(found: Iterable[Collision]) -> list[Problem]:
    """A problem for each run of words that is somebody else's."""
    return [
        Problem(
            one.path, one.line, 1, "", f"“{one.run}”: these eight words in a row are another author's.",
            "Say it in words of your own, or quote a few words and cite where they stand.", rule="own-words",
        ) for one in found
    ]  # fmt: skip
