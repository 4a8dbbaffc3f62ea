"""Markdown as plain text, as the API and the feed give it."""

import pytest
from playbook_kit.pages.plain import plain_text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("One *two* **three** `four_five` ~~six~~", "One two three four_five six"),
        ("A [link](https://x.org 'title') and <https://y.org>", "A link and https://y.org"),
        ("Said [@a; @b; review by 2027-05-21]. More [@c].", "Said. More."),
        ("do it (our advice, drawn from [@a])", "do it"),
        ("One\ntwo\n\nthree", "One two\nthree"),
        ("- a\n- b\n    - c\n-\n\nd", "- a\n- b\n- c\nd"),
        ("1. a\n2. b", "1. a\n2. b"),
        ("> said\n\n## Then\n\n---\n\nnow", "said\nThen\nnow"),
        ("#fbps12, snake_case, 2 * 3 = 6, a#b", "#fbps12, snake_case, 2 * 3 = 6, a#b"),
        ("&copy; &lt;b&gt; \\*not\\* R&amp;D", "© <b> *not* R&D"),
        ("a <b>c</b> <!-- d --> e", "a c e"),
        ("<div>\na <i>b</i>\n</div>", "a b"),
        ("![what it shows](a.png) beside", "what it shows beside"),
        ("```\ncode <b>\n```", "code <b>"),
        ("| a | b |\n| - | - |\n| c | d |", "a\nb\nc\nd"),
        ("", ""),
    ],
)
def test_plain_text(markdown, text):
    """The words of this Markdown, a line for each block, and nothing else."""
    assert plain_text(markdown) == text
