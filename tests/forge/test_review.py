"""What is said of a proposal: its problems, and what readers would see, with nothing of it obeyed by a forge."""

import json
import re

import pytest
from forge_help import WORDS
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from playbook_kit.content import load
from playbook_kit.forge.comment import LONGEST_COMMENT, MARKER, as_comment, fenced
from playbook_kit.forge.make_review import make_review, new_problems
from playbook_kit.forge.review import LARGEST, Found, Part, Review, Seen, Wordings, read_review, write_review
from playbook_kit.report import one_as_text
from small_playbook import ARGUMENT, problems_of, write, write_small_playbook

ARGUMENT_PATH = "playbook/arguments/same-as-the-phone.yml"


@pytest.fixture
def base(tmp_path):
    """The playbook as it is."""
    return write_small_playbook(tmp_path / "base")


@pytest.fixture
def proposal(tmp_path):
    """A copy of it, for a proposal to change."""
    return write_small_playbook(tmp_path / "proposal")


def review_of(base, proposal) -> Review:
    """The review of a proposal."""
    problems = new_problems(problems_of(base), problems_of(proposal))
    return make_review(load(base), load(proposal), problems, WORDS)


def change(root, path: str, old: str, new: str) -> None:
    """Write `new` in place of `old`."""
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    write(root, path, text.replace(old, new).encode())


def test_ready(base, proposal):
    """A proposal with another sentence and no fault is ready, and shows the sentence before and now."""
    change(proposal, ARGUMENT_PATH, "Staff already answer", "Our staff already answer")
    comment = as_comment(review_of(base, proposal), WORDS)
    assert comment.startswith(f"{MARKER}\n\n## ✓ {WORDS('proposal.ready')}")
    assert "Before: Staff already answer" in comment and "Now: Our staff already answer" in comment


def test_not_ready(base, proposal):
    """A fault is shown with the words of the terminal and with the line to write instead."""
    change(proposal, ARGUMENT_PATH, "answers: [time-wasting]", "answers: [time-wasted]")
    review = review_of(base, proposal)
    comment = as_comment(review, WORDS)
    problem = next(one for one in problems_of(proposal) if one.rule == "unknown-id")
    assert f"## ✗ {WORDS('proposal.not_ready', count=review.errors)}" in comment
    assert f"```text\n{one_as_text(problem)}\n```" in comment
    assert f"{WORDS('proposal.instead')}\n\n```yaml\nanswers: [time-wasting]\n```" in comment


def test_a_new_item_in_full(base, proposal):
    """A new argument is shown with what it says, the sources that it names and its file, so that it can be judged."""
    text = ARGUMENT.replace("Same as the phone", "Same as a letter").replace("We trust people", "We trust you")
    write(proposal, "playbook/arguments/same-as-a-letter.yml", text.encode())
    comment = as_comment(review_of(base, proposal), WORDS)
    assert "Argument “Same as a letter”" in comment
    for shown in ("We trust you with a telephone.", "A post is public and lasts", "Sources that it names: acas-policy",
                  "File: playbook/arguments/same-as-a-letter.yml"):  # fmt: skip
        assert shown in comment


def test_no_diff_of_yaml(base, proposal):
    """What changed is told without names of fields as the files have them."""
    change(proposal, ARGUMENT_PATH, "one_liner: We trust people", "one_liner: We trust you")
    assert "one_liner" not in as_comment(review_of(base, proposal), WORDS)


def test_nothing_changed(base, proposal):
    """Where no page would be another, the comment says so."""
    assert WORDS("proposal.nothing_seen") in as_comment(review_of(base, proposal), WORDS)


def test_warnings_of_the_base_are_its_own(base, proposal):
    """A warning that was there before is not held against the proposal; an error always is."""
    for root in (base, proposal):
        change(root, ARGUMENT_PATH, "review by 2027-05-21", "review by 2026-05-21")
    assert [one.level for one in problems_of(base)] == ["warning"]
    assert review_of(base, proposal).warnings == 0
    change(base, ARGUMENT_PATH, "review by 2026-05-21", "review by 2027-05-21")
    assert review_of(base, proposal).warnings == 1


def test_goes_through_json(base, proposal):
    """A review read back from its JSON is the same review."""
    change(proposal, ARGUMENT_PATH, "answers: [time-wasting]", "answers: [time-wasted]")
    review = review_of(base, proposal)
    assert read_review(write_review(review)) == review


