"""What a process keeps from one build to the next."""

from collections.abc import Callable

import pytest
from playbook_kit import remembered

Asked = tuple[Callable[[str], str], list[str]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """A function, and the questions that really reached it."""
    monkeypatch.setattr(remembered, "_is_on", False)
    monkeypatch.setattr(remembered, "_all", [])
    questions: list[str] = []
    return remembered.remembered(lambda text: (questions.append(text), text.upper())[1]), questions


def test_a_build_of_its_own_keeps_nothing(asked: Asked) -> None:
    """Unless a process is told to remember, each question is answered anew."""
    function, questions = asked
    assert [function("a"), function("a")] == ["A", "A"] and questions == ["a", "a"]


def test_answers_live_until_a_build_does_not_ask(asked: Asked) -> None:
    """An answer is kept through the next build that asks for it, and forgotten after one that does not."""
    function, questions = asked
    remembered.remember()
    for build in (["a", "b"], ["a"], ["a"], ["a", "b"]):
        assert [function(text) for text in build] == [text.upper() for text in build]
        remembered.forget()
    assert questions == ["a", "b", "b"]


def test_a_build_that_fails_forgets_nothing(asked: Asked) -> None:
    """While something is wrong, so that a build ends early, what was known before stays known."""
    function, questions = asked
    remembered.remember()
    function("a")
    remembered.forget()
    function("b")  # and here it fails
    assert function("a") == "A"
    remembered.forget()
    assert (function("a"), function("b")) == ("A", "B") and questions == ["a", "b"]
