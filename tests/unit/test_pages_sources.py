"""How sources are printed."""

import datetime

import pytest
from playbook_kit.models import Source
from playbook_kit.pages.sources import readable_date, reference, source_list
from playbook_kit.prose import escape

WHOLE = {
    "title": "Social media in the workplace", "publisher": "Acas", "author": "A. Author", "published": "2012-03-18",
    "url": "https://www.example.org/acas", "archived_url": "https://archive.example.org/acas", "countries": ["uk"],
    "checked_on": datetime.date(2026, 11, 20), "read_as": "live", "extent": "The opening.",
}  # fmt: skip


def source(**changes) -> Source:
    """A source with every field, but for the changes."""
    return Source.model_validate(WHOLE | changes)


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        (
            {},
            r"[Social media in the workplace](https://www.example.org/acas). A. Author, Acas, 18 March 2012. "
            "[Archived copy](https://archive.example.org/acas). Read on 20 November 2026 (the opening).",
        ),
        (
            {"author": None, "archived_url": None, "extent": None, "published": None, "read_as": "stored-copy"},
            "[Social media in the workplace](https://www.example.org/acas). Acas (no date shown). "
            "Stored copy read on 20 November 2026.",
        ),
        (
            {"url": None, "archived_url": None, "author": None, "extent": None, "read_as": "document"},
            "Social media in the workplace. Acas, 18 March 2012. Document read on 20 November 2026. "
            "No address for it is known.",
        ),
        (
            {"title": "A *star* [and] more", "author": None, "archived_url": None, "extent": None},
            f"[{escape('A *star* [and] more')}](https://www.example.org/acas). Acas, 18 March 2012. Read on 20 November 2026.",
        ),
    ],
    ids=["everything", "little", "document", "awkward-title"],
)
def test_reference(words, changes, printed):
    """A source is one paragraph: title, who and when, a copy, and how and when it was read."""
    assert reference(source(**changes), words) == printed


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2012-03-18", "18 March 2012"),
        ("2012-03", "March 2012"),
        ("2012", "2012"),
        ("Spring 2012", "Spring 2012"),
        ("2012-13", "2012-13"),
    ],
)
def test_readable_date(words, written, said):
    """A date that a source gives in figures is said in words, and anything else as it is written."""
    assert readable_date(written, words) == said


@pytest.mark.parametrize(
    ("extent", "said"),
    [
        ("The opening", "(the opening)"),
        ("NHS summary", "(NHS summary)"),
        ("Scottish Government bans", "(Scottish Government bans)"),
        ("*All*", f"({escape('*All*')})"),
        ("…", "(…)"),
        (".", ""),
    ],
)
def test_extent(words, extent, said):
    """How much was read stands in brackets: an article loses its capital, a name keeps its own."""
    assert reference(source(extent=extent), words).endswith(f"20 November 2026 {said}".strip() + ".")


def test_source_list(words):
    """The list at a page's foot is numbered, each entry with the id that citations lead to."""
    printed = source_list([source(), source(title="Another")], ["../sources.md#a", "../sources.md#b"], words)
    lines = printed.split("\n")
    assert lines[0] == "## Sources { #sources }"
    assert [line for line in lines if "{: #" in line] == ["    {: #source-1 }", "    {: #source-2 }"]
    assert [line[:10] for line in lines if line[:1].isdigit()] == ["1. [Social", "2. [Another"[:10]]
    assert "(../sources.md#b)" in printed


def test_no_sources_no_list(words):
    """A page that cites nothing has no list of sources."""
    assert source_list([], [], words) == ""
