"""The Do and Do not lists of chapters."""

import pytest
from playbook_kit.do_and_dont import Advice, advice, starts_with_do_not
from playbook_kit.read.markdown_text import outline

CHAPTER = """\
## In one minute

- not advice

## Do

- ask first [@acas]

## Do not

- do not guess

## What you need to do

A line of text.

### Managers

- read it
- do not punish
- **Never** promise

## Why

### Managers

- not advice either
"""


def test_advice():
    """Advice is what stands under Do, Do not and the roles' headings, in the order of the text, and nothing else."""
    assert list(advice(outline(CHAPTER))) == [
        Advice("ask first [@acas]", True),
        Advice("do not guess", False),
        Advice("read it", True, "Managers"),
        Advice("do not punish", False, "Managers"),
        Advice("**Never** promise", False, "Managers"),
    ]


@pytest.mark.parametrize(
    ("text", "is_do_not"),
    [
        ("do not guess", True),
        ("Do not guess", True),
        ("**Do not** guess", True),
        ("don't guess", True),
        ("don’t guess", True),
        ("never guess", True),
        ("_never_ guess", True),
        ("do nothing in haste", False),
        ("do the sums", False),
        ("nevertheless ask", False),
        ("ask, and do not guess", False),
        ("", False),
    ],
)
def test_starts_with_do_not(text, is_do_not):
    """An item is a do not if its first words say so, emphasised or not."""
    assert starts_with_do_not(text) is is_do_not


def test_no_lists_no_advice():
    """A text without headings holds no advice."""
    assert list(advice(outline("- do this\n"))) == []
