"""What is right though it looks unusual passes at the first try: Word's apostrophes, Welsh letters, Windows' line ends."""

import pytest
from playbook_kit.report import as_text
from small_playbook import ARGUMENT, CHAPTER, SOURCE, problems_of, write, write_small_playbook

PATH = "playbook/arguments/same-as-the-phone.yml"
TITLE, SHORT = "title: Same as the phone", "short: Staff already answer the public by phone without asking first."
GOOD = {
    "curly-apostrophe": (TITLE, "title: It’s the same as the phone"),
    "quotation-inside": (SHORT, "short: They said “no” and then “perhaps”."),
    "quotation-first": (SHORT, "short: “No” is what they said first, and “yes” later."),
    "dash-of-word": (SHORT, "short: Staff answer – as they always did – by phone."),
    "dots-of-word": (SHORT, "short: Staff answer… and nobody asks."),
    "welsh": (TITLE, "title: Yr un peth â’r ffôn, ŵyr a thŷ"),
    "pounds-and-per-cent": (SHORT, "short: Each of them asks what it costs, in £ or in %."),
    "colon-in-straight-marks": (TITLE, 'title: "Phones: the same"'),
    "colon-in-a-block": (SHORT, "short: >-\n  One thing: staff answer the public by phone."),
    "apostrophe-doubled": (TITLE, "title: 'It''s the same'"),
    "no-in-straight-marks": (TITLE, 'title: "No"'),
    "no-in-a-sentence": (TITLE, "title: No and why not"),
    "hash-in-a-word": (TITLE, "title: The C# of phones"),
    "list-on-lines": ("works_best_on: [managers]", "works_best_on:\n  - managers\n  - staff"),
    "list-without-indent": ("works_best_on: [managers]", "works_best_on:\n- managers"),
    "date-in-review": ("origin: Suggested by an officer.", "origin: Suggested by an officer in conversation."),
    "remark": (TITLE, f"{TITLE} # a working title"),
    "name-with-accents": ("origin:", "contributors: [Siân ap Huw, Zoë]\norigin:"),
    "tab-after-colon": ("status: published", "status:\tpublished"),
}  # fmt: skip


@pytest.mark.parametrize("case", GOOD)
def test_good_field(case, tmp_path):
    """This is right, and nothing is said of it."""
    old, new = GOOD[case]
    assert ARGUMENT.count(old) == 1
    root = write_small_playbook(tmp_path)
    write(root, PATH, ARGUMENT.replace(old, new).encode())
    assert as_text(problems_of(root)) == "Nothing to mend."


@pytest.mark.parametrize(
    "change", [lambda text: text.replace(b"\n", b"\r\n"), lambda text: b"\xef\xbb\xbf" + text, lambda text: text + b"\n\n", lambda text: text.rstrip()],
    ids=["line-ends-of-windows", "mark-of-notepad", "lines-at-the-end", "no-line-at-the-end"],
)  # fmt: skip
@pytest.mark.parametrize(("path", "text"), [(PATH, ARGUMENT), ("playbook/policy.md", CHAPTER), ("playbook/sources/acas-policy.yml", SOURCE)])
def test_good_bytes(change, path, text, tmp_path):
    """What an editor of Windows adds or leaves out is no fault."""
    root = write_small_playbook(tmp_path)
    write(root, path, change(text.encode()))
    assert as_text(problems_of(root)) == "Nothing to mend."
