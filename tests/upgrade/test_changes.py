"""Two versions compared, and the report on them in its three forms."""

import re

import pytest
from playbook_kit.changes import Outcome, compare, make_report, read_ours
from playbook_kit.changes.as_markdown import as_markdown
from playbook_kit.changes.as_page import as_page
from playbook_kit.changes.as_text import as_text
from playbook_kit.content import load
from playbook_kit.problem import Problem
from playbook_kit.words import load_words
from site_help import ROOT
from small_playbook import ARGUMENT, CHAPTER, write_small_playbook
from upstream_text import write

WORDS = load_words(ROOT)[0]
ARGUMENT_PATH, CHAPTER_PATH = "playbook/arguments/same-as-the-phone.yml", "playbook/policy.md"


@pytest.fixture
def versions(tmp_path):
    """A function that gives the changes after files were written (None: removed) to a second copy, and its report."""

    def made(files: dict[str, str | None], ours: dict[str, str] | None = None, **known):
        old, new = write_small_playbook(tmp_path / "old"), write_small_playbook(tmp_path / "new")
        for path, text in files.items():
            write(new, path, text) if text is not None else (new / path).unlink()
        for path, text in (ours or {}).items():
            write(tmp_path / "ours", path, text)
        changes = compare(load(old), load(new), read_ours(tmp_path / "ours"))
        return changes, make_report(changes, Outcome("1.0.0", "1.1.0", **known), WORDS)

    return made


def edited(text: str, old: str, new: str) -> str:
    """A text with one part of it replaced, which must be there."""
    assert old in text
    return text.replace(old, new)


def test_nothing_changed(versions):
    """Two copies of one version differ in nothing, and the report says so."""
    changes, report = versions({})
    assert changes.items == () and report.sections == ()
    assert WORDS("upgrade.nothing") in report.verdict


def test_other_line_ends_are_no_change(versions):
    """The same words with other line breaks are no change."""
    changes, _ = versions({CHAPTER_PATH: edited(CHAPTER, "It is fair. See", "It is fair.\nSee")})
    assert changes.items == ()


def test_one_liner(versions):
    """Another one-liner is shown with the sentences before and now."""
    new = "We trust people with a telephone."
    changes, _ = versions({ARGUMENT_PATH: edited(ARGUMENT, f"{new} This is the same trust.", new)})
    (change,) = changes.items
    (wording,) = change.wordings
    assert (change.how, change.kind, change.id) == ("changed", "argument", "same-as-the-phone")
    assert (wording.place, wording.old, wording.new) == ("one_liner", ("This is the same trust.",), ())


def test_strength_of_evidence(versions):
    """Another strength of one source is said with the source that it belongs to."""
    text = edited(ARGUMENT, "agree a policy with staff.\n    strength: medium", "agree a policy with staff.\n    strength: weak")
    changes, report = versions({ARGUMENT_PATH: text})
    (fact,) = changes.items[0].facts
    assert (fact.field, fact.of, fact.old, fact.new) == ("evidence.strength", "acas-policy", ("medium",), ("weak",))
    assert "was medium, is now weak" in as_text(report)


def test_figures(versions):
    """A law or a figure that one side alone states is listed before everything else that changed."""
    text = edited(ARGUMENT, "In 2012 Acas told", "In 2019 Acas told, as the Equality Act 2010 says,")
    changes, report = versions({ARGUMENT_PATH: text})
    (wording,) = changes.items[0].wordings
    assert (wording.figures_gone, wording.figures_new) == (("2012",), ("2019", "Equality Act 2010"))
    assert [section.id for section in report.sections] == ["figures", "wording"]


def test_text_under_its_heading(versions):
    """A changed sentence of a chapter stands under its heading; the others are not shown."""
    changes, _ = versions({CHAPTER_PATH: edited(CHAPTER, "Ask three people.", "Ask four people.")})
    (wording,) = changes.items[0].wordings
    assert (wording.place, wording.old, wording.new) == ("How to check that it works", ("Ask three people.",), ("Ask four people.",))


