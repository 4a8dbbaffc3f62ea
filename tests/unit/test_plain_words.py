"""The words that have a plainer one, and where they are passed over."""

import pytest
from playbook_kit.content import load
from playbook_kit.models.kinds import PLAIN_WORDS_PATH
from playbook_kit.rules import Settings
from playbook_kit.rules.plain_words import RULE
from unit_help import ROOT, TODAY, change, write

WORDS = load(ROOT).plain_words.model.words
LIST = """\
words:
  - {word: utilise, write: use}
  - {word: robust, write: strong, fine_in: [understandable and robust]}
  - {word: prior to, write: before}
"""


def found(root, text):
    """What the rule finds in a paragraph of a chapter."""
    write(root, PLAIN_WORDS_PATH, LIST)
    change(root, "playbook/policy.md", "Ask three people what it says.", text)
    return [problem.message.split("”")[0].removeprefix("“") for problem in RULE.run(load(root), Settings(TODAY))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Utilise it.", ["Utilise"]),
        ("It utilises, utilised, is utilising.", ["utilises", "utilised", "utilising"]),
        ("Robustly, but robustness.", ["Robustly"]),
        ("Do it prior\nto that.", ["prior to"]),
        ("A [robust page](policy.md).", ["robust"]),
        ("It is *not* robust, and *so* on.", ["robust"]),
    ],
)
def test_found(small_root, text, words):
    """A word is found with its endings, in any letters, over the end of a line, and in the words of a link."""
    assert found(small_root, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "He said “it is robust” then.", 'He said "utilise" then.', "Read *A robust plan*.", "It is `robust`.",
        "Look [there](https://example.org/robust).", "Be understandable and\nrobust.", "Reutilised.",
        "A priority to keep.",
    ],
)  # fmt: skip
def test_passed_over(small_root, text):
    """Quotations, emphasised titles, code, addresses and terms are passed over, and so are other words."""
    assert found(small_root, text) == []


def test_title_of_a_source(small_root):
    """The title of a source is passed over where it stands in a text."""
    change(small_root, "playbook/sources/acas-policy.yml", "title: ", "title: Robust rules for ")
    title = next(item.model.title for item in load(small_root).of("source") if item.id == "acas-policy")
    assert found(small_root, f"Read {title} first, it is robust.") == ["robust"]


def test_without_a_list(small_root):
    """A playbook without the list is checked for nothing."""
    change(small_root, "playbook/policy.md", "Ask three people what it says.", "Utilise it.")
    assert RULE.run(load(small_root), Settings(TODAY)) == []


def test_the_list():
    """The list holds each word once, in lower case, with something else to write."""
    words = [entry.word for entry in WORDS]
    assert len(set(words)) == len(words) > 20
    wrong = [entry for entry in WORDS if entry.word != entry.word.lower() or entry.word in entry.write.split()]
    assert wrong == []
