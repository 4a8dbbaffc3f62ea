"""The browser and Python make the same files of the same answers, and say the same of them."""

import json
import random
from collections.abc import Iterator

import pytest
from contribute_help import Desk
from made_up import answers
from playbook_kit.contribute import FORMS
from playbook_kit.contribute.assemble import letter_text
from playbook_kit.contribute.browser import known_data, rules_for
from playbook_kit.problem import errors
from playwright.sync_api import Page
from site_help import ROOT, nothing, serving
from small_playbook import TODAY

HOW_MANY = {"argument": 200, "case-study": 130, "wording": 60, "correction": 60, "use": 50}
RUN = """async ([rules, known, day, all]) => {
  const { assemble } = await import("/components/contribute/assemble.mjs");
  const { checker } = await import("/components/contribute/check.mjs");
  const { letterText } = await import("/components/contribute/take.mjs");
  const check = checker(rules);
  return all.map((given) => {
    const made = assemble(rules, given, known, new Date(...day));
    return {
      files: (made.letter ? [made.letter] : made.files).map((file) => [file.path, file.text, file.answers]),
      answers: made.answers,
      notes: made.notes,
      letter: letterText(rules, made.answers),
      said: check(made, known).map((one) => [one.field, one.message, one.fix]).sort(),
    };
  });
}"""


@pytest.fixture(scope="module")
def page(browser) -> Iterator[Page]:
    """An empty page of a server that has the theme's scripts."""
    with serving(ROOT / "theme") as address:
        visitor = browser.new_context(base_url=address)
        opened = visitor.new_page()
        opened.goto("/fonts-print/LICENSE.txt")
        yield opened
        visitor.close()


def in_python(desk: Desk, form: str, given: dict[str, str]) -> dict:
    """What Python makes of answers and says of them."""
    made = desk.assemble(form, given)
    files = [made.letter] if made.letter else list(made.files)
    return {
        "files": [[file.path, file.text, list(file.answers)] for file in files],
        "answers": dict(made.answers),
        "notes": dict(made.notes),
        "letter": letter_text(made, desk.words),
        "said": sorted([one.field, one.message, one.fix] for one in errors(desk.check(form, given))),
    }


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_the_browser_agrees(desk: Desk, page: Page, form) -> None:
    """Of 500 answers to all forms, made up by chance, the browser makes the files that Python makes, letter for letter,
    and accepts and refuses the same ones, with the same words at the same questions.
    """
    chance = random.Random(6)
    choices = {kind: sorted(ids) for kind, ids in desk.known.ids.items()}
    given = [answers(form.name, chance, choices) for _ in range(HOW_MANY[form.name])]
    # A browser can hold no half of a character, so neither does what is sent to it.
    given = [{key: text.encode("utf-8", "replace").decode() for key, text in one.items()} for one in given]
    day = [TODAY.year, TODAY.month - 1, TODAY.day]
    rules, known = rules_for(form, desk.words), known_data(desk.content)
    theirs = page.evaluate(RUN, [json.loads(json.dumps(rules)), known, day, given])
    ours = [in_python(desk, form.name, one) for one in given]
    differ = [
        f"{part}: {json.dumps(one, ensure_ascii=False)}\n  Python:  {mine[part]}\n  browser: {other[part]}"
        for one, mine, other in zip(given, ours, theirs, strict=True)
        for part in mine if mine[part] != other[part]
    ]  # fmt: skip
    nothing(differ)
    refused = sum(bool(one["said"]) for one in ours)
    assert refused > len(ours) // 5
    assert len(ours) - refused > len(ours) // 10


def test_five_hundred() -> None:
    """The test above looks at 500 inputs in all, of every form."""
    assert sum(HOW_MANY.values()) == 500
    assert set(HOW_MANY) == {form.name for form in FORMS}