def test_new_item_and_draft(versions):
    """A published argument is new; a draft is nothing yet."""
    changes, _ = versions({
        "playbook/arguments/another.yml": edited(ARGUMENT, "title: Same as the phone", "title: Another"),
        "playbook/arguments/unfinished.yml": edited(ARGUMENT, "status: published", "status: draft"),
    })  # fmt: skip
    assert [(change.id, change.how, change.title) for change in changes.items] == [("another", "new", "Another")]


def test_renamed(versions):
    """A tombstone that leads to something new is a rename, shown once, with what changed besides."""
    changes, _ = versions({
        CHAPTER_PATH: None, "playbook/the-policy.md": edited(CHAPTER, "Ask three people.", "Ask four people."),
        "playbook/tombstones/policy.yml": "kind: chapter\nnow: the-policy\nbecause: Clearer.\non: 2026-11-21\n",
    })  # fmt: skip
    (change,) = [one for one in changes.items if one.kind == "chapter"]
    assert (change.id, change.how, change.now, change.because, len(change.wordings)) == ("policy", "renamed", "the-policy", "Clearer.", 1)


def test_gone(versions):
    """What is removed is gone, with its tombstone's reason; into something that was there, it is merged."""
    stone = "kind: source\nbecause: Withdrawn.\non: 2026-11-21\n"
    changes, _ = versions({"playbook/sources/acas-policy.yml": None, "playbook/tombstones/acas-policy.yml": stone})
    assert [(one.id, one.how, one.now, one.because) for one in changes.items] == [("acas-policy", "gone", "", "Withdrawn.")]


@pytest.mark.parametrize("status", ["retired", "disputed"])
def test_withdrawn(versions, status):
    """An argument that is withdrawn is said with its reason."""
    text = edited(ARGUMENT, "status: published", f"status: {status}\nretired_because: The figure was wrong.")
    changes, report = versions({ARGUMENT_PATH: text})
    assert [(one.how, one.because) for one in changes.items] == [(status, "The figure was wrong.")]
    assert "The figure was wrong." in as_text(report)


def test_dates_alone(versions):
    """Other dates of review alone are no other wording."""
    changes, report = versions({ARGUMENT_PATH: edited(ARGUMENT, "review_by: 2027-11-21", "review_by: 2027-12-21")})
    assert [one.how for one in changes.items] == ["reviewed"]
    assert [section.id for section in report.sections] == ["reviewed"]


def test_another_schema(versions):
    """A version whose files have fields that this program does not know is compared all the same."""
    changes, _ = versions({ARGUMENT_PATH: edited(ARGUMENT, "status: published", "status: published\nmood: calm")})
    assert [(fact.field, fact.new) for fact in changes.items[0].facts] == [("mood", ("calm",))]


@pytest.mark.parametrize(
    ("ours", "needs"),
    [
        ({"local/arguments/same-as-the-phone.yml": "based_on: x\none_liner: Ours.\n"}, True),
        ({"local/arguments/same-as-the-phone.yml": "based_on: x\nshort: Ours.\n"}, False),
        ({"local/arguments/same-as-the-phone.after.md": "Ours.\n"}, False),
        ({"local/council.yml": "name: A\nhide:\n  - {what: argument/same-as-the-phone, reason: No.}\n"}, False),
        ({"local/arguments/other.yml": "title: Ours\n"}, None),
    ],
    ids=["the same field", "another field", "after it", "hidden", "another item"],
)
def test_ours(versions, ours, needs):
    """Our file is named with what changed under it; it needs a look only if it stands on what changed."""
    changes, report = versions({ARGUMENT_PATH: edited(ARGUMENT, "This is the same trust.", "It is trust.")}, ours)
    (change,) = changes.items
    assert ([own.path for own in change.ours] or [None]) == ([None] if needs is None else list(ours))
    assert change.needs_us is bool(needs)
    section = next((one for one in report.sections if one.id == "ours"), None)
    assert (section is None) == (needs is None)
    if needs:
        names = [name for name, _ in section.entries[0].pairs[0].wordings]
        assert names == [WORDS("upgrade.before"), WORDS("upgrade.now"), WORDS("upgrade.yours")]