GOOD = {"errors": 0, "warnings": 0, "problems": [], "parts": [], "left_out": 0}
PROBLEM = {"path": "a", "line": 1, "column": 1, "message": "m", "fix": "f", "level": "error", "rule": "r", "instead": ""}


@pytest.mark.parametrize(
    "given",
    [
        [], "text", {**GOOD, "errors": -1}, {**GOOD, "errors": "0"}, {**GOOD, "more": 1}, {**GOOD, "errors": True},
        {**GOOD, "problems": [PROBLEM] * 61}, {**GOOD, "problems": [{**PROBLEM, "message": "m" * 1201}]},
        {**GOOD, "problems": [{**PROBLEM, "level": "notice"}]}, {**GOOD, "problems": [{**PROBLEM, "line": 1.5}]},
        {**GOOD, "parts": [{"title": "t", "lead": "l", "entries": []}]},
    ],
)  # fmt: skip
def test_another_form_is_refused(given):
    """JSON of another form than a review's is not read, so nothing of it can be shown."""
    with pytest.raises(ValueError):
        read_review(json.dumps(given).encode())


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b" " * (LARGEST + 1)])
def test_another_text_is_refused(data):
    """What is no JSON, is nested without end or is too large is refused in the same way."""
    with pytest.raises(ValueError):
        read_review(data)


TEXTS = st.text(max_size=60) | st.sampled_from(
    ["@octocat", "Closes #1", "<script>alert(1)</script>", "![x](https://e.example/x.png)", "[x](javascript:x)", "```\n## Ready",
     "https://e.example", "\u202e\u0000", "</details>", "\n\n## ✓ This is ready to merge", "<!-- playbook: review -->", "`", "~~~"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, other=TEXTS, errors=st.integers(0, 3))
def test_a_hostile_review_is_only_shown(text, other, errors):
    """Whatever a review says, the comment has no link, picture, HTML, mention or heading but our own, and its own verdict."""
    found = Found(path=text, line=1, column=1, message=other, fix=text, level="error", rule=text, instead=other)
    seen = Seen(title=text, lines=(other,), pairs=(Wordings(place=text, wordings=((text, other),), figures=other),))
    review = Review(errors=errors, warnings=0, problems=(found,), parts=(Part(title=text, lead=other, entries=(seen,)),))
    comment = as_comment(review, WORDS)
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(comment)
    inline = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in inline} <= {"text", "strong_open", "strong_close", "em_open", "em_close", "code_inline", "softbreak", "text_special"}
    assert [token.content.strip() for token in tokens if token.type == "html_block"] == [MARKER]
    verdict = WORDS("proposal.ready") if not errors else WORDS("proposal.not_ready", count=errors)
    big = [following.content for token, following in zip(tokens, tokens[1:], strict=False) if token.type == "heading_open" and token.tag in ("h1", "h2")]
    assert len(big) == 1 and big[0].endswith(verdict)
    outside = "".join(child.content for child in inline if child.type == "text")
    plain = re.sub(r"(?s)(`{3,})\w+\n.*?\n\1(?=\n|$)", "", comment)
    assert "@" not in plain and "://" not in plain and not re.search(r"(?<!&)#\d", plain) and "\u202e" not in comment
    assert outside


@example("```")
@example("a\n`````\nb")
@given(st.text(alphabet=st.sampled_from("`~\n ab"), max_size=40))
def test_a_fence_holds(text):
    """Nothing in a text ends the block of code that it is shown in."""
    tokens = MarkdownIt().parse(fenced(text, "text"))
    assert [token.type for token in tokens] == ["fence"]


def test_long_reviews_are_cut():
    """A review of the largest size fits into a comment, and the comment says how much it leaves out."""
    seen = Seen(title="t" * 1200, lines=("l" * 1200,) * 60)
    review = Review(errors=900, warnings=0, problems=(Found(**PROBLEM),) * 60, parts=(Part(title="t", lead="l", entries=(seen,) * 60),) * 12)
    comment = as_comment(review, WORDS)
    assert len(comment) <= LONGEST_COMMENT
    assert re.search(r"\d+ more entries do not fit", comment)


def test_files_that_are_not_content_are_named_first():
    """If the forge counts files beside the content, the comment says so before it says anything of the checks."""
    comment = as_comment(Review(errors=0, warnings=0), WORDS, program=2)
    assert comment.index(WORDS("proposal.program", count=2)) < comment.index(WORDS("proposal.nothing_seen"))
