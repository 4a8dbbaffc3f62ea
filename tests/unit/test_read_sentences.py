"""Where sentences end."""

import pytest
from playbook_kit.read.sentences import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["One. ", "Two? ", "Three! ", "Four"],
        ["It is so [@a; @b]. ", "“It was,” he said. ", "(Or not.) ", "£5 is paid."],
        ["See e.g. Acas, and the No. 2 Regulations of St. Asaph."],
        ["It said no.\n", "The next did not."],
        ["He wrote 3.2 and www.gov.uk, and so on. ", "2012 came."],
        ["**It is bold.** ", "*So* is this."],
    ],
)
def test_ends(parts):
    """A sentence ends with its stop, what closes after it, and space before the next; a short form does not end it."""
    text = "".join(parts)
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_nothing():
    """An empty text has no sentence."""
    assert list(sentences(" \n")) == []


def test_from_the_middle():
    """Sentences may be asked for from a place on."""
    assert list(sentences("One. Two. Three.", 5)) == [(5, 10), (10, 16)]