def test_replacement(versions):
    """A text in place of a chapter's needs a look when the chapter's text is another: what both say under the heading is shown."""
    text = "---\nbased_on: x\n---\nOur own words.\n\n## How to check that it works\n\nAsk *us*.\n"
    changes, report = versions(
        {CHAPTER_PATH: edited(CHAPTER, "Ask three people.", "Ask four people.")}, {"local/chapters/policy.replace.md": text}
    )
    assert changes.items[0].needs_us
    (pair,) = report.sections[0].entries[0].pairs
    assert [said for _, said in pair.wordings] == ["Ask three people.", "Ask four people.", "Ask us."]


def test_replacement_of_text_alone(versions):
    """A text in place of a chapter's has nothing to do with the chapter's facts."""
    changes, _ = versions(
        {CHAPTER_PATH: edited(CHAPTER, "How to write a policy that staff can use.", "How to write one.")},
        {"local/chapters/policy.replace.md": "---\nbased_on: x\n---\nOur own words.\n"},
    )
    assert changes.items[0].wordings and not changes.items[0].needs_us


def test_verdict(versions):
    """An error or a failed build is said first, and no report of it is well."""
    wrong = Problem("local/chapters/x.replace.md", 1, 1, "", "The chapter “x” is gone.", "Rename it.", rule="local-orphan")
    _, report = versions({}, problems=[wrong], builds=None)
    assert not report.is_well and report.verdict[0] == WORDS("upgrade.does_not_check", count=1)
    assert "Rename it." in as_text(report)
    _, report = versions({}, builds=False, message="No font.")
    assert not report.is_well and report.verdict[:2] == (WORDS("upgrade.does_not_build"), "No font.")


HOSTILE = "Ask @everyone <b>x</b> | fixes #12 ![x](y) `z` https://example.org/ *all*."


def test_markdown_shows_text_as_it_is(versions):
    """Nothing in the content mentions a person, closes an issue, breaks a table or becomes a link in a pull request."""
    _, report = versions({CHAPTER_PATH: edited(CHAPTER, "Ask three people.", HOSTILE)})
    text = as_markdown(report, WORDS)
    assert "everyone" in text and "@everyone" not in text
    assert not re.search(r"(?<!&)#12|<b>|https://|!\[|\*all|(?<!\\)`z", text)
    assert all(line.count(" | ") == 1 for line in text.split("\n") if line.startswith("| "))


def test_markdown_is_bounded(versions):
    """A body for a forge never grows beyond its bound, and says how much is left out."""
    sentences = "\n\n".join(f"Sentence {number} of many is here." for number in range(400))
    files = {f"playbook/chapter-{n}.md": edited(CHAPTER, "title: Write a policy", f"title: Chapter {n}") for n in range(300)}
    _, report = versions({CHAPTER_PATH: edited(CHAPTER, "Ask three people.", sentences), **files})
    text = as_markdown(report, WORDS, 5_000)
    assert len(text) <= 5_000 < len(as_markdown(report, WORDS, 1_000_000))
    assert re.search(r"\d+ more entries do not fit here", text)


def test_page_stands_alone(versions):
    """The page shows text as text, asks nobody for anything, has no script, and its headings go down one by one."""
    _, report = versions({CHAPTER_PATH: edited(CHAPTER, "Ask three people.", HOSTILE)}, changelog=[("1.1.0", "- One <script>.")])
    page = as_page(report, WORDS, (ROOT / "theme/styles/1-tokens.css").read_text(encoding="utf-8"))
    assert "<b>x</b>" not in page and "<script" not in page and "style=" not in page
    assert re.search(r"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-", page)
    levels = [int(level) for level in re.findall(r"<h(\d)", page)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(below - above <= 1 for above, below in zip(levels, levels[1:], strict=False))


def test_terminal_is_not_obeyed(versions):
    """What a terminal would obey is shown as a question mark."""
    _, report = versions({}, message="a\x1b[2Jb")
    assert "a?[2Jb" in as_text(report)
